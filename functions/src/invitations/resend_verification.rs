//! `POST /idp/v1/account/resend-verification`: somebody asks for the mail of their invitation again.

use axum::Router;
use axum::extract::{FromRequest, Request, State};
use axum::routing::post;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use serde::{Deserialize, Serialize};
use usher::address::EmailAddress;
use usher::id::Opaque;
use usher::tenant::{Client, TenantName};
use usher::user::EmailKey;
use utoipa::ToSchema;

use super::asked::{channel, client, not_given, wrong_client};
use crate::app::App;
use crate::http::{Call, FieldError, Json, Problem, ProblemBody, Source, code};
use crate::{Endpoint, Route};

const PATH: &str = "/idp/v1/account/resend-verification";
/// What Next Identity says, to everybody alike.
const MESSAGE: &str = "An email has been sent to the address on record.";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "resend-verification",
    routes: &[Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, post(handle)).with_state(app),
};

/// Whose invitation, and to which app. A member that is left out is told as Next Identity tells it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResendRequest {
    /// The app the person was invited to.
    #[schema(required, value_type = String, example = "acme-portal")]
    client_id: Option<String>,
    /// The person's address, or the `uuid` that pre-registering them answered.
    #[schema(required, value_type = String, example = "john.smith@example.org")]
    user_id: Option<String>,
    /// `email`, or `sms` where the app allows it.
    #[schema(required, value_type = String, example = "email")]
    auth_type: Option<String>,
    /// One of the app's list. The person goes where their invitation says.
    #[schema(required, value_type = String, example = "https://portal.acme.example/welcome")]
    redirect_uri: Option<String>,
    /// Taken and not used: the person reads the language they were invited in.
    #[schema(example = "en-US")]
    #[serde(rename = "locale")]
    _locale: Option<String>,
    /// Taken and not used.
    #[schema(example = "password")]
    #[serde(rename = "grant_type")]
    _grant_type: Option<String>,
}

/// The same for everybody.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResendAnswer {
    /// A sentence.
    #[schema(example = "An email has been sent to the address on record.")]
    message: &'static str,
}

/// Whom a request is about.
enum Whom {
    Address(Box<EmailAddress>),
    Id(Opaque),
}

/// Ask for the mail of an invitation again
///
/// The answer is the same whether or not somebody was invited, and whether or not they are registered by now. A mail
/// goes out only to an invited person without a password. That is decided after the answer, so not even the time it
/// takes tells the difference. The call needs no authentication; one that shows some is held to it.
#[utoipa::path(
    post, path = "/idp/v1/account/resend-verification", operation_id = "resend_verification", tag = "Invitations",
    request_body(content = ResendRequest, example = json!({
        "client_id": "acme-portal", "user_id": "john.smith@example.org", "auth_type": "email",
        "redirect_uri": "https://portal.acme.example/welcome",
    })),
    responses(
        (status = 200, description = "Heard", body = ResendAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`wrong_client`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`invalid_parameters`, `missing_argument`", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`, invited or not; `Retry-After` says when", body = ProblemBody<'static>),
    ),
    security((), ("signature" = []), ("basic" = [])),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    request: Request,
) -> Result<axum::Json<ResendAnswer>, Problem> {
    let (tenant, whom) = match shows_who_calls(request.headers()) {
        true => {
            let call = Call::<Json<ResendRequest>>::from_request(request, &app).await?;
            let body = call.body.0;
            body.all_given()?;
            let app_of_caller = client(&call.caller, body.client_id.as_deref().unwrap_or_default())?;
            (call.caller.tenant.name.clone(), body.whom(app_of_caller)?)
        }
        false => {
            let Json(body) = Json::<ResendRequest>::from_request(request, &app).await?;
            body.all_given()?;
            let id = body.client_id.as_deref().unwrap_or_default();
            let tenant = app.tenant_of_client(id).await?.ok_or_else(wrong_client)?;
            let known = tenant.client(id).filter(|client| client.invites());
            (tenant.name.clone(), body.whom(known.ok_or_else(wrong_client)?)?)
        }
    };
    app.guarded(source, ask(&app, &tenant, whom)).await?;
    Ok(axum::Json(ResendAnswer { message: MESSAGE }))
}

async fn ask(app: &App, tenant: &TenantName, whom: Whom) -> Result<(), Problem> {
    let key = match whom {
        Whom::Address(email) => EmailKey::new(tenant, &email),
        Whom::Id(id) => app.store.key_behind_id(tenant, id).await?,
    };
    let limit = app.config.limits.sends_per_address;
    let asked = app.store.ask_for_invitation(tenant, key, limit, app.clock.now());
    Ok(asked.await??)
}

fn shows_who_calls(headers: &HeaderMap) -> bool {
    headers.contains_key(AUTHORIZATION) || headers.contains_key("signature-input")
}

impl ResendRequest {
    fn all_given(&self) -> Result<(), Problem> {
        if self.redirect_uri.as_deref() == Some("") {
            let flaw = FieldError::new("/redirect_uri", "parameter_empty", "this must not be empty");
            return Err(Problem::new(&code::MISSING_ARGUMENT).errors(vec![flaw]));
        }
        let given = [
            ("client_id", &self.client_id),
            ("user_id", &self.user_id),
            ("auth_type", &self.auth_type),
            ("redirect_uri", &self.redirect_uri),
        ];
        let missing = given
            .iter()
            .filter_map(|(name, value)| not_given(name, value.as_deref()));
        match missing.collect::<Vec<_>>() {
            flaws if flaws.is_empty() => Ok(()),
            flaws => Err(Problem::new(&code::INVALID_PARAMETERS).errors(flaws)),
        }
    }

    /// Whom it is about, if everything fits the app.
    fn whom(&self, client: &Client) -> Result<Whom, Problem> {
        let mut flaws = Vec::new();
        let mut wrong =
            |name: &str, message: &str| flaws.push(FieldError::new(format!("/{name}"), "parameter_invalid", message));
        if channel(client, self.auth_type.as_deref().unwrap_or_default()).is_none() {
            wrong("auth_type", "unsupported auth_type value");
        }
        if !client
            .redirect_uris
            .iter()
            .any(|uri| Some(uri) == self.redirect_uri.as_ref())
        {
            wrong("redirect_uri", "invalid value");
        }
        let typed = self.user_id.as_deref().unwrap_or_default();
        let id = Opaque::from_uuid(typed).map(Whom::Id).ok();
        let whom = id.or_else(|| {
            EmailAddress::parse(typed)
                .ok()
                .map(|email| Whom::Address(Box::new(email)))
        });
        if whom.is_none() {
            wrong("user_id", "invalid value");
        }
        match whom {
            Some(whom) if flaws.is_empty() => Ok(whom),
            _ => Err(Problem::new(&code::INVALID_PARAMETERS).errors(flaws)),
        }
    }
}
