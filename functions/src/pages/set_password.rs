//! The page where a person chooses the first password, or PIN where the tenant asks for one.

use askama::Template;

use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use crate::words::Words;

/// The signs the classic rule allows beside letters and digits, separated for reading.
const SIGNS: &str = "_ ! \" ( ) = [ ] { } ? + * ~ # , ; . -";

/// "Choose a password". Posts `ticket`, `password` and, where asked for, `voucher_code` to `action`.
#[derive(Clone)]
pub struct SetPassword {
    /// Whether the address was confirmed by the press that led here: the page then says so first.
    pub just_confirmed: bool,
    /// The address, masked.
    pub masked_address: String,
    /// The address in full, only for a person who has proven it; password managers then save it as the user name.
    pub address: Option<String>,
    /// Proof that the person may set the password; only ever a hidden field.
    pub ticket: String,
    /// Where the button posts to.
    pub action: String,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// The field for a voucher, where the tenant uses them.
    pub voucher: Option<Voucher>,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

/// What a password must look like, in words and for the ticks. The server decides; this only explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordRule {
    /// Exactly six digits.
    Pincode,
    /// 6 to 16 characters of A–Z, a–z, 0–9 and a few signs.
    Classic,
    /// Long rather than complicated (NIST SP 800-63B).
    Modern {
        /// Fewest characters (Unicode code points).
        at_least: u64,
    },
}

/// The field for a voucher.
#[derive(Clone, Default)]
pub struct Voucher {
    /// Whether it must be filled in.
    pub required: bool,
    /// What was typed before, when the form comes back.
    pub value: String,
}

/// What can be wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongPassword {
    /// No password.
    Missing,
    /// It breaks the rule that the page states.
    Rule,
    /// It is easy to guess.
    Common,
    /// No voucher, though one is needed.
    VoucherMissing,
    /// Not this person's voucher.
    VoucherWrong,
}

impl WrongPassword {
    /// The mistake in words, for the rule that the page states.
    #[must_use]
    pub fn say(self, words: Words<'_>, rule: PasswordRule) -> FieldError {
        use PasswordRule::{Classic, Modern, Pincode};
        let (field, sentence) = match (self, rule) {
            (Self::Missing, Pincode) => (Field::Password, words.say("error-pincode-missing", &[])),
            (Self::Missing, _) => (Field::Password, words.say("error-password-missing", &[])),
            (Self::Rule, Pincode) => (Field::Password, words.say("error-pincode-rule", &[])),
            (Self::Rule, Classic) => (
                Field::Password,
                words.say("error-classic-rule", &[("signs", SIGNS.into())]),
            ),
            (Self::Rule, Modern { at_least }) => (
                Field::Password,
                words.say("error-modern-rule", &[("count", at_least.into())]),
            ),
            (Self::Common, Pincode) => (Field::Password, words.say("error-pincode-common", &[])),
            (Self::Common, _) => (Field::Password, words.say("error-password-common", &[])),
            (Self::VoucherMissing, _) => (Field::Voucher, words.say("error-voucher-missing", &[])),
            (Self::VoucherWrong, _) => (Field::Voucher, words.say("error-voucher-wrong", &[])),
        };
        FieldError { field, sentence }
    }
}

/// One part of a rule: its words and, if the browser can tell, a regular expression (flags `su`) that it must match.
pub(super) struct Part {
    pub(super) words: String,
    pub(super) test: Option<String>,
}

impl PasswordRule {
    pub(super) fn sentence(self, words: Words<'_>) -> String {
        match self {
            Self::Pincode => words.say("rule-pincode", &[]),
            Self::Classic => words.say("rule-classic", &[]),
            Self::Modern { at_least } => words.say("rule-modern", &[("count", at_least.into())]),
        }
    }

    pub(super) fn parts(self, words: Words<'_>) -> Vec<Part> {
        let part = |words: String, test: &str| Part {
            words,
            test: Some(test.to_owned()),
        };
        match self {
            Self::Pincode => vec![
                part(words.say("rule-pincode-digits", &[]), "^[0-9]+$"),
                part(words.say("rule-pincode-length", &[]), "^.{6}$"),
            ],
            Self::Classic => vec![
                part(words.say("rule-classic-length", &[]), "^.{6,16}$"),
                part(
                    words.say("rule-classic-characters", &[("signs", SIGNS.into())]),
                    r##"^[A-Za-z0-9_!"\(\)=\[\]\{\}?+*~#,;.\-]+$"##,
                ),
            ],
            Self::Modern { at_least } => vec![
                part(
                    words.say("rule-modern-length", &[("count", at_least.into())]),
                    &format!("^.{{{at_least},}}$"),
                ),
                Part {
                    words: words.say("rule-modern-common", &[]),
                    test: None,
                },
            ],
        }
    }

    /// The hint for password managers that make one up (`passwordrules`); without it they suggest more than the
    /// classic rule allows.
    pub(super) fn for_generators(self) -> Option<String> {
        match self {
            Self::Pincode => Some("minlength: 6; maxlength: 6; allowed: digit;".to_owned()),
            Self::Classic => {
                Some("minlength: 12; maxlength: 16; allowed: upper, lower, digit, [-_!()=?+*~#,;.];".to_owned())
            }
            Self::Modern { at_least } => Some(format!("minlength: {};", at_least.max(20))),
        }
    }
}

/// The script puts the numbers in while the person types; Fluent still decides where they stand.
pub(super) fn progress(words: Words<'_>) -> String {
    words.say("rule-progress", &[("met", "{met}".into()), ("total", "{total}".into())])
}

#[derive(Template)]
#[template(path = "set_password.html")]
struct View<'a> {
    shell: Shell,
    page: &'a SetPassword,
    pincode: bool,
    body: String,
    account: String,
    rule: String,
    parts: Vec<Part>,
    generators: Option<String>,
    progress: String,
    password_key: &'static str,
    voucher_label: &'static str,
    voucher_hint: String,
}

impl SetPassword {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let pincode = self.rule == PasswordRule::Pincode;
        let confirmed = self.just_confirmed && self.errors.is_empty();
        let (heading, notice) = match (confirmed, pincode) {
            (true, _) => ("confirmed-title", Some(Notice::Success)),
            (false, true) => ("pincode-title", None),
            (false, false) => ("password-title", None),
        };
        let shell = Shell::new(frame, words.say(heading, &[]), notice, &self.errors);
        let tenant = || [("tenant", (&shell.tenant).into())];
        let shown = self.address.as_ref().unwrap_or(&self.masked_address);
        let progress = progress(words);
        let optional = self.voucher.as_ref().is_some_and(|voucher| !voucher.required);
        text(&View {
            pincode,
            body: words.say(
                if pincode {
                    "password-body-pincode"
                } else {
                    "password-body"
                },
                &tenant(),
            ),
            account: words.say("password-for", &[("address", shown.into())]),
            rule: self.rule.sentence(words),
            parts: self.rule.parts(words),
            generators: self.rule.for_generators(),
            progress,
            password_key: if self.voucher.is_some() { "next" } else { "done" },
            voucher_label: if optional {
                "voucher-label-optional"
            } else {
                "voucher-label"
            },
            voucher_hint: words.say("voucher-hint", &tenant()),
            page: self,
            shell,
        })
    }
}
