//! The sizes that are measured, by name. Knows no text.

use anyhow::{Context, Result};
use std::fmt;

/// How much text, with how many annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// Bytes of text, about.
    pub(crate) bytes: usize,
    /// The number of annotations.
    pub(crate) annotations: usize,
}

impl Size {
    /// The sizes that have goals.
    pub(crate) const ALL: [Self; 4] = [
        Self { bytes: 4 << 10, annotations: 20 },
        Self { bytes: 100 << 10, annotations: 1_000 },
        Self { bytes: 1 << 20, annotations: 10_000 },
        Self { bytes: 10 << 20, annotations: 100_000 },
    ];

    /// Reads a size as it is written: `4K+20`, `1M+10000`.
    ///
    /// # Errors
    /// When it is written otherwise.
    pub(crate) fn named(name: &str) -> Result<Self> {
        let read = || {
            let (bytes, annotations) = name.split_once('+')?;
            let (number, shift) = match bytes.strip_suffix('M') {
                Some(number) => (number, 20),
                None => (bytes.strip_suffix('K')?, 10),
            };
            let bytes = number.parse::<usize>().ok()?.checked_mul(1 << shift)?;
            Some(Self { bytes, annotations: annotations.parse().ok()? })
        };
        read().with_context(|| format!("{name} is no size: write 4K+20, or 1M+10000"))
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self.bytes >> 20 {
            0 => (self.bytes >> 10, 'K'),
            number => (number, 'M'),
        };
        write!(f, "{number}{unit}+{}", self.annotations)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_as_it_is_written() {
        for size in Size::ALL {
            assert_eq!(Size::named(&size.to_string()).unwrap(), size);
        }
        assert!(Size::named("1G+1").is_err());
    }
}
