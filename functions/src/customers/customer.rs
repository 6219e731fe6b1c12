//! `GET /v1/customers/{id}`, `…/users` and `…/locations`: a customer, its people and its places.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::routing::get;
use serde::{Deserialize, Serialize};
use usher::id::{CustomerId, Opaque};
use usher::keys::Purpose;
use usher::store::KeptCustomer;
use utoipa::ToSchema;

use super::view::{CustomerAnswer, LocationView, locations};
use crate::accounts::AccountView;
use crate::app::App;
use crate::http::{Call, Caller, ListQuery, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "customer",
    routes: &[
        Route::new("GET", "/v1/customers/{id}"),
        Route::new("GET", "/v1/customers/{id}/users"),
        Route::new("GET", "/v1/customers/{id}/locations"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/customers/{id}", get(show))
            .route("/v1/customers/{id}/users", get(users))
            .route("/v1/customers/{id}/locations", get(places))
            .with_state(app)
    },
};

/// A page of a customer's people.
#[derive(Serialize, ToSchema)]
pub struct UserList {
    /// The people, in no order that means anything.
    users: Vec<AccountView>,
    /// What the next page is asked for with; none on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "kQp5Q1dJ0mX3u…")]
    next_cursor: Option<String>,
}

/// A customer's places.
#[derive(Serialize, ToSchema)]
pub struct LocationList {
    /// All of them, the oldest first.
    locations: Vec<LocationView>,
}

/// What a cursor is sealed around. The first member tells it from those of other lists.
#[derive(Serialize, Deserialize)]
struct Cursor {
    list: String,
    customer: CustomerId,
    after: String,
}

const LIST: &str = "users";

/// See a customer
#[utoipa::path(
    get, path = "/v1/customers/{id}", operation_id = "show_customer", tag = "Customers",
    params(("id" = String, Path, description = "The customer's id or UUID: the `account_id` of its people", example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa")),
    responses(
        (status = 200, description = "The customer as it is now", body = CustomerAnswer),
        (status = 400, description = "`invalid_query`, `invalid_body`: this route takes neither", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`customer_not_found`, also for another tenant's", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn show(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<CustomerAnswer>, Problem> {
    no_parameters(query.as_deref())?;
    let kept = find(&app, &call.caller, &id).await?;
    Ok(axum::Json(CustomerAnswer::of(&kept.customer)))
}

/// List a customer's people
#[utoipa::path(
    get, path = "/v1/customers/{id}/users", operation_id = "list_customer_users", tag = "Customers",
    params(
        ("id" = String, Path, description = "The customer's id or UUID", example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("limit" = Option<usize>, Query, description = "How many at most: 1 to 100, else 25", example = 25),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses(
        (status = 200, description = "A page", body = UserList),
        (status = 400, description = "`invalid_query`, also for a cursor of another list; `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`customer_not_found`, also for another tenant's", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn users(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<UserList>, Problem> {
    let asked = ListQuery::read(query.as_deref(), &[])?;
    let limit = asked.limit()?;
    let kept = find(&app, &call.caller, &id).await?;
    let customer = kept.customer.id;
    let after = asked.from(|text| {
        let cursor: Cursor = app.keys.open(Purpose::Cursor, text)?;
        (cursor.list == LIST && cursor.customer == customer).then_some(cursor.after)
    })?;
    let page = app.store.list_people(&kept, after.as_deref(), limit).await?;
    let next_cursor = page.next.map(|after| {
        let list = LIST.to_owned();
        let cursor = Cursor { list, customer, after };
        app.keys.seal(Purpose::Cursor, &cursor, app.clock.now())
    });
    let users = page.users.iter().map(|user| AccountView::of(user, &kept.customer));
    Ok(axum::Json(UserList {
        users: users.collect(),
        next_cursor,
    }))
}

/// List a customer's places
#[utoipa::path(
    get, path = "/v1/customers/{id}/locations", operation_id = "list_customer_locations", tag = "Customers",
    params(("id" = String, Path, description = "The customer's id or UUID", example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa")),
    responses(
        (status = 200, description = "All of them; there are at most 20", body = LocationList),
        (status = 400, description = "`invalid_query`, `invalid_body`: this route takes neither", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`customer_not_found`, also for another tenant's", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn places(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<LocationList>, Problem> {
    no_parameters(query.as_deref())?;
    let kept = find(&app, &call.caller, &id).await?;
    Ok(axum::Json(LocationList {
        locations: locations(&kept.customer),
    }))
}

/// The caller's customer with this id; everybody else's is unknown.
pub(super) async fn find(app: &App, caller: &Caller, id: &str) -> Result<KeptCustomer, Problem> {
    let unknown = || Problem::new(&code::CUSTOMER_NOT_FOUND);
    let id = id.parse().or_else(|_| Opaque::from_uuid(id).map(CustomerId));
    let id = id.map_err(|_| unknown())?;
    let found = app.store.find_customer(&caller.tenant.name, id).await?;
    found.ok_or_else(unknown)
}

fn no_parameters(query: Option<&str>) -> Result<(), Problem> {
    match query.unwrap_or_default() {
        "" => Ok(()),
        _ => Err(Problem::new(&code::INVALID_QUERY).detail("this route takes no parameters")),
    }
}
