//! `GET /v1/invitations` and `GET /v1/invitations/{id}`: how far invitations have come.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use usher::id::InvitationId;
use usher::user::User;

use super::list;
use super::view::InvitationAnswer;
use crate::app::App;
use crate::http::{Call, Caller, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "invitation",
    routes: &[
        Route::new("GET", "/v1/invitations"),
        Route::new("GET", "/v1/invitations/{id}"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/invitations", get(list::list))
            .route("/v1/invitations/{id}", get(show))
            .with_state(app)
    },
};

/// See how far an invitation has come
///
/// There is one for each person who was invited to an app; people who were only provisioned have none. Its link and code
/// are in no answer.
#[utoipa::path(
    get, path = "/v1/invitations/{id}", operation_id = "show_invitation", tag = "Invitations",
    params(("id" = String, Path, description = "The invitation's id", example = "inv_2zd1m8d0v3k9q7x5c4b6n8m0aa")),
    responses(
        (status = 200, description = "The invitation as it is now", body = InvitationAnswer),
        (status = 400, description = "`invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`invitation_not_found`, also for another tenant's", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn show(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call,
) -> Result<axum::Json<InvitationAnswer>, Problem> {
    let user = find(&app, &call.caller, &id).await?;
    Ok(axum::Json(InvitationAnswer::of(&user, app.clock.now())?))
}

/// The person of the caller's who has this invitation; everybody else's is unknown.
pub(super) async fn find(app: &App, caller: &Caller, id: &str) -> Result<User, Problem> {
    let unknown = || Problem::new(&code::INVITATION_NOT_FOUND);
    let InvitationId(bits) = id.parse().map_err(|_| unknown())?;
    let user = app.store.find_user_by_id(&caller.tenant.name, bits).await?;
    user.filter(|user| user.invitation.is_some()).ok_or_else(unknown)
}
