//! The tabs of this page: which of them writes an article, and what they tell one another.
//!
//! Knows articles by id only; neither reads nor writes them.

use ascribe::document::DocumentId;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use tokio::sync::oneshot;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, BroadcastChannel, DomException, MessageEvent, console};

const CHANNEL: &str = "ascribe";

/// What one tab tells all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// The steps of an article from index `from` on are others now, or others of them hold.
    Changed {
        /// The article.
        id: DocumentId,
        /// The first step that changed; the number of steps when only others hold.
        from: usize,
    },
    /// The list of articles changed.
    Shelf,
}

impl News {
    /// Writes them as a list: of an id and an index, or of nothing.
    fn write(&self) -> Array {
        match self {
            News::Changed { id, from } => Array::of2(&JsValue::from(&id.0), &JsValue::from(*from)),
            News::Shelf => Array::new(),
        }
    }

    /// Reads what [`News::write`] wrote; `None` from a tab with another version of the page.
    fn read(told: &JsValue) -> Option<Self> {
        let told = told.dyn_ref::<Array>()?;
        if told.length() == 0 {
            return Some(News::Shelf);
        }
        let id = DocumentId(told.get(0).as_string()?);
        // Written from a `usize`, and saturating if it was not.
        Some(News::Changed { id, from: told.get(1).as_f64()? as usize })
    }
}

/// The line to the other tabs. Cut when dropped.
pub(crate) struct Line {
    /// `None` where the browser has no such line; then this is taken for the only tab.
    channel: Option<BroadcastChannel>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Line {
    /// Opens the line; `heard` gets what other tabs tell, never what this one does.
    pub(crate) fn open(mut heard: impl FnMut(News) + 'static) -> Self {
        let heard = Closure::new(move |event: MessageEvent| {
            if let Some(news) = News::read(&event.data()) {
                heard(news);
            }
        });
        let channel = BroadcastChannel::new(CHANNEL)
            .inspect(|channel| channel.set_onmessage(Some(heard.as_ref().unchecked_ref())))
            .inspect_err(console::warn_1)
            .ok();
        Line { channel, _heard: heard }
    }

    /// Tells all other tabs.
    pub(crate) fn tell(&self, news: &News) {
        let Some(channel) = &self.channel else { return };
        if let Err(error) = channel.post_message(&news.write()) {
            console::warn_1(&error);
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}

/// Whether this tab may write an article.
pub(crate) enum Hold {
    /// It may, as long as this is kept.
    Ours(Guard),
    /// Another tab writes it.
    Theirs,
    /// The browser has no locks: it may, and is taken for the only tab.
    Unguarded,
}

/// The right to write an article. Given back when dropped, also with the tab.
pub(crate) struct Guard {
    give_back: Function,
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Err(error) = self.give_back.call0(&JsValue::UNDEFINED) {
            console::warn_1(&error);
        }
    }
}

/// A place in the queue for the right to write. Left when dropped.
pub(crate) struct Waiting {
    leave: AbortController,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.leave.abort();
    }
}

/// Takes the right to write the article when no tab has it.
///
/// `lost` is called when another tab takes it over, not when it is given back.
pub(crate) async fn hold(id: &DocumentId, lost: impl FnOnce() + 'static) -> Hold {
    request_now(id, "ifAvailable", lost).await
}

/// Takes the right to write the article, from whichever tab has it.
///
/// A place of this tab in the queue must be left first.
pub(crate) async fn take_over(id: &DocumentId, lost: impl FnOnce() + 'static) -> Hold {
    request_now(id, "steal", lost).await
}

/// Queues for the right to write the article; `gained` gets it, as when the writing tab closes.
///
/// `None` where the browser has no locks.
pub(crate) fn wait(
    id: &DocumentId,
    gained: impl FnOnce(Guard) + 'static,
    lost: impl FnOnce() + 'static,
) -> Option<Waiting> {
    let locks = locks()?;
    let (leave, options) = match queued() {
        Ok(queued) => queued,
        Err(error) => {
            console::warn_1(&error);
            return None;
        }
    };
    let held = Rc::new(RefCell::new(false));
    let granted = Closure::once_into_js({
        let held = Rc::clone(&held);
        move |_lock: JsValue| {
            held.replace(true);
            let (guard, kept) = guard();
            gained(guard);
            kept
        }
    });
    let asked = locks.request(&name(id), &options, granted.unchecked_ref());
    spawn_local(async move {
        let ended = match asked {
            Ok(promise) => JsFuture::from(promise).await,
            Err(thrown) => Err(thrown),
        };
        match ended {
            Ok(_) => {}
            // To leave the queue is an abort too.
            Err(error) if is_abort(&error) => {
                if held.take() {
                    lost();
                }
            }
            Err(error) => console::warn_1(&error),
        }
    });
    Some(Waiting { leave })
}

#[wasm_bindgen]
extern "C" {
    /// `LockManager`, which `web_sys` holds for unstable.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

async fn request_now(id: &DocumentId, option: &str, lost: impl FnOnce() + 'static) -> Hold {
    let (Some(locks), Ok(options)) = (locks(), with(option, &JsValue::TRUE)) else {
        return Hold::Unguarded;
    };
    let (answer, answered) = oneshot::channel();
    let answer = Rc::new(RefCell::new(Some(answer)));
    let reply = {
        let answer = Rc::clone(&answer);
        move |hold: Hold| match answer.take() {
            Some(answer) => answer.send(hold).is_ok(),
            None => false,
        }
    };
    let granted = Closure::once_into_js({
        let reply = reply.clone();
        move |lock: JsValue| {
            if lock.is_null() {
                reply(Hold::Theirs);
                return Promise::resolve(&JsValue::UNDEFINED);
            }
            let (guard, kept) = guard();
            // When nobody waits for it any more, the guard is dropped here and the lock with it.
            reply(Hold::Ours(guard));
            kept
        }
    });
    let asked = locks.request(&name(id), &options, granted.unchecked_ref());
    spawn_local(async move {
        let ended = match asked {
            Ok(promise) => JsFuture::from(promise).await,
            Err(thrown) => Err(thrown),
        };
        if let Err(error) = ended {
            if is_abort(&error) {
                lost();
            } else {
                // As in a frame without an origin of its own.
                console::warn_1(&error);
                reply(Hold::Unguarded);
            }
        }
    });
    answered.await.unwrap_or(Hold::Unguarded)
}

/// Returns a guard, and the promise that keeps the lock until the guard is dropped.
fn guard() -> (Guard, Promise) {
    // Not `Function::default()`: that compiles text, which the page's policy refuses. The promise
    // puts its own function here before it returns.
    let mut give_back: Function = JsValue::UNDEFINED.unchecked_into();
    let kept = Promise::new(&mut |resolve, _reject| give_back = resolve);
    (Guard { give_back }, kept)
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    // Only a secure context has them.
    (!locks.is_undefined() && !locks.is_null()).then(|| locks.unchecked_into())
}

fn queued() -> Result<(AbortController, Object), JsValue> {
    let leave = AbortController::new()?;
    let options = with("signal", &leave.signal())?;
    Ok((leave, options))
}

fn with(option: &str, value: &JsValue) -> Result<Object, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &option.into(), value)?;
    Ok(options)
}

fn name(id: &DocumentId) -> String {
    format!("ascribe:{}", id.0)
}

fn is_abort(error: &JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError")
}
