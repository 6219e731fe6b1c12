//! `GET` and `DELETE /v1/account/{id}`: where a person is, and erasing them; and what takes their account out of use.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::routing::{get, post};
use http::StatusCode;
use usher::id::CustomerId;
use usher::store::{ByWhom, Mark, Written};
use usher::tenant::TenantName;
use usher::user::User;
use utoipa::ToSchema;

use super::suspension;
use super::values::is_external_id;
use super::view::Account;
use crate::app::App;
use crate::http::{Call, Caller, FieldError, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "account",
    routes: &[
        Route::new("GET", "/v1/account/{id}"),
        Route::new("DELETE", "/v1/account/{id}"),
        Route::new("POST", suspension::PATH),
        Route::new("DELETE", suspension::PATH),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/account/{id}", get(show).delete(erase))
            .route(suspension::PATH, post(suspension::suspend).delete(suspension::resume))
            .with_state(app)
    },
};

/// How often an erasure is tried when the person changes meanwhile.
pub(super) const TRIES: usize = 3;

/// See where a person is
#[utoipa::path(
    get, path = "/v1/account/{id}", operation_id = "show_account", tag = "Accounts",
    params(
        ("id" = String, Path, description = "The account's id, the user's id or UUID, or with `id_type=external` the caller's own", example = "customer-4711"),
        ("id_type" = inline(Option<IdType>), Query, description = "`internal` (default) or `external`", example = "external"),
    ),
    responses(
        (status = 200, description = "The person as they are now", body = Account),
        (status = 400, description = "`invalid_query`, `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn show(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<Account>, Problem> {
    let user = find(&app, &call.caller, &id, query.as_deref()).await?;
    Ok(axum::Json(Account::read(&app, &user).await?))
}

/// Erase a person
///
/// The person, their places and their credential are gone with the answer, and their address is free
/// again. With an `Idempotency-Key` the call may be repeated for 24 hours.
#[utoipa::path(
    delete, path = "/v1/account/{id}", operation_id = "erase_account", tag = "Accounts",
    params(
        ("id" = String, Path, description = "The account's id, the user's id or UUID, or with `id_type=external` the caller's own", example = "customer-4711"),
        ("id_type" = inline(Option<IdType>), Query, description = "`internal` (default) or `external`", example = "external"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 204, description = "The person is erased"),
        (status = 400, description = "`invalid_query`, `invalid_header`, `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`customer_has_users`: it is the id of a customer with several people; `conflict`", body = ProblemBody<'static>),
        (status = 422, description = "`idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn erase(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<StatusCode, Problem> {
    let mark = mark(&call, "DELETE", &id);
    for _ in 0..TRIES {
        let user = match find(&app, &call.caller, &id, query.as_deref()).await {
            // Repeating a call that erased the person finds nobody, and is told so by its mark.
            Err(problem) if problem.code == &code::ACCOUNT_NOT_FOUND => {
                return answer_again(&app, mark.as_ref(), problem).await;
            }
            found => found?,
        };
        if id.starts_with(CustomerId::PREFIX) && app.store.customer_of(&user).await?.customer.people > 1 {
            let detail = "erase its people one by one, by their users' ids: GET /v1/customers/{id}/users";
            return Err(Problem::new(&code::CUSTOMER_HAS_USERS).detail(detail));
        }
        match app.store.erase_user(&user, mark.as_ref(), app.clock.now()).await? {
            Written::Now | Written::Before => return Ok(StatusCode::NO_CONTENT),
            Written::KeyReused => return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
            Written::Changed => {}
        }
    }
    Err(Problem {
        retry_after: Some(1),
        ..Problem::new(&code::CONFLICT)
    })
}

async fn answer_again(app: &App, mark: Option<&Mark>, problem: Problem) -> Result<StatusCode, Problem> {
    match mark {
        Some(mark) if app.store.find_claim(mark, app.clock.now()).await? == Some(ByWhom::ThisRequest) => {
            Ok(StatusCode::NO_CONTENT)
        }
        _ => Err(problem),
    }
}

/// The mark of a call under an idempotency key, which belongs to its method and path.
pub(crate) fn mark<T>(call: &Call<T>, method: &str, path: &str) -> Option<Mark> {
    let key = call.idempotency_key.0.as_deref()?;
    Some(Mark::new(
        &call.caller.client,
        &format!("{method} {path} {key}"),
        &call.raw,
    ))
}

/// The caller's person with this id; everybody else's is unknown.
pub(crate) async fn find(app: &App, caller: &Caller, id: &str, query: Option<&str>) -> Result<User, Problem> {
    let tenant: &TenantName = &caller.tenant.name;
    let found = if is_external(query)? {
        if !is_external_id(id) {
            return Err(Problem::new(&code::ACCOUNT_NOT_FOUND));
        }
        app.store.find_user_by_external_id(tenant, id).await?
    } else {
        let bits = id
            .parse()
            .map(|id: CustomerId| id.0)
            .or_else(|_| id.parse().map(|id: usher::id::UserId| id.0))
            .or_else(|_| usher::id::Opaque::from_uuid(id));
        match bits {
            Ok(bits) => app.store.find_user_by_id(tenant, bits).await?,
            Err(usher::id::UnknownId) => None,
        }
    };
    found.ok_or_else(|| Problem::new(&code::ACCOUNT_NOT_FOUND))
}

/// How an account is named.
#[derive(ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(dead_code, reason = "what the API reference shows")]
pub(crate) enum IdType {
    /// By an id of ours.
    Internal,
    /// By the caller's own.
    External,
}

pub(crate) fn is_external(query: Option<&str>) -> Result<bool, Problem> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query.unwrap_or_default()).unwrap_or_default();
    match pairs.as_slice() {
        [] => Ok(false),
        [(name, value)] if name == "id_type" && value == "internal" => Ok(false),
        [(name, value)] if name == "id_type" && value == "external" => Ok(true),
        _ => Err(Problem::new(&code::INVALID_QUERY).errors(vec![FieldError::new(
            "/id_type",
            "unknown_value",
            "id_type is internal or external; there is no other parameter",
        )])),
    }
}
