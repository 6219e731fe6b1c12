//! Telling those who decide that an account waits for them.

use usher::person::PersonName;
use usher::tenant::Tenant;
use usher::user::User;

use crate::mail::{NoticeKind, NoticeMail};
use crate::operators::approvals::PATH as APPROVALS;
use crate::page_answer;
use crate::pages::kind_label;
use crate::words::Locale;
use crate::workers::mailer::{Failure, Mailer};
use crate::workers::notices::{deliver, page};

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
    let person = who(user);
    let query = format!("labelpartner={}", tenant.name);
    let link = (!tenant.console.is_empty()).then(|| page(mailer, APPROVALS, &query));
    let content = NoticeMail {
        link: link.as_deref(),
        person: Some(&person),
        account: Some(&account),
        ..NoticeMail::of(NoticeKind::ApprovalAsked)
    };
    for to in approvers.into_iter().flatten() {
        deliver(mailer, tenant, to, None, content).await?;
    }
    Ok(())
}

/// Name, company and address, as far as they are known.
fn who(user: &User) -> String {
    let names = [&user.first_name, &user.last_name].map(|name| name.as_ref().map_or("", PersonName::as_str));
    let names = names.join(" ");
    let typed = user
        .customer_profile
        .as_ref()
        .and_then(|profile| profile.get("companyName"));
    let company = user.customer_name.as_ref().or(typed).map_or("", String::as_str);
    let known: Vec<&str> = [names.trim(), company]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    match known.is_empty() {
        true => user.email.as_str().to_owned(),
        false => format!("{} ({})", known.join(", "), user.email.as_str()),
    }
}
