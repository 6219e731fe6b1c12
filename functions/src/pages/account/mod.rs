//! The pages of a person who is signed in: what their account is, and what they can do with it.
//!
//! Whoever holds a signed-in browser is not yet the owner, so what cannot be taken back asks for the password again
//! ([`WrongChange`]), and no page here shows more than the person has typed or agreed to.

mod change_email;
mod change_password;
mod confirm_email;
mod consents;
mod delete_account;
mod sessions;

use askama::Template;

pub use change_email::ChangeEmail;
pub use change_password::{ChangePassword, WrongChange};
pub use confirm_email::{ConfirmEmail, EmailLink, EmailLinkProblem};
pub use consents::{ConsentLine, Consents};
pub use delete_account::{DeleteAccount, Deleted};
pub use sessions::{SessionLine, Sessions};

use super::shell::{Frame, Notice, Shell, text};

/// "Your account": who is signed in, and the ways on.
#[derive(Clone, Debug)]
pub struct Account {
    /// The address in full.
    pub address: String,
    /// First and last name, where they are known.
    pub name: Option<String>,
    /// What was just done.
    pub notice: Option<AccountNotice>,
    /// Where the ways lead.
    pub links: AccountLinks,
}

/// What a person has just done with their account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountNotice {
    /// Changed the password.
    PasswordChanged,
    /// Confirmed a new address.
    EmailChanged,
    /// Signed out one other device, or all of them.
    SessionEnded,
    /// Withdrew a consent.
    ConsentWithdrawn,
}

/// The address of each page that an account leads to.
#[derive(Clone, Debug)]
pub struct AccountLinks {
    /// [`ChangePassword`]; none for people who have no password.
    pub password: Option<String>,
    /// [`ChangeEmail`].
    pub email: String,
    /// [`Sessions`].
    pub sessions: String,
    /// [`Consents`].
    pub consents: String,
    /// The file with the person's data.
    pub export: String,
    /// [`DeleteAccount`].
    pub delete: String,
    /// What signs this browser out.
    pub sign_out: String,
}

/// How a person shows once more who they are, before something that cannot be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// By their password, which is posted as `current_password`.
    Password {
        /// Whether it is a 6-digit PIN.
        pincode: bool,
    },
    /// They have no password, and have just signed in at their provider: the form posts who they are as `confirmed`.
    JustSignedIn {
        /// Whose form it is: another person may be signed in when it is sent.
        user: String,
    },
    /// They have no password, and sign in there anew first; there is no form.
    SignInAgain {
        /// Where they do so.
        href: String,
    },
}

impl Proof {
    const fn is_password(&self) -> bool {
        matches!(self, Self::Password { .. })
    }

    const fn is_pincode(&self) -> bool {
        matches!(self, Self::Password { pincode: true })
    }

    fn confirms(&self) -> &str {
        match self {
            Self::JustSignedIn { user } => user,
            _ => "",
        }
    }

    fn sign_in(&self) -> Option<&str> {
        match self {
            Self::SignInAgain { href } => Some(href),
            _ => None,
        }
    }
}

/// A link with a line on what it does.
struct Way<'a> {
    href: &'a str,
    label: &'static str,
    what: &'static str,
}

#[derive(Template)]
#[template(path = "your_account.html")]
struct View<'a> {
    shell: Shell,
    news: Option<&'static str>,
    who: String,
    ways: Vec<Way<'a>>,
}

impl Account {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let address = || ("address", (&self.address).into());
        text(&View {
            shell: Shell::new(frame, words.say("account-title", &[]), None, &[]),
            news: self.notice.map(AccountNotice::message),
            who: match &self.name {
                Some(name) => words.say("account-who", &[("name", name.into()), address()]),
                None => words.say("account-who-unnamed", &[address()]),
            },
            ways: self.links.ways(),
        })
    }
}

impl AccountNotice {
    const fn message(self) -> &'static str {
        match self {
            Self::PasswordChanged => "account-password-changed",
            Self::EmailChanged => "account-email-changed",
            Self::SessionEnded => "account-session-ended",
            Self::ConsentWithdrawn => "account-consent-withdrawn",
        }
    }
}

impl AccountLinks {
    fn ways(&self) -> Vec<Way<'_>> {
        let password = self.password.iter();
        let password = password.map(|href| (href, "account-password", "account-password-what"));
        let others = [
            (&self.email, "account-email", "account-email-what"),
            (&self.sessions, "account-sessions", "account-sessions-what"),
            (&self.consents, "account-consents", "account-consents-what"),
            (&self.export, "account-export", "account-export-what"),
            (&self.delete, "account-delete", "account-delete-what"),
            (&self.sign_out, "account-sign-out", "account-sign-out-what"),
        ];
        let all = password.chain(others);
        all.map(|(href, label, what)| Way { href, label, what }).collect()
    }
}

/// Whose account a form is about, above its fields.
fn account_line(address: &str, frame: &Frame<'_>) -> String {
    frame.words().say("password-for", &[("address", address.into())])
}
