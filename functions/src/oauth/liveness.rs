//! Whether an access token still counts: what it says was true when it was given.

use std::sync::Arc;

use usher::id::UserId;
use usher::store::StoreError;
use usher::tenant::{Client, Tenant};
use usher::token::AccessClaims;
use usher::user::User;

use crate::app::App;

/// The client that an access token was given to, if its tenant still knows it.
pub(super) async fn client_behind(
    app: &App,
    claims: &AccessClaims,
) -> Result<Option<(Arc<Tenant>, Client)>, StoreError> {
    let tenant = app.tenant_of_client(&claims.client_id).await?;
    let Some(tenant) = tenant.filter(|tenant| tenant.name == claims.tenant) else {
        return Ok(None);
    };
    let client = tenant.client(&claims.client_id).cloned();
    Ok(client.map(|client| (tenant, client)))
}

/// The person that an access token was given for, as long as they may sign in and that sign-in was not ended: two round
/// trips.
pub(super) async fn person_behind(app: &App, claims: &AccessClaims) -> Result<Option<User>, StoreError> {
    let (Some(family), Ok(id)) = (&claims.family, claims.sub.parse::<UserId>()) else {
        return Ok(None);
    };
    let user = app.store.find_user_by_id(&claims.tenant, id.0).await?;
    let is_theirs =
        |user: &User| user.id == id && user.status.may_sign_in() && user.is_live(&family.name, family.began_at);
    Ok(user.filter(is_theirs))
}

/// Whose person an access token was given for, if it still counts: two round trips.
pub(crate) async fn person_of(app: &App, claims: &AccessClaims) -> Result<Option<(Arc<Tenant>, User)>, StoreError> {
    let Some((tenant, _)) = client_behind(app, claims).await? else {
        return Ok(None);
    };
    Ok(person_behind(app, claims).await?.map(|user| (tenant, user)))
}
