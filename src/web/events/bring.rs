//! What is brought to the page: pasted, dropped or picked.

use super::{on, origin};
use crate::web::dom::{Dom, document, part};
use crate::web::html;
use crate::web::program::{Program, report};
use ascribe::app::{Msg, Part};
use ascribe::format::File;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, FileList, HtmlInputElement, HtmlTextAreaElement,
};

pub(super) fn listen(program: &Program) -> Dom<()> {
    let document = document()?;
    on(&document, "paste", program, paste)?;
    on(&document, "dragover", program, |_, event: &DragEvent| {
        if event.data_transfer().is_some_and(|data| carries_files(&data)) {
            event.prevent_default();
            part(Part::Drop)?.set_hidden(false);
        }
        Ok(())
    })?;
    on(&document, "dragleave", program, |_, event: &DragEvent| {
        // Leaving the window, not one element for another.
        if event.related_target().is_none() {
            part(Part::Drop)?.set_hidden(true);
        }
        Ok(())
    })?;
    on(&document, "drop", program, drop)?;
    on(&part(Part::File)?, "change", program, picked)
}

/// Takes what is pasted on the start view. What is pasted into a field that holds text already
/// stays there.
fn paste(program: &Program, event: &ClipboardEvent) -> Dom<()> {
    let target = origin(event);
    let field = target.as_ref().and_then(|target| target.dyn_ref::<HtmlTextAreaElement>());
    let elsewhere = target.as_ref().is_some_and(JsCast::has_type::<HtmlInputElement>);
    let begun = field.is_some_and(|field| !field.value().trim().is_empty());
    if part(Part::Start)?.hidden() || elsewhere || begun {
        return Ok(());
    }
    let Some(data) = event.clipboard_data() else {
        return Ok(());
    };
    if take(program, &data)? {
        event.prevent_default();
    }
    Ok(())
}

fn drop(program: &Program, event: &DragEvent) -> Dom<()> {
    part(Part::Drop)?.set_hidden(true);
    let Some(data) = event.data_transfer() else {
        return Ok(());
    };
    // Text dragged within the article is no article of its own.
    if carries_files(&data) || !part(Part::Start)?.hidden() {
        event.prevent_default();
        take(program, &data)?;
    }
    Ok(())
}

fn carries_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|kind| kind.as_string().is_some_and(|kind| kind == "Files"))
}

/// Takes what `data` carries: a file, else a web page, else text; tells whether there was one.
fn take(program: &Program, data: &DataTransfer) -> Dom<bool> {
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        read(program, &files);
        return Ok(true);
    }
    let page = data.get_data("text/html")?;
    let text = data.get_data("text/plain")?;
    if !page.trim().is_empty() {
        let (blocks, facts) = html::read(&page)?;
        program.take(Msg::PagePasted(blocks, facts));
        return Ok(true);
    }
    if text.is_empty() {
        return Ok(false);
    }
    program.take(Msg::TextPasted(text));
    Ok(true)
}

fn picked(program: &Program, event: &Event) -> Dom<()> {
    let input = origin(event).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else {
        return Ok(());
    };
    if let Some(files) = input.files() {
        read(program, &files);
    }
    // So that the same file can be picked again.
    input.set_value("");
    Ok(())
}

/// Reads files and tells the program, of all at once.
fn read(program: &Program, files: &FileList) {
    let program = program.clone();
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|at| files.item(at)).collect();
    spawn_local(async move {
        let mut contents = Vec::new();
        for file in files {
            let name = file.name();
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => {
                    contents.push(File { name, bytes: Uint8Array::new(&buffer).to_vec() });
                }
                Err(error) => {
                    report(&error);
                    let reason = error
                        .dyn_ref::<web_sys::DomException>()
                        .map(web_sys::DomException::message);
                    program.take(Msg::FileFailed(name, reason.unwrap_or_default()));
                    return;
                }
            }
        }
        program.take(Msg::FilesRead(contents));
    });
}
