//! The pages people meet: each a plain struct of what it shows, rendered for a [`Frame`] (tenant, language).
//!
//! ```
//! use functions::pages::{Brand, ConfirmAddress, Frame, Languages, Occasion};
//! use functions::words::Locale;
//! use usher::tenant::Channel;
//!
//! let brand = Brand::neutral();
//! let frame = Frame { brand: &brand, locale: Locale::En, languages: Languages::None };
//! let page = ConfirmAddress {
//!     masked_address: "m•••@example.com".into(),
//!     channel: Channel::Email,
//!     token: "from-the-link".into(),
//!     action: "/verify?locale=en".into(),
//!     occasion: Occasion::Verification,
//! };
//! assert!(page.render(&frame).starts_with("<!doctype html>"));
//! ```
//!
//! What holds for all of them:
//!
//! - The content security policy they are written for is [`CONTENT_SECURITY_POLICY`]: no inline style or script. Colours
//!   of a tenant are in the [`stylesheet`] that is served at [`Brand::stylesheet_path`], one for each page, and the
//!   [`SCRIPT`] is served at [`script_path`].
//! - They work without the script. It shows a password on request, ticks each part of its rule, ignores a second press and
//!   presses the one button of a page that only leads on.
//! - A form posts to the `action` it is given; put `?locale=` there so that the next page speaks the same language.
//! - A page never logs or shows a token or ticket; they travel in hidden fields, and the
//!   structs that hold one have no `Debug`. Serve pages with
//!   `Referrer-Policy: no-referrer` and `Cache-Control: no-store`, since the link they were opened by is a secret.
//!
//! To add a page: a template that extends `layout.html` and fills `content`, a struct with `render` in a file here, its
//! words in every locale, and a sample in `tests.rs`, which checks what holds for all pages.

mod account;
mod activate;
mod agreement_box;
mod app_fields;
mod brand;
mod check_details;
mod check_mail;
mod confirm_address;
pub mod console;
pub mod contrast;
mod done;
mod email_field;
pub(crate) mod fingerprint;
mod form_post;
mod go_on;
mod legal;
mod link_problem;
mod new_link_sent;
mod new_password;
mod password_rule;
mod problem;
mod recover;
mod register;
mod set_password;
mod shell;
mod sign_in;
mod sign_out;
mod sign_up;
mod sign_up_complete;
mod sso;
mod stylesheet;
mod type_code;
mod voucher_field;

pub use account::{
    Account, AccountLinks, AccountNotice, ChangeEmail, ChangePassword, ConfirmEmail, ConsentLine, Consents,
    DeleteAccount, Deleted, EmailLink, EmailLinkProblem, Proof, SessionLine, Sessions, WrongChange,
};
pub use activate::Activate;
pub use agreement_box::{AgreementBox, WrongBox};
pub(crate) use app_fields::shown_value;
pub use app_fields::{AppField, WrongValue};
pub use brand::Brand;
pub use check_details::CheckDetails;
pub use check_mail::{CheckMail, CheckMailKind};
pub use confirm_address::{ConfirmAddress, Occasion};
pub use done::{Done, Finished};
pub use email_field::WrongEmail;
pub use form_post::FormPost;
pub use go_on::{Continue, ScopeLine};
pub use legal::Legal;
pub use link_problem::{LinkProblem, NewLink};
pub use new_link_sent::NewLinkSent;
pub use new_password::NewPassword;
pub use password_rule::{PasswordRule, WrongPassword};
pub use problem::{Problem, ProblemKind, RecoveryLink};
pub use recover::Recover;
pub use register::{Register, WrongRegister};
pub use set_password::SetPassword;
pub(crate) use shell::text;
pub use shell::{Field, FieldError, Frame, Languages};
pub use sign_in::{SignIn, SignInNotice, WrongSignIn};
pub use sign_out::{SignOut, SignedOut};
pub(crate) use sign_up::kind_label;
pub use sign_up::{SignUp, WrongSignUp};
pub use sign_up_complete::SignUpComplete;
pub use sso::{SsoAddress, SsoComplete, SsoConnect};
pub use stylesheet::{STYLESHEET, stylesheet, stylesheet_path};
pub use type_code::{TypeCode, WrongCode};
pub use voucher_field::Voucher;

/// The one script; optional on every page.
pub const SCRIPT: &str = include_str!("../../templates/usher.js");

/// What a page may load and do. Logos may come from a tenant's own site; nothing else comes from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     img-src 'self' https:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Where the app serves [`SCRIPT`]. The name changes with the content: cache it as immutable.
#[must_use]
pub fn script_path() -> &'static str {
    static PATH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    PATH.get_or_init(|| format!("/assets/usher-{}.js", fingerprint::fingerprint(SCRIPT)))
}

#[cfg(test)]
mod tests;
