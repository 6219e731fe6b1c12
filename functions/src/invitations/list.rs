//! `GET /v1/invitations`: the invitations of a tenant, page by page.

use axum::extract::{RawQuery, State};
use serde::{Deserialize, Serialize};
use usher::keys::Purpose;
use usher::store::Position;
use usher::tenant::TenantName;
use usher::user::InvitationStatus;
use utoipa::ToSchema;

use super::view::InvitationAnswer;
use crate::app::App;
use crate::http::{Call, ListQuery, Problem, ProblemBody, wrong};

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub struct InvitationList {
    /// The invitations as they are now. There may be fewer than asked for, also none, while there is a next page.
    invitations: Vec<InvitationAnswer>,
    /// What the next page is asked for with; none on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "kQp5Q1dJ0mX3u…")]
    next_cursor: Option<String>,
}

/// What a cursor is sealed around.
#[derive(Serialize, Deserialize)]
struct Cursor {
    tenant: TenantName,
    status: Option<String>,
    position: Position,
}

/// What is asked for.
struct Asked {
    status: Option<InvitationStatus>,
    limit: usize,
    from: Option<Position>,
}

/// List invitations
///
/// By status: in the order `queued`, `sent`, `delivered`, `bounced`, `verified`, of each what expires first, then
/// `completed` and `revoked`, of each what ended last. Those that have expired come in their phase. A list lags a few seconds behind; each
/// invitation on it is as it is now. One that moves while it is read may come twice or not at all.
#[utoipa::path(
    get, path = "/v1/invitations", operation_id = "list_invitations", tag = "Invitations",
    params(
        ("status" = Option<String>, Query, description = "Only those: `queued`, `sent`, `delivered`, `bounced`, `verified`, `completed`, `expired` or `revoked`", example = "expired"),
        ("limit" = Option<usize>, Query, description = "How many at most: 1 to 100, else 25", example = 25),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before, with the same `status`"),
    ),
    responses(
        (status = 200, description = "A page", body = InvitationList),
        (status = 400, description = "`invalid_query`, also for a cursor of another list; `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn list(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<InvitationList>, Problem> {
    let tenant = &call.caller.tenant.name;
    let now = app.clock.now();
    let Asked { status, limit, from } = Asked::read(&app, tenant, query.as_deref())?;
    let page = app.store.list_invitations(tenant, status, from, limit, now).await?;
    let answers = page.users.iter().map(|user| InvitationAnswer::of(user, now));
    let next_cursor = page.next.map(|position| {
        let cursor = Cursor {
            tenant: tenant.clone(),
            status: status.map(|status| status.as_str().to_owned()),
            position,
        };
        app.keys.seal(Purpose::Cursor, &cursor, now)
    });
    Ok(axum::Json(InvitationList {
        invitations: answers.collect::<Result<_, _>>()?,
        next_cursor,
    }))
}

impl Asked {
    fn read(app: &App, tenant: &TenantName, query: Option<&str>) -> Result<Self, Problem> {
        let asked = ListQuery::read(query, &["status"])?;
        let status = match asked.get("status").map(InvitationStatus::from_word) {
            Some(None) => return Err(wrong("status", "this is no status of an invitation")),
            known => known.flatten(),
        };
        let limit = asked.limit()?;
        let from = asked.from(|text| {
            let cursor: Cursor = app.keys.open(Purpose::Cursor, text)?;
            let same_list = cursor.status.as_deref() == status.map(InvitationStatus::as_str);
            (cursor.tenant == *tenant && same_list).then_some(cursor.position)
        })?;
        Ok(Self { status, limit, from })
    }
}
