//! The ticket between the page that proves an address and the one that sets a password: in a cookie,
//! so that it is in no URL and a reload does no harm.

use http::HeaderMap;
use http::header::COOKIE;

use crate::app::App;

/// The cookie's name. The prefix makes browsers refuse one that was set for another path, by another
/// host, or without encryption (RFC 6265bis section 4.1.3.2).
const SECURE_NAME: &str = "__Host-usher-ticket";
/// Its name where there is no encryption: the local stack.
const PLAIN_NAME: &str = "usher-ticket";

/// The `Set-Cookie` that gives the ticket to the browser for `seconds`; zero takes it away.
pub(super) fn set(app: &App, ticket: &str, seconds: u32) -> String {
    let (name, secure) = if is_secure(app) {
        (SECURE_NAME, "; Secure")
    } else {
        (PLAIN_NAME, "")
    };
    format!("{name}={ticket}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// The ticket the browser holds.
pub(super) fn get(app: &App, headers: &HeaderMap) -> Option<String> {
    let name = if is_secure(app) { SECURE_NAME } else { PLAIN_NAME };
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(given, value)| *given == name && !value.is_empty())
        .map(|(_, value)| value.to_owned())
}

fn is_secure(app: &App) -> bool {
    app.config.public_url.starts_with("https://")
}
