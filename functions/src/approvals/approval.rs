//! `GET /v1/approvals` and `POST /v1/approvals/{user_id}`: who waits for a decision, and deciding.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use serde::Deserialize;
use usher::id::{Opaque, UserId};
use usher::store::{Claimed, Decided};
use usher::user::{Decision, User};
use utoipa::ToSchema;

use super::view::ApprovalAnswer;
use super::{decided, list};
use crate::accounts::mark;
use crate::app::App;
use crate::http::{Call, Caller, FieldError, Json, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "approval",
    routes: &[
        Route::new("GET", "/v1/approvals"),
        Route::new("POST", "/v1/approvals/{user_id}"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/approvals", get(list::list))
            .route("/v1/approvals/{user_id}", post(decide))
            .with_state(app)
    },
};

/// A decision about an account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideRequest {
    /// `approve` or `refuse`.
    decision: Verdict,
    /// Why: the person reads it in the mail, so it is in their language. Up to 500 characters.
    #[serde(default)]
    #[schema(example = "Please give us the number of your contract.", max_length = 500)]
    reason: Option<String>,
}

/// What is decided.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, ToSchema)]
#[serde(rename_all = "lowercase", try_from = "String")]
pub enum Verdict {
    /// The account counts.
    Approve,
    /// It never will.
    Refuse,
}

impl TryFrom<String> for Verdict {
    type Error = &'static str;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        match word.as_str() {
            "approve" => Ok(Self::Approve),
            "refuse" => Ok(Self::Refuse),
            _ => Err("a decision is approve or refuse"),
        }
    }
}

/// Decide about an account
///
/// The person is told by mail, with the reason. Of several decisions the first counts, and it is final; the same one again
/// is answered alike.
#[utoipa::path(
    post, path = "/v1/approvals/{user_id}", operation_id = "decide_approval", tag = "Approvals",
    request_body(content = DecideRequest, example = json!({"decision": "approve"})),
    params(
        ("user_id" = String, Path, description = "The user's id or UUID", example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Taken, and not needed: deciding the same twice is answered alike"),
    ),
    responses(
        (status = 200, description = "It is decided so, now or before", body = ApprovalAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`approval_not_found`, also for another tenant's, and for an account that never waited", body = ProblemBody<'static>),
        (status = 409, description = "`approval_decided`: the other way", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`: the reason is too long; `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn decide(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call<Json<DecideRequest>>,
) -> Result<axum::Json<ApprovalAnswer>, Problem> {
    let Json(asked) = &call.body;
    let reason = Decision::reason(asked.reason.as_deref()).map_err(|_| {
        let flaw = FieldError::new("/reason", "value_too_long", "this is at most 500 characters");
        Problem::new(&code::VALIDATION_FAILED).errors(vec![flaw])
    })?;
    let (user, now) = (find(&app, &call.caller, &id).await?, app.clock.now());
    if let Some(mark) = mark(&call, "POST", &format!("approvals/{id}"))
        && app.store.claim(&mark, now).await? == Claimed::ByAnother
    {
        return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED));
    }
    let decision = Decision {
        approved: asked.decision == Verdict::Approve,
        at: now.as_millisecond(),
        client: call.caller.client.clone(),
        reason,
    };
    match decided(&app, &user, &decision).await? {
        Decided::Yes(user) => Ok(axum::Json(ApprovalAnswer::of(&user))),
        Decided::Otherwise(_) => Err(Problem::new(&code::APPROVAL_DECIDED)),
        Decided::Nobody => Err(Problem::new(&code::APPROVAL_NOT_FOUND)),
    }
}

/// The caller's person with this id who waits or waited for a decision; everybody else is unknown.
async fn find(app: &App, caller: &Caller, id: &str) -> Result<User, Problem> {
    let unknown = || Problem::new(&code::APPROVAL_NOT_FOUND);
    let bits = id.parse().map(|id: UserId| id.0).or_else(|_| Opaque::from_uuid(id));
    let bits = bits.map_err(|_| unknown())?;
    let user = app.store.find_user_by_id(&caller.tenant.name, bits).await?;
    user.filter(|user| user.approval_asked_at().is_some())
        .ok_or_else(unknown)
}
