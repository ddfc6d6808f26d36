//! `seal`: closes a built page against the network, and writes it once more as one file.
//!
//! Owns the page's Content-Security-Policy. A page to be given away is slimmed first. Trunk calls it on the folder it has just built, before
//! that folder becomes `dist/`, so there is no unsealed page. Knows nothing of what the page does.
//!
//! The site has to fetch its own wasm, so its policy allows `'self'` until the page runs; the boot
//! script in Trunk.toml then adds a second policy that allows nothing. The single file carries
//! everything and allows nothing from the start.

use crate::{shell, slim::slim};
use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use pico_args::Arguments;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The file that holds the whole page.
pub(crate) const SINGLE_FILE: &str = "ascribe.html";

/// What the page may never do, wherever it comes from.
const NEVER: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:";

/// Seals the folder that trunk names.
///
/// # Errors
/// When it is not called by trunk, or the built page is not of the expected form.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    shell::no_more(arguments)?;
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("trunk calls this after a build; run `cargo xtask dist`")?;
    if std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        let file = |extension| only_file(&folder, extension);
        slim(&file("wasm")?, &file("js")?, &file("css")?)?;
    }
    let page = read(&folder.join("index.html"))?;
    let single = single_file(&page, &Parts::in_folder(&folder)?)?;
    write(&folder.join(SINGLE_FILE), &single)?;
    write(&folder.join("index.html"), &site(&page)?)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, content: &str) -> Result<()> {
    std::fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// The files beside index.html.
struct Parts {
    style: String,
    script: String,
    wasm: Vec<u8>,
}

impl Parts {
    fn in_folder(folder: &Path) -> Result<Self> {
        let wasm = only_file(folder, "wasm")?;
        Ok(Self {
            style: read(&only_file(folder, "css")?)?,
            script: read(&only_file(folder, "js")?)?,
            wasm: std::fs::read(&wasm)
                .with_context(|| format!("cannot read {}", wasm.display()))?,
        })
    }
}

/// Finds the one file of that extension.
fn only_file(folder: &Path, extension: &str) -> Result<PathBuf> {
    let entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths = entries.iter().map(std::fs::DirEntry::path);
    let mut fitting = || paths.find(|path| path.extension().is_some_and(|its| its == extension));
    match (fitting(), fitting()) {
        (Some(path), None) => Ok(path),
        (None, _) => bail!("the built page has no .{extension} file"),
        _ => bail!("the built page has several .{extension} files; the single file expects one"),
    }
}

/// Seals the page of the site: its own files, and of inline scripts those it has now.
fn site(page: &str) -> Result<String> {
    let scripts = hashes(page, "script")?.join(" ");
    let policy = format!(
        "{NEVER}; script-src 'self' 'wasm-unsafe-eval' {scripts}; style-src 'self'; connect-src 'self'"
    );
    with_policy(page, &policy)
}

/// Joins the page and its parts into one sealed file.
fn single_file(page: &str, parts: &Parts) -> Result<String> {
    let page = without_elements(page, "<link", &["rel=\"modulepreload\"", "rel=\"preload\""], "")?;
    let style = format!("<style>{}</style>", embeddable(&parts.style, "</style")?);
    let page = without_elements(&page, "<link", &["rel=\"stylesheet\""], &style)?;
    let page = with_boot_script(&page, &boot_script(parts)?)?;
    let scripts = hashes(&page, "script")?.join(" ");
    let styles = hashes(&page, "style")?.join(" ");
    with_policy(
        &page,
        &format!("{NEVER}; script-src 'wasm-unsafe-eval' {scripts}; style-src {styles}"),
    )
}

/// Writes the module that carries the wasm and starts it.
fn boot_script(parts: &Parts) -> Result<String> {
    let script = embeddable(&parts.script, "</script")?;
    ensure!(
        !script.lines().any(|line| line.trim_start().starts_with("import ")),
        "the built script imports another; the single file can carry one script only"
    );
    let start = default_export(script).context("the built script has no default export")?;
    let wasm = BASE64_STANDARD.encode(&parts.wasm);
    // No name of its own: the built script has taken many.
    Ok(format!(
        "{script}\nawait {start}({{ module_or_path: \
         Uint8Array.from(atob(\"{wasm}\"), (c) => c.charCodeAt(0)) }});\n"
    ))
}

/// Finds the local name in `export { …, NAME as default };`.
fn default_export(script: &str) -> Option<&str> {
    let (before, _) = script.rsplit_once(" as default")?;
    before.rsplit([' ', '{', ',']).next()
}

/// Gives `content` back unless it would end the element it is put into.
fn embeddable<'a>(content: &'a str, end: &str) -> Result<&'a str> {
    ensure!(!content.to_lowercase().contains(end), "a file of the page holds `{end}` in its text");
    Ok(content)
}

/// Puts `script` in the place of the page's one module.
fn with_boot_script(page: &str, script: &str) -> Result<String> {
    let open = "<script type=\"module\">";
    let (before, rest) = page.split_once(open).context("the built page has no boot script")?;
    let (_, after) = rest.split_once("</script>").context("the boot script does not end")?;
    Ok(format!("{before}{open}{script}</script>{after}"))
}

/// Puts `policy` before everything that it should govern.
fn with_policy(page: &str, policy: &str) -> Result<String> {
    let charset = "<meta charset=\"utf-8\">";
    let (before, after) = page
        .split_once(charset)
        .with_context(|| format!("index.html has no `{charset}`, where its policy belongs"))?;
    Ok(format!(
        "{before}{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"
    ))
}

/// Lists the policy's names for the content of every inline `tag`.
fn hashes(page: &str, tag: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once(&format!("<{tag}")) {
        let (attributes, after) = after.split_once('>').context("a tag does not end")?;
        let (content, after) = after
            .split_once(&format!("</{tag}>"))
            .with_context(|| format!("a <{tag}> does not end"))?;
        if !attributes.contains("src=") {
            found.push(format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(content))));
        }
        rest = after;
    }
    Ok(found)
}

/// Puts `instead` in the place of the first tag that holds one of `marks`, and drops the others.
fn without_elements(page: &str, open: &str, marks: &[&str], instead: &str) -> Result<String> {
    let mut kept = String::new();
    let (mut rest, mut instead) = (page, Some(instead));
    while let Some(at) = rest.find(open) {
        let (before, tag) = rest.split_at(at);
        let end = tag.find('>').context("a tag does not end")? + 1;
        let (tag, after) = tag.split_at(end);
        kept.push_str(before);
        match marks.iter().any(|mark| tag.contains(mark)) {
            true => kept.push_str(instead.take().unwrap_or_default()),
            false => kept.push_str(tag),
        }
        rest = after;
    }
    ensure!(instead.is_none(), "the built page has no {open} with {}", marks.join(" or "));
    kept.push_str(rest);
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = concat!(
        "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">",
        "<script type=\"module\">import a from './a.js'</script>",
        "<link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"modulepreload\" href=\"./a.js\">",
        "<link rel=\"preload\" href=\"./a.wasm\"><p>Hello"
    );

    fn parts(script: &str) -> Parts {
        Parts { style: "p{}".into(), script: script.into(), wasm: vec![0, 97, 115, 109] }
    }

    #[test]
    fn the_site_allows_its_own_files_and_its_own_script() {
        let sealed = site(PAGE).unwrap();
        let hash = BASE64_STANDARD.encode(Sha256::digest("import a from './a.js'"));
        assert!(sealed.contains(&format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash}';")));
        assert!(sealed.contains("default-src 'none'"));
        assert!(!sealed.contains("unsafe-inline"));
    }

    #[test]
    fn the_single_file_names_no_other_file() {
        let script = "let x = 1;\nexport { y, __wbg_init as default };";
        let single = single_file(PAGE, &parts(script)).unwrap();
        assert!(!single.contains("./a."), "{single}");
        assert!(single.contains("<style>p{}</style>"));
        assert!(single.contains("atob(\"AGFzbQ==\")"));
        assert!(single.contains("await __wbg_init({ module_or_path: Uint8Array.from(atob"));
        assert!(single.contains("<link rel=\"icon\" href=\"data:,\">"));
        assert!(!single.contains("connect-src"), "{single}");
    }

    #[test]
    fn what_one_file_cannot_carry_is_refused() {
        let refused = |script: &str| single_file(PAGE, &parts(script)).unwrap_err().to_string();
        assert!(refused("import './b.js';\nexport { x as default };").contains("imports another"));
        assert!(refused("'</SCRIPT>'; export { x as default };").contains("</script"));
        assert!(refused("export { x };").contains("default export"));
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(site("<!doctype html><p>Hello").unwrap_err().to_string().contains("charset"));
    }
}
