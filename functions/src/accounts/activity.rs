//! `POST /v1/account/{id}/activity`: the first data of a person has arrived.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::routing::post;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use usher::store::Claimed;
use usher::user::Status;
use utoipa::ToSchema;

use super::account::{IdType, find, mark};
use super::view::Account;
use crate::app::App;
use crate::http::{Call, FieldError, Json, Problem, ProblemBody, code};
use crate::metrics::{self, Step};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "activity",
    routes: &[Route::new("POST", "/v1/account/{id}/activity")],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/account/{id}/activity", post(handle))
            .with_state(app)
    },
};

/// How far a caller's clock may be ahead of ours.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// Data of a person arrived.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityRequest {
    /// What arrived.
    kind: ActivityKind,
    /// When, RFC 3339.
    #[schema(example = "2026-11-22T09:30:00Z")]
    at: String,
}

/// What arrived.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// A measurement.
    Measurement,
}

/// Tell that data of a person arrived
///
/// The first of it makes a registered person active; later ones change nothing.
#[utoipa::path(
    post, path = "/v1/account/{id}/activity", operation_id = "activity", tag = "Accounts",
    request_body(content = ActivityRequest, example = json!({"kind": "measurement", "at": "2026-11-22T09:30:00Z"})),
    params(
        ("id" = String, Path, description = "The account's id, the user's id, or with `id_type=external` the caller's own", example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("id_type" = inline(Option<IdType>), Query, description = "`internal` (default) or `external`", example = "external"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 200, description = "The person as they are now", body = Account),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`, `invalid_query`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`not_registered`: the person has no credential yet", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn handle(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call<Json<ActivityRequest>>,
) -> Result<axum::Json<Account>, Problem> {
    let Json(ActivityRequest {
        kind: ActivityKind::Measurement,
        at,
    }) = &call.body;
    let at = moment(at, app.clock.now())?;
    let user = find(&app, &call.caller, &id, query.as_deref()).await?;
    if !user.status.may_sign_in() {
        metrics::failed(Step::Active, &user.tenant, code::NOT_REGISTERED.word);
        return Err(Problem::new(&code::NOT_REGISTERED));
    }
    if let Some(mark) = mark(&call, "POST", &format!("{id}/activity"))
        && app.store.claim(&mark, app.clock.now()).await? == Claimed::ByAnother
    {
        return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED));
    }
    if user.status == Status::Active {
        return Ok(axum::Json(Account::read(&app, &user).await?));
    }
    // Data may have been measured before the person registered; they are active since they were both.
    match app.store.activate(&user, at.max(user.since())).await? {
        Some(active) => {
            metrics::reached(Step::Active, &active.tenant);
            Ok(axum::Json(Account::read(&app, &active).await?))
        }
        // Another call was first.
        None => {
            let user = find(&app, &call.caller, &id, query.as_deref()).await?;
            Ok(axum::Json(Account::read(&app, &user).await?))
        }
    }
}

fn moment(text: &str, now: Timestamp) -> Result<Timestamp, Problem> {
    let flaw = |code, sentence: &str| {
        Problem::new(&code::VALIDATION_FAILED).errors(vec![FieldError::new("/at", code, sentence)])
    };
    // The library reads more than RFC 3339: spaces for the T, names of zones.
    let strict = text.len() <= 40 && text.as_bytes().get(10) == Some(&b'T') && !text.contains(['[', ' ']);
    let at: Result<Timestamp, _> = text.parse();
    let at = at
        .ok()
        .filter(|_| strict)
        .ok_or_else(|| flaw("time_malformed", "a time is RFC 3339, such as 2026-11-22T09:30:00Z"))?;
    if at > now + SKEW {
        return Err(flaw("time_in_future", "this time has not come yet"));
    }
    Ok(at)
}
