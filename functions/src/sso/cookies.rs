//! What a browser holds that goes to an identity provider and comes back.

use ::http::HeaderMap;
use ::http::header::SET_COOKIE;
use axum::response::Response;
use usher::id::Opaque;
use usher::sso::{Arrived, Departure, TRAVEL_LIFE};
use usher::tenant::Tenant;

use crate::app::App;
use crate::cookie;

/// A name drawn for the browser: what left with it comes back to it.
const BROWSER: &str = "usher-sso-browser";
/// Who came back, and is not known yet.
const ARRIVED: &str = "usher-sso-arrived";
/// Which departures came back already.
const USED: &str = "usher-sso-used";
/// How many of them are remembered, and how long what each is known by is.
const MOST_USED: usize = 20;
const MARK: usize = 16;
/// Browsers keep cookies of 4096 octets.
const LONGEST: usize = 3_800;

/// The browser's name.
pub(super) fn browser(app: &App, headers: &HeaderMap) -> Option<Opaque> {
    cookie::get(app, BROWSER, headers)?.parse().ok()
}

/// The `Set-Cookie` that names the browser. One that has a name keeps it, so that two tabs do not get in each other's way.
pub(super) fn name(app: &App, browser: Opaque) -> String {
    cookie::set(app, BROWSER, &browser.to_string(), seconds())
}

/// Whether a departure came back to this browser before.
pub(super) fn has_come_back(app: &App, headers: &HeaderMap, departure: &Departure) -> bool {
    let used = cookie::get(app, USED, headers).unwrap_or_default();
    used.split('.').any(|known| known == mark(departure))
}

/// The `Set-Cookie` that remembers it: whoever brings the same `state` once more begins anew.
pub(super) fn come_back(app: &App, headers: &HeaderMap, departure: &Departure) -> String {
    let used = cookie::get(app, USED, headers).unwrap_or_default();
    let before = used.split('.').filter(|known| known.len() == MARK).take(MOST_USED - 1);
    let marks: Vec<_> = std::iter::once(mark(departure))
        .chain(before.map(str::to_owned))
        .collect();
    cookie::set(app, USED, &marks.join("."), seconds())
}

/// What a departure is known by once it is over. Whoever sees the address that it led to can see this, too.
fn mark(departure: &Departure) -> String {
    departure.challenge().chars().take(MARK).collect()
}

/// Whoever came back for this tenant.
pub(crate) fn arrived(app: &App, headers: &HeaderMap, tenant: &Tenant) -> Option<Arrived> {
    let arrived = Arrived::open(&cookie::get(app, ARRIVED, headers)?, &app.keys, app.clock.now())?;
    (arrived.tenant == tenant.name).then_some(arrived)
}

/// The `Set-Cookie` that keeps whoever came back until they have filled in the rest. What the provider tells of them is left out
/// where it is too long: people are asked for it.
pub(super) fn keep(app: &App, arrived: &Arrived) -> String {
    let mut kept = arrived.clone();
    let mut sealed = kept.seal(&app.keys);
    while sealed.len() > LONGEST && kept.person.values.pop_last().is_some() {
        sealed = kept.seal(&app.keys);
    }
    cookie::set(app, ARRIVED, &sealed, seconds())
}

/// An answer after which nobody waits in this browser any more.
pub(super) fn forgetting(app: &App, mut response: Response) -> Response {
    if let Ok(cookie) = cookie::set(app, ARRIVED, "", 0).parse() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn seconds() -> u32 {
    u32::try_from(TRAVEL_LIFE.as_secs()).unwrap_or(u32::MAX)
}
