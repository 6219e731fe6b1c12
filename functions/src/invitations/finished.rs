//! The end of an activation: the last page, and the way on from it.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{LOCATION, SET_COOKIE};
use usher::authorization::AuthorizationRequest;
use usher::verification::Completion;

use super::activate::PATH;
use super::way_back::way_back;
use crate::app::App;
use crate::hosted;
use crate::http::Problem;
use crate::page_answer::{Reader, Shown, page};
use crate::pages::{Done, Finished};
use crate::registration::{draft_cookie, ticket_cookie};
use crate::words::Locale;

/// How long the last page can be looked at again, in seconds.
const LAST_PAGE_SECONDS: u32 = 600;

/// On to the last page, so that a reload sends nothing again; with the cookie of a session where one begins.
pub(crate) fn done(app: &App, locale: Locale, completion: &Completion, session: Option<String>) -> Response {
    let sealed = completion.seal(&app.keys, app.clock.now());
    let cookies = [
        Some(ticket_cookie::set(app, &sealed, LAST_PAGE_SECONDS)),
        Some(draft_cookie::clear(app)),
        session,
    ];
    let location = format!("{PATH}?locale={}", locale.tag());
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response();
    for cookie in cookies.into_iter().flatten() {
        if let Ok(value) = cookie.parse() {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}

/// The last page of whoever holds this.
pub(super) async fn last_page(app: &App, reader: &Reader, completion: &Completion) -> Result<Response, Problem> {
    let tenant = app.tenant(&completion.tenant).await?;
    let shown = Shown::new(reader, tenant.as_deref(), None);
    let client = tenant.as_ref().and_then(|tenant| tenant.client(&completion.client));
    let done = match completion.waits {
        true => Done {
            finished: Finished::Waiting,
            app_link: None,
        },
        false => Done {
            finished: Finished::Registration,
            app_link: going_on(app, completion).or_else(|| match client {
                Some(client) => Some(way_back(app, client, completion)),
                // Who came for no app goes to the tenant's, or to their account.
                None => {
                    let own = tenant.as_ref().and_then(|tenant| tenant.app_link.clone());
                    own.or_else(|| Some(completion.to.clone()))
                }
            }),
        },
    };
    Ok(page(StatusCode::OK, done.render(&shown.frame(reader.languages()))))
}

/// Where a person goes on who had come from an app: to what that asked for, signed in or to sign in.
fn going_on(app: &App, completion: &Completion) -> Option<String> {
    let now = app.clock.now();
    let request = AuthorizationRequest::open(completion.request.as_deref()?, &app.keys, now)?;
    Some(hosted::resume(app, &request.resumed(now)))
}
