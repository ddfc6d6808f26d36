//! Layers: marks over marks, all of them seen, and the list beside them.

use super::desk::{bring, listed, open_sample, sees_chosen, sees_in_view, tag};
use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde_json::json;

const QUOTE: &str = "“There was soup,” said Capt. Ines Halloran, who has steered the ferry since 2009, “and nobody leaves my galley hungry.”";
const ATTRIBUTION: &str = "said Capt. Ines Halloran, who has steered the ferry since 2009";
const NESTED: &str = "steered the ferry";
const CROSSING: &str = "nobody leaves my galley hungry.” She then closed the window";

/// Spans that nest, cross, overlap and are the same are all seen: by colour, line, lane and name.
pub(crate) async fn every_layer_is_seen(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "attribution", ATTRIBUTION).await?;
    tag(page, "claim", NESTED).await?;
    tag(page, "claim", CROSSING).await?;
    tag(page, "quote", NESTED).await?;
    for (label, text) in
        [("quote", QUOTE), ("attribution", ATTRIBUTION), ("claim", CROSSING), ("claim", NESTED)]
    {
        page.sees_label(label, text).await?;
    }
    let script = "
        const problems = [];
        const marks = [...document.querySelectorAll('article mark')];
        // Marks that begin close together share one name: all of theirs.
        const names = marks.filter((mark) => mark.dataset.name).flatMap((mark) => {
            // Firefox gives the content as it is written.
            const name = getComputedStyle(mark, '::before').content.replace('attr(data-name)', mark.dataset.name);
            if (!name.includes(mark.dataset.label)) problems.push(`${name} stands above a ${mark.dataset.label}`);
            return name.match(/claim|quote|attribution/g) ?? [];
        });
        if (names.length !== 5) problems.push(`${names.length} names are shown for 5 marks`);
        const styles = new Map();
        for (const mark of marks) {
            const style = getComputedStyle(mark);
            if (!style.textDecorationLine.includes('underline')) problems.push('a mark without a line');
            if (/rgba\\(0, 0, 0, 0\\)|transparent/.test(style.backgroundColor)) problems.push('a mark without a colour');
            styles.set(mark.dataset.label, style.textDecorationStyle);
            const around = mark.parentElement.closest('mark');
            if (around && getComputedStyle(around).textUnderlineOffset === style.textUnderlineOffset) {
                problems.push(`a ${mark.dataset.label} hides the line of the ${around.dataset.label} around it`);
            }
        }
        if (new Set(styles.values()).size !== 3) problems.push('two labels have the same line');
        const legend = [...document.querySelectorAll('[aria-label^=Labels] [data-label] .swatch')];
        for (const key of legend) {
            const label = key.textContent.trim().toLowerCase();
            if (getComputedStyle(key).textDecorationStyle !== styles.get(label)) problems.push(`the legend shows ${label} otherwise`);
        }
        if (legend.length !== 3) problems.push('the legend does not name three labels');
        return problems;";
    let problems = page.script(script, vec![]).await?;
    ensure!(problems == json!([]), "{problems}");
    Ok(())
}

/// A click takes the smallest annotation, each further one the next larger, and round again.
pub(crate) async fn clicks_go_from_small_to_large(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "attribution", ATTRIBUTION).await?;
    tag(page, "claim", NESTED).await?;
    // The last one tagged is chosen.
    page.press("Escape").await?;
    for text in [NESTED, ATTRIBUTION, QUOTE, NESTED] {
        page.click_text(NESTED).await?;
        sees_chosen(page, text).await?;
    }
    page.click_text("who has").await?;
    sees_chosen(page, ATTRIBUTION).await?;
    page.click_text("half the town").await?;
    page.waits_for(
        "no open card",
        "return !document.querySelector('aside li[aria-current]');",
        vec![],
    )
    .await
}

/// The list is in text order; choosing in it scrolls to the text, and the other way round.
pub(crate) async fn list_and_text_lead_to_each_other(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    let last = "until 5 p.m. on Thursday";
    tag(page, "claim", last).await?;
    tag(page, "attribution", "By Maren Oakes and Tomás Ibarra").await?;
    tag(page, "quote", "It can’t lie.").await?;
    tag(page, "claim", "The recipe is said to come from the captain’s grandmother").await?;
    let wanted = [
        "By Maren Oakes and Tomás Ibarra",
        "The recipe is said to come from the captain’s grandmother",
        "It can’t lie.",
        last,
    ];
    ensure!(listed(page).await? == wanted, "{:?}", listed(page).await?);
    page.click_in("List of annotations", &format!("claim needs a second look {last}")).await?;
    sees_chosen(page, last).await?;
    sees_in_view(page, last).await?;
    let first = format!("attribution needs a second look {}", wanted[0]);
    page.click_in("List of annotations", &first).await?;
    sees_in_view(page, wanted[0]).await?;
    page.click_text(wanted[1]).await?;
    sees_chosen(page, wanted[1]).await?;
    page.press("n").await?;
    sees_chosen(page, wanted[2]).await?;
    page.press("p").await?;
    page.press("p").await?;
    sees_chosen(page, wanted[0]).await?;
    sees_in_view(page, wanted[0]).await
}

/// Whoever walks by keys sees the words of every card, where a high one makes room for the next.
pub(crate) async fn walking_by_keys_keeps_the_words_in_view(page: &mut Page) -> Result<()> {
    page.resize(1200, 720).await?;
    page.open().await?;
    let said = "The mayor said that the river is wide.";
    bring(page, &format!("A bridge\n\n{}{said}", "Nothing was said.\n\n".repeat(5))).await?;
    let wanted = ["The mayor said", "that the river", "wide"];
    for (label, words) in ["attribution", "claim", "claim"].into_iter().zip(wanted) {
        tag(page, label, words).await?;
    }
    page.press("Escape").await?;
    for words in wanted.into_iter().cycle().take(6) {
        page.press("n").await?;
        sees_chosen(page, words).await?;
        sees_in_view(page, words).await?;
        let still = "return scrollY === 0;";
        page.waits_for("a page that stays, as all of it is in view", still, vec![]).await?;
    }
    Ok(())
}

/// A name above the last words of a line does not let a narrow page scroll sideways.
pub(crate) async fn a_name_reaches_over_no_edge(page: &mut Page) -> Result<()> {
    page.resize(390, 720).await?;
    open_sample(page).await?;
    let script = "
        const words = [...document.querySelectorAll('article p')].flatMap(({ firstChild: node }) =>
            [...node.data.matchAll(/[\\p{L}]{2,}/gu)].map(({ 0: word, index }) => {
                const range = document.createRange();
                range.setStart(node, index);
                range.setEnd(node, index + word.length);
                return [word, range.getBoundingClientRect().left];
            }));
        const all = document.querySelector('article').textContent;
        const once = words.filter(([word]) => all.split(word).length === 2);
        return once.sort((a, b) => b[1] - a[1])[0][0];";
    let last = page.script(script, vec![]).await?;
    let last = last.as_str().context("no word at the end of a line")?;
    tag(page, "attribution", last).await?;
    page.waits_for(
        "a name at the end of a line, and nothing to scroll to",
        "const mark = document.querySelector('article mark[data-name]');
        const root = document.documentElement;
        return mark?.textContent === arguments[0] && root.scrollWidth <= root.clientWidth;",
        vec![json!(last)],
    )
    .await
}

/// Cards stand beside the lines where their words begin, none over another, the chosen one exactly,
/// or as low as it is seen whole; where the text goes, they go.
pub(crate) async fn cards_stand_beside_their_lines(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, &long_article()).await?;
    for number in [103, 104, 160] {
        tag(page, "claim", &format!("the river is {number} metres wide")).await?;
        tag(page, "attribution", &format!("Paragraph {number}: the mayor said")).await?;
    }
    let beside = "
        const cards = [...document.querySelectorAll('aside .card')].filter((it) => it.checkVisibility());
        const boxes = cards.map((it) => it.getBoundingClientRect());
        const over = boxes.some((box, at) => at > 0 && boxes[at - 1].bottom > box.top);
        const card = cards.find((it) => it.querySelector('.excerpt').textContent === arguments[0]);
        const mark = card && document.querySelector(`mark[data-subject='${card.dataset.subject}']`);
        if (over || !mark) return false;
        const [line, box] = [mark, card].map((it) => it.getBoundingClientRect());
        const isLow = box.top < line.top && Math.abs(innerHeight - box.bottom) < 10;
        return Math.abs(line.top - box.top) < arguments[1] || isLow;";
    for number in [160, 104, 103] {
        let words = format!("the river is {number} metres wide");
        page.click_text(&words).await?;
        sees_chosen(page, &words).await?;
        page.waits_for(&format!("a card beside “{words}”"), beside, vec![json!(words), json!(4)])
            .await?;
    }
    // Beside each other they make room, and with none open none stands far away.
    page.press("Escape").await?;
    let near = vec![json!("Paragraph 104: the mayor said"), json!(120)];
    page.waits_for("the next card near its line", beside, near).await
}

fn long_article() -> String {
    let mut text = String::from("A long article\n\n");
    for number in 100..200 {
        text.push_str(&format!(
            "Paragraph {number}: the mayor said that the river is {number} metres wide.\n\n"
        ));
    }
    text
}

/// As a list, the cards scroll to that of the words that are clicked, and a card to its words.
pub(crate) async fn a_long_list_follows(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, &long_article()).await?;
    page.click("List").await?;
    for number in [100, 110, 120, 130, 140, 150, 160, 170, 180, 199] {
        tag(page, "claim", &format!("the river is {number} metres wide")).await?;
    }
    page.click_text("the river is 110").await?;
    sees_chosen(page, "the river is 110 metres wide").await?;
    let script = "
        const card = document.querySelector('aside li[aria-current]').getBoundingClientRect();
        const list = document.querySelector('[aria-label=\"List of annotations\"]').getBoundingClientRect();
        return card.top >= list.top - 1 && card.top < list.bottom;";
    page.waits_for("the card in the view of the list", script, vec![]).await?;
    page.press("p").await?;
    page.press("p").await?;
    sees_chosen(page, "the river is 199 metres wide").await?;
    sees_in_view(page, "Paragraph 199").await?;
    let texts = listed(page).await?;
    texts.iter().position(|it| it.contains("199")).context("the last card is not shown").map(drop)
}
