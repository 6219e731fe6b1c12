//! Whose address it was that somebody wants to make an account with: found out when nobody is waiting for an answer any more.

use usher::adapters::ses::Mail;
use usher::sign_up::{SignUp, SignUpLink};
use usher::store::MailRequest;
use usher::tenant::Tenant;
use usher::user::{NoticeKind, Status, moment};

use crate::mail::{self, NoticeMail, notice};
use crate::page_answer;
use crate::sign_up::signup_complete::PATH;
use crate::words::Locale;
use crate::workers::looking_back::LookingBack;
use crate::workers::mailer::{Failure, Mailer};

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
        Some(known) if known.status.may_sign_in() => {
            let kind = NoticeKind::AccountExists;
            Ok(store.ask_for_notice(&tenant.name, &key, kind, asked_at).await?)
        }
        Some(known) if known.status == Status::AwaitingApproval => {
            let kind = match known.awaits_decision() {
                true => NoticeKind::AwaitingApproval,
                false => NoticeKind::Refused,
            };
            Ok(store.ask_for_notice(&tenant.name, &key, kind, asked_at).await?)
        }
        Some(_) => Ok(store.pass_on(request, tenant.link_life_seconds).await?),
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
    let fallback = Locale::from_tag(&tenant.default_locale).unwrap_or(Locale::En);
    let locale = Locale::negotiate([Some(chosen.locale.as_str())], None, fallback);
    let at = format!("{}{PATH}?token={}", mailer.config.public_url, link.seal(&mailer.keys));
    let content = NoticeMail {
        kind: mail::NoticeKind::SignUp,
        first_name: None,
        link: Some(&at),
        until: Some(link.expires_at()),
        new_address_masked: None,
        person: None,
        account: None,
        reason: None,
    };
    let rendered = notice(&page_answer::brand(tenant), locale, content);
    let mail = Mail {
        sender: &tenant.sender,
        to: &chosen.email,
        subject: &rendered.subject,
        html: &rendered.html,
        text: &rendered.text,
        tags: &[("tenant", tenant.name.to_string()), ("purpose", "sign-up".to_owned())],
    };
    Ok(mailer.hand_over(tenant, &mail).await?)
}
