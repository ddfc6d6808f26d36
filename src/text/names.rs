//! Names: words looked up by the numbers of those that bear them.
//!
//! A sorted list: built at once, cheap to search however many a hostile file has, and one sort for
//! keys, paths and ids alike.

/// Words and their numbers, in the order given, from 0 on.
///
/// ```
/// use ascribe::text::Names;
/// let names = Names::of(["id", "note", "id"].into_iter());
/// assert_eq!(names.first("note"), Some(1));
/// assert_eq!(names.all("id").collect::<Vec<_>>(), [0, 2]);
/// ```
pub struct Names<'n>(Vec<(&'n str, usize)>);

impl<'n> Names<'n> {
    /// Numbers `names`.
    pub fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let mut names: Vec<(&str, usize)> = names.zip(0..).collect();
        names.sort_unstable();
        Names(names)
    }

    /// Tells whether one of them is `name`.
    pub fn has(&self, name: &str) -> bool {
        self.first(name).is_some()
    }

    /// Returns the lowest number of `name`.
    pub fn first(&self, name: &str) -> Option<usize> {
        self.all(name).next()
    }

    /// Returns the numbers of `name` in order.
    pub fn all(&self, name: &str) -> impl DoubleEndedIterator<Item = usize> {
        let from = self.0.partition_point(|(other, _)| *other < name);
        let behind = self.0.iter().skip(from);
        let count = behind.clone().take_while(|(other, _)| *other == name).count();
        behind.take(count).map(|(_, number)| *number)
    }

    /// Tells for every number whether a lower one has the same name.
    pub fn again(&self) -> Vec<bool> {
        let mut again = vec![false; self.0.len()];
        for pair in self.0.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            again[pair[1].1] = true;
        }
        again
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_all_their_numbers() {
        let names = Names::of(["b", "a", "", "b", "ab"].into_iter());
        assert_eq!(names.all("b").collect::<Vec<_>>(), [0, 3]);
        assert_eq!((names.first(""), names.first("c")), (Some(2), None));
        assert!(names.has("ab") && !names.has("bb"));
        assert_eq!(names.again(), [false, false, false, true, false]);
    }
}
