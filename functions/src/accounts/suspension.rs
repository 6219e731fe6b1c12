//! `POST` and `DELETE /v1/account/{id}/suspension`: taking an account out of use, and giving it back.

use axum::extract::{Path, RawQuery, State};
use serde::Deserialize;
use usher::store::Claimed;
use usher::user::{Status, User};
use utoipa::ToSchema;

use super::account::{IdType, TRIES, find, mark};
use super::view::Account;
use crate::app::App;
use crate::http::{Call, FieldError, Json, Problem, ProblemBody, code};

pub(super) const PATH: &str = "/v1/account/{id}/suspension";
/// The most characters of a reason.
const MAX_REASON: usize = 500;

/// Why an account is suspended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuspensionRequest {
    /// In the tenant's words, for its back office alone: up to 500 characters.
    #[serde(default)]
    #[schema(max_length = 500, example = "The contract has ended.")]
    reason: Option<String>,
}

/// Suspend a person
///
/// Nobody gets in by their account from then on, whatever they show: every session and every refresh token ends with the
/// answer, and no link, code, password or identity provider helps. Suspending once more changes nothing.
#[utoipa::path(
    post, path = "/v1/account/{id}/suspension", operation_id = "suspend_account", tag = "Accounts",
    request_body(content = SuspensionRequest, example = json!({"reason": "The contract has ended."})),
    params(
        ("id" = String, Path, description = "The account's id, the user's id or UUID, or with `id_type=external` the caller's own", example = "customer-4711"),
        ("id_type" = inline(Option<IdType>), Query, description = "`internal` (default) or `external`", example = "external"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 200, description = "The person as they are now", body = Account),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`, `invalid_query`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn suspend(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call<Json<SuspensionRequest>>,
) -> Result<axum::Json<Account>, Problem> {
    let reason = call
        .body
        .0
        .reason
        .as_deref()
        .map(str::trim)
        .filter(|reason| !reason.is_empty());
    if reason.is_some_and(|reason| reason.chars().count() > MAX_REASON) {
        let flaw = FieldError::new("/reason", "value_too_long", "this is at most 500 characters");
        return Err(Problem::new(&code::VALIDATION_FAILED).errors(vec![flaw]));
    }
    claim(&app, &call, "POST", &id).await?;
    for _ in 0..TRIES {
        let user = find(&app, &call.caller, &id, query.as_deref()).await?;
        let now = app.clock.now();
        let suspended = match user.status {
            Status::Suspended => Some(user),
            _ => app.store.suspend(&user, (&call.caller.client, reason), now).await?,
        };
        if let Some(user) = suspended {
            return told(&app, &user, "a person was suspended").await;
        }
    }
    Err(conflict())
}

/// Resume a person
///
/// The account is again what it was before it was suspended. The person signs in anew. Resuming somebody who is not suspended
/// changes nothing.
#[utoipa::path(
    delete, path = "/v1/account/{id}/suspension", operation_id = "resume_account", tag = "Accounts",
    params(
        ("id" = String, Path, description = "The account's id, the user's id or UUID, or with `id_type=external` the caller's own", example = "customer-4711"),
        ("id_type" = inline(Option<IdType>), Query, description = "`internal` (default) or `external`", example = "external"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 200, description = "The person as they are now", body = Account),
        (status = 400, description = "`invalid_query`, `invalid_header`, `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`", body = ProblemBody<'static>),
        (status = 422, description = "`idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn resume(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<Account>, Problem> {
    claim(&app, &call, "DELETE", &id).await?;
    for _ in 0..TRIES {
        let user = find(&app, &call.caller, &id, query.as_deref()).await?;
        let resumed = match &user.suspension {
            Some(suspension) if user.status == Status::Suspended => app.store.resume(&user, suspension).await?,
            _ => Some(user.clone()),
        };
        if let Some(user) = resumed {
            return told(&app, &user, "a person was resumed").await;
        }
    }
    Err(conflict())
}

/// Refuses an idempotency key that was used for another call.
async fn claim<T>(app: &App, call: &Call<T>, method: &str, id: &str) -> Result<(), Problem> {
    if let Some(mark) = mark(call, method, &format!("{id}/suspension"))
        && app.store.claim(&mark, app.clock.now()).await? == Claimed::ByAnother
    {
        return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED));
    }
    Ok(())
}

async fn told(app: &App, user: &User, what: &str) -> Result<axum::Json<Account>, Problem> {
    tracing::info!(tenant = user.tenant.as_str(), user = %user.id, "{what}");
    Ok(axum::Json(Account::read(app, user).await?))
}

fn conflict() -> Problem {
    Problem {
        retry_after: Some(1),
        ..Problem::new(&code::CONFLICT)
    }
}
