//! `POST /v1/account/{id}/activity`: the first data of a person has arrived.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::post;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use usher::store::Claimed;
use usher::user::Status;
use utoipa::ToSchema;

use super::account::{find, mark};
use super::view::Account;
use crate::app::App;
use crate::http::{Call, FieldError, Json, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "activity",
    routes: &[Route::new("POST", "/v1/account/{id}/activity")],
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
    request_body = ActivityRequest,
    params(
        ("id" = String, Path, description = "The account's or the user's id"),
        ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 200, description = "The person as they are now", body = Account),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`not_registered`: the person has no credential yet", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn handle(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call<Json<ActivityRequest>>,
) -> Result<axum::Json<Account>, Problem> {
    let Json(ActivityRequest {
        kind: ActivityKind::Measurement,
        at,
    }) = &call.body;
    let at = moment(at, app.clock.now())?;
    let mut user = find(&app, &call.caller, &id, None).await?;
    if let Some(mark) = mark(&call, "POST", &format!("{id}/activity"))
        && app.store.claim(&mark, app.clock.now()).await? == Claimed::ByAnother
    {
        return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED));
    }
    if user.status == Status::Registered {
        // Data may have been measured before the person registered; they are active since they were both.
        user = match app.store.activate(&user, at.max(user.since())).await? {
            Some(active) => active,
            // Another call was first.
            None => find(&app, &call.caller, &id, None).await?,
        };
    }
    match user.status {
        Status::Active => Ok(axum::Json(Account::of(&user))),
        _ => Err(Problem::new(&code::NOT_REGISTERED)),
    }
}

fn moment(text: &str, now: Timestamp) -> Result<Timestamp, Problem> {
    let flaw = |code, sentence: &str| {
        Problem::new(&code::VALIDATION_FAILED).errors(vec![FieldError::new("/at", code, sentence)])
    };
    let at: Timestamp = text
        .parse()
        .map_err(|_| flaw("time_malformed", "a time is RFC 3339, such as 2026-11-22T09:30:00Z"))?;
    if at > now + SKEW {
        return Err(flaw("time_in_future", "this time has not come yet"));
    }
    Ok(at)
}
