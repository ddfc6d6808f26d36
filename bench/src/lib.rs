//! What `sentences.html` measures inside a browser: splitters of a text that is in memory already.
//! Knows no clock.

/// The functions that the page calls.
#[cfg(target_arch = "wasm32")]
pub mod page {
    use ascribe::text::{Language, sentences};
    use std::cell::RefCell;
    use unicode_segmentation::UnicodeSegmentation;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
    }

    /// Keeps the text that is to be split.
    #[wasm_bindgen]
    pub fn keep(text: String) {
        TEXT.set(text);
    }

    /// Counts the sentences of the kept text by this project's splitter.
    #[wasm_bindgen]
    pub fn ascribe() -> usize {
        TEXT.with_borrow(|text| sentences(text, Language::English).len())
    }

    /// Counts the sentences of the kept text by UAX #29.
    #[wasm_bindgen]
    pub fn unicode() -> usize {
        TEXT.with_borrow(|text| text.split_sentence_bounds().count())
    }
}
