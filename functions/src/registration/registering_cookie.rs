//! What a browser keeps that has sent the form of a registration: by it, the mailed link knows it again.

use http::HeaderMap;
use usher::registration::RegisteringBrowser;

use crate::app::App;
use crate::cookie;

const NAME: &str = "usher-registering";

/// The `Set-Cookie` that gives it to the browser for `seconds`.
pub(crate) fn set(app: &App, browser: &RegisteringBrowser, seconds: u32) -> String {
    cookie::set(app, NAME, &browser.seal(&app.keys, app.clock.now()), seconds)
}

/// What the browser holds.
pub(crate) fn get(app: &App, headers: &HeaderMap) -> Option<RegisteringBrowser> {
    RegisteringBrowser::open(&cookie::get(app, NAME, headers)?, &app.keys)
}
