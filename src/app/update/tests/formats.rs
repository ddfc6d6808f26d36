//! The formats of other programs, as a person at the page downloads and opens them.

use super::desk::{ARTICLE, Desk, file};
use crate::app::*;
use crate::document::Label;
use crate::format::{File, Format};

fn with_marks() -> Desk {
    let mut desk = Desk::with_article();
    desk.tag("“We will 😀 not,”", Label::Quote);
    desk.tag("Ana Lee said", Label::Attribution);
    desk.take(Msg::ProposalsTaken);
    desk.tag("Bo agreed", Label::Claim);
    desk
}

fn exported(desk: &mut Desk, format: Format) -> File {
    desk.take(Msg::ExportAsked);
    desk.take(Msg::FormatChosen(format));
    desk.take(Msg::ExportTaken);
    desk.downloads.pop().unwrap()
}

fn dialog(desk: &Desk) -> (&'static str, &'static str, Vec<String>) {
    match Screen::of(&desk.model).dialog {
        Some(DialogScreen::Export { chosen, about, losses, .. }) => (chosen, about, losses),
        other => panic!("{other:?}"),
    }
}

fn problems(desk: &Desk) -> Vec<String> {
    match Screen::of(&desk.model).dialog {
        Some(DialogScreen::Problems(problems)) => problems,
        _ => Vec::new(),
    }
}

#[test]
fn the_dialog_says_what_each_format_is_for_and_cannot_carry() {
    let mut desk = with_marks();
    desk.take(Msg::NoteTyped(desk.id(1), "sure?".into()));
    desk.take(Msg::ExportAsked);
    assert_eq!(dialog(&desk).0, "ascribe");
    assert_eq!(dialog(&desk).2, Vec::<String>::new());
    desk.take(Msg::FormatChosen(Format::Conll));
    let (chosen, about, losses) = dialog(&desk);
    assert_eq!(chosen, "conll");
    assert!(about.contains("seqeval"), "{about}");
    assert!(losses.contains(&"1 note left out".to_owned()), "{losses:?}");
    desk.take(Msg::ExportTaken);
    assert_eq!(Screen::of(&desk.model).dialog, None);
    let name = &desk.downloads[0].name;
    assert!(name.ends_with(".conll"), "{name}");
    assert_eq!(desk.notice(), format!("Saved to your downloads as {name}."));
}

#[test]
fn the_dialog_is_for_an_open_article_only() {
    let mut desk = Desk::new();
    desk.take(Msg::ExportAsked);
    desk.take(Msg::ExportTaken);
    assert_eq!(Screen::of(&desk.model).dialog, None);
    assert!(desk.downloads.is_empty());
}

#[test]
fn every_format_is_downloaded_and_those_that_are_read_open_again() {
    for format in Format::ALL {
        let file = exported(&mut with_marks(), format);
        assert!(!file.bytes.is_empty(), "{format:?}");
        let mut other = Desk::new();
        let readable = matches!(
            format,
            Format::Ascribe
                | Format::Brat
                | Format::BratPolnear
                | Format::W3c
                | Format::W3cUtf16
                | Format::Citron
        );
        if readable {
            other.take(Msg::FilesRead(vec![file]));
            other.take(Msg::DialogClosed);
            let listed = other.listed();
            assert!(
                listed.contains(&"quote: “We will 😀 not,”".to_owned()),
                "{format:?} {listed:?}"
            );
        }
    }
}

#[test]
fn files_that_belong_together_are_opened_together() {
    let standoff = "T1\tQuote 15 31\t“We will 😀 not,”\nT2\tNonsense 0 5\tMayor\n";
    let mut desk = Desk::new();
    desk.take(Msg::FilesRead(vec![file("mayor.ann", standoff)]));
    assert_eq!(
        desk.notice(),
        "mayor.ann has the annotations and not the text: open it together with mayor.txt."
    );
    desk.take(Msg::FilesRead(vec![file("mayor.txt", ARTICLE), file("mayor.ann", standoff)]));
    assert_eq!(desk.listed(), ["quote: “We will 😀 not,”"]);
    assert_eq!(problems(&desk), ["T2: “nonsense” is no label of this program; it was left out."]);
    desk.take(Msg::FilesRead(vec![file("a.txt", "One."), file("b.txt", "Two.")]));
    assert!(desk.notice().starts_with("Several files are opened together only"));
    desk.take(Msg::FilesRead(vec![file("x.json", "{\"a\": 1}")]));
    assert!(desk.notice().starts_with("x.json is a JSON file"), "{}", desk.notice());
}

#[test]
fn annotations_without_their_text_are_placed_over_the_open_article() {
    let mut desk = Desk::with_article();
    let standoff = "T1\tQuote 3 19\t“We will 😀 not,”\nT2\tClaim 0 4\tNope\n";
    desk.take(Msg::FilesRead(vec![file("mayor.ann", standoff)]));
    assert_eq!(desk.listed(), ["quote: “We will 😀 not,”"]);
    assert_eq!(
        problems(&desk),
        [
            "T1: ““We will 😀 not,”” stands elsewhere in this text; the span was put there.",
            "T2: “Nope” does not stand in this text; it was left out."
        ]
    );
    assert_eq!(desk.kept.len(), 2, "the article without marks is still kept");
}

#[test]
fn the_articles_of_an_archive_are_all_kept() {
    let mut desk = Desk::new();
    desk.take(Msg::FilesRead(vec![
        file("a.txt", "Ana said no."),
        file("a.ann", "T1\tClaim 9 11\tno\n"),
        file("b.txt", "Bo said yes."),
        file("b.ann", "T1\tClaim 8 11\tyes\n"),
    ]));
    assert_eq!(desk.notice(), "2 articles were opened and are in the list.");
    let counts: Vec<usize> = desk.kept.iter().map(|stored| stored.entry.counts.claims).collect();
    assert_eq!(counts, [1, 1]);
    assert!(matches!(Screen::of(&desk.model).view, ViewScreen::Start(_)));
}
