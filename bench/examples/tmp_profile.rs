#![allow(missing_docs, dead_code, clippy::all)]
#[path = "../src/page/news.rs"]
mod news;
#[path = "../src/page/size.rs"]
mod size;
#[path = "../src/page/subject.rs"]
mod subject;
use std::time::Instant;
fn main() {
    let name = std::env::args().nth(1).unwrap();
    let size = size::Size::named(&name).unwrap();
    let ready = subject::Ready::of(size).unwrap();
    println!("file {} bytes", ready.file.len());
    for _ in 0..3 {
        let t = Instant::now();
        let text = ascribe::text::paste::decode(&ready.file).unwrap();
        println!("decode {:?}", t.elapsed());
        let t = Instant::now();
        let k = ascribe::format::recognise(&text);
        println!("recognise {:?} {k:?}", t.elapsed());
        let t = Instant::now();
        let (doc, p) = ascribe::format::ascribe::read(&text).unwrap();
        println!("read {:?} {}", t.elapsed(), p.len());
        let t = Instant::now();
        let s = ascribe::text::sentences(doc.text(), ascribe::text::Language::English);
        println!("split {:?} {}", t.elapsed(), s.len());
        let t = Instant::now();
        let d2 = doc.clone();
        println!("clone {:?}", t.elapsed());
        let t = Instant::now();
        let w = ascribe::format::ascribe::write(&doc);
        println!("write {:?} {}", t.elapsed(), w.len());
        drop(d2);
    }
}
