//! The running program: takes messages in order, and lets model, page and effects follow.

use super::dom::{Dom, document, part};
use super::effects::Hands;
use super::render::Renderer;
use super::{effects, events, paragraphs, settings};
use ascribe::app::{Action, Held, Model, Moment, Msg, Part, Screen, rehearse, update};
use ascribe::document::{DocumentId, Timestamp};
use ascribe::text::Way;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::console;

/// Milliseconds between two slices of what is built when there is time.
const REST: i32 = 12;
/// Milliseconds after which the cards of a block follow its text, which is to be seen first; while
/// the user scrolls on, they wait.
const CARDS_REST: i32 = 100;
/// How often it is rehearsed, a few milliseconds each time: with 30, opening a megabyte takes two
/// thirds of the time that it takes with one.
const REHEARSALS: u32 = 30;
/// Milliseconds in which the view that a page starts with has been seen.
const CALM: i32 = 30;

/// The running program. Cheap to clone; all clones are the same one.
#[derive(Clone)]
pub(crate) struct Program(Rc<Inner>);

struct Inner {
    model: RefCell<Model>,
    renderer: RefCell<Renderer>,
    hands: Hands,
    waiting: RefCell<VecDeque<Msg>>,
    running: Cell<bool>,
    /// What is put where it belongs before the next frame is painted.
    laying: Cell<Option<Laid>>,
    /// How often cards were asked for.
    deals: Cell<usize>,
    unsaved: Cell<bool>,
}

/// Starts the program. Where the page itself is broken, it says so.
pub(crate) fn start() {
    let program = Program(Rc::new(Inner {
        model: RefCell::default(),
        renderer: RefCell::default(),
        hands: Hands::default(),
        waiting: RefCell::default(),
        running: Cell::new(false),
        laying: Cell::default(),
        deals: Cell::default(),
        unsaved: Cell::new(false),
    }));
    if let Err(error) = events::listen(&program) {
        report(&error);
    }
    program.take(Msg::Awoken(languages(), settings::kept()));
    effects::begin(&program);
}

/// The languages that the user wants, the best first.
fn languages() -> Vec<String> {
    let known = super::dom::window().map(|window| window.navigator().languages());
    known
        .map_or_else(|_| Vec::new(), |tags| tags.iter().filter_map(|tag| tag.as_string()).collect())
}

/// What is laid over the text and stands beside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Laid {
    /// What lies over words: caret, handles, toolbar and lines.
    Over,
    /// That, and the cards beside the lines, as far as they changed.
    Beside,
    /// That, and all the cards: text or window is laid out anew.
    Anew,
}

impl Program {
    /// Takes a message. One that comes while another is being handled waits for its turn.
    pub(crate) fn take(&self, msg: Msg) {
        self.0.waiting.borrow_mut().push_back(msg);
        if self.0.running.replace(true) {
            return;
        }
        while let Some(msg) = self.next() {
            self.handle(msg);
        }
        self.0.running.set(false);
    }

    /// Puts what is laid over the text where it belongs, before the next frame is painted. Not at
    /// once: what else changes in between is laid out with it, and may give the page a scroll bar,
    /// and what has just been measured another width.
    pub(crate) fn lay_over(&self, what: Laid) -> Dom<()> {
        let before = self.0.laying.get();
        self.0.laying.set(before.max(Some(what)));
        if before.is_some() {
            return Ok(());
        }
        let program = self.clone();
        let next = Closure::once_into_js(move || attempt(|| program.laid_over()));
        super::dom::window()?.request_animation_frame(next.unchecked_ref()).map(drop)
    }

    /// Does so at once, when it is to be done: what is asked for next depends on it.
    pub(crate) fn laid_over(&self) -> Dom<()> {
        match self.0.laying.take() {
            Some(what) => self.0.renderer.borrow_mut().lay_over(what, self),
            None => Ok(()),
        }
    }

    /// What the browser's asynchronous parts are held by.
    pub(crate) fn hands(&self) -> &Hands {
        &self.0.hands
    }

    /// Tells whether work would be lost if the page were closed now.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.0.unsaved.get()
    }

    /// Builds what the article does not show yet, a little at a time: in between, the page answers
    /// its user.
    pub(crate) fn fill_in(&self) -> Dom<()> {
        let program = self.clone();
        effects::after(
            REST,
            move || {
                if paragraphs::fill_in()? { program.fill_in() } else { Ok(()) }
            },
        )
    }

    /// Stamps the cards that wait for it, when no others were asked for meanwhile.
    pub(crate) fn deal(&self) -> Dom<()> {
        self.deal_after(CARDS_REST)
    }

    /// Does so after some milliseconds, a little at a time.
    fn deal_after(&self, rest: i32) -> Dom<()> {
        let program = self.clone();
        let deals = &self.0.deals;
        deals.update(|count| count + 1);
        let own = deals.get();
        effects::after(rest, move || {
            let last = program.0.deals.get() == own;
            let more = last && program.0.renderer.borrow_mut().deal(&program)?;
            if more { program.deal_after(REST) } else { Ok(()) }
        })
    }

    /// Does what a user will do first, a few times with pauses, while the start view is looked at; an
    /// article that is open already needs the time for itself.
    pub(crate) fn rehearse(&self) -> Dom<()> {
        effects::after(CALM, || rehearse_times(REHEARSALS))
    }

    /// Returns the action that a key asks for.
    pub(crate) fn action_of(&self, key: &str, held: Held) -> Option<Action> {
        self.0.model.borrow().action_of(key, held)
    }

    /// Tells whether Tab goes to a suggestion and not out of the text.
    pub(crate) fn walks(&self, way: Way) -> bool {
        self.0.model.borrow().walks(way)
    }

    /// Tells whether the next key is to be given to an action.
    pub(crate) fn awaits_key(&self) -> bool {
        self.0.model.borrow().awaits_key()
    }

    fn next(&self) -> Option<Msg> {
        self.0.waiting.borrow_mut().pop_front()
    }

    fn handle(&self, msg: Msg) {
        let (effects, screen) = {
            let mut model = self.0.model.borrow_mut();
            let effects = update(&mut model, &moment(), msg);
            (effects, Screen::of(&model))
        };
        self.0.unsaved.set(screen.unsaved);
        let painted = self.0.renderer.borrow_mut().render(screen, self);
        if let Err(error) = painted {
            report(&error);
        }
        for effect in effects {
            if let Err(error) = effects::run(self, effect) {
                report(&error);
            }
        }
    }
}

fn rehearse_times(times: u32) -> Dom<()> {
    if times == 0 || part(Part::Start)?.hidden() {
        return Ok(());
    }
    rehearse(&moment());
    effects::after(REST, move || rehearse_times(times - 1))
}

/// Now, with an id that nothing has yet.
fn moment() -> Moment {
    let now: String = js_sys::Date::new_0().to_iso_string().into();
    let mut random = [0u8; 16];
    let filled = super::dom::window()
        .and_then(|window| window.crypto())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random));
    if let Err(error) = filled {
        report(&error);
    }
    // Version 4, variant 1: RFC 9562 §5.4.
    random[6] = random[6] & 0x0f | 0x40;
    random[8] = random[8] & 0x3f | 0x80;
    let hex: Vec<String> = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let groups = [&hex[..4], &hex[4..6], &hex[6..8], &hex[8..10], &hex[10..]].map(<[_]>::concat);
    Moment {
        now: Timestamp::parse(&now).unwrap_or_else(Timestamp::unknown),
        fresh: DocumentId(format!("urn:uuid:{}", groups.join("-"))),
    }
}

/// Reports what should not happen where a developer looks for it.
pub(crate) fn report(error: &JsValue) {
    console::error_2(&JsValue::from_str("Ascribe:"), error);
}

/// Runs `act` on the page; what fails is reported.
pub(crate) fn attempt(act: impl FnOnce() -> Dom<()>) {
    if let Err(error) = act() {
        report(&error);
    }
}

/// Sets the title of the window.
pub(crate) fn set_title(title: &str) -> Dom<()> {
    let document = document()?;
    if document.title() != title {
        document.set_title(title);
    }
    Ok(())
}
