//! `slim`: makes the files of a built page smaller than their compilers can, before it is sealed.
//!
//! Binaryen optimises the WebAssembly, the names by which WebAssembly and script know each other's
//! functions are cut short, and esbuild takes out of script and style what only people read. Knows
//! nothing of what the functions do.

use crate::shell;
use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::process::Command;

/// What binaryen is asked for: the features that compiler and wasm-bindgen use, then the passes.
/// The stack lies below all data, and fresh memory is zero, as the last two options assume.
const OPTIONS: &str = "--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --enable-extended-const --strip-debug --strip-producers --strip-target-features --flatten \
    --rereloop -Oz -Oz --low-memory-unused --zero-filled-memory";

const IMPORTS: u8 = 2;

/// Slims the files `wasm`, `script`, which starts it, and `style`.
///
/// # Errors
/// When a tool is not at hand, or the WebAssembly is not of the form its compiler writes.
pub(crate) fn slim(wasm: &Path, script: &Path, style: &Path) -> Result<()> {
    optimise(wasm)?;
    let module = std::fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let mut source = std::fs::read_to_string(script)
        .with_context(|| format!("cannot read {}", script.display()))?;
    let module =
        shortened(&module, &mut source).with_context(|| format!("in {}", wasm.display()))?;
    std::fs::write(wasm, module).with_context(|| format!("cannot write {}", wasm.display()))?;
    std::fs::write(script, source).with_context(|| format!("cannot write {}", script.display()))?;
    for file in [script, style] {
        let mut esbuild = Command::new("esbuild");
        esbuild.args(["--minify", "--log-level=warning", "--allow-overwrite"]).arg(file);
        shell::run(esbuild.arg(format!("--outfile={}", file.display())))?;
    }
    Ok(())
}

/// Has binaryen optimise the file `wasm`. That takes long, so its last output is kept under the hash
/// of all that it follows from, and taken again for the very same.
fn optimise(wasm: &Path) -> Result<()> {
    let version = shell::output(Command::new("wasm-opt").arg("--version"))?;
    let input = std::fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let mut key = Sha256::new();
    for part in [version.as_bytes(), OPTIONS.as_bytes(), &input] {
        key.update(Sha256::digest(part));
    }
    let key = BASE64_URL_SAFE_NO_PAD.encode(key.finalize());
    once(&shell::root().join("target/slim"), &key, wasm, || {
        let mut optimiser = Command::new("wasm-opt");
        shell::run(optimiser.args(OPTIONS.split(' ')).arg(wasm).arg("-o").arg(wasm))
    })
}

/// Writes `file` by `make`, or takes what `folder` keeps under `key`; it keeps the last one only.
fn once(folder: &Path, key: &str, file: &Path, make: impl FnOnce() -> Result<()>) -> Result<()> {
    let kept = folder.join(key);
    if kept.is_file() {
        println!(
            "wasm-opt has been given this before; its output is taken from {}",
            kept.display()
        );
        std::fs::copy(kept, file)?;
        return Ok(());
    }
    make()?;
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    // Whatever stands under its key is whole.
    let half = folder.join("half");
    std::fs::copy(file, &half)?;
    std::fs::rename(half, kept).context("cannot keep the output of wasm-opt")
}

/// Gives the imports short names, the same in module and script. Names that the script uses more
/// than once stay.
fn shortened(module: &[u8], script: &mut String) -> Result<Vec<u8>> {
    let sections = sections(module)?;
    let imports = imports(&sections)?;
    let mut section = Vec::new();
    put_number(&mut section, imports.len());
    for (index, import) in imports.iter().enumerate() {
        let short = format!("i{index}");
        let own = if script.matches(import.name).count() == 1 {
            *script = script.replace(import.name, &short);
            &short
        } else {
            import.name
        };
        put_bytes(&mut section, import.module.as_bytes());
        put_bytes(&mut section, own.as_bytes());
        section.push(0);
        put_number(&mut section, import.signature);
    }
    written(&sections, IMPORTS, |_| Ok(section))
}

/// A part of a module: its kind and its content.
type Section<'m> = (u8, &'m [u8]);

/// A function that the module takes from the script.
struct Import<'m> {
    module: &'m str,
    name: &'m str,
    signature: usize,
}

fn sections(module: &[u8]) -> Result<Vec<Section<'_>>> {
    ensure!(module.starts_with(b"\0asm\x01\0\0\0"), "this is no WebAssembly of version 1");
    let mut reader = Reader { rest: &module[8..] };
    let mut sections = Vec::new();
    while !reader.rest.is_empty() {
        sections.push((reader.byte()?, reader.bytes()?));
    }
    Ok(sections)
}

fn imports<'m>(sections: &[Section<'m>]) -> Result<Vec<Import<'m>>> {
    let mut imports = Vec::new();
    for (_, content) in sections.iter().filter(|(kind, _)| *kind == IMPORTS) {
        let mut reader = Reader { rest: content };
        for _ in 0..reader.number()? {
            let (module, name) = (reader.text()?, reader.text()?);
            ensure!(reader.byte()? == 0, "{name} is imported, and is no function");
            imports.push(Import { module, name, signature: reader.number()? });
        }
    }
    Ok(imports)
}

/// Writes the module again, with another content for the sections of one kind.
fn written(
    sections: &[Section],
    kind: u8,
    content: impl FnOnce(&mut Reader) -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let mut content = Some(content);
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    for (own, old) in sections {
        module.push(*own);
        match content.take_if(|_| *own == kind) {
            Some(content) => put_bytes(&mut module, &content(&mut Reader { rest: old })?),
            None => put_bytes(&mut module, old),
        }
    }
    Ok(module)
}

/// Reads the binary format of WebAssembly.
struct Reader<'m> {
    rest: &'m [u8],
}

impl<'m> Reader<'m> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.rest.split_first().context("the WebAssembly is cut short")?;
        self.rest = rest;
        Ok(*first)
    }

    /// Reads a number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number of the WebAssembly is too long")
    }

    /// Reads bytes that their number stands before.
    fn bytes(&mut self) -> Result<&'m [u8]> {
        let count = self.number()?;
        let (bytes, rest) =
            self.rest.split_at_checked(count).context("the WebAssembly is cut short")?;
        self.rest = rest;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<&'m str> {
        Ok(std::str::from_utf8(self.bytes()?)?)
    }
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len());
    out.extend(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports one function.
    fn module() -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |kind: u8, content: &[u8]| {
            module.push(kind);
            put_bytes(&mut module, content);
        };
        section(1, &[1, 0x60, 0, 0]);
        section(IMPORTS, b"\x01\x04./a_\x09__wbg_say\x00\x00");
        module
    }

    #[test]
    fn module_and_script_agree_on_the_short_names() {
        let mut script = "({ __wbg_say: function() {} })".to_owned();
        let short = shortened(&module(), &mut script).unwrap();
        assert_eq!(script, "({ i0: function() {} })");
        let names = imports(&sections(&short).unwrap()).unwrap();
        assert_eq!(names.iter().map(|import| import.name).collect::<Vec<_>>(), ["i0"]);
    }

    #[test]
    fn a_name_that_is_used_elsewhere_stays() {
        let mut script = "({ __wbg_say: __wbg_say_more })".to_owned();
        assert_eq!(shortened(&module(), &mut script).unwrap(), module());
        assert_eq!(script, "({ __wbg_say: __wbg_say_more })");
    }

    #[test]
    fn what_was_made_is_taken_again_for_the_same_key_only() {
        let place = std::env::temp_dir().join(format!("ascribe-slim-{}", std::process::id()));
        std::fs::create_dir_all(&place).unwrap();
        let (folder, file) = (place.join("kept"), place.join("file"));
        let given = |key: &str, made: &str| {
            std::fs::write(&file, "input").unwrap();
            once(&folder, key, &file, || Ok(std::fs::write(&file, made)?)).unwrap();
            std::fs::read_to_string(&file).unwrap()
        };
        assert_eq!(given("a", "1"), "1");
        assert_eq!(given("a", "2"), "1");
        assert_eq!(given("b", "3"), "3");
        assert_eq!(given("a", "4"), "4");
        assert!(once(&folder, "c", &file, || bail!("no")).is_err());
        assert_eq!(given("c", "5"), "5");
        std::fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn what_is_no_webassembly_is_refused() {
        assert!(sections(b"<!doctype html>").is_err());
        assert!(sections(&module()[..20]).is_err());
    }
}
