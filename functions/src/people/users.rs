//! `GET /v1/users`: looking for people, page by page.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::routing::get;
use serde::{Deserialize, Serialize};
use usher::keys::Purpose;
use usher::tenant::TenantName;
use utoipa::ToSchema;

use super::search::Search;
use crate::accounts::AccountView;
use crate::app::App;
use crate::http::{Call, ListQuery, Problem, ProblemBody};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "users",
    routes: &[Route::new("GET", "/v1/users")],
    hashes: false,
    router: |app| Router::new().route("/v1/users", get(list)).with_state(app),
};

/// A page of the people that were looked for.
#[derive(Serialize, ToSchema)]
pub struct FoundUsers {
    /// The people, each as `GET /v1/account/{id}` shows them.
    users: Vec<AccountView>,
    /// What the next page is asked for with; none on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "kQp5Q1dJ0mX3u…")]
    next_cursor: Option<String>,
}

/// What a cursor is sealed around. The first member tells it from those of other lists.
#[derive(Serialize, Deserialize)]
struct Cursor {
    list: String,
    tenant: TenantName,
    search: String,
    after: String,
}

const LIST: &str = "users";

/// Look for people
///
/// By one of `email`, `id`, `external_id` and `name`, or without any: all people, who came last first. By address and by id they
/// are found at once; the lists by name and by time lag a few seconds behind, and each person on them is as they are now. A page may be
/// shorter than asked for, and the last one is the one without `next_cursor`.
#[utoipa::path(
    get, path = "/v1/users", operation_id = "list_users", tag = "People",
    params(
        ("email" = Option<String>, Query, description = "Who has exactly this address; capitals in it mean nothing", example = "jane.doe@example.org"),
        ("id" = Option<String>, Query, description = "Whose id (`usr_…`) or UUID it is, or who belongs to the customer with this id (`cus_…`)", example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("external_id" = Option<String>, Query, description = "Who has this id of the caller's", example = "customer-4711"),
        ("name" = Option<String>, Query, description = "Whose family or given name begins so, or both in either order: two characters or more; capitals, accents and spaces mean nothing", example = "van der"),
        ("limit" = Option<usize>, Query, description = "How many at most: 1 to 100, else 25", example = 25),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before, with the same search"),
    ),
    responses(
        (status = 200, description = "A page; nobody where nobody is found", body = FoundUsers),
        (status = 400, description = "`invalid_query`, also for a cursor of another list; `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn list(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<FoundUsers>, Problem> {
    let tenant = &call.caller.tenant.name;
    let asked = ListQuery::read(query.as_deref(), &Search::PARAMETERS)?;
    let (search, limit) = (Search::read(&asked)?, asked.limit()?);
    let after = asked.from(|text| {
        let cursor: Cursor = app.keys.open(Purpose::Cursor, text)?;
        let is_of_this = cursor.list == LIST && cursor.tenant == *tenant && cursor.search == search.as_text();
        is_of_this.then_some(cursor.after)
    })?;
    let page = search.page(&app.store, tenant, after.as_deref(), limit).await?;
    let next_cursor = page.next.map(|after| {
        let cursor = Cursor {
            list: LIST.to_owned(),
            tenant: tenant.clone(),
            search: search.as_text(),
            after,
        };
        app.keys.seal(Purpose::Cursor, &cursor, app.clock.now())
    });
    let people = app.store.with_customers(tenant, page.users).await?;
    let users = people.iter().map(|(user, customer)| AccountView::of(user, customer));
    Ok(axum::Json(FoundUsers {
        users: users.collect(),
        next_cursor,
    }))
}
