//! `POST /v1/customers/{id}/users` and `…/owner`: one more person, and who speaks for the customer.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::StatusCode;
use http::header::LOCATION;
use serde::{Deserialize, Serialize};
use usher::id::UserId;
use usher::provisioning::{NewUser, RequestIdentity, provision};
use usher::store::{Claimed, CreateError, Created, KeptCustomer};
use usher::user::{Status, User};
use utoipa::ToSchema;

use super::customer::find;
use super::view::CustomerAnswer;
use crate::accounts::{Who, creation_problem, mark};
use crate::app::App;
use crate::http::{Call, Caller, FieldError, Json, Problem, ProblemBody, UnspentCall, code};
use crate::metrics::{self, Step};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "customer-change",
    routes: &[
        Route::new("POST", "/v1/customers/{id}/users"),
        Route::new("POST", "/v1/customers/{id}/owner"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/customers/{id}/users", post(add_user))
            .route("/v1/customers/{id}/owner", post(name_owner))
            .with_state(app)
    },
};

/// How often a person is added when the customer changes meanwhile.
const TRIES: usize = 4;

/// One more person of a customer.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddUserRequest {
    /// Given name, 1 to 100 characters.
    #[schema(example = "John")]
    first_name: String,
    /// Family name, 1 to 100 characters.
    #[schema(example = "Doe")]
    last_name: String,
    /// Unique in the tenant. The part before the @ has to be ASCII.
    #[schema(example = "john.doe@example.org")]
    email_address: String,
    /// The caller's own id of the person, unique in the tenant, 1 to 128 characters.
    #[serde(default)]
    #[schema(example = "customer-4711-2")]
    external_account_id: Option<String>,
    /// What the customer's identity provider calls the person, unique in the tenant.
    #[serde(default)]
    #[schema(example = "idp-124")]
    external_authentication_provider_id: Option<String>,
    /// With country code: `+44 20 7946 0000`.
    #[serde(default)]
    #[schema(example = "+442079460000")]
    phone_number: Option<String>,
    /// The language the person reads, as a BCP 47 tag.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

/// A person who was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct AddUserAnswer {
    /// The customer.
    #[schema(example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    customer_id: String,
    /// The person; `GET /v1/account/{id}` takes it.
    #[schema(example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    user_id: String,
    /// The caller's own id of the person, if it gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "customer-4711-2")]
    external_account_id: Option<String>,
    /// `provisioned`.
    #[schema(example = "provisioned")]
    status: &'static str,
    /// What has to happen next.
    #[schema(example = json!(["verify_address"]))]
    next_actions: Vec<&'static str>,
}

/// Invite one more person of a customer
///
/// Everything is saved in one write: the person as one of the customer's, their unique address and ids, and the mail to
/// them. With an `Idempotency-Key` the call may be repeated for 24 hours and gives the first answer again.
#[utoipa::path(
    post, path = "/v1/customers/{id}/users", operation_id = "add_customer_user", tag = "Customers",
    request_body(content = AddUserRequest, example = json!({"first_name": "John", "last_name": "Doe", "email_address": "john.doe@example.org"})),
    params(
        ("id" = String, Path, description = "The customer's id or UUID", example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 201, description = "The person is known, and the mail to them is on its way", body = AddUserAnswer,
         headers(("Location" = String, description = "Where the person's account is"))),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`customer_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`email_exists`, `external_id_exists`, `external_authentication_provider_id_exists`, `customer_not_approved`, `idempotency_in_progress`, `conflict`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn add_user(
    State(app): State<App>,
    Path(id): Path<String>,
    UnspentCall(call): UnspentCall<Json<AddUserRequest>>,
) -> Result<Response, Problem> {
    let (caller, asked) = (&call.caller, call.body.0.clone());
    let kept = find(&app, caller, &id).await?;
    let who = asked.who();
    let mut errors = Vec::new();
    let new = match (who.check("", &mut errors), errors.is_empty()) {
        (Some(new), true) => new,
        _ => return Err(Problem::new(&code::VALIDATION_FAILED).errors(errors)),
    };
    // The customer is a part of what was asked: the same body for another one is another request.
    let what = [kept.customer.id.0.bits().as_slice(), &call.raw].concat();
    let request = RequestIdentity::of(
        &caller.client,
        call.idempotency_key.0.as_deref(),
        caller.nonce.as_deref(),
        &what,
        &app.entropy,
    );
    let user = add(&app, caller, kept, new, request)
        .await
        .inspect_err(|problem| metrics::failed(Step::Provisioned, &caller.tenant.name, problem.code.word))?;
    let location = format!("{}/v1/account/{}", app.config.public_url, user.id);
    let answer = AddUserAnswer {
        customer_id: user.customer_id().to_string(),
        user_id: user.id.to_string(),
        external_account_id: user.external_id.clone(),
        status: user.status.as_str(),
        next_actions: user.status.next_actions().to_vec(),
    };
    Ok((StatusCode::CREATED, [(LOCATION, location)], axum::Json(answer)).into_response())
}

async fn add(
    app: &App,
    caller: &Caller,
    mut kept: KeptCustomer,
    new: NewUser,
    mut request: RequestIdentity,
) -> Result<User, Problem> {
    for _ in 0..TRIES {
        // Whoever was not let in lets nobody else in.
        if kept
            .only
            .as_ref()
            .is_some_and(|only| only.status == Status::AwaitingApproval)
        {
            return Err(Problem::new(&code::CUSTOMER_NOT_APPROVED));
        }
        let customer = &kept.customer;
        let new = NewUser {
            joins: Some((customer.id, customer.kind)),
            ..new.clone()
        };
        let user = provision(&caller.tenant, new, request.id, &app.keys, app.clock.now());
        match app.store.add_user(&user, &request, &kept).await {
            Ok(Created::Now) => {
                metrics::reached(Step::Provisioned, &user.tenant);
                return Ok(user);
            }
            Ok(Created::Before) => return Ok(user),
            // The key was last used more than a day ago and may make somebody else now.
            Err(CreateError::KeyExpired) => request = request.renewed(),
            Err(CreateError::CustomerChanged) => kept = find(app, caller, &customer.id.to_string()).await?,
            Err(error) => return Err(creation_problem(error, "", request.keyed)),
        }
    }
    Err(Problem {
        retry_after: Some(1),
        ..Problem::new(&code::CONFLICT)
    })
}

impl AddUserRequest {
    fn who(self) -> Who {
        Who {
            first_name: self.first_name,
            last_name: self.last_name,
            email_address: self.email_address,
            external_account_id: self.external_account_id,
            external_authentication_provider_id: self.external_authentication_provider_id,
            phone_number: self.phone_number,
            locale: self.locale,
        }
    }
}

/// Who speaks for a customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnerRequest {
    /// One of the customer's people.
    #[schema(example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    user_id: String,
}

/// Name a customer's owner
///
/// The person who was the owner stays one of the customer's people. Doing it again changes nothing.
#[utoipa::path(
    post, path = "/v1/customers/{id}/owner", operation_id = "name_customer_owner", tag = "Customers",
    request_body(content = OwnerRequest, example = json!({"user_id": "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa"})),
    params(
        ("id" = String, Path, description = "The customer's id or UUID", example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 200, description = "The customer as it is now", body = CustomerAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`customer_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`: the person is none of the customer's; `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn name_owner(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call<Json<OwnerRequest>>,
) -> Result<axum::Json<CustomerAnswer>, Problem> {
    let mut kept = find(&app, &call.caller, &id).await?;
    let person: Option<UserId> = call.body.0.user_id.parse().ok();
    let person = person.ok_or_else(not_of_customer)?;
    if let Some(mark) = mark(&call, "POST", &format!("customers/{id}/owner")) {
        match app.store.claim(&mark, app.clock.now()).await? {
            Claimed::Now => {}
            // Another owner may have been named since: the answer is how it is now, and nothing is undone.
            Claimed::Before => return Ok(axum::Json(CustomerAnswer::of(&kept.customer))),
            Claimed::ByAnother => return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
        }
    }
    let is_theirs = match &kept.only {
        Some(only) => only.id == person,
        None => app.store.set_owner(&kept.customer, person).await?,
    };
    if !is_theirs {
        return Err(not_of_customer());
    }
    kept.customer.owner = Some(person);
    Ok(axum::Json(CustomerAnswer::of(&kept.customer)))
}

fn not_of_customer() -> Problem {
    let flaw = FieldError::new(
        "/user_id",
        "not_of_customer",
        "this has to be one of the customer's people",
    );
    Problem::new(&code::VALIDATION_FAILED).errors(vec![flaw])
}
