// Finds text as a reader sees it, and where it is on the screen. Called by `Page` with arguments
// (root selector, text, which occurrence from 1, which end: 'start' or 'end'); returns
// { x, y } in the viewport, or { problem } as a sentence.
const [rootSelector, wanted, occurrence, end] = arguments;
const done = arguments[arguments.length - 1];

const root = document.querySelector(rootSelector);
const isText = (node) => {
  const parent = node.parentElement;
  if (!parent || parent.closest('template, script, style, [hidden]')) return false;
  return getComputedStyle(parent).userSelect !== 'none';
};

const find = () => {
  const nodes = [];
  let whole = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!isText(walker.currentNode)) continue;
    nodes.push([whole.length, walker.currentNode]);
    whole += walker.currentNode.data;
  }
  let at = -1;
  for (let count = 0; count < occurrence; count++) {
    at = whole.indexOf(wanted, at + 1);
    if (at < 0) return null;
  }
  // The character at that end of the text, whole even when it is a surrogate pair.
  let from = at;
  if (end === 'end') {
    from = at + wanted.length - 1;
    if (/[\udc00-\udfff]/.test(whole[from])) from--;
  }
  const length = /[\ud800-\udbff]/.test(whole[from]) ? 2 : 1;
  const [base, node] = nodes.findLast(([start]) => start <= from);
  return { node, offset: from - base, length };
};

const place = () => {
  const { node, offset, length } = find();
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(offset + length, node.data.length));
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  if (rects.length === 0) return { problem: `“${wanted}” is not visible at its ${end}` };
  const rect = end === 'start' ? rects[0] : rects[rects.length - 1];
  const isRightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}/u.test(range.toString());
  const atLeft = (end === 'start') !== isRightToLeft;
  return {
    x: atLeft ? Math.ceil(rect.left + 0.01) : Math.floor(rect.right - 0.01),
    y: Math.floor(rect.top + rect.height / 2),
  };
};

// In the window, and not under a bar or a message.
const isOnScreen = ({ x, y }) => {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && (root.contains(hit) || hit.contains(root));
};

(async () => {
  if (!root) return { problem: `there is no ${rootSelector}` };
  const found = find();
  if (!found) return { problem: `“${wanted}” (occurrence ${occurrence}) is not in ${rootSelector}` };
  const settled = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  await settled();
  let problem;
  for (let tries = 0; tries < 5; tries++) {
    const placed = place();
    if (!placed.problem && isOnScreen(placed)) return placed;
    // WebKit gives no place to text that it has not laid out, being far from the view.
    problem = placed.problem;
    find().node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    await settled();
  }
  return { problem: problem ?? `“${wanted}” cannot be scrolled into view` };
})().then(done, (error) => done({ problem: String(error) }));
