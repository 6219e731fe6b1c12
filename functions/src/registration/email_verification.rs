//! `POST /v2/registration/provision`: a person asks for the mail that proves their address.

use axum::Router;
use axum::extract::State;
use axum::routing::post;
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::person::PersonName;
use usher::provisioning::name_hash;
use usher::store::Asked;
use usher::tenant::TenantName;
use usher::user::EmailKey;
use utoipa::ToSchema;

use super::Okay;
use crate::app::App;
use crate::http::{FieldError, Json, Problem, ProblemBody, Source, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "email-verification",
    routes: &[Route::new("POST", "/v2/registration/provision")],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v2/registration/provision", post(handle))
            .with_state(app)
    },
};

/// Who asks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerificationRequest {
    /// As the person was provisioned; case, accents and spaces do not matter.
    #[schema(example = "Jane")]
    first_name: String,
    /// As the person was provisioned.
    #[schema(example = "Doe")]
    last_name: String,
    /// As the person was provisioned.
    #[schema(example = "jane.doe@example.org")]
    email_address: String,
    /// The tenant's short name.
    #[schema(example = "acme")]
    labelpartner: String,
    /// Always `"true"`.
    #[schema(example = "true")]
    imported: String,
}

/// Ask for the mail that proves an address
///
/// The answer is the same for everybody. The mail goes out only when names and address are those of
/// a person who was provisioned and is not registered yet. That is decided after the answer, so not
/// even the time it takes tells the difference.
#[utoipa::path(
    post, path = "/v2/registration/provision", operation_id = "email_verification", tag = "Registration",
    request_body(content = VerificationRequest, example = json!({
        "first_name": "Jane", "last_name": "Doe", "email_address": "jane.doe@example.org", "labelpartner": "acme", "imported": "true",
    })),
    responses(
        (status = 200, description = "Heard", body = Okay),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`, known address or not; `Retry-After` says when", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    Json(body): Json<VerificationRequest>,
) -> Result<axum::Json<Okay>, Problem> {
    let asked = body.check()?;
    app.guarded(source, ask(&app, &asked)).await?;
    Ok(axum::Json(Okay::NEW))
}

async fn ask(app: &App, asked: &Checked) -> Result<(), Problem> {
    let now = app.clock.now();
    let Some(tenant) = app.tenant(&asked.tenant).await? else {
        return Ok(());
    };
    let names = name_hash(&tenant.name, asked.first_name.as_str(), asked.last_name.as_str());
    let request = Asked {
        tenant: &tenant.name,
        key: EmailKey::new(&tenant.name, &asked.email),
        name_hash: &names,
    };
    app.store
        .ask_for_mail(&request, app.config.limits.sends_per_address, now)
        .await??;
    Ok(())
}

struct Checked {
    tenant: TenantName,
    email: EmailAddress,
    first_name: PersonName,
    last_name: PersonName,
}

impl VerificationRequest {
    fn check(&self) -> Result<Checked, Problem> {
        let mut errors = Vec::new();
        let mut name = |typed: &str, pointer: &str| {
            PersonName::parse(typed)
                .map_err(|error| errors.push(FieldError::new(pointer, error.code(), error)))
                .ok()
        };
        let names = (
            name(&self.first_name, "/first_name"),
            name(&self.last_name, "/last_name"),
        );
        let email = EmailAddress::parse(&self.email_address);
        if let Err(error) = &email {
            errors.push(FieldError::new("/email_address", error.code(), error));
        }
        let tenant: Result<TenantName, _> = self.labelpartner.parse();
        if let Err(error) = &tenant {
            errors.push(FieldError::new("/labelpartner", "labelpartner_malformed", error));
        }
        if self.imported != "true" {
            errors.push(FieldError::new(
                "/imported",
                "imported_not_true",
                "this has to be \"true\"",
            ));
        }
        match (names, email, tenant, errors.is_empty()) {
            ((Some(first_name), Some(last_name)), Ok(email), Ok(tenant), true) => Ok(Checked {
                tenant,
                email,
                first_name,
                last_name,
            }),
            _ => Err(Problem::new(&code::VALIDATION_FAILED).errors(errors)),
        }
    }
}
