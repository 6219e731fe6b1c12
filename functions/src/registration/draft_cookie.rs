//! A half-filled form, kept by the person's own browser: sealed, without the password, and for as long as the ticket.

use http::HeaderMap;
use usher::id::Opaque;
use usher::verification::Draft;

use crate::app::App;
use crate::cookie;

const NAME: &str = "usher-draft";
/// Browsers keep cookies of 4096 octets. Of a form that is longer the longest fields are not kept.
const LONGEST: usize = 3_800;

/// The `Set-Cookie` that gives the draft to the browser for `seconds`.
pub(crate) fn set(app: &App, draft: Draft, seconds: u32) -> String {
    let sealed = draft.seal_within(LONGEST, &app.keys, app.clock.now());
    cookie::set(app, NAME, &sealed, seconds)
}

/// The `Set-Cookie` that takes it away.
pub(crate) fn clear(app: &App) -> String {
    cookie::set(app, NAME, "", 0)
}

/// What this person has typed.
pub(crate) fn get(app: &App, headers: &HeaderMap, user: Opaque) -> Option<Draft> {
    Draft::open(&cookie::get(app, NAME, headers)?, user, &app.keys)
}
