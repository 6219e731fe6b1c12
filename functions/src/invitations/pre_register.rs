//! `POST /idp/v1/account/pre-register`: a program invites a person to an app.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use usher::provisioning::{RequestIdentity, provision};
use usher::store::{Again, ByWhom, CreateError, Created, Mark, Reinvited, StoreError};
use usher::user::{EmailKey, User};
use utoipa::ToSchema;

use super::asked::Asked;
use super::handed_over::HandedOver;
use crate::app::App;
use crate::http::{Call, Caller, FieldError, Json, Problem, ProblemBody, UnspentCall, code, replayed, whole_or_none};
use crate::metrics::{self, Step};
use crate::{Endpoint, Route};

const PATH: &str = "/idp/v1/account/pre-register";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "pre-register",
    routes: &[Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, post(handle)).with_state(app),
};

/// Who is invited to what. A member that is left out is told as Next Identity tells it, hence all of them may be.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreRegisterRequest {
    /// What is known of the person, by the names of the app's fields; `emailAddress` has to be there.
    #[schema(required, value_type = Object)]
    pub(super) profile_fields: Option<Map<String, Value>>,
    /// The app the person is invited to.
    #[schema(required, value_type = String, example = "acme-portal")]
    pub(super) client_id: Option<String>,
    /// `email`, or `sms` where the app allows it.
    #[schema(required, value_type = String, example = "email")]
    pub(super) auth_type: Option<String>,
    /// Always `password`.
    #[schema(required, value_type = String, example = "password")]
    pub(super) grant_type: Option<String>,
    /// Where the person goes when done; one of the app's list, character by character.
    #[schema(required, value_type = String, example = "https://portal.acme.example/welcome")]
    pub(super) redirect_uri: Option<String>,
    /// The language of the mail and the pages, as a BCP 47 tag.
    #[schema(example = "en-US")]
    pub(super) locale: Option<String>,
    /// Whether an open invitation is sent again.
    #[schema(example = false)]
    pub(super) resend: Option<bool>,
    /// For how long the link and the code work, 3600 (1 hour) to 2592000 (30 days); else as long as the tenant's do.
    #[serde(default, deserialize_with = "whole_or_none")]
    #[schema(example = 259200, minimum = 3600, maximum = 2_592_000)]
    pub(super) expires_in_seconds: Option<i64>,
    /// Nothing is mailed: the answer holds link and code, and the client delivers them itself. For clients that may.
    #[schema(example = false)]
    pub(super) deliver_self: Option<bool>,
}

/// The person.
#[derive(Serialize, ToSchema)]
pub struct PreRegisterAnswer {
    /// A UUID; `GET /v1/account/{id}` takes it.
    #[schema(example = "69ed0122-f2d9-8c6e-a636-3670cab4f15f")]
    uuid: String,
    /// With `deliver_self`: what the client delivers.
    #[serde(flatten)]
    #[schema(value_type = HandedOver)]
    handed_over: Option<HandedOver>,
}

/// Invite a person to an app
///
/// The person, their unique address and the mail are one write. An address that somebody has is refused; with
/// `resend` its open invitation is sent again, as it is.
#[utoipa::path(
    post, path = "/idp/v1/account/pre-register", operation_id = "pre_register", tag = "Invitations",
    request_body(content = PreRegisterRequest, example = json!({
        "profile_fields": {"firstName": "John", "lastName": "Smith", "emailAddress": "john.smith@example.org"},
        "client_id": "acme-portal", "locale": "en-US", "auth_type": "email", "grant_type": "password",
        "redirect_uri": "https://portal.acme.example/welcome",
    })),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters")),
    responses(
        (status = 201, description = "The person is invited, or the open invitation was sent again", body = PreRegisterAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`wrong_client`, `deliver_self_not_allowed`", body = ProblemBody<'static>),
        (status = 409, description = "`idempotency_in_progress`, `mail_stopped`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`invalid_form_fields`, `invalid_parameters`, `missing_argument`, `idempotency_key_reused`", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`: the invitation was sent a moment ago; `Retry-After` says when again", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("basic" = [])),
)]
pub async fn handle(
    State(app): State<App>,
    UnspentCall(call): UnspentCall<Json<PreRegisterRequest>>,
) -> Result<Response, Problem> {
    let tenant = &call.caller.tenant.name;
    let invited = invite(&app, &call).await;
    let answer = invited.inspect_err(|problem| metrics::failed(Step::Provisioned, tenant, problem.code.word))?;
    Ok((StatusCode::CREATED, axum::Json(answer)).into_response())
}

async fn invite(app: &App, call: &Call<Json<PreRegisterRequest>>) -> Result<PreRegisterAnswer, Problem> {
    let Call {
        caller,
        idempotency_key,
        body: Json(body),
        raw,
    } = call;
    let now = app.clock.now();
    let asked = Asked::read(caller, body, now)?;
    let mut request = RequestIdentity::of(
        &caller.client,
        idempotency_key.0.as_deref(),
        caller.nonce.as_deref(),
        raw,
        &app.entropy,
    );
    loop {
        let mut user = provision(&caller.tenant, asked.new_user(), request.id, &app.keys, now);
        if asked.hands_over {
            user.hand_over();
        }
        match app.store.create_user(&user, &request).await {
            Ok(Created::Now) => {
                metrics::reached(Step::Provisioned, &user.tenant);
                return Ok(answer(app, caller, &asked, &user, user.provisioned_at));
            }
            Ok(Created::Before) => return as_before(app, caller, &asked, user).await,
            Err(CreateError::KeyExpired) => request = request.renewed(),
            Err(CreateError::EmailExists) if asked.resend => return invite_again(app, call, &asked).await,
            Err(error) => return Err(problem(error, request.keyed)),
        }
    }
}

/// What is answered about a person who was invited at `asked_at`, in milliseconds since 1970.
fn answer(app: &App, caller: &Caller, asked: &Asked, user: &User, asked_at: i64) -> PreRegisterAnswer {
    let handed_over = || HandedOver::of(app, &caller.tenant, user, asked_at);
    PreRegisterAnswer {
        uuid: user.id.0.as_uuid(),
        handed_over: asked.hands_over.then(handed_over),
    }
}

/// The first answer again: the link that was handed over then is made of the time the person was made known at.
async fn as_before(app: &App, caller: &Caller, asked: &Asked, again: User) -> Result<PreRegisterAnswer, Problem> {
    if !asked.hands_over {
        return Ok(answer(app, caller, asked, &again, again.provisioned_at));
    }
    let stored = app.store.get_user(&again.tenant, &again.key()).await?;
    let stored = stored.filter(|stored| stored.id == again.id);
    // Whoever is gone has no link.
    Ok(stored.map_or_else(
        || PreRegisterAnswer {
            uuid: again.id.0.as_uuid(),
            handed_over: None,
        },
        |stored| answer(app, caller, asked, &stored, stored.provisioned_at),
    ))
}

/// The address is somebody's: their open invitation is sent again, and nothing else of the call counts.
async fn invite_again(
    app: &App,
    Call {
        caller,
        idempotency_key,
        raw,
        ..
    }: &Call<Json<PreRegisterRequest>>,
    asked: &Asked,
) -> Result<PreRegisterAnswer, Problem> {
    spend(app, caller).await?;
    let (tenant, now) = (&caller.tenant, app.clock.now());
    let key = EmailKey::new(&tenant.name, &asked.email);
    let mark = idempotency_key
        .0
        .as_ref()
        .map(|idempotency_key| Mark::new(&caller.client, &format!("POST {PATH} {idempotency_key}"), raw));
    if let Some(mark) = &mark {
        match app.store.find_answer(mark, now).await? {
            None => {}
            Some((ByWhom::Another, _)) => return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
            Some((ByWhom::ThisRequest, at)) => {
                let user = app.store.get_user(&tenant.name, &key).await?.ok_or_else(exists)?;
                return Ok(answer(app, caller, asked, &user, at.unwrap_or(user.provisioned_at)));
            }
        }
    }
    let again = Again {
        id: None,
        invitation: &asked.invitation,
        cooldown_seconds: tenant.resend_cooldown_seconds,
        hands_over: asked.hands_over,
        limit: app.config.limits.sends_per_address,
    };
    match app.store.invite_again((&tenant.name, &key), &again, now).await? {
        Reinvited::Now(user) => {
            // Only what was done is answered again: a refusal may be followed by a mail.
            if let Some(mark) = mark {
                app.store.claim(&mark.answered_of(user.asked_at), now).await?;
            }
            let asked_at = user.asked_at.unwrap_or(user.provisioned_at);
            Ok(answer(app, caller, asked, &user, asked_at))
        }
        Reinvited::Not | Reinvited::Revoked => Err(exists()),
        Reinvited::MailStopped => Err(Problem::new(&code::MAIL_STOPPED)),
        Reinvited::TooOften(too_often) => Err(too_often.into()),
    }
}

/// Creating would have remembered the nonce; this call created nobody.
async fn spend(app: &App, caller: &Caller) -> Result<(), Problem> {
    let Some(nonce) = &caller.nonce else { return Ok(()) };
    let (attempt, now) = (app.attempt(), app.clock.now());
    match app.store.spend_nonce(&caller.client, nonce, &attempt, now).await? {
        true => Ok(()),
        false => Err(replayed()),
    }
}

fn exists() -> Problem {
    let pointer = "/profile_fields/emailAddress";
    let flaw = FieldError::new(pointer, "email_exists", "somebody has this address");
    Problem::new(&code::INVALID_FORM_FIELDS).errors(vec![flaw])
}

fn problem(error: CreateError, keyed: bool) -> Problem {
    match error {
        CreateError::EmailExists => exists(),
        CreateError::KeyReused => Problem::new(&code::IDEMPOTENCY_KEY_REUSED),
        CreateError::Replayed => replayed(),
        CreateError::Store(StoreError::Conflict) if keyed => Problem {
            retry_after: Some(1),
            ..Problem::new(&code::IDEMPOTENCY_IN_PROGRESS)
        },
        CreateError::Store(error) => error.into(),
        CreateError::ExternalIdExists
        | CreateError::SubjectExists
        | CreateError::LinkExists
        | CreateError::VoucherNotGood
        | CreateError::CustomerChanged
        | CreateError::KeyExpired => Problem::new(&code::CONFLICT),
    }
}
