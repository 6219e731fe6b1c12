//! `POST /idp/v1/account/pre-register`: a program invites a person to an app.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use usher::id::Opaque;
use usher::provisioning::{RequestIdentity, provision};
use usher::store::{ByWhom, CreateError, Created, Mark, Reinvited, StoreError};
use usher::user::EmailKey;
use utoipa::ToSchema;

use super::asked::Asked;
use crate::app::App;
use crate::http::{Call, Caller, FieldError, Json, Problem, ProblemBody, UnspentCall, code, replayed};
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
}

/// The person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreRegisterAnswer {
    /// A UUID; `GET /v1/account/{id}` takes it.
    #[schema(example = "69ed0122-f2d9-8c6e-a636-3670cab4f15f")]
    uuid: String,
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
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated call safe; 1 to 255 visible characters")),
    responses(
        (status = 201, description = "The person is invited, or the open invitation was sent again", body = PreRegisterAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`wrong_client`", body = ProblemBody<'static>),
        (status = 409, description = "`idempotency_in_progress`", body = ProblemBody<'static>),
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
    let id = invited.inspect_err(|problem| metrics::failed(Step::Provisioned, tenant, problem.code.word))?;
    let answer = PreRegisterAnswer { uuid: id.as_uuid() };
    Ok((StatusCode::CREATED, axum::Json(answer)).into_response())
}

async fn invite(app: &App, call: &Call<Json<PreRegisterRequest>>) -> Result<Opaque, Problem> {
    let Call {
        caller,
        idempotency_key,
        body: Json(body),
        raw,
    } = call;
    let asked = Asked::read(caller, body)?;
    let mut request = RequestIdentity::of(
        &caller.client,
        idempotency_key.0.as_deref(),
        caller.nonce.as_deref(),
        raw,
        &app.entropy,
    );
    loop {
        let user = provision(&caller.tenant, asked.new_user(), request.id, &app.keys, app.clock.now());
        match app.store.create_user(&user, &request).await {
            Ok(Created::Now) => {
                metrics::reached(Step::Provisioned, &user.tenant);
                return Ok(user.id.0);
            }
            Ok(Created::Before) => return Ok(user.id.0),
            Err(CreateError::KeyExpired) => request = request.renewed(),
            Err(CreateError::EmailExists) if asked.resend => return invite_again(app, call, &asked).await,
            Err(error) => return Err(problem(error, request.keyed)),
        }
    }
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
) -> Result<Opaque, Problem> {
    spend(app, caller).await?;
    let (tenant, now) = (&caller.tenant, app.clock.now());
    let key = EmailKey::new(&tenant.name, &asked.email);
    let mark = idempotency_key
        .0
        .as_ref()
        .map(|idempotency_key| Mark::new(&caller.client, &format!("POST {PATH} {idempotency_key}"), raw));
    if let Some(mark) = &mark {
        match app.store.find_claim(mark, now).await? {
            None => {}
            Some(ByWhom::Another) => return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
            Some(ByWhom::ThisRequest) => {
                let user = app.store.get_user(&tenant.name, &key).await?;
                return user.map(|user| user.id.0).ok_or_else(exists);
            }
        }
    }
    let limit = app.config.limits.sends_per_address;
    let again = app
        .store
        .invite_again(
            (&tenant.name, &key),
            &asked.invitation,
            tenant.resend_cooldown_seconds,
            limit,
            now,
        )
        .await?;
    match again {
        Reinvited::Now(user) => {
            // Only what was done is answered again: a refusal may be followed by a mail.
            if let Some(mark) = &mark {
                app.store.claim(mark, now).await?;
            }
            Ok(user.id.0)
        }
        Reinvited::Not => Err(exists()),
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
        CreateError::ExternalIdExists | CreateError::SubjectExists | CreateError::KeyExpired => {
            Problem::new(&code::CONFLICT)
        }
    }
}
