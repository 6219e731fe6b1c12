//! Telling those who decide that an account waits for them.

use usher::person::PersonName;
use usher::tenant::Tenant;
use usher::user::User;

use crate::mail::{NoticeKind, NoticeMail};
use crate::page_answer;
use crate::pages::kind_label;
use crate::words::Locale;
use crate::workers::mailer::{Failure, Mailer};
use crate::workers::notices::deliver;

/// Mails everybody whom the tenant names for this kind of account, in the tenant's language. Whoever is named later
/// finds the account on the list.
pub(super) async fn ask_approvers(mailer: &Mailer, tenant: &Tenant, user: &User) -> Result<(), Failure> {
    let approval = tenant.approval(user.customer_kind);
    let approvers = approval.map(|approval| &approval.approvers);
    if !user.awaits_decision() {
        return Ok(());
    }
    let locale = Locale::from_tag(&tenant.default_locale).unwrap_or(Locale::En);
    let brand = page_answer::brand(tenant);
    let account = kind_label(user.customer_kind, brand.words(locale));
    let names = [&user.first_name, &user.last_name].map(|name| name.as_ref().map_or("", PersonName::as_str));
    let person = format!("{} ({})", names.join(" ").trim(), user.email.as_str());
    let content = NoticeMail {
        person: Some(&person),
        account: Some(&account),
        ..NoticeMail::of(NoticeKind::ApprovalAsked)
    };
    for to in approvers.into_iter().flatten() {
        deliver(mailer, tenant, to, None, content).await?;
    }
    Ok(())
}
