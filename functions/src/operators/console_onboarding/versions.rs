//! `GET` and `POST /console/onboarding/versions`: what was changed when and by whom, and taking it back.

use axum::extract::State;
use axum::response::Response;
use http::{StatusCode, Uri};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{PATH as ONBOARDING, saving};
use crate::http::{Problem, ProblemBody, SameSite, code};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::operators::read::{escaped, list, moment, text};
use crate::page_answer::query;
use crate::pages::console::{Place, Told, Version, Versions};

pub(super) const PATH: &str = "/console/onboarding/versions";

/// What the form sends: which button was pressed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RestoreForm {
    /// The number of the version.
    #[schema(example = "3")]
    version: String,
}

/// The page of earlier versions
#[utoipa::path(
    get, path = "/console/onboarding/versions", operation_id = "console_versions", tag = "Console",
    params(
        ("cursor" = Option<String>, Query, description = "Where the part of the list begins"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let cursor = query(uri.query(), "cursor");
    list_page(
        &console,
        &operator,
        cursor.as_deref(),
        (StatusCode::OK, Told::default()),
    )
    .await
}

/// Restore a version
///
/// Its document becomes the next version, as `PUT /v1/tenant` makes it.
#[utoipa::path(
    post, path = "/console/onboarding/versions", operation_id = "console_restore", tag = "Console",
    request_body(content = RestoreForm, content_type = "application/x-www-form-urlencoded", example = json!({"version": "3"})),
    responses(
        (status = 303, description = "Restored: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 404, description = "`not_found`: there is no such version", body = ProblemBody<'static>),
        (status = 409, description = "The page again: somebody else has changed the document", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again: the document cannot be as it was", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn restore(
    State(console): State<Console>,
    _: SameSite,
    Posting { operator, form }: Posting<RestoreForm>,
) -> Result<Response, Problem> {
    let (_, etag) = saving::read(&console, &operator).await?;
    let past = console
        .get(&operator, &format!("{VERSIONS}/{}", escaped(&form.version)))
        .await?;
    if past.status != StatusCode::OK {
        return Err(Problem::new(&code::NOT_FOUND));
    }
    match saving::save(&console, &operator, (&past.body, &etag)).await? {
        Ok(saved) => Ok(saved),
        Err(told) => list_page(&console, &operator, None, told).await,
    }
}

/// Where the API has them.
const VERSIONS: &str = "/v1/tenant/versions";

async fn list_page(
    console: &Console,
    operator: &Operator,
    cursor: Option<&str>,
    (status, told): (StatusCode, Told),
) -> Result<Response, Problem> {
    let (_, etag) = saving::read(console, operator).await?;
    let cursor = cursor
        .map(|cursor| format!("?cursor={}", escaped(cursor)))
        .unwrap_or_default();
    let answer = console.get(operator, &format!("{VERSIONS}{cursor}")).await?;
    let versions = list(&answer.body, "versions").iter().map(|version| {
        let number = version["version"].as_u64().unwrap_or_default();
        Version {
            number,
            at: moment(version, "at"),
            by: text(version, "by"),
            current: etag == format!("\"{number}\""),
        }
    });
    let next = answer.body["next_cursor"].as_str();
    let content = Versions {
        action: operator.href(PATH),
        versions: versions.collect(),
        next: next.map(|next| operator.href(&format!("{PATH}?cursor={}", escaped(next)))),
        back: operator.href(ONBOARDING),
        told,
    };
    let languages = operator.languages(PATH);
    Ok(
        operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
            content.render(frame)
        }),
    )
}
