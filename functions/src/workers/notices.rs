//! Mails about an account, to its owner: each follows from the write that asked for it.
//!
//! They are not among the deliveries of an invitation, and what the mail service tells of them is not noted: an address
//! that has signed in is known to take mail.

use usher::adapters::ses::Mail;
use usher::person::PersonName;
use usher::recovery::RecoveryLink;
use usher::tenant::Tenant;
use usher::user::{NoticeKind, User, moment};

use crate::hosted::{recover, sign_in};
use crate::mail::{self, NoticeMail, RenderedMail, notice};
use crate::metrics::{self, Step};
use crate::page_answer;
use crate::words::Locale;
use crate::workers::looking_back::LookingBack;
use crate::workers::mailer::{Failure, Mailer};

/// Sends the mails that the step from `before` to `after` asked for, and notes that they went out.
pub(super) async fn send_due(
    mailer: &Mailer,
    before: Option<&User>,
    after: &User,
    looking_back: LookingBack,
) -> Result<(), Failure> {
    for (kind, asked_at) in after.newly_waiting(before) {
        let tenant = mailer.tenant(&after.tenant).await?.ok_or(Failure::NoTenant)?;
        if !looking_back.is_needed(moment(asked_at), mailer.clock.now()) {
            send(mailer, &tenant, after, (kind, asked_at)).await?;
            continue;
        }
        // It may have been sent: then it waits no longer.
        let now = mailer.store.get_user(&after.tenant, &after.key()).await?;
        let waits = |user: &User| user.id == after.id && user.waiting(kind) == Some(asked_at);
        if let Some(user) = now.filter(waits) {
            send(mailer, &tenant, &user, (kind, asked_at)).await?;
        }
    }
    Ok(())
}

async fn send(
    mailer: &Mailer,
    tenant: &Tenant,
    user: &User,
    (kind, asked_at): (NoticeKind, i64),
) -> Result<(), Failure> {
    match user.mail_stopped {
        Some(stopped) => metrics::failed(Step::MailSent, &tenant.name, stopped.failure()),
        None => {
            let rendered = render(mailer, tenant, user, kind, asked_at);
            let mail = Mail {
                sender: &tenant.sender,
                to: &user.email,
                subject: &rendered.subject,
                html: &rendered.html,
                text: &rendered.text,
                tags: &[
                    ("tenant", tenant.name.to_string()),
                    ("purpose", kind.as_str().replace('_', "-")),
                ],
            };
            mailer.hand_over(tenant, &mail).await?;
        }
    }
    Ok(mailer.store.note_notice(user, kind, asked_at).await?)
}

fn render(mailer: &Mailer, tenant: &Tenant, user: &User, kind: NoticeKind, asked_at: i64) -> RenderedMail {
    let page = |path: &str, query: String| format!("{}{path}?{query}", mailer.config.public_url);
    let named = format!("labelpartner={}", tenant.name);
    let (told, link, until) = match kind {
        NoticeKind::AccountExists => (mail::NoticeKind::AccountExists, Some(page(sign_in::PATH, named)), None),
        NoticeKind::PasswordChanged => (
            mail::NoticeKind::PasswordChanged,
            Some(page(recover::PATH, named)),
            None,
        ),
        NoticeKind::Recover => {
            let link = RecoveryLink::new(user, asked_at);
            let token = format!("token={}", link.seal(&mailer.keys));
            let at = page(crate::hosted::new_password::PATH, token);
            (mail::NoticeKind::Recover, Some(at), Some(link.expires_at()))
        }
        NoticeKind::ConfirmNewEmail => (mail::NoticeKind::ConfirmNewEmail, None, None),
        NoticeKind::EmailChanged => (mail::NoticeKind::EmailChanged, None, None),
    };
    let fallback = Locale::from_tag(&tenant.default_locale).unwrap_or(Locale::En);
    let content = NoticeMail {
        kind: told,
        first_name: user.first_name.as_ref().map(PersonName::as_str),
        link: link.as_deref(),
        until,
        new_address_masked: None,
    };
    let locale = Locale::negotiate([user.locale.as_deref()], None, fallback);
    notice(&page_answer::brand(tenant), locale, content)
}
