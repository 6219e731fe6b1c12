//! Mails about an account, to its owner: each follows from the write that asked for it.
//!
//! They are not among the deliveries of an invitation, and what the mail service tells of them is not noted: an address
//! that has signed in is known to take mail.

use jiff::Timestamp;
use usher::adapters::ses::Mail;
use usher::address::EmailAddress;
use usher::new_address::NewAddressLink;
use usher::person::PersonName;
use usher::recovery::RecoveryLink;
use usher::tenant::Tenant;
use usher::user::{NoticeKind, User, moment};

use crate::hosted::my_account::CONFIRM_PATH;
use crate::hosted::{new_password, recover, sign_in};
use crate::mail::{self, NoticeMail, notice};
use crate::metrics::{self, Step};
use crate::page_answer;
use crate::words::Locale;
use crate::workers::approvers::ask_approvers;
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
    match kind {
        NoticeKind::ConfirmNewEmail => confirm_new_address(mailer, tenant, user, asked_at).await?,
        NoticeKind::EmailChanged => {
            let masked = user.email.masked();
            for left in &user.left_addresses {
                let says = Says {
                    new_address_masked: Some(&masked),
                    ..Says::nothing_but(mail::NoticeKind::EmailChanged)
                };
                hand_over(mailer, tenant, user, left, says).await?;
            }
        }
        NoticeKind::AccountExists => {
            let link = page(mailer, sign_in::PATH, &format!("labelpartner={}", tenant.name));
            let says = match provider_of(tenant, user) {
                Some(provider) => Says {
                    provider: Some(provider),
                    ..Says::nothing_but(mail::NoticeKind::SignsInElsewhere)
                },
                None => Says::nothing_but(mail::NoticeKind::AccountExists),
            };
            let says = says.and_leads_to(link, None);
            tell(mailer, tenant, user, says).await?;
        }
        NoticeKind::PasswordChanged => {
            let link = page(mailer, recover::PATH, &format!("labelpartner={}", tenant.name));
            let says = Says::nothing_but(mail::NoticeKind::PasswordChanged).and_leads_to(link, None);
            tell(mailer, tenant, user, says).await?;
        }
        NoticeKind::SignInMoved => {
            let says = Says {
                provider: provider_of(tenant, user),
                ..Says::nothing_but(mail::NoticeKind::SignInMoved)
            };
            tell(mailer, tenant, user, says).await?;
        }
        NoticeKind::AwaitingApproval => {
            tell(
                mailer,
                tenant,
                user,
                Says::nothing_but(mail::NoticeKind::AwaitingApproval),
            )
            .await?;
        }
        NoticeKind::ApprovalAsked => ask_approvers(mailer, tenant, user).await?,
        NoticeKind::Approved => {
            let link = page(mailer, sign_in::PATH, &format!("labelpartner={}", tenant.name));
            let says = Says::decided(user, mail::NoticeKind::Approved).and_leads_to(link, None);
            tell(mailer, tenant, user, says).await?;
        }
        NoticeKind::Refused => tell(mailer, tenant, user, Says::decided(user, mail::NoticeKind::Refused)).await?,
        NoticeKind::Recover => {
            let link = RecoveryLink::new(user, asked_at);
            let at = page(
                mailer,
                new_password::PATH,
                &format!("token={}", link.seal(&mailer.keys)),
            );
            let says = Says::nothing_but(mail::NoticeKind::Recover).and_leads_to(at, Some(link.expires_at()));
            tell(mailer, tenant, user, says).await?;
        }
    }
    Ok(mailer.store.note_notice(user, kind, asked_at).await?)
}

/// Where a person signs in who has no password, as people know it.
fn provider_of<'a>(tenant: &'a Tenant, user: &User) -> Option<&'a str> {
    let connection = user.signs_in_elsewhere(tenant)?;
    Some(connection.display_name.as_str())
}

/// Mails a person at their own address, unless no more mail goes there.
async fn tell(mailer: &Mailer, tenant: &Tenant, user: &User, says: Says<'_>) -> Result<(), Failure> {
    match user.mail_stopped {
        Some(stopped) => metrics::failed(Step::MailSent, &tenant.name, stopped.failure()),
        None => hand_over(mailer, tenant, user, &user.email, says).await?,
    }
    Ok(())
}

/// Mails the link to the address that a person wants to change to, unless somebody has it: its owner is then told that
/// they have an account, and whoever asked learns nothing.
async fn confirm_new_address(mailer: &Mailer, tenant: &Tenant, user: &User, asked_at: i64) -> Result<(), Failure> {
    let wanted = user.new_address.as_ref().filter(|wanted| wanted.asked_at == asked_at);
    let (Some(wanted), Some(link)) = (wanted, NewAddressLink::new(user)) else {
        return Ok(());
    };
    if mailer.store.get_user(&tenant.name, &link.new_key).await?.is_some() {
        let kind = NoticeKind::AccountExists;
        let asked = mailer.store.ask_for_notice(&tenant.name, &link.new_key, kind, asked_at);
        return Ok(asked.await?);
    }
    let at = page(mailer, CONFIRM_PATH, &format!("token={}", link.seal(&mailer.keys)));
    let says = Says::nothing_but(mail::NoticeKind::ConfirmNewEmail).and_leads_to(at, Some(link.expires_at()));
    hand_over(mailer, tenant, user, &wanted.email, says).await
}

/// Tells a person who had asked for it that their account is gone. Nothing notes that it was told, since there is nobody
/// to note it on.
pub(super) async fn say_farewell(mailer: &Mailer, gone: &User) -> Result<(), Failure> {
    if gone.deletion_asked_at.is_none() {
        return Ok(());
    }
    let tenant = mailer.tenant(&gone.tenant).await?.ok_or(Failure::NoTenant)?;
    tell(
        mailer,
        &tenant,
        gone,
        Says::nothing_but(mail::NoticeKind::AccountDeleted),
    )
    .await
}

/// What a mail says beside what all of its kind say.
struct Says<'a> {
    kind: mail::NoticeKind,
    link: Option<String>,
    until: Option<Timestamp>,
    new_address_masked: Option<&'a str>,
    reason: Option<&'a str>,
    provider: Option<&'a str>,
}

impl<'a> Says<'a> {
    const fn nothing_but(kind: mail::NoticeKind) -> Self {
        Self {
            kind,
            link: None,
            until: None,
            new_address_masked: None,
            reason: None,
            provider: None,
        }
    }

    /// A decision, with the reason that was given for it.
    fn decided(user: &'a User, kind: mail::NoticeKind) -> Self {
        Self {
            reason: user.decision.as_ref().and_then(|decision| decision.reason.as_deref()),
            ..Self::nothing_but(kind)
        }
    }

    fn and_leads_to(self, link: String, until: Option<Timestamp>) -> Self {
        Self {
            link: Some(link),
            until,
            ..self
        }
    }
}

/// What the mail service counts a mail under.
const fn purpose(kind: mail::NoticeKind) -> &'static str {
    match kind {
        mail::NoticeKind::AccountExists | mail::NoticeKind::SignsInElsewhere => "account-exists",
        mail::NoticeKind::SignUp => "sign-up",
        mail::NoticeKind::Recover => "recover",
        mail::NoticeKind::PasswordChanged => "password-changed",
        mail::NoticeKind::SignInMoved => "sign-in-moved",
        mail::NoticeKind::ConfirmNewEmail => "confirm-new-email",
        mail::NoticeKind::EmailChanged => "email-changed",
        mail::NoticeKind::AccountDeleted => "account-deleted",
        mail::NoticeKind::AwaitingApproval => "awaiting-approval",
        mail::NoticeKind::ApprovalAsked => "approval-asked",
        mail::NoticeKind::Approved => "approved",
        mail::NoticeKind::Refused => "refused",
    }
}

/// The address of a page.
pub(super) fn page(mailer: &Mailer, path: &str, query: &str) -> String {
    format!("{}{path}?{query}", mailer.config.public_url)
}

async fn hand_over(
    mailer: &Mailer,
    tenant: &Tenant,
    user: &User,
    to: &EmailAddress,
    says: Says<'_>,
) -> Result<(), Failure> {
    let content = NoticeMail {
        first_name: user.first_name.as_ref().map(PersonName::as_str),
        link: says.link.as_deref(),
        until: says.until,
        new_address_masked: says.new_address_masked,
        reason: says.reason,
        provider: says.provider,
        ..NoticeMail::of(says.kind)
    };
    deliver(mailer, tenant, to, user.locale.as_deref(), content).await
}

/// Mails a notice to an address, in the language that its reader is known to read, or else the tenant's.
pub(super) async fn deliver(
    mailer: &Mailer,
    tenant: &Tenant,
    to: &EmailAddress,
    language: Option<&str>,
    content: NoticeMail<'_>,
) -> Result<(), Failure> {
    let fallback = Locale::from_tag(&tenant.default_locale).unwrap_or(Locale::En);
    let locale = Locale::negotiate([language], None, fallback);
    let rendered = notice(&page_answer::brand(tenant), locale, content);
    let mail = Mail {
        sender: &tenant.sender,
        to,
        subject: &rendered.subject,
        html: &rendered.html,
        text: &rendered.text,
        tags: &[
            ("tenant", tenant.name.to_string()),
            ("purpose", purpose(content.kind).to_owned()),
        ],
    };
    Ok(mailer.hand_over(tenant, &mail).await?)
}
