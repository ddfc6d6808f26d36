// Measures inside the page or its control, by the same clock and the same rules. A result is asked
// for later: what is under way must not be disturbed by questions.
window.bench = (() => {
  const results = {};
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  // A message sent before a frame is painted arrives when it has been.
  const arrived = async () => {
    const { port1, port2 } = new MessageChannel();
    await new Promise((next) => { port1.onmessage = next; port2.postMessage(null); });
    return performance.now();
  };
  const painted = async () => {
    await frame();
    return arrived();
  };
  const article = () => document.querySelector('article p')?.checkVisibility();
  const highlighted = () => [...(CSS.highlights ?? new Map()).values()].flatMap((highlight) => [...highlight]);
  const isMarked = () => document.querySelector('article mark') !== null
    || [...(CSS.highlights ?? new Map()).values()].some((highlight) => highlight.size > 0);

  // The end of the last frame that took more than `slow` milliseconds, when half a second was calm.
  const SLOW = 50, CALM = 500;
  const calm = async (since) => {
    let settled = since, before = performance.now();
    while (before - settled < CALM) {
      await frame();
      const now = performance.now();
      if (now - before > SLOW) settled = now;
      before = now;
    }
    return settled;
  };

  // Waits until text and marks are painted, and until the page would answer at once.
  const opened = async (start) => {
    // What is there when a frame begins is painted by it.
    do await frame(); while (!(article() && isMarked()));
    const shown = await arrived();
    results.opened = [shown - start, (await calm(shown)) - start];
  };

  return {
    take(name) {
      const result = results[name] ?? null;
      delete results[name];
      return result;
    },
    // Begins when a file is chosen in the page's field.
    awaitFile() {
      addEventListener('change', () => opened(performance.now()), { capture: true, once: true });
    },
    // Begins now, and lets the control begin.
    loadControl() {
      const start = performance.now();
      window.load();
      opened(start);
    },
    // From the press of a key, as the browser noted it: to the frame behind the one that shows what
    // it did, and to the end of the work for that one.
    awaitKey(key) {
      const heard = async (event) => {
        if (event.key !== key) return;
        removeEventListener('keydown', heard, true);
        const work = painted();
        await frame();
        await frame();
        const shown = performance.now();
        results.key = [shown - event.timeStamp, (await work) - event.timeStamp];
      };
      addEventListener('keydown', heard, true);
    },
    // What is marked as `label` in the first paragraph and begins with `words`, or an empty string.
    marked(label, words) {
      const first = document.querySelector('article p');
      const pieces = [...first.querySelectorAll(`mark[data-label~="${label}"]`)];
      const ranges = highlighted().filter((range) => first.contains(range.startContainer)
        && CSS.highlights.get(label)?.has(range));
      const found = [...pieces, ...ranges].map((one) => one.textContent ?? one.toString());
      return found.find((one) => one.startsWith(words)) ?? '';
    },
    // Jumps from top to bottom, a few frames each, and notes how long each frame took.
    async scroll(jumps, frames) {
      const view = document.scrollingElement;
      const took = [];
      scrollTo(0, 0);
      await calm(performance.now());
      for (let jump = 1; jump <= jumps; jump++) {
        scrollTo(0, ((view.scrollHeight - innerHeight) * jump) / jumps);
        let before = performance.now();
        for (let number = 0; number < frames; number++) {
          await frame();
          const now = performance.now();
          took.push(now - before);
          before = now;
        }
      }
      results.scroll = [took.filter((one) => one > SLOW).length, Math.max(...took)];
    },
  };
})();
