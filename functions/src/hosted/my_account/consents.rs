//! `GET` and `POST /account/consents`: what a person has agreed to, and taking it back.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use usher::store::{Evidenced, StoreError};
use utoipa::ToSchema;

use super::PATH as ACCOUNT;
use super::own::{Own, OwnForm, posted_languages};
use crate::agreements::withdrawing::{accepted, withdrawal};
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, Source};
use crate::pages::{Consents, Languages};
use crate::posted::page_form;

pub(super) const PATH: &str = "/account/consents";
/// How often it is looked anew what there is to take back, where that has changed meanwhile.
const TRIES: usize = 3;
/// What the account says afterwards.
pub(super) const WITHDRAWN: &str = "consent_withdrawn";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConsentsForm {
    /// Takes back what was accepted of this agreement.
    #[serde(default)]
    #[schema(example = "news")]
    agreement: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(ConsentsForm);

/// The page that shows what a person has agreed to
#[utoipa::path(
    get, path = "/account/consents", operation_id = "consents_page", tag = "Pages",
    params(("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "On to sign in")),
)]
pub(crate) async fn show(State(app): State<App>, own: Own) -> Response {
    list(&app, &own, own.reader.languages())
}

/// Withdraw a consent
///
/// The evidence of it stays, and so does when it was withdrawn. What the account cannot do without is not withdrawn here.
#[utoipa::path(
    post, path = "/account/consents", operation_id = "withdraw_consent", tag = "Pages",
    request_body(content = ConsentsForm, content_type = "application/x-www-form-urlencoded", example = json!({"agreement": "news"})),
    responses(
        (status = 200, description = "The page in another language"),
        (status = 303, description = "Withdrawn: back to the account; back to the page where there was nothing to withdraw; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    OwnForm { own, form, headers }: OwnForm<ConsentsForm>,
) -> Result<Response, Problem> {
    let Some(name) = &form.agreement else {
        return Ok(list(&app, &own, posted_languages(PATH, Vec::new())));
    };
    let (mut user, now) = (own.user.clone(), app.clock.now());
    for _ in 0..TRIES {
        let Some(withdrawal) = withdrawal(&own.tenant, &user, name, source, &headers, now) else {
            return Ok(own.to(&app, PATH));
        };
        match app.store.add_consent(&user, &withdrawal).await? {
            Evidenced::Now(_) => return Ok(own.done(&app, &own.session, WITHDRAWN)),
            Evidenced::Changed(now) => user = *now,
            Evidenced::Nobody => return Ok(own.to(&app, PATH)),
        }
    }
    Err(StoreError::Conflict.into())
}

fn list(app: &App, own: &Own, languages: Languages) -> Response {
    let shown = own.shown();
    let content = Consents {
        action: own.href(PATH),
        consents: accepted(&own.tenant, &own.user, shown.words()),
        back: own.href(ACCOUNT),
    };
    own.page(app, StatusCode::OK, languages, |frame| content.render(frame))
}
