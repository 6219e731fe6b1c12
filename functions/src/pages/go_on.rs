//! The page between signing in and the app: which data it gets, and what is to be accepted anew.

use askama::Template;

use super::agreement_box::{AgreementBox, View as BoxView};
use super::shell::{FieldError, Frame, Shell, text};
use crate::words::{Words, inert};

/// "Go on to" an app. Posts `request`, an `agreement.<name>` for each box, and `decision` as `allow` or `deny` to
/// `action`.
#[derive(Clone)]
pub struct Continue {
    /// Where the buttons post to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// What the app is called.
    pub app: String,
    /// The address of the account that is signed in, in full.
    pub address: String,
    /// What the app asks to know or to do.
    pub scopes: Vec<ScopeLine>,
    /// What the person is asked to accept.
    pub agreements: Vec<AgreementBox>,
    /// Whether the person is asked about `scopes`; they are not shown else.
    pub asks_consent: bool,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
    /// Where a person signs in with another account.
    pub other_account: String,
}

/// One thing that an app asks to know or to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeLine {
    /// The number of the account.
    Identity,
    /// The name and what else the profile holds.
    Profile,
    /// The e-mail address.
    Email,
    /// The phone number.
    Phone,
    /// To renew what it has got while the person is away.
    StaySignedIn,
    /// Anything else, in words that are already in the page's language.
    Other(String),
}

impl ScopeLine {
    fn say(&self, words: Words<'_>) -> String {
        let id = match self {
            Self::Identity => "scope-identity",
            Self::Profile => "scope-profile",
            Self::Email => "scope-email",
            Self::Phone => "scope-phone",
            Self::StaySignedIn => "scope-stay",
            Self::Other(line) => return inert(line),
        };
        words.say(id, &[])
    }
}

#[derive(Template)]
#[template(path = "continue.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Continue,
    account: String,
    gets: String,
    scopes: Vec<String>,
    agreements: Vec<BoxView>,
    cancel: String,
}

impl Continue {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let app = || [("app", (&self.app).into())];
        let asked = if self.asks_consent { &self.scopes[..] } else { &[] };
        text(&View {
            shell: Shell::new(frame, words.say("continue-title", &app()), None, &self.errors),
            account: words.say("continue-account", &[("address", (&self.address).into())]),
            gets: words.say("continue-gets", &app()),
            scopes: asked.iter().map(|scope| scope.say(words)).collect(),
            agreements: BoxView::all(&self.agreements, &self.errors, words),
            cancel: words.say("continue-cancel", &app()),
            page: self,
        })
    }
}
