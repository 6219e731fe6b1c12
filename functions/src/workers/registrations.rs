//! Whose address it was that somebody registered with, or forgot the password of: found out when nobody is waiting for an
//! answer any more.

use usher::registration::Registration;
use usher::store::{CreateError, MailRequest, StoreError};
use usher::tenant::Tenant;
use usher::user::{NoticeKind, Status, User, moment};

use crate::app::App;

/// How often two who register with one address at once are told apart.
const TRIES: usize = 3;

/// Somebody has registered. Nobody is made known by an address that somebody has, and nothing of the form is given to
/// whoever was known before: who has an account is told so, and who has not set a password yet is mailed how to.
pub(super) async fn admit(
    app: &App,
    tenant: &Tenant,
    request: &MailRequest,
    form: &Registration,
) -> Result<(), StoreError> {
    let (key, asked_at) = (request.key()?, moment(request.asked_at));
    for _ in 0..TRIES {
        let Some(known) = app.store.get_user(&tenant.name, &key).await? else {
            let user = form.user(tenant, &app.keys, asked_at);
            match app.store.create_user(&user, &form.identity(tenant, asked_at)).await {
                // Somebody was quicker.
                Err(CreateError::EmailExists) => continue,
                Err(CreateError::Store(error)) => return Err(error),
                // The record has come before, and what it made may be gone since.
                Ok(_) | Err(_) => return Ok(()),
            }
        };
        if let Some(kind) = where_it_stands(&known) {
            let asked = app.store.ask_for_notice(&tenant.name, &key, kind, request.asked_at);
            return asked.await;
        }
        return match known.self_registration {
            Some(_) => app.store.register_again(&known, tenant, form, asked_at).await,
            None => app.store.pass_on(request, tenant.link_life_seconds).await,
        };
    }
    Err(StoreError::Conflict)
}

/// What somebody is told by mail who has shown before that the address is theirs; nothing where they have no password yet.
pub(super) fn where_it_stands(known: &User) -> Option<NoticeKind> {
    match known.status {
        // Whoever is suspended is told so once they show who they are.
        Status::Registered | Status::Active | Status::Suspended => Some(NoticeKind::AccountExists),
        Status::AwaitingApproval if known.awaits_decision() => Some(NoticeKind::AwaitingApproval),
        Status::AwaitingApproval => Some(NoticeKind::Refused),
        Status::Provisioned | Status::Verified => None,
    }
}

/// Somebody has forgotten a password. Whoever has one and may replace it by mail is mailed a link; whoever has none yet
/// is mailed how to get to their first, and whoever signs in elsewhere is mailed where.
pub(super) async fn recover(app: &App, tenant: &Tenant, request: &MailRequest) -> Result<(), StoreError> {
    let key = request.key()?;
    match app.store.get_user(&tenant.name, &key).await? {
        Some(user) if user.may_recover(tenant) => {
            let kind = NoticeKind::Recover;
            app.store
                .ask_for_notice(&tenant.name, &key, kind, request.asked_at)
                .await
        }
        Some(user) if user.signs_in_elsewhere(tenant).is_some() => {
            let kind = NoticeKind::AccountExists;
            app.store
                .ask_for_notice(&tenant.name, &key, kind, request.asked_at)
                .await
        }
        Some(user) if !user.status.may_sign_in() => app.store.pass_on(request, tenant.link_life_seconds).await,
        _ => Ok(()),
    }
}
