//! `slim`: makes the built WebAssembly smaller than its compiler can, before it is sealed.
//!
//! Three steps: panics lose the words that nobody would hear, binaryen optimises what is left, and
//! the names by which WebAssembly and script know each other's functions are cut short. Owns which
//! functions only panic; knows nothing of what the others do.

use crate::shell;
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use std::process::Command;

/// What binaryen is asked for: the features that compiler and wasm-bindgen use, then the passes.
/// The stack lies below all data, and fresh memory is zero, as the last two options assume.
const OPTIONS: &str = "--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --enable-extended-const --strip-debug --strip-producers --strip-target-features --flatten \
    --rereloop -Oz -Oz --low-memory-unused --zero-filled-memory";

/// Functions that never return: they write a message and end the program. Here the message has no
/// reader: the page installs no hook for panics, and without one they only trap.
const PANICS: &[&str] = &[
    "core::panicking::",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_",
    "core::slice::index::slice_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "std::alloc::rust_oom",
    "std::thread::local::panic_access_error",
    "__rustc::rust_begin_unwind",
];

/// The body of a function without locals that traps at once.
const TRAP: [u8; 4] = [3, 0, 0x00, 0x0b];

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// Slims the WebAssembly in the file `wasm`, and renames its imports in `script`.
///
/// # Errors
/// When binaryen is not at hand, or the WebAssembly is not of the form its compiler writes.
pub(crate) fn slim(wasm: &Path, script: &mut String) -> Result<()> {
    rewrite(wasm, muted)?;
    shell::run(Command::new("wasm-opt").args(OPTIONS.split(' ')).arg(wasm).arg("-o").arg(wasm))?;
    rewrite(wasm, |module| shortened(module, script))
}

fn rewrite(path: &Path, change: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<()> {
    let module = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let module = change(&module).with_context(|| format!("in {}", path.display()))?;
    std::fs::write(path, module).with_context(|| format!("cannot write {}", path.display()))
}

/// Makes every function that only panics trap at once.
fn muted(module: &[u8]) -> Result<Vec<u8>> {
    let sections = sections(module)?;
    let imported = imports(&sections)?.len();
    let names = function_names(&sections)?;
    let panics = |index: usize| {
        let name = names.iter().find(|(other, _)| *other == index).map(|(_, name)| name);
        name.is_some_and(|name| PANICS.iter().any(|panic| name.starts_with(panic)))
    };
    written(&sections, CODE, |reader| {
        let count = reader.number()?;
        let mut code = Vec::new();
        put_number(&mut code, count);
        for index in 0..count {
            let body = reader.bytes()?;
            match panics(imported + index) {
                true => code.extend(TRAP),
                false => put_bytes(&mut code, body),
            }
        }
        Ok(code)
    })
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

/// Lists the functions that have a name, without the hashes of their crates.
fn function_names(sections: &[Section]) -> Result<Vec<(usize, String)>> {
    let mut names = Vec::new();
    for (_, content) in sections.iter().filter(|(kind, _)| *kind == CUSTOM) {
        let mut reader = Reader { rest: content };
        if reader.text()? != "name" {
            continue;
        }
        while !reader.rest.is_empty() {
            let (kind, content) = (reader.byte()?, reader.bytes()?);
            let mut reader = Reader { rest: content };
            let count = if kind == 1 { reader.number()? } else { 0 };
            for _ in 0..count {
                names.push((reader.number()?, without_hashes(reader.text()?)));
            }
        }
    }
    ensure!(!names.is_empty(), "no function has a name: the release profile strips too much");
    Ok(names)
}

/// `core[0123456789abcdef]::panicking::panic` is `core::panicking::panic`.
fn without_hashes(name: &str) -> String {
    let is_hash = |text: &str| text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => plain.push_str(rest),
            _ => plain.extend(["[", part]),
        }
    }
    plain
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

    /// A module that imports one function and has two of its own, the first of which panics.
    fn module() -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |kind: u8, content: &[u8]| {
            module.push(kind);
            put_bytes(&mut module, content);
        };
        section(1, &[1, 0x60, 0, 0]);
        section(IMPORTS, b"\x01\x04./a_\x09__wbg_say\x00\x00");
        section(3, &[2, 0, 0]);
        section(CODE, &[2, 4, 0, 0x10, 0, 0x0b, 4, 0, 0x10, 1, 0x0b]);
        let panic = b"core[0123456789abcdef]::panicking::panic";
        let mut names = vec![2, 1];
        put_bytes(&mut names, panic);
        names.extend(b"\x02\x04page");
        let mut custom = b"\x04name\x01".to_vec();
        put_bytes(&mut custom, &names);
        section(CUSTOM, &custom);
        module
    }

    #[test]
    fn only_what_panics_traps_at_once() {
        let module = muted(&module()).unwrap();
        let sections = sections(&module).unwrap();
        let (_, code) = sections.iter().find(|(kind, _)| *kind == CODE).unwrap();
        assert_eq!(*code, [2, 3, 0, 0, 0x0b, 4, 0, 0x10, 1, 0x0b]);
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
    fn what_is_no_webassembly_is_refused() {
        assert!(muted(b"<!doctype html>").is_err());
        assert!(muted(&module()[..20]).is_err());
    }

    #[test]
    fn a_type_with_brackets_keeps_them() {
        assert_eq!(without_hashes("<[u8] as core[0123456789abcdef]::Any>"), "<[u8] as core::Any>");
    }
}
