//! What shows an attribution as one in the text: its lights, and a thin line between it and what
//! was said where both can be seen at once. Touches no paragraph.

use crate::web::dom::{Dom, part, set_flag, window};
use crate::web::selection;
use ascribe::app::{ArticleScreen, Look, Part, Place};
use ascribe::document::Constituent;
use ascribe::text::Direction;
use web_sys::{DomRect, Element};

/// The highlights and what each shows.
const LIGHTS: [(&str, Look); 5] = [
    ("content", Look::Content),
    ("attribution", Look::Attribution),
    ("source", Look::Constituent(Constituent::Source)),
    ("cue", Look::Constituent(Constituent::Cue)),
    ("addressee", Look::Constituent(Constituent::Addressee)),
];

/// Lights up what belongs to the chosen annotation, and lets the rest go out.
pub(super) fn light(screen: &ArticleScreen) -> Dom<()> {
    for (name, look) in LIGHTS {
        let lit = screen.lights.iter().filter(|light| light.look == look);
        let lit: Vec<(Place, Place)> = lit.map(|light| (light.start, light.end)).collect();
        selection::highlight(name, &lit)?;
    }
    Ok(())
}

/// Lets all lights go out and takes the lines away.
pub(super) fn extinguish() -> Dom<()> {
    LIGHTS.iter().try_for_each(|(name, _)| selection::highlight(name, &[]))?;
    connect("")
}

/// Measures where the lines belong as the text is laid out now, and returns them as a path.
pub(super) fn measure(screen: &ArticleScreen) -> Dom<String> {
    let mut line = String::new();
    // From an attribution to what was said, from that to its attributions.
    let up = screen.lights.iter().any(|light| light.look == Look::Attribution);
    let wanted = if up { Look::Attribution } else { Look::Content };
    let mut wanted = screen.lights.iter().filter(|light| light.look == wanted).peekable();
    if wanted.peek().is_none() {
        return Ok(line);
    }
    let own = edges(screen.lit.iter().copied())?;
    for light in wanted {
        let there = edges(std::iter::once((light.start, light.end)))?;
        draw(&mut line, &own, &there, screen.direction)?;
    }
    Ok(line)
}

/// Draws lines.
pub(super) fn connect(line: &str) -> Dom<()> {
    set_path(".tie", line)
}

/// Draws the line that a pointer pulls from one point of the window to another, or none.
pub(crate) fn pull(ends: Option<((f64, f64), (f64, f64))>) -> Dom<()> {
    let mut line = String::new();
    if let Some((from, to)) = ends {
        let scroll = scroll()?;
        step(&mut line, 'M', &[from], scroll);
        step(&mut line, 'L', &[to], scroll);
    }
    set_path(".pull", &line)
}

fn set_path(path: &str, line: &str) -> Dom<()> {
    let path: Option<Element> = part(Part::Connector)?.query_selector(path)?;
    path.map_or(Ok(()), |path| set_flag(&path, "d", Some(line)))
}

/// The first and the last line of every stretch.
fn edges(stretches: impl Iterator<Item = (Place, Place)>) -> Dom<Vec<DomRect>> {
    let mut edges = Vec::new();
    for (start, end) in stretches {
        let mut rects = selection::rects(start, end)?;
        edges.extend(rects.pop());
        edges.extend(rects.into_iter().next());
    }
    Ok(edges)
}

fn middle(rect: &DomRect) -> f64 {
    rect.top() + rect.height() / 2.0
}

/// Adds the line between the two that are nearest to each other.
fn draw(line: &mut String, own: &[DomRect], there: &[DomRect], way: Direction) -> Dom<()> {
    let pairs = own.iter().flat_map(|one| there.iter().map(move |other| (one, other)));
    let far = |(one, other): &(&DomRect, &DomRect)| {
        let across = (one.left() - other.right()).max(other.left() - one.right()).max(0.0);
        (middle(one) - middle(other)).abs() * 8.0 + across
    };
    let Some((one, other)) = pairs.min_by(|a, b| far(a).total_cmp(&far(b))) else {
        return Ok(());
    };
    let scroll = scroll()?;
    let height = window()?.inner_height()?.as_f64().unwrap_or_default();
    let (from, to) = (middle(one), middle(other));
    if (from - to).abs() < one.height() / 2.0 {
        // On one line: a bow below the words, from the near end of each.
        let reach = |rect: &DomRect| (rect.width() / 2.0).min(20.0);
        let (x, end) = if one.left() < other.left() {
            (one.right() - reach(one), other.left() + reach(other))
        } else {
            (one.left() + reach(one), other.right() - reach(other))
        };
        let y = one.bottom().max(other.bottom()) + 2.0;
        step(line, 'M', &[(x, y)], scroll);
        step(line, 'C', &[(x, y + 9.0), (end, y + 9.0), (end, y)], scroll);
    } else if (from - to).abs() < height * 0.9 {
        // Over lines: a bracket in the margin, where it crosses no word.
        let text = part(Part::Text)?.get_bounding_client_rect();
        let (edge, out) = match way {
            Direction::LeftToRight => (text.left() - 3.0, -7.0),
            Direction::RightToLeft => (text.right() + 3.0, 7.0),
        };
        let turn = if from < to { 5.0 } else { -5.0 };
        let far = edge + out;
        step(line, 'M', &[(edge, from)], scroll);
        step(line, 'Q', &[(far, from), (far, from + turn)], scroll);
        step(line, 'L', &[(far, to - turn)], scroll);
        step(line, 'Q', &[(far, to), (edge, to)], scroll);
    }
    Ok(())
}

fn scroll() -> Dom<(f64, f64)> {
    Ok((window()?.scroll_x()?, window()?.scroll_y()?))
}

/// Adds a step of a path, in whole pixels of the page.
fn step(line: &mut String, command: char, points: &[(f64, f64)], scroll: (f64, f64)) {
    line.push(command);
    for (x, y) in points {
        for length in [x + scroll.0, y + scroll.1] {
            line.push_str(&(length.round() as i32).to_string());
            line.push(' ');
        }
    }
}
