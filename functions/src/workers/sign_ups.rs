//! Whose address it was that somebody wants to make an account with: found out when nobody is waiting for an answer any more.

use usher::sign_up::{SignUp, SignUpLink};
use usher::store::MailRequest;
use usher::tenant::Tenant;
use usher::user::moment;

use crate::mail::{self, NoticeMail};
use crate::sign_up::signup_complete::PATH;
use crate::workers::looking_back::LookingBack;
use crate::workers::mailer::{Failure, Mailer};
use crate::workers::notices::deliver;
use crate::workers::registrations::where_it_stands;

/// Somebody new is mailed the link to the form. Nothing is told to whoever asked of somebody who is known: who has an
/// account is told so by mail, and who has not set a password yet is mailed how to.
pub(super) async fn admit(
    mailer: &Mailer,
    tenant: &Tenant,
    request: &MailRequest,
    chosen: &SignUp,
    looking_back: LookingBack,
) -> Result<(), Failure> {
    let (key, asked_at) = (request.key()?, request.asked_at);
    let store = &mailer.store;
    match store.get_user(&tenant.name, &key).await? {
        Some(known) => match where_it_stands(&known) {
            Some(kind) => Ok(store.ask_for_notice(&tenant.name, &key, kind, asked_at).await?),
            None => Ok(store.pass_on(request, tenant.link_life_seconds).await?),
        },
        None => {
            let may_have_gone = looking_back.is_needed(moment(asked_at), mailer.clock.now());
            if may_have_gone && store.was_mailed_to_sign_up(&tenant.name, &key, asked_at).await? {
                return Ok(());
            }
            send(mailer, tenant, chosen, asked_at).await?;
            Ok(store.note_mailed_to_sign_up(&tenant.name, &key, asked_at).await?)
        }
    }
}

async fn send(mailer: &Mailer, tenant: &Tenant, chosen: &SignUp, asked_at: i64) -> Result<(), Failure> {
    let link = SignUpLink::new(tenant, chosen, asked_at, &mailer.keys);
    if link.expires_at() <= mailer.clock.now() {
        return Ok(());
    }
    let at = format!("{}{PATH}?token={}", mailer.config.public_url, link.seal(&mailer.keys));
    let content = NoticeMail {
        link: Some(&at),
        until: Some(link.expires_at()),
        ..NoticeMail::of(mail::NoticeKind::SignUp)
    };
    deliver(mailer, tenant, &chosen.email, Some(&chosen.locale), content).await
}
