//! The site under test and the trap around it, on one port.
//!
//! Serves `dist/` and the pages a scenario brings, and notes every request. The browsers have it as
//! their proxy too, so a request to any other host arrives here as well; it is noted and refused.
//! Knows HTTP and nothing of browsers.

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::{Method, Request, Response, StatusCode, header};
use hyper_util::rt::TokioIo;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;

/// Hosts that the browsers ask for themselves, with nothing open: updates, time, start pages.
const BROWSERS_OWN: [&str; 14] = [
    "accounts.google.com",
    "android.clients.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "edgedl.me.gvt1.com",
    "redirector.gvt1.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
    "aus5.mozilla.org",
    "content-signature-2.cdn.mozilla.net",
    "firefox.settings.services.mozilla.com",
    "push.services.mozilla.com",
    "services.addons.mozilla.org",
];

const WATCH: &str = include_str!("../assets/watch.js");

/// A running server; it ends with the runtime it was started on.
#[derive(Clone)]
pub struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    requests: Vec<String>,
    strays: Vec<String>,
    pages: HashMap<String, String>,
}

impl Server {
    /// Starts on a free port.
    ///
    /// # Errors
    /// When no port can be had.
    pub(crate) async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("cannot listen")?;
        let server = Self { port: listener.local_addr()?.port(), state: Arc::default() };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = serving.clone();
                let service = hyper::service::service_fn(move |request| {
                    let answer = server.answer(&request);
                    async move { answer }
                });
                let connection = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service);
                tokio::spawn(async move {
                    // A browser that is killed breaks its connections; nobody waits for the answer.
                    drop(connection.await);
                });
            }
        });
        Ok(server)
    }

    /// Tells where the site is, with a slash at the end.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Serves `html` at `path` (without a slash in front), as it stands.
    pub fn put(&self, path: &str, html: &str) {
        self.state().pages.insert(format!("/{path}"), html.to_owned());
    }

    /// Serves the built page at `path` (without a slash in front), with `script` run before all else.
    ///
    /// # Errors
    /// When there is no built page.
    pub fn put_page_after(&self, path: &str, script: &str) -> Result<()> {
        let page = built("/index.html").context("dist/index.html is missing")?;
        let page = String::from_utf8(page)?;
        self.put(
            path,
            &page.replacen("<script>", &format!("<script>{script}</script><script>"), 1),
        );
        Ok(())
    }

    /// Lists every request to the site so far, as `METHOD /path`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.state().requests.clone()
    }

    /// Lists every request to any other host so far, as `METHOD address`.
    #[must_use]
    pub fn strays(&self) -> Vec<String> {
        self.state().strays.clone()
    }

    /// Forgets the requests to other hosts, because a scenario meant to cause them.
    pub fn forget_strays(&self) {
        self.state().strays.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A scenario that failed while it held the lock has left nothing half-done in it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(
        &self,
        request: &Request<Incoming>,
    ) -> Result<Response<Full<Bytes>>, hyper::http::Error> {
        let (method, uri) = (request.method(), request.uri());
        let ours = format!("127.0.0.1:{}", self.port);
        let is_elsewhere = uri.authority().is_some_and(|authority| authority.as_str() != ours);
        if *method == Method::CONNECT || is_elsewhere {
            if !uri.host().is_some_and(|host| BROWSERS_OWN.contains(&host)) {
                self.state().strays.push(format!("{method} {uri}"));
            }
            return Response::builder().status(StatusCode::FORBIDDEN).body(Full::default());
        }
        let path = match uri.path() {
            "/" => "/index.html",
            path => path,
        };
        self.state().requests.push(format!("{method} {path}"));
        let brought = self.state().pages.get(path).cloned().map(String::into_bytes);
        match brought.or_else(|| built(path)) {
            Some(body) => Response::builder()
                .header(header::CONTENT_TYPE, kind(path))
                .header(header::CACHE_CONTROL, "no-store")
                .body(Full::from(body)),
            None => Response::builder().status(StatusCode::NOT_FOUND).body(Full::default()),
        }
    }
}

/// Names the folder of the built page.
pub(crate) fn dist() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

/// Reads a file of the built page; pages get the watch ahead of their own policy.
///
/// `/untouched.html` is index.html as it ships.
fn built(path: &str) -> Option<Vec<u8>> {
    let name = path.trim_start_matches('/');
    if name.contains('/') {
        return None;
    }
    let file = if name == "untouched.html" { "index.html" } else { name };
    let content = std::fs::read(dist().join(file)).ok()?;
    if name != "index.html" {
        return Some(content);
    }
    let page = String::from_utf8(content).ok()?;
    let policy = "<meta http-equiv=\"Content-Security-Policy\"";
    let watched = page.replacen(policy, &format!("<script>{WATCH}</script>{policy}"), 1);
    Some(watched.into_bytes())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "text/html; charset=utf-8",
    }
}
