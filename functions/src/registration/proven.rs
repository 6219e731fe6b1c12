//! An address or number is proven in a browser: what comes next.

use axum::response::{IntoResponse, Response};
use http::header::{LOCATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use usher::session::Session;
use usher::tenant::Tenant;
use usher::user::User;
use usher::verification::{Completion, Ticket};

use super::{registering_cookie, set_password, ticket_cookie};
use crate::app::App;
use crate::hosted;
use crate::http::Problem;
use crate::invitations::{activate, done};
use crate::metrics::{self, Step};
use crate::page_answer::{Reader, Shown};

/// Whoever registered themselves with this very browser is done. All others go on to the page that sets a password, with
/// the ticket in a cookie; whoever comes from an app, to the one where that asks for more.
pub(super) async fn proven(
    app: &App,
    reader: &Reader,
    headers: &HeaderMap,
    user: &User,
    tenant: &Tenant,
) -> Result<Response, Problem> {
    let now = app.clock.now();
    let ticket = Ticket::new(user, tenant, now);
    let locale = Shown::new(reader, Some(tenant), Some(user)).locale;
    if let Some(registered) = registered(app, headers, user, &ticket).await? {
        metrics::reached(Step::Registered, &tenant.name);
        let (client, to) = user.invitation.as_ref().map_or(("", ""), |invitation| {
            (invitation.client.as_str(), invitation.redirect_uri.as_str())
        });
        let completion = Completion::new(&registered, client, to, now).going_on_with(ticket.request);
        // They have shown the password to this browser, and the mail.
        let session = Session::begin(&registered, &app.entropy, now);
        return Ok(done(
            app,
            locale,
            &completion,
            Some(hosted::keep(app, &session, tenant)),
        ));
    }
    let next = match user.invitation {
        Some(_) => activate::PATH,
        None => set_password::PATH,
    };
    let cookie = ticket_cookie::set(app, &ticket.seal(&app.keys, now), tenant.ticket_life_seconds);
    let location = format!("{next}?locale={}", locale.tag());
    Ok((StatusCode::SEE_OTHER, [(LOCATION, location), (SET_COOKIE, cookie)]).into_response())
}

/// The person, registered, where this browser is the one that sent their form.
async fn registered(app: &App, headers: &HeaderMap, user: &User, ticket: &Ticket) -> Result<Option<User>, Problem> {
    let Some(own) = &user.self_registration else {
        return Ok(None);
    };
    let browser = registering_cookie::get(app, headers).filter(|browser| browser.has_sent(own));
    let Some(browser) = browser else { return Ok(None) };
    let (attempt, now) = (app.attempt(), app.clock.now());
    Ok(app
        .store
        .finish_registration(ticket, browser.name(), &attempt, now)
        .await?)
}
