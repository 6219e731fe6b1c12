//! Cookies of our pages: for this host alone, and for no script.

use http::HeaderMap;
use http::header::COOKIE;

use crate::app::App;

/// The `Set-Cookie` that gives `value` to the browser for `seconds`; zero takes it away.
pub(crate) fn set(app: &App, name: &str, value: &str, seconds: u32) -> String {
    let secure = if is_secure(app) { "; Secure" } else { "" };
    format!(
        "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
        full(app, name)
    )
}

/// The same for what is no secret and proves nothing.
pub(crate) fn set_plain(app: &App, name: &str, value: &str, seconds: u32) -> String {
    let secure = if is_secure(app) { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// What the browser holds.
pub(crate) fn get(app: &App, name: &str, headers: &HeaderMap) -> Option<String> {
    plain(&full(app, name), headers)
}

/// What the browser holds under exactly this name.
pub(crate) fn plain(name: &str, headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(given, value)| *given == name && !value.is_empty())
        .map(|(_, value)| value.to_owned())
}

/// The name with the prefix that makes browsers refuse a cookie that was set for another path, by another host, or
/// without encryption (RFC 6265bis section 4.1.3.2). The local stack has no encryption.
fn full(app: &App, name: &str) -> String {
    let prefix = if is_secure(app) { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

fn is_secure(app: &App) -> bool {
    app.config.public_url.starts_with("https://")
}
