//! `GET /v1/approvals`: the accounts that wait, page by page.

use axum::extract::{RawQuery, State};
use serde::{Deserialize, Serialize};
use usher::keys::Purpose;
use usher::tenant::TenantName;
use utoipa::ToSchema;

use super::view::ApprovalAnswer;
use crate::app::App;
use crate::http::{Call, ListQuery, Problem, ProblemBody};

/// A page of the list.
#[derive(Serialize, ToSchema)]
pub struct ApprovalList {
    /// The accounts that wait, the longest first.
    approvals: Vec<ApprovalAnswer>,
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
    after: String,
}

const LIST: &str = "approvals";

/// List the accounts that wait for a decision
///
/// The longest first. The list is exact: an account is on it from the moment it waits until it is decided about.
#[utoipa::path(
    get, path = "/v1/approvals", operation_id = "list_approvals", tag = "Approvals",
    params(
        ("limit" = Option<usize>, Query, description = "How many at most: 1 to 100, else 25", example = 25),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses(
        (status = 200, description = "A page", body = ApprovalList),
        (status = 400, description = "`invalid_query`, also for a cursor of another list; `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn list(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<ApprovalList>, Problem> {
    let tenant = &call.caller.tenant.name;
    let asked = ListQuery::read(query.as_deref(), &[])?;
    let limit = asked.limit()?;
    let after = asked.from(|text| {
        let cursor: Cursor = app.keys.open(Purpose::Cursor, text)?;
        (cursor.list == LIST && cursor.tenant == *tenant).then_some(cursor.after)
    })?;
    let page = app.store.list_awaiting(tenant, after.as_deref(), limit).await?;
    let next_cursor = page.next.map(|after| {
        let cursor = Cursor {
            list: LIST.to_owned(),
            tenant: tenant.clone(),
            after,
        };
        app.keys.seal(Purpose::Cursor, &cursor, app.clock.now())
    });
    Ok(axum::Json(ApprovalList {
        approvals: page.users.iter().map(ApprovalAnswer::of).collect(),
        next_cursor,
    }))
}
