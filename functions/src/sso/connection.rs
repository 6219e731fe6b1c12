//! `GET /v1/connections/{id}/health`: whether an identity provider answers as it should.

use ::http::StatusCode;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use serde::Serialize;
use usher::sso::Metadata;
use usher::tenant::{Connection, Tenant};
use utoipa::ToSchema;

use super::outgoing::{form, post};
use super::provider::{Answers, check};
use super::relying_party::{Failed, RelyingParty};
use crate::app::App;
use crate::http::{Call, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

const PATH: &str = "/v1/connections/{id}/health";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "connection",
    routes: &[Route::new("GET", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, get(handle)).with_state(app),
};

/// How a provider answers at this moment.
#[derive(Serialize, ToSchema)]
pub struct ConnectionHealth {
    /// The connection.
    #[schema(example = "acme-login")]
    id: String,
    /// Whether it answers as it should.
    works: bool,
    /// What is wrong, in a word: one of those of the log, or `accepts_anything`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "wrong_status")]
    reason: Option<&'static str>,
    /// The same in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "the answer is not 200: is the client id and the secret right?")]
    detail: Option<&'static str>,
}

/// See the health of a connection
///
/// A provider of kind `introspection` is asked about a token that nobody has: it has to know Usher, and to say that the token is
/// not active. One of kind `oidc` has to say where it does what, under the very issuer that is set, to publish its keys, and to
/// know Usher at its token endpoint, which is brought a code that nobody has. Nothing is changed, and whoever signs in meanwhile
/// does not notice.
#[utoipa::path(
    get, path = "/v1/connections/{id}/health", operation_id = "connection_health", tag = "Single sign-on",
    params(("id" = String, Path, description = "The connection", example = "acme-login")),
    responses(
        (status = 200, description = "How it answers", body = ConnectionHealth),
        (status = 400, description = "`invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`connection_not_found`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn handle(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call,
) -> Result<axum::Json<ConnectionHealth>, Problem> {
    let connection = call.caller.tenant.connection(&id);
    let connection = connection.ok_or_else(|| Problem::new(&code::CONNECTION_NOT_FOUND))?;
    let reason = wrong_with(&app, &call.caller.tenant, connection).await;
    Ok(axum::Json(ConnectionHealth {
        id,
        works: reason.is_none(),
        reason,
        detail: reason.map(sentence),
    }))
}

/// What is wrong, in a word: nothing where the provider answers about a token that nobody has, or, for browsers, says where it
/// does what and publishes keys.
async fn wrong_with(app: &App, tenant: &Tenant, connection: &Connection) -> Option<&'static str> {
    let failed = |failed| match failed {
        Failed::Trouble(reason) | Failed::Refused(reason) => reason,
    };
    if let Some(party) = RelyingParty::new(app, tenant, &connection.id).map(RelyingParty::only_looking) {
        return party.look().await.err().map(failed);
    }
    match check(app, connection.introspection.as_ref()?).await {
        Answers::AsItShould => None,
        Answers::Otherwise(reason) => Some(reason),
    }
}

/// A code that nobody has, and a verifier of it.
const NOBODYS: &str = "usher-asks-whether-the-provider-knows-it-at-all";

impl RelyingParty<'_> {
    /// Whether people could sign in there now.
    async fn look(&self) -> Result<(), Failed> {
        let metadata = self.read_metadata().await?;
        if self.read_keys(&metadata).await?.is_empty() {
            return Err(Failed::Trouble("no_keys"));
        }
        self.look_for_us(&metadata).await
    }

    /// Whether the token endpoint knows us: it is brought a code that nobody has, and has to say that it is none. Nothing else
    /// tells before somebody signs in whether it answers, and whether id and secret are right.
    async fn look_for_us(&self, metadata: &Metadata) -> Result<(), Failed> {
        let redirect_uri = self.redirect_uri("");
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", NOBODYS),
            ("redirect_uri", &redirect_uri),
            ("code_verifier", NOBODYS),
        ];
        let form = form(self.app, self.oidc.into(), &fields).ok_or(Failed::Trouble("not_authenticated"))?;
        let answer = self.heard(post(self.app, &metadata.token_endpoint, form).await)?;
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        match (answer.status, told["error"].as_str().unwrap_or_default()) {
            (StatusCode::UNAUTHORIZED, _) | (_, "invalid_client" | "unauthorized_client") => {
                Err(Failed::Trouble("client_refused"))
            }
            (StatusCode::BAD_REQUEST, _) => Ok(()),
            (StatusCode::OK, _) => Err(Failed::Trouble("accepts_any_code")),
            _ => Err(Failed::Trouble("wrong_status")),
        }
    }
}

/// What to look at first.
fn sentence(reason: &str) -> &'static str {
    match reason {
        "wrong_status" => "the answer is not 200: are the address, the client id and the secret right?",
        "unreadable" => {
            "the answer is no JSON object whose `active` is true or false: is the address the one for introspection?"
        }
        "no_keys" => "what the metadata name as jwks_uri has no key that signatures are checked with here",
        "client_refused" => {
            "its token endpoint does not take the client: are id, secret and client_authentication right?"
        }
        "accepts_any_code" => "its token endpoint gives something for a code that nobody has",
        "accepts_anything" => "it says that a token is active which nobody has: nobody can be told apart by it",
        "unreadable_metadata" => {
            "what is published below the issuer is no OpenID Connect metadata: is the issuer right?"
        }
        "other_issuer_in_metadata" => "the metadata name another issuer: write it exactly as they do",
        "unreadable_keys" => "what the metadata name as jwks_uri is no set of keys",
        "unresolved" | "no_connection" => "nobody takes a connection there: is the address right?",
        "not_public" | "address_refused" => "the address is not public, or may not be called",
        "not_trusted" => "whoever answers there does not show a certificate for the name that browsers trust",
        "timed_out" | "too_large" | "broken" => "what comes is no answer, or takes too long",
        _ => "it does not answer as RFC 7662 has it",
    }
}
