//! The mails about an account that there is: what was asked for, what has changed, and what to do if it was somebody else.

use jiff::Timestamp;

use super::RenderedMail;
use super::letter::{Press, Says, Sentence, letter, tenant};
use super::names::unlinked;
use crate::pages::Brand;
use crate::words::{Locale, inert};

/// What the mail needs to know.
#[derive(Clone, Copy)]
pub struct NoticeMail<'a> {
    /// What happened.
    pub kind: NoticeKind,
    /// The person's first name as somebody entered it; used only if it is plainly a name.
    pub first_name: Option<&'a str>,
    /// Where the button leads, built from our configuration; without it there is no button. A change of address and the
    /// end of an account have none.
    pub link: Option<&'a str>,
    /// Until when the link works, where that ends.
    pub until: Option<Timestamp>,
    /// The new address, masked, where the address was changed: whoever reads the old one need not know it in full.
    pub new_address_masked: Option<&'a str>,
    /// Whose account is to be decided about: name, company and address.
    pub person: Option<&'a str>,
    /// The kind of that account, in the mail's language.
    pub account: Option<&'a str>,
    /// Where they sign in, as people know it.
    pub provider: Option<&'a str>,
    /// Why an account was approved or refused, in the tenant's words.
    pub reason: Option<&'a str>,
}

impl NoticeMail<'_> {
    /// A mail of this kind that says nothing but what all of them say.
    #[must_use]
    pub const fn of(kind: NoticeKind) -> Self {
        Self {
            kind,
            first_name: None,
            link: None,
            until: None,
            new_address_masked: None,
            person: None,
            account: None,
            provider: None,
            reason: None,
        }
    }
}

/// What a mail tells the owner of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Somebody tried to register with the address, and it has an account. The link is the page for signing in.
    AccountExists,
    /// The same, or somebody has forgotten a password, and the owner has none: they sign in with an identity provider. The link
    /// is the page for signing in.
    SignsInElsewhere,
    /// Somebody wants to make an account with the address. The link is the form of it.
    SignUp,
    /// A new password was asked for. The link is the page where it is chosen.
    Recover,
    /// The password was changed. The link is the page where the owner asks for a new one.
    PasswordChanged,
    /// The password ended: the owner signs in with their identity provider from now on.
    SignInMoved,
    /// To an address that is to become the account's. The link confirms it.
    ConfirmNewEmail,
    /// To the address that was the account's.
    EmailChanged,
    /// The account is gone.
    AccountDeleted,
    /// The account waits for the tenant's decision.
    AwaitingApproval,
    /// The same, to those who decide. The link is the console's page for that, where the tenant has a console.
    ApprovalAsked,
    /// The account was approved. The link is the page for signing in.
    Approved,
    /// It was refused.
    Refused,
}

/// The messages of a kind.
struct Messages {
    subject: &'static str,
    preheader: &'static str,
    heading: &'static str,
    /// Above the button. Their variables are `tenant` and `address`.
    above: &'static [&'static str],
    /// The button, and what stands above the link in the text part.
    press: Option<[&'static str; 2]>,
    /// Below the button. Their variable is `tenant`.
    below: &'static [&'static str],
}

/// The mail that tells the owner of an account what happened to it.
#[must_use]
pub fn notice(brand: &Brand, locale: Locale, mail: NoticeMail<'_>) -> RenderedMail {
    let words = brand.words(locale);
    let says_more = match mail.kind {
        NoticeKind::ApprovalAsked => mail.link.is_some(),
        NoticeKind::SignInMoved => mail.provider.is_some(),
        _ => mail.new_address_masked.or(mail.reason).is_some(),
    };
    let messages = mail.kind.messages(says_more);
    let tenant = tenant(brand);
    let address = unlinked(&inert(mail.new_address_masked.unwrap_or_default()));
    let plain = |text: Option<&str>| unlinked(&inert(text.unwrap_or_default()));
    let (person, account, reason) = (plain(mail.person), plain(mail.account), plain(mail.reason));
    let provider = plain(mail.provider);
    let say = |id: &&str| {
        let args = [
            ("tenant", (&tenant).into()),
            ("address", (&address).into()),
            ("person", (&person).into()),
            ("kind", (&account).into()),
            ("reason", (&reason).into()),
            ("provider", (&provider).into()),
        ];
        words.say(id, &args)
    };
    let press = messages.press.zip(mail.link).map(|([button, link_text], link)| Press {
        button: words.say(button, &[]),
        link: link.to_owned(),
        link_text: words.say(link_text, &[]),
    });
    let until = mail.until.filter(|_| press.is_some()).map(|at| {
        let moment = words.moment(at);
        let say = |id| words.say(id, &[("moment", (&moment).into())]);
        Sentence {
            html: say("mail-link-until"),
            text: say("mail-link-until-text"),
        }
    });
    let preheader = words.say(messages.preheader, &[]);
    let says = Says {
        subject: messages.subject,
        preheader: match &until {
            Some(until) => format!("{preheader} {}", until.text),
            None => preheader,
        },
        heading: messages.heading,
        first_name: mail.first_name,
        above: messages.above.iter().map(say).collect(),
        press,
        code: None,
        below: until
            .into_iter()
            .chain(messages.below.iter().map(|id| say(id).into()))
            .collect(),
    };
    letter(brand, locale, says)
}

impl NoticeKind {
    /// `says_more`: whether there is the address, the provider, the reason or the page for deciding that some of them tell.
    fn messages(self, says_more: bool) -> Messages {
        match self {
            Self::AccountExists => Messages {
                subject: "mail-exists-subject",
                preheader: "mail-exists-preheader",
                heading: "already-registered-title",
                above: &["mail-exists-why"],
                press: Some(["sign-in-button", "mail-exists-link-text"]),
                below: &["mail-exists-forgotten", "mail-exists-not-you"],
            },
            Self::SignsInElsewhere => Messages {
                subject: "mail-exists-subject",
                preheader: "mail-elsewhere-preheader",
                heading: "already-registered-title",
                above: &["mail-elsewhere-why"],
                press: Some(["sign-in-button", "mail-exists-link-text"]),
                below: &["mail-exists-not-you"],
            },
            Self::SignUp => Messages {
                subject: "mail-signup-subject",
                preheader: "mail-signup-preheader",
                heading: "register-title",
                above: &["mail-signup-why"],
                press: Some(["mail-signup-button", "mail-signup-link-text"]),
                below: &["mail-not-you"],
            },
            Self::Recover => Messages {
                subject: "mail-recover-subject",
                preheader: "mail-recover-preheader",
                heading: "new-password-title",
                above: &["mail-recover-why"],
                press: Some(["mail-recover-button", "mail-recover-link-text"]),
                below: &["mail-recover-not-you"],
            },
            Self::PasswordChanged => Messages {
                subject: "mail-changed-subject",
                preheader: "mail-changed-preheader",
                heading: "mail-changed-title",
                above: &["mail-changed-why", "mail-changed-not-you"],
                press: Some(["mail-recover-button", "mail-recover-link-text"]),
                below: &[],
            },
            Self::SignInMoved => Messages {
                subject: "mail-moved-subject",
                preheader: "mail-email-changed-preheader",
                heading: "mail-moved-title",
                above: match says_more {
                    true => &["mail-moved-why", "mail-ask-for-help"],
                    false => &["mail-moved-why-unnamed", "mail-ask-for-help"],
                },
                press: None,
                below: &[],
            },
            Self::ConfirmNewEmail => Messages {
                subject: "mail-new-email-subject",
                preheader: "mail-new-email-preheader",
                heading: "new-email-title",
                above: &["mail-new-email-why"],
                press: Some(["confirm-button", "mail-confirm-link-text"]),
                below: &["mail-not-you"],
            },
            Self::EmailChanged => Messages {
                subject: "mail-email-changed-subject",
                preheader: "mail-email-changed-preheader",
                heading: "mail-email-changed-title",
                above: match says_more {
                    true => &["mail-email-changed-why", "mail-ask-for-help"],
                    false => &["mail-email-changed-why-unnamed", "mail-ask-for-help"],
                },
                press: None,
                below: &[],
            },
            Self::AwaitingApproval => Messages {
                subject: "mail-awaiting-subject",
                preheader: "mail-awaiting-preheader",
                heading: "awaiting-title",
                above: &["mail-awaiting-why"],
                press: None,
                below: &[],
            },
            Self::ApprovalAsked => Messages {
                subject: "mail-approve-subject",
                preheader: "mail-approve-preheader",
                heading: "mail-approve-title",
                above: match says_more {
                    true => &["mail-approve-why"],
                    false => &["mail-approve-why", "mail-approve-elsewhere"],
                },
                press: Some(["mail-approve-button", "mail-approve-link-text"]),
                below: &[],
            },
            Self::Approved => Messages {
                subject: "mail-approved-subject",
                preheader: "mail-approved-preheader",
                heading: "mail-approved-title",
                above: match says_more {
                    true => &["mail-approved-why", "mail-refused-reason"],
                    false => &["mail-approved-why"],
                },
                press: Some(["sign-in-button", "mail-exists-link-text"]),
                below: &[],
            },
            Self::Refused => Messages {
                subject: "mail-refused-subject",
                preheader: "mail-refused-preheader",
                heading: "mail-refused-title",
                above: match says_more {
                    true => &["mail-refused-why", "mail-refused-reason"],
                    false => &["mail-refused-why"],
                },
                press: None,
                below: &[],
            },
            Self::AccountDeleted => Messages {
                subject: "mail-deleted-subject",
                preheader: "mail-deleted-preheader",
                heading: "mail-deleted-title",
                above: &["mail-deleted-why", "mail-ask-for-help"],
                press: None,
                below: &[],
            },
        }
    }
}
