//! Offers: what follows when a proposal is taken or dropped, and a problem mended or looked for.

use super::annotate::{edit, tell, visit};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Moment;
use crate::app::notice::Notice;
use crate::app::session::{Joined, Session};
use crate::document::check::{self, Rule};
use crate::document::propose::{self, Proposal};
use crate::document::{Annotation, Annotations, Edit};
use std::rc::Rc;

/// The proposals for the chosen annotation.
fn proposals(session: &Session) -> Vec<Proposal> {
    let chosen = session.chosen();
    chosen.map_or_else(Vec::new, |own| propose::propose(session.document(), own))
}

/// Carries out one of the proposals for the chosen annotation.
pub(super) fn take(model: &mut Model, moment: &Moment, index: usize) -> Vec<Effect> {
    act(model, moment, Notice::Taken, index, |session, proposal| {
        propose::accept(session.document(), proposal, &moment.now)
    })
}

/// Carries out all proposals for the chosen annotation, as one step.
pub(super) fn take_all(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let taken = edit(model, &moment.now, Joined::Alone, |session| {
        let (mut document, mut edits) = (session.document().clone(), Vec::new());
        let id = session.chosen.as_ref()?;
        loop {
            // What is taken may answer another proposal, and ask for one more.
            let own = document.annotations().get(id)?;
            let open = propose::propose(&document, own);
            let next = open.iter().find_map(|one| propose::accept(&document, one, &moment.now));
            let Some(next) = next else { break };
            next.iter().try_for_each(|edit| document.apply(edit)).ok()?;
            edits.extend(next);
        }
        Some(edits).filter(|edits| !edits.is_empty())
    });
    tell(model, if taken { Notice::Taken } else { Notice::NothingProposed })
}

/// Turns one of the proposals for the chosen annotation down.
pub(super) fn drop(model: &mut Model, moment: &Moment, index: usize) -> Vec<Effect> {
    act(model, moment, Notice::Dropped, index, |session, proposal| {
        Some(vec![propose::reject(session.document(), proposal)?])
    })
}

fn act(
    model: &mut Model,
    moment: &Moment,
    done: Notice,
    index: usize,
    make: impl FnOnce(&Session, &Proposal) -> Option<Vec<Edit>>,
) -> Vec<Effect> {
    let Some(session) = model.session() else {
        return Vec::new();
    };
    let Some(proposal) = proposals(session).into_iter().nth(index) else {
        return tell(model, Notice::NothingProposed);
    };
    let acted = edit(model, &moment.now, Joined::Alone, |session| make(session, &proposal));
    if acted { tell(model, done) } else { Vec::new() }
}

/// Mends what a rule finds at the chosen annotation, or the first that can be mended.
pub(super) fn fix(model: &mut Model, moment: &Moment, rule: Option<Rule>) -> Vec<Effect> {
    let Some(session) = model.session() else {
        return Vec::new();
    };
    let (document, profile) = (session.document(), session.layout().profile());
    let Some(own) = session.chosen() else {
        return tell(model, Notice::ChooseFirst);
    };
    let found = check::check(document, own, profile).into_iter().map(|finding| finding.rule);
    let mut wanted = found.filter(|found| rule.is_none_or(|rule| rule == *found));
    let Some(edits) = wanted.find_map(|rule| check::fix(document, own, rule, &moment.now)) else {
        return tell(model, Notice::NothingToFix);
    };
    let fixed = edit(model, &moment.now, Joined::Alone, |_| Some(edits));
    if fixed { tell(model, Notice::Fixed) } else { Vec::new() }
}

/// Chooses the next annotation, behind the chosen one and round the end, of which a rule has
/// something to say. Costs what lies between the two.
pub(super) fn next_problem(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session() else {
        return Vec::new();
    };
    let (document, profile) = (session.document(), session.layout().profile());
    let annotations = document.annotations();
    let here = session.chosen().map(Annotations::place);
    let behind = here.iter().flat_map(|here| annotations.after(here));
    let wanted = |own: &&Rc<Annotation>| !check::check(document, own, profile).is_empty();
    let found = behind.chain(annotations.iter()).find(wanted).map(|own| own.id.clone());
    match found {
        Some(id) => visit(model, id),
        None => tell(model, Notice::NoProblems),
    }
}
