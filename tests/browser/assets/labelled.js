// Lists the texts marked with a label, in text order. Overlaps cut a mark into several: pieces of the
// same annotation are one text, and where marks do not say whose they are, pieces side by side.
const [label] = arguments;
const marks = [...document.querySelectorAll(`article mark[data-label~="${CSS.escape(label)}"]`)];
const texts = new Map();
let last = null;
let unnamed = 0;
for (const mark of marks) {
  const isInner = mark.parentElement.closest(`mark[data-label~="${CSS.escape(label)}"]`);
  if (!mark.dataset.subject && isInner) continue;
  if (!mark.dataset.subject && last?.nextSibling !== mark) unnamed++;
  const key = mark.dataset.subject || unnamed;
  texts.set(key, (texts.get(key) || '') + mark.textContent);
  last = mark;
}
return [...texts.values()];
