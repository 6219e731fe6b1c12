//! What a password must look like, and the field it is chosen in, for the form of any page.

use super::shell::{Field, FieldError};
use crate::words::Words;

/// The signs the classic rule allows beside letters and digits, separated for reading.
const SIGNS: &str = "_ ! \" ( ) = [ ] { } ? + * ~ # , ; . -";

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
    fn sentence(self, words: Words<'_>) -> String {
        match self {
            Self::Pincode => words.say("rule-pincode", &[]),
            Self::Classic => words.say("rule-classic", &[]),
            Self::Modern { at_least } => words.say("rule-modern", &[("count", at_least.into())]),
        }
    }

    fn parts(self, words: Words<'_>) -> Vec<Part> {
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
    fn for_generators(self) -> Option<String> {
        match self {
            Self::Pincode => Some("minlength: 6; maxlength: 6; allowed: digit;".to_owned()),
            Self::Classic => {
                Some("minlength: 12; maxlength: 16; allowed: upper, lower, digit, [-_!()=?+*~#,;.];".to_owned())
            }
            Self::Modern { at_least } => Some(format!("minlength: {};", at_least.max(20))),
        }
    }
}

/// The field as `password_field.html` shows it.
pub(super) struct PasswordField {
    pub(super) pincode: bool,
    /// The message that names it.
    pub(super) label: &'static str,
    pub(super) rule: String,
    pub(super) parts: Vec<Part>,
    pub(super) generators: Option<String>,
    /// The script puts the numbers in while the person types; Fluent still decides where they stand.
    pub(super) progress: String,
    /// What a phone's keyboard says on its last key (`enterkeyhint`).
    pub(super) key: &'static str,
}

impl PasswordField {
    pub(super) fn new(rule: PasswordRule, key: &'static str, words: Words<'_>) -> Self {
        Self {
            pincode: rule == PasswordRule::Pincode,
            label: match rule {
                PasswordRule::Pincode => "pincode-label",
                _ => "password-label",
            },
            rule: rule.sentence(words),
            parts: rule.parts(words),
            generators: rule.for_generators(),
            progress: words.say("rule-progress", &[("met", "{met}".into()), ("total", "{total}".into())]),
            key,
        }
    }
}
