//! The mails and text messages people get: each a function from what it says to a [`RenderedMail`], with an HTML and a plain text part.
//!
//! The HTML is written in MJML (`templates/mail/*.mjml`), from which the `.html` beside it is generated and checked in; a
//! test in `tests/mail_templates.rs` fails when the two drift apart. Both parts say the same in the same order.
//!
//! A mail carries a link, and some a code, so nothing here implements `Debug`: it cannot end up in a log by accident.

mod confirm_address;
mod letter;
mod names;
mod notice;
mod text_message;

pub use confirm_address::{ConfirmMail, confirm_address};
pub use notice::{NoticeKind, NoticeMail, notice};
pub use text_message::{InviteText, invite_text, segments};

/// A mail, ready to send. The sender's name is the tenant's ([`crate::pages::Brand::display_name`]).
#[derive(Clone, PartialEq, Eq)]
pub struct RenderedMail {
    /// One line, without control characters.
    pub subject: String,
    /// What a list of mails shows after the subject; already part of [`RenderedMail::html`], for inboxes that ask for it.
    pub preheader: String,
    /// The HTML part.
    pub html: String,
    /// The plain text part.
    pub text: String,
}

#[cfg(test)]
mod tests;
