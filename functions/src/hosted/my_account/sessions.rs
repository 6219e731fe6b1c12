//! `GET` and `POST /account/sessions`: where a person is signed in, and the end of it.

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use usher::session::known;
use usher::user::moment;
use utoipa::ToSchema;

use super::PATH as ACCOUNT;
use super::own::{Own, OwnForm, posted_languages};
use crate::app::App;
use crate::hosted::browser;
use crate::http::{Problem, ProblemBody, SameSite};
use crate::pages::{Languages, SessionLine, Sessions};
use crate::posted::page_form;

pub(super) const PATH: &str = "/account/sessions";
/// What the account says afterwards.
pub(super) const ENDED: &str = "session_ended";

/// What the form sends: one of the two buttons.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionsForm {
    /// Ends the session of this name.
    #[serde(default)]
    #[schema(example = "p3Yw0hXkVb2m")]
    session: Option<String>,
    /// `yes` ends all but the one that asks.
    #[serde(default)]
    #[schema(example = "yes")]
    all: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(SessionsForm);

/// The page that shows where a person is signed in
#[utoipa::path(
    get, path = "/account/sessions", operation_id = "sessions_page", tag = "Pages",
    params(("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "On to sign in")),
)]
pub(crate) async fn show(State(app): State<App>, own: Own, headers: HeaderMap) -> Response {
    list(&app, &own, &headers, own.reader.languages())
}

/// End sessions
///
/// One of them, or all but the one that asks. Refresh tokens of sessions that end go with them, but for those that an app
/// was given to stay signed in (`offline_access`).
#[utoipa::path(
    post, path = "/account/sessions", operation_id = "end_sessions", tag = "Pages",
    request_body(content = SessionsForm, content_type = "application/x-www-form-urlencoded", example = json!({"all": "yes"})),
    responses(
        (status = 200, description = "The page in another language"),
        (status = 303, description = "Ended: back to the account; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    _: SameSite,
    OwnForm { own, form, headers }: OwnForm<SessionsForm>,
) -> Result<Response, Problem> {
    match (form.all.as_deref(), form.session) {
        (Some("yes"), _) => end_others(&app, &own).await,
        (_, Some(name)) if name != own.session.name() && own.user.sessions.contains_key(&name) => {
            app.store.end_session_named(&own.user, &name).await?;
            Ok(own.done(&app, &own.session, ENDED))
        }
        // It is gone already; and this one ends where people sign out.
        (_, Some(_)) => Ok(own.to(&app, PATH)),
        (_, None) => Ok(list(&app, &own, &headers, posted_languages(PATH, Vec::new()))),
    }
}

/// Ends all sessions. This browser gets one in place of its own, so that a copy of its cookie ends with the others.
async fn end_others(app: &App, own: &Own) -> Result<Response, Problem> {
    let now = app.clock.now();
    Ok(match app.store.end_all_sessions(&own.user, now).await? {
        Some(user) => own.done(app, &own.session.renewed(&user, &app.entropy, now), ENDED),
        // All were ended in this very moment, this one included.
        None => own.to(app, ACCOUNT),
    })
}

/// The sessions that are known, and this one, which may not be: opening the page writes nothing.
fn list(app: &App, own: &Own, headers: &HeaderMap, languages: Languages) -> Response {
    let (this, now) = (own.session.name(), app.clock.now());
    let mut sessions = vec![SessionLine {
        id: this.clone(),
        device: browser(headers),
        place: None,
        started: moment(own.session.signed_in_at),
        last_seen: now,
        this_one: true,
    }];
    let others = known(&own.user, &own.tenant, now).into_iter();
    sessions.extend(
        others
            .filter(|(name, _)| *name != this)
            .map(|(name, entry)| SessionLine {
                id: name.to_owned(),
                device: entry.device.clone(),
                place: None,
                started: moment(entry.began_at),
                last_seen: moment(entry.seen_at),
                this_one: false,
            }),
    );
    let content = Sessions {
        action: own.href(PATH),
        sessions,
        back: own.href(ACCOUNT),
    };
    own.page(app, StatusCode::OK, languages, |frame| content.render(frame))
}
