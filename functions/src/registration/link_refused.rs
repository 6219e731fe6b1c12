//! A mailed link that proves nothing: what is wrong with it, and what helps.

use axum::response::Response;
use usher::phone;
use usher::tenant::{Channel, Tenant};
use usher::user::User;
use usher::verification::{Link, LinkRefused};

use crate::page_answer::{Reader, Shown, page};
use crate::pages::{LinkProblem, NewLink, TypeCode};
use crate::words::Locale;

/// The page behind a mailed link: of a plain proof, or of an invitation.
#[derive(Clone, Copy)]
pub(crate) struct Site {
    pub(crate) path: &'static str,
    /// Whether it is for invited people.
    pub(crate) invites: bool,
}

/// What is wrong with a link, and what to do now.
pub(super) fn refused(
    site: Site,
    reader: &Reader,
    tenant: Option<&Tenant>,
    token: &str,
    sent_to: Option<&(Link, User)>,
    reason: LinkRefused,
) -> Response {
    let shown = Shown::new(reader, tenant, sent_to.map(|(_, user)| user));
    let new_link = sent_to.map(|(_, user)| NewLink {
        masked_address: masked_recipient(user),
        token: token.to_owned(),
        action: action(site, shown.locale),
    });
    let link_life = sent_to.map_or(0, |(link, _)| u64::try_from(link.life_seconds()).unwrap_or_default());
    let (content, languages) = match (reason, new_link) {
        (LinkRefused::Expired, Some(new_link)) => (LinkProblem::Expired { link_life, new_link }, reader.languages()),
        (LinkRefused::Used { registered: true }, _) => (
            LinkProblem::Used {
                sign_in: tenant.and_then(|tenant| tenant.app_link.clone()),
                new_link: None,
            },
            reader.languages(),
        ),
        (LinkRefused::Used { registered: false }, new_link) => (
            LinkProblem::Used {
                sign_in: None,
                new_link,
            },
            reader.languages(),
        ),
        (LinkRefused::Withdrawn, _) => (LinkProblem::Withdrawn, reader.languages()),
        _ => {
            let action = code_action(site, shown.locale, tenant);
            (
                LinkProblem::Unknown(TypeCode {
                    action,
                    email: String::new(),
                    errors: Vec::new(),
                }),
                reader.languages(),
            )
        }
    };
    page(
        super::verify_user::link_problem(reason).code.status,
        content.render(&shown.frame(languages)),
    )
}

/// The address or the number that messages to a person go to, masked.
pub(crate) fn masked_recipient(user: &User) -> String {
    match (user.channel(), &user.phone_number) {
        (Channel::Sms, Some(number)) => phone::masked(number),
        _ => user.email.masked(),
    }
}

pub(crate) fn action(site: Site, locale: Locale) -> String {
    format!("{}?locale={}", site.path, locale.tag())
}

/// Where the form for a code leads: the tenant it is for cannot be read off a code.
pub(super) fn code_action(site: Site, locale: Locale, tenant: Option<&Tenant>) -> String {
    let tenant = tenant
        .map(|tenant| format!("&labelpartner={}", tenant.name))
        .unwrap_or_default();
    format!("{}{tenant}", action(site, locale))
}
