//! Measures sentence splitters side by side, and the search for suggestions, natively. Knows no rule
//! of any of them.

use ascribe::suggest::suggest;
use ascribe::text::{Language, sentences};
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation;

/// How often each splitter runs; the fastest run counts.
const RUNS: usize = 5;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: ascribe-bench FILE");
        return ExitCode::FAILURE;
    };
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            measure(&text);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path} cannot be read: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Times every splitter on `text`, in turns, and prints its speed and what it found.
fn measure(text: &str) {
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let cut = sentences(text, Language::English);
    let splitters: [(&str, &dyn Fn() -> usize); 6] = [
        ("reading the bytes", &|| text.bytes().filter(|&byte| byte == b'.').count()),
        ("ascribe", &|| sentences(text, Language::English).len()),
        ("icu_segmenter", &|| icu.segment_str(text).count() - 1),
        ("sentencex", &|| sentencex::get_sentence_boundaries("en", text).len()),
        ("unicode-segmentation", &|| text.split_sentence_bounds().count()),
        ("suggestions", &|| suggest(text, &cut, Language::English).len()),
    ];
    let mut fastest = [(Duration::MAX, 0); 6];
    for _ in 0..RUNS {
        for (best, (_, split)) in fastest.iter_mut().zip(&splitters) {
            let begin = Instant::now();
            let found = black_box(split());
            *best = (best.0.min(begin.elapsed()), found);
        }
    }
    println!("{:<22}{:>10}{:>14}", "", "MB/s", "found");
    for ((name, _), (time, found)) in splitters.iter().zip(fastest) {
        let speed = text.len() as f64 / 1e6 / time.as_secs_f64();
        println!("{name:<22}{speed:>10.1}{found:>14}");
    }
}
