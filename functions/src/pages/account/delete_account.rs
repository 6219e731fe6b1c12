//! The end of an account, asked for by its owner.

use askama::Template;

use super::{Proof, account_line};
use crate::pages::shell::{Field, FieldError, Frame, Notice, Shell, text};

/// "Delete your account". Posts a [`Proof`] to `action`.
#[derive(Clone, Debug)]
pub struct DeleteAccount {
    /// Where the button posts to.
    pub action: String,
    /// The account's address in full.
    pub address: String,
    /// How the person shows who they are.
    pub proof: Proof,
    /// The page of the account, for a person who would rather keep it.
    pub back: String,
    /// Mistakes, when the form comes back: [`super::WrongChange`].
    pub errors: Vec<FieldError>,
}

/// "Your account is deleted".
#[derive(Clone, Copy, Debug)]
pub struct Deleted;

#[derive(Template)]
#[template(path = "delete_account.html")]
struct View<'a> {
    shell: Shell,
    page: &'a DeleteAccount,
    body: String,
    account: String,
    pincode: bool,
    current_key: &'static str,
}

#[derive(Template)]
#[template(path = "done.html")]
struct DeletedView {
    shell: Shell,
    body: String,
    app_link: Option<String>,
    button: String,
}

impl DeleteAccount {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("account-delete", &[]), None, &self.errors);
        text(&View {
            page: self,
            body: words.say("delete-body", &[("tenant", (&shell.tenant).into())]),
            account: account_line(&self.address, frame),
            pincode: self.proof.is_pincode(),
            current_key: "done",
            shell,
        })
    }
}

impl Deleted {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("deleted-title", &[]), Some(Notice::Success), &[]);
        text(&DeletedView {
            body: words.say("deleted-body", &[("tenant", (&shell.tenant).into())]),
            app_link: None,
            button: String::new(),
            shell,
        })
    }
}
