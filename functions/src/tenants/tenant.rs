//! `GET` and `PUT /v1/tenant`: a tenant's own programs read its document and change it.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::ETAG;
use http::request::Parts;
use serde::Serialize;
use usher::outbound::OutboundPolicy;
use usher::store::{ByWhom, SaveTenantError, TenantChange, TenantVersion};
use usher::tenant::{Flaw, Tenant};
use utoipa::ToSchema;

use super::if_match::{Expected, IfMatch};
use super::{allowed, forgotten, reading, remarks, versions};
use crate::accounts::mark;
use crate::app::App;
use crate::http::{Call, CallBody, Caller, FieldError, Problem, ProblemBody, code, json};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "tenant",
    routes: &[
        Route::new("GET", "/v1/tenant"),
        Route::new("PUT", "/v1/tenant"),
        Route::new("GET", "/v1/tenant/versions"),
        Route::new("GET", "/v1/tenant/versions/{version}"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/tenant", get(show).put(replace))
            .route("/v1/tenant/versions", get(versions::list))
            .route("/v1/tenant/versions/{version}", get(versions::show))
            .with_state(app)
    },
};

/// A tenant's document as it came.
#[derive(Debug)]
pub struct Document {
    read: Result<Tenant, Problem>,
    raw: Bytes,
}

impl CallBody for Document {
    fn read(parts: &Parts, raw: &Bytes) -> Result<Self, Problem> {
        let read = match json::<Tenant>(&parts.headers, raw) {
            Err(problem) if problem.code != &code::INVALID_BODY => return Err(problem),
            read => read,
        };
        let raw = raw.clone();
        Ok(Self { read, raw })
    }
}

impl Document {
    /// The tenant, or everything that is wrong with it.
    fn check(self, outbound: OutboundPolicy) -> Result<Tenant, Problem> {
        match self.read {
            Ok(tenant) => match super::flaws_under(&tenant, outbound) {
                flaws if flaws.is_empty() => Ok(tenant),
                flaws => Err(refused(&code::VALIDATION_FAILED, flaws)),
            },
            Err(problem) => {
                let value = serde_json::from_slice(&self.raw).unwrap_or_default();
                let read = reading::read(value, outbound);
                // What only a strict reader minds, such as a name that stands twice, has been told already.
                Err(read.map_or_else(|flaws| refused(&code::INVALID_BODY, flaws), |_| problem))
            }
        }
    }
}

/// What became of a document.
#[derive(Debug, Serialize, ToSchema)]
pub struct Applied {
    /// The version that it is.
    #[schema(example = 12)]
    version: u64,
    /// What will be otherwise than the document says, such as a colour that is corrected for contrast.
    remarks: Vec<Remark>,
}

/// Something that will be otherwise.
#[derive(Debug, Serialize, ToSchema)]
pub struct Remark {
    /// Where in the document, as a JSON pointer.
    #[schema(example = "/brand/colour")]
    pointer: String,
    /// What, as a sentence.
    #[schema(example = "is darkened to #8a6d00 for links on light pages")]
    message: String,
}

/// See the tenant's document
///
/// The whole configuration, as `usher tenants apply` takes it, but for what is secret: an HMAC key is `hmac-sha256:kept`,
/// and the words of an agreement are their hash. Both may be sent back so, and stay as they are. `ETag` is the version.
#[utoipa::path(
    get, path = "/v1/tenant", operation_id = "show_tenant", tag = "Tenant",
    responses(
        (status = 200, description = "The document; its schema is at `/schemas/tenant.json`", body = serde_json::Value,
         headers(("ETag" = String, description = "The version, to be sent as `If-Match` with a change"))),
        (status = 400, description = "`invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`configure_not_allowed`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn show(State(app): State<App>, call: Call) -> Result<Response, Problem> {
    let (tenant, version) = current(&app, &call.caller).await?;
    Ok(shown(&tenant.without_secrets(), &version))
}

/// Change the tenant's document
///
/// The document replaces the one that `If-Match` names, as a whole, or nothing is changed and everything that is wrong is
/// told. It holds within a minute. What reaches beyond the tenant (`name`, `hosts`, the sender's address, `sms`) stays as it
/// is, and so does the key that the call is signed with.
#[utoipa::path(
    put, path = "/v1/tenant", operation_id = "replace_tenant", tag = "Tenant",
    request_body(
        content = Object, description = "The document; its schema is at `/schemas/tenant.json`",
        example = json!({"name": "acme", "display_name": "Acme Energy", "sender": {"name": "Acme Energy", "address": "hello@mail.acme.example"}}),
    ),
    params(
        ("If-Match" = String, Header, description = "The version that is changed, as `ETag` said it, or `*` for whichever there is", example = "\"12\""),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 200, description = "It is so, now or before", body = Applied,
         headers(("ETag" = String, description = "The version"))),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`configure_not_allowed`", body = ProblemBody<'static>),
        (status = 409, description = "`client_id_taken`: a client's id belongs to another tenant; `agreement_changed`; `conflict`", body = ProblemBody<'static>),
        (status = 412, description = "`precondition_failed`: read the document again", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
        (status = 428, description = "`precondition_required`: there is no `If-Match`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn replace(
    State(app): State<App>,
    IfMatch(expected): IfMatch,
    call: Call<Document>,
) -> Result<Response, Problem> {
    let mark = mark(&call, "PUT", "tenant");
    let caller = &call.caller;
    let (before, version) = current(&app, caller).await?;
    let wanted = &call.body.check(app.config.outbound)?;
    let number = match expected {
        Expected::Any => version.number,
        Expected::Version(number) => number,
    };
    if number != version.number {
        // Repeating a call that changed it finds the version that it made.
        if let Some(mark) = &mark
            && app.store.find_claim(mark, app.clock.now()).await? == Some(ByWhom::ThisRequest)
        {
            return Ok(applied(wanted, &before, &version));
        }
        return Err(Problem::new(&code::PRECONDITION_FAILED));
    }
    let flaws = allowed::flaws(caller, &before, wanted);
    if !flaws.is_empty() {
        return Err(refused(&code::VALIDATION_FAILED, flaws));
    }
    let change = TenantChange {
        by: &caller.client,
        expected: Some(number),
        mark: mark.as_ref(),
    };
    let saved = app.store.save_tenant(wanted, &change, &app.keys, app.clock.now()).await;
    let version = saved.map_err(problem)?;
    app.directory.forget();
    Ok(applied(wanted, &before, &version))
}

/// The caller's tenant as it is in the table, if the caller may configure it, and as itself may still.
pub(super) async fn current(app: &App, caller: &Caller) -> Result<(Tenant, TenantVersion), Problem> {
    let found = app.store.get_tenant_version(&caller.tenant.name, &app.keys).await?;
    let may = |(tenant, _): &(Tenant, TenantVersion)| match &caller.operator {
        Some(email) => tenant.console.names(email),
        None => tenant.client(&caller.client).is_some_and(|own| own.configures),
    };
    found
        .filter(may)
        .ok_or_else(|| Problem::new(&code::CONFIGURE_NOT_ALLOWED))
}

/// A document with its version.
pub(super) fn shown(document: &Tenant, version: &TenantVersion) -> Response {
    ([(ETAG, etag(version))], axum::Json(document)).into_response()
}

fn applied(document: &Tenant, before: &Tenant, version: &TenantVersion) -> Response {
    let remarks = remarks(document).into_iter().chain(forgotten(before, document));
    let remark = |Flaw { pointer, message }| Remark { pointer, message };
    let body = Applied {
        version: version.number,
        remarks: remarks.map(remark).collect(),
    };
    ([(ETAG, etag(version))], axum::Json(body)).into_response()
}

fn etag(version: &TenantVersion) -> String {
    format!("\"{}\"", version.number)
}

fn refused(code: &'static code::Code, flaws: Vec<Flaw>) -> Problem {
    let told = |flaw: Flaw| FieldError::new(flaw.pointer, "not_acceptable", flaw.message);
    Problem::new(code).errors(flaws.into_iter().map(told).collect())
}

/// Why a document was not saved.
pub fn problem(error: SaveTenantError) -> Problem {
    match error {
        SaveTenantError::Taken(flaws) => refused(&code::CLIENT_ID_TAKEN, flaws),
        SaveTenantError::VersionChanged => Problem::new(&code::PRECONDITION_FAILED),
        SaveTenantError::NothingToKeep(flaws) => refused(&code::VALIDATION_FAILED, flaws),
        SaveTenantError::TextChanged(flaws) => refused(&code::AGREEMENT_CHANGED, flaws),
        SaveTenantError::KeyReused => Problem::new(&code::IDEMPOTENCY_KEY_REUSED),
        SaveTenantError::Store(error) => error.into(),
    }
}
