//! What is painted, and how little of it an edit paints again.

use super::*;
use crate::app::filter::Facet;
use crate::document::arbitrary;
use crate::document::{AnnotationId, Body, DocumentId, Label, Metadata, Origin, Target, Timestamp};
use proptest::prelude::*;
use proptest::sample::subsequence;

/// Makes a document of paragraphs in which spans are bracketed: `"He [said [no]]."`.
fn document(marked: &str) -> Document {
    let (mut text, mut open, mut spans) = (String::new(), Vec::new(), Vec::new());
    for c in marked.chars() {
        match c {
            '[' => {
                open.push(spans.len());
                spans.push((text.len(), 0));
            }
            ']' => spans[open.pop().unwrap()].1 = text.len(),
            _ => text.push(c),
        }
    }
    let at = Timestamp::unknown();
    let id = DocumentId("urn:uuid:1".into());
    let mut document = Document::new(id, text.clone(), Metadata::default(), vec![], vec![], at);
    for (number, (start, end)) in spans.into_iter().enumerate() {
        let span = Span::new(&text, Byte(start), Byte(end)).unwrap();
        document.add(claim(number, span)).unwrap();
    }
    document
}

fn claim(number: usize, span: Span) -> Annotation {
    Annotation {
        id: AnnotationId(format!("a{number}")),
        target: Target::from(span),
        body: Body::of(Label::Claim),
        note: String::new(),
        tags: vec![],
        creator: String::new(),
        created: None,
        modified: None,
        origin: Origin::User,
        extra: vec![],
    }
}

/// A layout of which everything is wanted.
fn near(document: &Document) -> Layout {
    let mut layout = Layout::of(document);
    let blocks = layout.blocks().len();
    for block in 0..blocks {
        layout.bring_near(block, true);
        layout.list(block, true);
    }
    layout.refresh(document);
    layout
}

/// Checks what is painted: each piece with the lanes of those who cover it, `*` where one begins.
fn check(marked: &str, expected: &[&str]) {
    let document = document(marked);
    let layout = near(&document);
    let marks = (0..layout.blocks().len()).filter_map(|block| layout.marks(block));
    let pieces = marks.flat_map(|marks| marks.iter()).flat_map(|marks| marks.0.clone());
    let shown: Vec<String> = pieces
        .map(|piece| {
            let layers = piece.layers.iter();
            let layers =
                layers.map(|own| format!("{}{}", own.lane, if own.begins { "*" } else { "" }));
            format!("{}:{}", piece.text, layers.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(shown, expected);
    let painted: String =
        shown.iter().filter_map(|piece| piece.rsplit_once(':')).map(|p| p.0).collect();
    assert_eq!(painted, document.text().replace('\n', ""), "the pieces are the text");
}

#[test]
fn marks_that_overlap_have_lanes_of_their_own() {
    check("He [said [no]]. [Yes]", &["He :", "said :0*", "no:0 1*", ". :", "Yes:0*"]);
}

#[test]
fn a_lane_is_free_again_behind_its_mark() {
    check("[a[b]][c]", &["a:0*", "b:0 1*", "c:0*"]);
}

#[test]
fn a_mark_over_two_paragraphs_begins_in_the_first_alone() {
    check("a [b\n\nc] d", &["a :", "b:0*", "c:0", " d:"]);
}

#[test]
fn an_edit_paints_only_its_paragraph_again() {
    let text = "one [two] three\n".repeat(70);
    let mut document = document(&text);
    let mut layout = near(&document);
    let before: Vec<BlockMarks> =
        (0..3).map(|block| layout.marks(block).unwrap().clone()).collect();
    let cards: Vec<BlockCards> = (0..3).map(|block| layout.cards(block).unwrap().clone()).collect();
    let paragraph = layout.paragraphs()[BLOCK_PARAGRAPHS + 1];
    let span = Span::trimmed(document.text(), paragraph.start(), paragraph.end()).unwrap();
    let edit = Edit::Insert(claim(100, span));
    document.apply(&edit).unwrap();
    layout.touch(&edit, &document);
    layout.refresh(&document);
    let after: Vec<BlockMarks> = (0..3).map(|block| layout.marks(block).unwrap().clone()).collect();
    assert!(Rc::ptr_eq(&before[0], &after[0]) && Rc::ptr_eq(&before[2], &after[2]));
    let repainted = before[1].iter().zip(after[1].iter());
    let repainted: Vec<usize> = repainted
        .enumerate()
        .filter(|(_, (old, new))| !Rc::ptr_eq(old, new))
        .map(|(at, _)| at)
        .collect();
    assert_eq!(repainted, [1], "the second paragraph of the second block");
    let renewed = layout.cards(1).unwrap();
    assert_eq!(renewed.len(), cards[1].len() + 1);
    assert!(cards[1].iter().all(|old| renewed.iter().any(|new| Rc::ptr_eq(old, new))));
    assert!(Rc::ptr_eq(&cards[0], layout.cards(0).unwrap()));
}

#[test]
fn a_block_that_leaves_the_view_is_plain_again_and_a_pinned_one_keeps_its_cards() {
    let many = document(&"[a] ".repeat(FEW + 1));
    let mut layout = near(&many);
    layout.bring_near(0, false);
    layout.list(0, false);
    layout.pin(many.annotations().iter().next().map(AsRef::as_ref));
    layout.refresh(&many);
    assert!(layout.marks(0).is_none());
    assert_eq!(layout.cards(0).map(|cards| cards.len()), Some(FEW + 1));
    layout.pin(None);
    layout.refresh(&many);
    assert!(layout.cards(0).is_none());
    assert_eq!(layout.cards_count(0), FEW + 1, "the list still knows how many there are");
}

#[test]
fn few_cards_are_ready_wherever_the_list_stands() {
    let few = document(&format!("[a] b\n{}[c] d", "Nothing is said here.\n".repeat(40)));
    let layout = Layout::of(&few);
    let ready = (0..layout.blocks().len()).map(|block| layout.cards(block).unwrap().len());
    assert_eq!(ready.sum::<usize>(), 2);
}

#[test]
fn a_link_makes_the_card_at_its_other_end_anew() {
    let filler = "Nothing is said here.\n".repeat(40);
    let marked = format!("[q “No,” it] said.\n{filler}[a>1 {{s Ana}} said] so.\n{filler}");
    let mut document = crate::document::marked::document(&marked, &[]);
    let mut layout = near(&document);
    let card = |layout: &Layout| Rc::clone(&layout.cards(0).unwrap()[0]);
    assert_eq!((card(&layout).speaker.as_str(), card(&layout).problem), ("Ana", None));
    let attribution = (**document.annotations().get(&AnnotationId("a2".into())).unwrap()).clone();
    let edit = Edit::Remove(attribution);
    for (edit, speaker) in [(edit.clone(), ""), (edit.inverse(), "Ana")] {
        layout.touch(&edit, &document);
        document.apply(&edit).unwrap();
        layout.refresh(&document);
        assert_eq!(card(&layout).speaker, speaker);
        assert_eq!(card(&layout).problem.is_none(), speaker == "Ana");
    }
}

proptest! {
    #[test]
    fn whatever_an_edit_touches_is_held_against_the_filter_again(
        annotations in arbitrary::annotations("one two\n".repeat(90), 8),
        facets in subsequence(Facet::ALL.to_vec(), 1..3),
    ) {
        let mut document = document(&"one two\n".repeat(90));
        let mut layout = near(&document);
        layout.sift(|filter| facets.iter().for_each(|facet| filter.turn(*facet)));
        let inserts: Vec<Edit> = annotations.into_iter().map(Edit::Insert).collect();
        let removes = inserts.iter().rev().map(Edit::inverse);
        for edit in inserts.iter().cloned().chain(removes) {
            layout.touch(&edit, &document);
            document.apply(&edit).unwrap();
            layout.touch(&edit, &document);
            layout.refresh(&document);
            let fresh = document.annotations().iter().filter(|own| layout.filter().shows(&document, own, Profile::default()));
            prop_assert_eq!(layout.shown(), Some(fresh.count()));
            let blocks = 0..layout.blocks().len();
            let cards: usize = blocks.map(|block| layout.cards(block).unwrap().len()).sum();
            prop_assert_eq!(layout.shown(), Some(cards));
        }
    }
}
