//! Pages for everything that did not work, other than a link: what happened, what to do now, whom to ask.

use askama::Template;

use super::brand::{is_app, is_own};
use super::shell::{Frame, Notice, Shell, text};
use crate::words::{Words, inert};

/// A page that says what went wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What went wrong.
    pub kind: ProblemKind,
    /// Where the button leads: the same page for "Try again", the app for "Sign in" and "Back to the app", the page that
    /// mails links for "Send me a new link". Without it there is none.
    pub next: Option<String>,
    /// What support can look up.
    pub request_id: Option<String>,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Too many mails were asked for (429).
    TooManyMails {
        /// Seconds until the next one.
        retry_after: u64,
    },
    /// Too many attempts of another kind (429).
    TooOften {
        /// Seconds until the next one.
        retry_after: u64,
    },
    /// No such page (404).
    NotFound,
    /// The form was open for longer than its ticket lives.
    PageExpired,
    /// The person has an account. Only for somebody who has shown that the address is theirs.
    AlreadyRegistered,
    /// The account waits for the tenant's decision. Only for somebody who has shown that it is theirs.
    AwaitingApproval,
    /// The tenant has refused the account. Likewise.
    AccountRefused,
    /// The tenant opens no accounts now, or none of this kind (403).
    AccountsClosed,
    /// The tenant has taken the account out of use. Likewise.
    AccountSuspended,
    /// The app that sent the person is unknown, or asked for what it may not (400).
    AppMistake,
    /// Signing in took longer than what the app asked for may wait.
    SignInExpired,
    /// The call comes from an app that is not known (401), to a person who cannot mend that.
    UnknownClient,
    /// The mailed link to a new password does not work.
    RecoveryLink(RecoveryLink),
    /// What came back from the identity provider is not what this browser went there with, or no longer.
    SsoAgain,
    /// The person did not sign in with the identity provider.
    SsoCancelled {
        /// The provider, as people know it.
        provider: String,
    },
    /// What came back from there shows nobody.
    SsoRefused {
        /// The provider, as people know it.
        provider: String,
    },
    /// A new sign-in was asked for, and the provider does not say that there was one.
    SsoTooLongAgo {
        /// The provider, as people know it.
        provider: String,
    },
    /// The provider does not answer (503).
    ProviderTrouble {
        /// The provider, as people know it.
        provider: String,
    },
    /// The provider knows the person, and nobody here does.
    SsoUnknown {
        /// The provider, as people know it.
        provider: String,
    },
    /// The account, or who the person is at the provider, is connected otherwise.
    SsoTaken {
        /// The provider, as people know it.
        provider: String,
    },
    /// Somebody made them known by their address: they finish by the mail. Only for somebody whose address is proven, or whom
    /// the tenant meant.
    SsoInvited,
    /// Our fault, or a service we need is down (5xx).
    OurSide,
    /// Anything else, in sentences that are already in the page's language.
    Other {
        /// The heading.
        title: String,
        /// What happened and what to do.
        body: String,
    },
}

/// Why a mailed link to a new password does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryLink {
    /// It is too old.
    Expired,
    /// A password was chosen with it before.
    Used,
    /// It is not one of ours, or was cut off.
    Unknown,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    next: Option<&'a str>,
    button: String,
    reference: Option<String>,
}

impl Problem {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (heading, body) = self.kind.say(words, &frame.brand.display_name());
        let notice = match self.kind {
            ProblemKind::AlreadyRegistered
            | ProblemKind::AwaitingApproval
            | ProblemKind::SsoUnknown { .. }
            | ProblemKind::SsoInvited => Notice::Information,
            ProblemKind::OurSide => Notice::Error,
            _ => Notice::Warning,
        };
        let button = match self.kind {
            ProblemKind::AlreadyRegistered
            | ProblemKind::SsoAgain
            | ProblemKind::SsoCancelled { .. }
            | ProblemKind::SsoRefused { .. }
            | ProblemKind::SsoTooLongAgo { .. }
            | ProblemKind::SsoTaken { .. } => "sign-in-button",
            ProblemKind::SsoUnknown { .. } => "sso-have-password",
            ProblemKind::AppMistake
            | ProblemKind::SignInExpired
            | ProblemKind::AccountsClosed
            | ProblemKind::AwaitingApproval
            | ProblemKind::AccountRefused => "back-to-app-button",
            ProblemKind::RecoveryLink(_) => "send-link-button",
            _ => "try-again-button",
        };
        text(&View {
            shell: Shell::new(frame, heading, Some(notice), &[]),
            body,
            next: self.next.as_deref().filter(|href| is_app(href) || is_own(href)),
            button: words.say(button, &[]),
            reference: self
                .request_id
                .as_ref()
                .map(|id| words.say("request-id", &[("id", id.into())])),
        })
    }
}

impl ProblemKind {
    /// Heading and body.
    fn say(&self, words: Words<'_>, tenant: &str) -> (String, String) {
        let of_provider = |title: &str, body: &str, provider: &str| {
            let args = [("provider", provider.into()), ("tenant", tenant.into())];
            (words.say(title, &args), words.say(body, &args))
        };
        let wait = |seconds: &u64| [("duration", words.duration(*seconds).into())];
        let (title, body) = match self {
            Self::TooManyMails { retry_after } => ("too-often-title", words.say("too-often-body", &wait(retry_after))),
            Self::TooOften { retry_after } => ("too-often-title", words.say("too-often-try-body", &wait(retry_after))),
            Self::NotFound => ("not-found-title", words.say("not-found-body", &[])),
            Self::PageExpired => ("page-expired-title", words.say("page-expired-body", &[])),
            Self::AlreadyRegistered => (
                "already-registered-title",
                words.say("already-registered-body", &[("tenant", tenant.into())]),
            ),
            Self::AwaitingApproval => (
                "awaiting-title",
                words.say("awaiting-body", &[("tenant", tenant.into())]),
            ),
            Self::AccountRefused => (
                "mail-refused-title",
                words.say("mail-refused-why", &[("tenant", tenant.into())]),
            ),
            Self::AccountsClosed => (
                "accounts-closed-title",
                words.say("accounts-closed-body", &[("tenant", tenant.into())]),
            ),
            Self::AccountSuspended => (
                "account-suspended-title",
                words.say("account-suspended-body", &[("tenant", tenant.into())]),
            ),
            Self::AppMistake => ("app-mistake-title", words.say("app-mistake-body", &[])),
            Self::SignInExpired => ("page-expired-title", words.say("sign-in-expired-body", &[])),
            Self::UnknownClient => ("sorry-title", words.say("unknown-client-body", &[])),
            Self::RecoveryLink(RecoveryLink::Expired) => {
                ("link-expired-title", words.say("recovery-expired-body", &[]))
            }
            Self::RecoveryLink(RecoveryLink::Used) => ("link-used-title", words.say("recovery-used-body", &[])),
            Self::RecoveryLink(RecoveryLink::Unknown) => {
                ("link-unknown-title", words.say("recovery-unknown-body", &[]))
            }
            Self::SsoAgain => ("sso-again-title", words.say("sso-again-body", &[])),
            Self::SsoInvited => (
                "sso-invited-title",
                words.say("sso-invited-body", &[("tenant", tenant.into())]),
            ),
            Self::SsoCancelled { provider } => {
                return of_provider("sso-cancelled-title", "sso-cancelled-body", provider);
            }
            Self::SsoRefused { provider } => return of_provider("sso-refused-title", "sso-refused-body", provider),
            Self::SsoTooLongAgo { provider } => return of_provider("sso-old-title", "sso-old-body", provider),
            Self::ProviderTrouble { provider } => {
                return of_provider("sso-trouble-title", "sso-trouble-body", provider);
            }
            Self::SsoTaken { provider } => return of_provider("sso-taken-title", "sso-taken-body", provider),
            Self::SsoUnknown { provider } => return of_provider("sso-unknown-title", "sso-unknown-body", provider),
            Self::OurSide => ("our-side-title", words.say("our-side-body", &[])),
            Self::Other { title, body } => return (inert(title), inert(body)),
        };
        (words.say(title, &[]), body)
    }
}
