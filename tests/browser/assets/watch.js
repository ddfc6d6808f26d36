// Notes everything that a page must not do, for the harness to read. The test server puts it ahead
// of the page's own policy, so that it sees the first error and the page stays as it ships.
(() => {
  if (window.__seen) return;
  const seen = (window.__seen = []);
  const note = (kind, text) => seen.push(`${kind}: ${text}`);
  addEventListener('error', (event) => {
    const target = event.target;
    if (target === window) note('uncaught error', `${event.message} (${event.filename}:${event.lineno})`);
    else note('not loaded', target.src || target.href || target.tagName);
  }, true);
  addEventListener('unhandledrejection', (event) => note('unhandled rejection', String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) =>
    note('policy violation', `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  const error = console.error;
  console.error = (...words) => { note('console error', words.map(String).join(' ')); error.apply(console, words); };
})();
