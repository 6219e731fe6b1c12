//! The ticket between the page that proves an address and the one that sets a password: in a cookie,
//! so that it is in no URL and a reload does no harm.

use http::HeaderMap;

use crate::app::App;
use crate::cookie;

const NAME: &str = "usher-ticket";

/// The `Set-Cookie` that gives the ticket to the browser for `seconds`; zero takes it away.
pub(crate) fn set(app: &App, ticket: &str, seconds: u32) -> String {
    cookie::set(app, NAME, ticket, seconds)
}

/// The ticket the browser holds.
pub(crate) fn get(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie::get(app, NAME, headers)
}
