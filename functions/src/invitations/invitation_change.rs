//! `POST /v1/invitations/{id}/resend` and `…/revoke`: an invitation is sent again, or withdrawn.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::StatusCode;
use serde::Deserialize;
use usher::store::{Again, ByWhom, Claimed, Reinvited, Revoked};
use usher::user::{Phase, User};
use utoipa::ToSchema;

use super::handed_over::HandedOver;
use super::invitation::find;
use super::view::InvitationAnswer;
use crate::accounts::mark;
use crate::app::App;
use crate::http::{Call, Json, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "invitation-change",
    routes: &[
        Route::new("POST", "/v1/invitations/{id}/resend"),
        Route::new("POST", "/v1/invitations/{id}/revoke"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/invitations/{id}/resend", post(resend))
            .route("/v1/invitations/{id}/revoke", post(revoke))
            .with_state(app)
    },
};

/// How an invitation is sent again.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResendInvitation {
    /// Nothing is mailed: the answer holds link and code, and the client delivers them itself. For clients that may.
    #[serde(default)]
    #[schema(example = false)]
    deliver_self: Option<bool>,
}

/// Send an invitation again
///
/// As it is, with a new link and code, which work as long as the first ones did; also when those have expired.
#[utoipa::path(
    post, path = "/v1/invitations/{id}/resend", operation_id = "resend_invitation", tag = "Invitations",
    request_body(content = Option<ResendInvitation>, description = "May be left out", example = json!({"deliver_self": false})),
    params(
        ("id" = String, Path, description = "The invitation's id", example = "inv_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 200, description = "Link and code are the client's to deliver", body = InvitationAnswer),
        (status = 202, description = "The mail is on its way", body = InvitationAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`deliver_self_not_allowed`", body = ProblemBody<'static>),
        (status = 404, description = "`invitation_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`invitation_completed`, `invitation_revoked`, `mail_stopped`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`idempotency_key_reused`", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`: it was sent a moment ago; `Retry-After` says when again", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn resend(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call<Option<Json<ResendInvitation>>>,
) -> Result<Response, Problem> {
    let deliver_self = call.body.as_ref().and_then(|Json(body)| body.deliver_self);
    let hands_over = HandedOver::asked_for(&call.caller, deliver_self)?;
    let user = find(&app, &call.caller, &id).await?;
    let mark = mark(&call, "POST", &format!("invitations/{id}/resend"));
    if let Some(mark) = &mark
        && let Some(before) = app.store.find_answer(mark, app.clock.now()).await?
    {
        return match before {
            (ByWhom::Another, _) => Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
            (ByWhom::ThisRequest, asked_at) => sent(&app, &call, &user, asked_at.filter(|_| hands_over)),
        };
    }
    let user = send_again(&app, &call, &user, hands_over).await?;
    let asked_at = user.asked_at.filter(|_| hands_over);
    // Only what was done is answered again: a refusal may be followed by a mail.
    if let Some(mark) = mark {
        app.store.claim(&mark.answered_of(asked_at), app.clock.now()).await?;
    }
    sent(&app, &call, &user, asked_at)
}

async fn send_again<T>(app: &App, call: &Call<T>, user: &User, hands_over: bool) -> Result<User, Problem> {
    if let Some(over) = over(user) {
        return Err(Problem::new(over));
    }
    let tenant = &call.caller.tenant;
    let Some(invitation) = &user.invitation else {
        return Err(Problem::new(&code::INVITATION_NOT_FOUND));
    };
    let again = Again {
        id: Some(user.id.0),
        invitation,
        cooldown_seconds: tenant.resend_cooldown_seconds,
        hands_over,
        limit: app.config.limits.sends_per_address,
    };
    let (key, now) = (user.key(), app.clock.now());
    match app.store.invite_again((&tenant.name, &key), &again, now).await? {
        Reinvited::Now(user) => Ok(*user),
        Reinvited::Revoked => Err(Problem::new(&code::INVITATION_REVOKED)),
        Reinvited::MailStopped => Err(Problem::new(&code::MAIL_STOPPED)
            .detail("their mail server refuses the address, or they called a mail unwanted; see GET /v1/account/{id}")),
        Reinvited::TooOften(too_often) => Err(too_often.into()),
        // They registered meanwhile, or were erased.
        Reinvited::Not => {
            let user = find(app, &call.caller, &user.invitation_id().to_string()).await?;
            Err(Problem::new(over(&user).unwrap_or(&code::CONFLICT)))
        }
    }
}

/// Why nothing can be done with an invitation any more.
fn over(user: &User) -> Option<&'static code::Code> {
    match user.progress()?.phase {
        Phase::Completed => Some(&code::INVITATION_COMPLETED),
        Phase::Revoked => Some(&code::INVITATION_REVOKED),
        _ => None,
    }
}

/// The answer to whoever sent it again.
fn sent<T>(app: &App, call: &Call<T>, user: &User, handed_at: Option<i64>) -> Result<Response, Problem> {
    let handed_over = handed_at.map(|asked_at| HandedOver::of(app, &call.caller.tenant, user, asked_at));
    let status = match handed_over {
        Some(_) => StatusCode::OK,
        None => StatusCode::ACCEPTED,
    };
    let answer = InvitationAnswer::of(user, app.clock.now())?.handing_over(handed_over);
    Ok((status, axum::Json(answer)).into_response())
}

/// Withdrawing takes nothing but the path.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeRequest {}

/// Withdraw an invitation
///
/// Its links, its codes and what the person has half filled in are worth nothing from then on, and a mail that waits is
/// not sent. It is final: to invite the person again, erase the account.
#[utoipa::path(
    post, path = "/v1/invitations/{id}/revoke", operation_id = "revoke_invitation", tag = "Invitations",
    request_body(content = Option<RevokeRequest>, description = "May be left out, and has no members", example = json!({})),
    params(
        ("id" = String, Path, description = "The invitation's id", example = "inv_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Taken, and not needed: withdrawing twice is answered alike"),
    ),
    responses(
        (status = 200, description = "The invitation is withdrawn, now or before", body = InvitationAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`invitation_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`invitation_completed`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn revoke(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call<Option<Json<RevokeRequest>>>,
) -> Result<axum::Json<InvitationAnswer>, Problem> {
    let user = find(&app, &call.caller, &id).await?;
    let now = app.clock.now();
    if let Some(mark) = mark(&call, "POST", &format!("invitations/{id}/revoke"))
        && app.store.claim(&mark, now).await? == Claimed::ByAnother
    {
        return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED));
    }
    match app.store.revoke_invitation(&user, now).await? {
        Revoked::Yes(user) => Ok(axum::Json(InvitationAnswer::of(&user, now)?)),
        Revoked::Completed => Err(Problem::new(&code::INVITATION_COMPLETED)),
        Revoked::Nobody => Err(Problem::new(&code::INVITATION_NOT_FOUND)),
    }
}
