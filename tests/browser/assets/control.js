// Finds a control by the name a screen reader says, or anything by a selector, and where it can be
// clicked. Called by `Page` with { name }, { name, group } or { selector }; returns { x, y } in the viewport, or
// { problem } as a sentence.
const [{ name, group, selector }] = arguments;
const done = arguments[arguments.length - 1];

const CONTROLS =
  'button, a[href], summary, input, select, textarea, [role=button], [role=menuitem], [role=tab], ' +
  '[role=option], [role=checkbox], [role=switch], [role=textbox], [contenteditable=true], [tabindex]';

const plain = (text) => (text || '').replace(/\s+/g, ' ').trim();
const nameOf = (element) => {
  const labelledBy = (element.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent);
  const labels = [...(element.labels || [])].map((label) => label.textContent);
  const candidates = [labelledBy.join(' '), element.getAttribute('aria-label'), labels.join(' '),
    element.matches('input, textarea, select') ? '' : element.textContent, element.title, element.placeholder];
  return plain(candidates.find((candidate) => plain(candidate)));
};
const isShown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });

const GROUPS = 'dialog, section, aside, nav, form, fieldset, ul, ol, [role]';
const find = () => {
  if (selector) return document.querySelector(selector);
  const groups = [...document.querySelectorAll(GROUPS)].filter((it) => isShown(it) && nameOf(it) === group);
  const top = group ? groups.pop() : [...document.querySelectorAll('dialog:modal')].pop() || document;
  if (!top) return null;
  const shown = [...top.querySelectorAll(CONTROLS)].filter(isShown);
  return shown.find((element) => nameOf(element) === name) || shown.find((element) => nameOf(element).startsWith(name));
};

(async () => {
  const element = find();
  if (!element) return { problem: `there is no control named “${name || selector}”${group ? ` in “${group}”` : ''}` };
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  // A card may still glide to its line: what moves is waited for.
  let rect, before;
  do {
    before = rect;
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    rect = element.getClientRects()[0];
  } while (rect && (rect.left !== before?.left || rect.top !== before?.top));
  if (!rect) return { problem: `“${name || selector}” is not visible` };
  const x = Math.floor(rect.left + rect.width / 2), y = Math.floor(rect.top + rect.height / 2);
  const hit = document.elementFromPoint(x, y);
  const isHit = hit && (element.contains(hit) || hit.contains(element) || [...(element.labels || [])].some((label) => label.contains(hit)));
  if (!isHit) return { problem: `“${name || selector}” is covered by ${hit ? hit.outerHTML.slice(0, 120) : 'nothing; it is off the screen'}` };
  if (element.disabled) return { problem: `“${name || selector}” is disabled` };
  return { x, y };
})().then(done, (error) => done({ problem: String(error) }));
