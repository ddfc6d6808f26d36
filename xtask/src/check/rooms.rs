//! The rule of the rooms: a room of the library knows only the rooms below it.
//!
//! Reads paths (`crate::room`, `ascribe::room`, `super::super::room`) outside comments; knows the
//! order of the rooms and nothing of what is in them.

use super::{Finding, Source};

/// Every room with its floor; rooms of one floor do not know each other.
const FLOORS: [(&str, u8); 6] =
    [("text", 0), ("document", 1), ("format", 2), ("suggest", 2), ("app", 3), ("web", 4)];

/// A file imports only from its own room and from the floors below.
pub(super) fn imports_only_downward(source: &Source) -> Vec<Finding> {
    let Some((room, floor)) = room_of(&source.path) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (at, named) in rooms_named(source) {
        let is_above = FLOORS
            .iter()
            .any(|(other, its_floor)| *other == named && *other != room && *its_floor >= floor);
        if is_above {
            findings
                .push((at, format!("{room} must not know {named}: rooms import only downward")));
        }
    }
    findings
}

/// Finds the room that a file stands in.
fn room_of(path: &str) -> Option<(&'static str, u8)> {
    let name = path.strip_prefix("src/")?.split(['/', '.']).next()?;
    FLOORS.into_iter().find(|(room, _)| *room == name)
}

/// Lists every first step of a path into the crate, with its line.
fn rooms_named(source: &Source) -> Vec<(usize, String)> {
    let code = without_comments(&source.text);
    let mut named = Vec::new();
    for start in ["crate::", "ascribe::", "super::super::"] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            let after = &code[at + start.len()..];
            named.extend(first_names(after).into_iter().map(|name| (line, name)));
        }
    }
    named
}

/// Blanks comment lines, so that a sentence or a link in them counts for nothing.
fn without_comments(text: &str) -> String {
    let blanked = |line| if str::trim_start(line).starts_with("//") { "" } else { line };
    text.lines().map(blanked).collect::<Vec<_>>().join("\n")
}

/// Reads `name…`, or the names on the first level of `{name…, name::{…}}`.
fn first_names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![first_name(path)];
    };
    let (mut depth, mut names, mut from) = (1, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if depth == 0 || (depth == 1 && c == ',') {
            names.push(first_name(&group[from..at]));
            from = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn first_name(path: &str) -> String {
    path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::super::finds;
    use super::*;

    #[test]
    fn a_room_may_know_what_is_below_it() {
        finds(imports_only_downward, "src/app/model.rs", "use crate::document::Span;\n", &[]);
        finds(
            imports_only_downward,
            "src/web/mod.rs",
            "use ascribe::app;\nuse crate::web::x;\n",
            &[],
        );
        finds(imports_only_downward, "src/text/span.rs", "use super::offset::Byte;\n", &[]);
        finds(imports_only_downward, "src/lib.rs", "use crate::app;\n", &[]);
    }

    #[test]
    fn a_room_must_not_know_what_is_above_it() {
        finds(imports_only_downward, "src/text/span.rs", "\nuse crate::document::X;\n", &[2]);
        finds(imports_only_downward, "src/text/span.rs", "use super::super::app::X;\n", &[1]);
        finds(imports_only_downward, "src/document.rs", "fn f() { ascribe::app::run() }\n", &[1]);
    }

    #[test]
    fn rooms_of_one_floor_do_not_know_each_other() {
        finds(imports_only_downward, "src/format/w3c.rs", "use crate::suggest::X;\n", &[1]);
        finds(imports_only_downward, "src/suggest/mod.rs", "use crate::format::X;\n", &[1]);
    }

    #[test]
    fn every_name_of_a_group_counts() {
        let text = "use crate::{\n    text::{app, Span},\n    app::Msg,\n};\n";
        finds(imports_only_downward, "src/document/edit.rs", text, &[1]);
    }

    #[test]
    fn comments_do_not_count() {
        let text = "//! [`crate::app`] stands above.\n/// See crate::web.\nuse my_crate::app;\n";
        finds(imports_only_downward, "src/text/span.rs", text, &[]);
    }
}
