//! Nothing leaves the page: neither the site nor the single file asks for anything once it runs.

use anyhow::{Result, ensure};
use browser_tests::Page;

/// Tries every way by which a page can ask, and waits until each has been refused or has ended.
const TRY_EVERYTHING: &str = "
    const done = arguments[arguments.length - 1];
    const to = arguments[0];
    const quiet = (attempt) => { try { return Promise.resolve(attempt()).catch(() => {}); } catch { return null; } };
    const element = (tag, set) => { const made = document.createElement(tag); set(made); document.body.append(made); };
    quiet(() => navigator.sendBeacon(to + 'beacon', 'text'));
    quiet(() => new WebSocket(to.replace('http', 'ws') + 'socket'));
    quiet(() => new EventSource(to + 'events'));
    quiet(() => { const ask = new XMLHttpRequest(); ask.open('POST', to + 'xhr'); ask.send('text'); });
    quiet(() => new Worker(to + 'worker.js'));
    element('img', (it) => { it.src = to + 'image.png'; });
    element('script', (it) => { it.src = to + 'script.js'; });
    element('link', (it) => { it.rel = 'stylesheet'; it.href = to + 'style.css'; });
    element('link', (it) => { it.rel = 'preload'; it.as = 'fetch'; it.href = to + 'preload'; });
    element('iframe', (it) => { it.src = to + 'frame.html'; });
    element('video', (it) => { it.src = to + 'video.mp4'; });
    element('object', (it) => { it.data = to + 'object'; });
    element('form', (it) => { it.action = to + 'form'; it.id = 'f'; });
    quiet(() => document.getElementById('f').submit());
    quiet(() => new FontFace('f', `url(${to}font.woff2)`).load());
    quiet(() => import(to + 'module.js'));
    Promise.all([quiet(() => fetch(to + 'fetch', { method: 'POST', body: 'text', mode: 'no-cors' }))])
        .then(() => setTimeout(done, 1500));";

/// The start takes at most five requests, and nothing is asked for after it, here or elsewhere.
pub(crate) async fn nothing_is_asked_for_after_the_start(page: &mut Page) -> Result<()> {
    let address = format!("{}untouched.html", page.server().address());
    page.open_at(&address).await?;
    page.waits_for("a closed policy", CLOSED, vec![]).await?;
    let start = page.server().requests();
    ensure!(start.len() <= 5, "the start takes {} requests: {start:?}", start.len());
    for to in [page.server().address(), "http://elsewhere.example/".into()] {
        page.async_script(TRY_EVERYTHING, vec![to.into()]).await?;
    }
    let after = page.server().requests().split_off(start.len());
    ensure!(after.is_empty(), "asked for after the start: {after:?}");
    ensure!(page.server().strays().is_empty(), "left the page: {:?}", page.server().strays());
    page.forgives("not loaded").await?;
    page.forgives("policy violation").await
}

const CLOSED: &str = "return document.querySelectorAll('meta[http-equiv=\"Content-Security-Policy\"]').length === 2;";

/// The single file opens from the disk and asks for nothing at all.
pub(crate) async fn the_single_file_asks_for_nothing(page: &mut Page) -> Result<()> {
    page.open_single_file().await?;
    page.sees("Ascribe").await?;
    for to in [page.server().address(), "http://elsewhere.example/".into()] {
        page.async_script(TRY_EVERYTHING, vec![to.into()]).await?;
    }
    ensure!(page.server().requests().is_empty(), "asked for: {:?}", page.server().requests());
    ensure!(page.server().strays().is_empty(), "left the page: {:?}", page.server().strays());
    page.forgives("not loaded").await?;
    page.forgives("policy violation").await
}

/// A page without a policy does reach the traps; were they blind, the two above would prove nothing.
pub(crate) async fn the_trap_notices(page: &mut Page) -> Result<()> {
    page.server().put("open.html", "<!doctype html><title>Open</title><body>Open");
    let address = page.server().address();
    page.open_at(&format!("{address}open.html")).await?;
    let script = "
        const done = arguments[arguments.length - 1];
        const ask = (to) => fetch(to, { mode: 'no-cors' }).catch(() => {});
        Promise.all(arguments[0].map(ask)).then(() => done());";
    let elsewhere = "http://elsewhere.example/noticed";
    page.async_script(script, vec![vec![format!("{address}noticed"), elsewhere.into()].into()])
        .await?;
    ensure!(
        page.server().requests().contains(&"GET /noticed".to_owned()),
        "the site is not watched"
    );
    ensure!(
        page.server().strays() == [format!("GET {elsewhere}")],
        "other hosts are not watched: {:?}",
        page.server().strays()
    );
    page.server().forget_strays();
    Ok(())
}
