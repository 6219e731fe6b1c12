//! `POST /v1/account`: a business customer makes a person known.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Router, body::Bytes};
use http::StatusCode;
use http::header::LOCATION;
use serde::Serialize;
use usher::customer::Customer;
use usher::provisioning::{NewUser, RequestIdentity, provision};
use usher::store::{CreateError, Created};
use usher::user::{Status, User};
use utoipa::ToSchema;

use super::fields::ProvisionRequest;
use super::view::{InstallationView, installations};
use crate::app::App;
use crate::http::{Call, Caller, FieldError, IdempotencyKey, Json, Problem, ProblemBody, UnspentCall, code, replayed};
use crate::metrics::{self, Step};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "provision",
    routes: &[Route::new("POST", "/v1/account")],
    hashes: false,
    router: |app| Router::new().route("/v1/account", post(handle)).with_state(app),
};

/// A person who was made known.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProvisionAnswer {
    /// The household or company; `GET /v1/account/{id}` takes it.
    #[schema(example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    account_id: String,
    /// The person.
    #[schema(example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    user_id: String,
    /// The caller's own id of the person.
    #[schema(example = "customer-4711")]
    external_account_id: Option<String>,
    /// Their places, in the order they were sent.
    installations: Vec<InstallationView>,
    /// `provisioned`, or `verified` with `create_verified_user`.
    #[schema(example = "provisioned")]
    status: &'static str,
    /// What has to happen next.
    #[schema(example = json!(["verify_address"]))]
    next_actions: Vec<&'static str>,
}

/// Make a person known
///
/// Everything is saved in one write: the person, their unique address and ids, and the mail to them
/// where the tenant invites at once. With an `Idempotency-Key` the call may be repeated for 24 hours
/// and gives the first answer again.
#[utoipa::path(
    post, path = "/v1/account", operation_id = "provision", tag = "Accounts",
    request_body(content = ProvisionRequest, example = json!({
        "labelpartner": "acme",
        "customer_info": {"first_name": "Jane", "last_name": "Doe", "email_address": "jane.doe@example.org", "external_account_id": "customer-4711"},
        "installation_info": [{"external_installation_id": "home-1", "order_information": {"voucher_code": "SPRING-2027"}}],
    })),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters")),
    responses(
        (status = 201, description = "The person is known", body = ProvisionAnswer,
         headers(("Location" = String, description = "Where the account is"))),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`wrong_tenant`", body = ProblemBody<'static>),
        (status = 409, description = "`email_exists`, `external_id_exists`, `external_authentication_provider_id_exists`, `idempotency_in_progress`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn handle(
    State(app): State<App>,
    UnspentCall(Call {
        caller,
        idempotency_key,
        body: Json(body),
        raw,
    }): UnspentCall<Json<ProvisionRequest>>,
) -> Result<Response, Problem> {
    if body.labelpartner != caller.tenant.name.as_str() {
        let flaw = FieldError::new(
            "/labelpartner",
            "wrong_tenant",
            "this has to be the tenant the caller belongs to",
        );
        return Err(Problem::new(&code::WRONG_TENANT).errors(vec![flaw]));
    }
    let request = identity(&app, &caller, &idempotency_key, &raw);
    let made = match body.check() {
        Ok(new) => make(&app, &caller, new, request).await,
        Err(errors) => Err(Problem::new(&code::VALIDATION_FAILED).errors(errors)),
    };
    made.inspect_err(|problem| metrics::failed(Step::Provisioned, &caller.tenant.name, problem.code.word))
        .map(|user| answer(&app, &user))
}

async fn make(app: &App, caller: &Caller, new: NewUser, mut request: RequestIdentity) -> Result<User, Problem> {
    loop {
        let user = provision(&caller.tenant, new.clone(), request.id, &app.keys, app.clock.now());
        match app.store.create_user(&user, &request).await {
            Ok(Created::Now) => {
                metrics::reached(Step::Provisioned, &user.tenant);
                if user.status == Status::Verified {
                    metrics::reached(Step::Verified, &user.tenant);
                }
                return Ok(user);
            }
            Ok(Created::Before) => return Ok(user),
            // The key was last used more than a day ago and may make somebody else now.
            Err(CreateError::KeyExpired) => request = request.renewed(),
            Err(error) => return Err(problem(error, "/customer_info", request.keyed)),
        }
    }
}

fn identity(app: &App, caller: &Caller, key: &IdempotencyKey, raw: &Bytes) -> RequestIdentity {
    RequestIdentity::of(
        &caller.client,
        key.0.as_deref(),
        caller.nonce.as_deref(),
        raw,
        &app.entropy,
    )
}

/// The answer follows from the request alone, which is why a repeated one gives the same.
fn answer(app: &App, user: &User) -> Response {
    let account_id = user.customer_id().to_string();
    let location = format!("{}/v1/account/{account_id}", app.config.public_url);
    let mut installations = installations(&Customer::of_only(user));
    for installation in &mut installations {
        installation.address_info.clear();
    }
    let answer = ProvisionAnswer {
        account_id,
        user_id: user.id.to_string(),
        external_account_id: user.external_id.clone(),
        installations,
        status: user.status.as_str(),
        next_actions: user.status.next_actions().to_vec(),
    };
    (StatusCode::CREATED, [(LOCATION, location)], axum::Json(answer)).into_response()
}

/// Why a person was not made, whose fields are below `at` of the body.
pub(crate) fn problem(error: CreateError, at: &str, keyed: bool) -> Problem {
    match error {
        CreateError::EmailExists => Problem::new(&code::EMAIL_EXISTS).errors(vec![FieldError::new(
            format!("{at}/email_address"),
            "email_exists",
            "somebody has this address",
        )]),
        CreateError::ExternalIdExists => Problem::new(&code::EXTERNAL_ID_EXISTS).errors(vec![FieldError::new(
            format!("{at}/external_account_id"),
            "external_id_exists",
            "somebody has this id",
        )]),
        CreateError::SubjectExists | CreateError::LinkExists => {
            Problem::new(&code::SUBJECT_EXISTS).errors(vec![FieldError::new(
                format!("{at}/external_authentication_provider_id"),
                "external_authentication_provider_id_exists",
                "somebody has this id",
            )])
        }
        CreateError::KeyReused => Problem::new(&code::IDEMPOTENCY_KEY_REUSED),
        CreateError::Replayed => replayed(),
        CreateError::Store(usher::store::StoreError::Conflict) if keyed => Problem {
            retry_after: Some(1),
            ..Problem::new(&code::IDEMPOTENCY_IN_PROGRESS)
        },
        CreateError::Store(error) => error.into(),
        CreateError::VoucherNotGood | CreateError::KeyExpired | CreateError::CustomerChanged => {
            Problem::new(&code::CONFLICT)
        }
    }
}
