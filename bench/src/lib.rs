//! What `sentences.html` measures inside a browser: splitters of a text that is in memory already,
//! and the search for suggestions in its sentences.
//! Knows no clock.

/// The functions that the page calls.
#[cfg(target_arch = "wasm32")]
pub mod page {
    use ascribe::suggest::suggest;
    use ascribe::text::{Language, Span, sentences};
    use std::cell::RefCell;
    use unicode_segmentation::UnicodeSegmentation;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
        static CUT: RefCell<Vec<Span>> = const { RefCell::new(Vec::new()) };
    }

    /// Keeps the text that is to be split.
    #[wasm_bindgen]
    pub fn keep(text: String) {
        CUT.set(sentences(&text, Language::English));
        TEXT.set(text);
    }

    /// Counts the sentences of the kept text by this project's splitter.
    #[wasm_bindgen]
    pub fn ascribe() -> usize {
        TEXT.with_borrow(|text| sentences(text, Language::English).len())
    }

    /// Counts the suggestions for the kept text, whose sentences are known.
    #[wasm_bindgen]
    pub fn suggestions() -> usize {
        let found = |text: &str, cut: &[Span]| suggest(text, cut, Language::English).len();
        TEXT.with_borrow(|text| CUT.with_borrow(|cut| found(text, cut)))
    }

    /// Counts the sentences of the kept text by UAX #29.
    #[wasm_bindgen]
    pub fn unicode() -> usize {
        TEXT.with_borrow(|text| text.split_sentence_bounds().count())
    }
}
