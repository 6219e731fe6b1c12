//! The page where a person confirms or corrects what the back office wrote of them and of their customer.

use askama::Template;

use super::app_fields::{AppField, Block, blocks};
use super::shell::{FieldError, Frame, Shell, text};
use crate::words::inert;

/// "Check your details". Posts `request`, a `profile.<name>` for each field, and `decision` as `confirm` or `deny` to
/// `action`.
#[derive(Clone)]
pub struct CheckDetails {
    /// Where the buttons post to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field.
    pub request: String,
    /// What the app is called.
    pub app: String,
    /// The address of the account that is signed in, in full; it cannot be changed here.
    pub address: String,
    /// The number in full where it is proven; it cannot be changed here either.
    pub number: Option<String>,
    /// What the person is asked, with what is known.
    pub fields: Vec<AppField>,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
    /// Where a person signs in with another account.
    pub other_account: String,
}

#[derive(Template)]
#[template(path = "check_details.html")]
struct View<'a> {
    shell: Shell,
    page: &'a CheckDetails,
    body: String,
    address: String,
    number: Option<String>,
    blocks: Vec<Block>,
    cancel: String,
}

impl CheckDetails {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("details-title", &[]), None, &self.errors);
        text(&View {
            body: words.say("details-body", &[("tenant", (&shell.tenant).into())]),
            address: inert(&self.address),
            number: self.number.as_deref().map(inert),
            blocks: blocks(&self.fields, &shell, words),
            cancel: words.say("continue-cancel", &[("app", (&self.app).into())]),
            page: self,
            shell,
        })
    }
}
