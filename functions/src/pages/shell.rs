//! What is around the task on every page: title, tenant, help, legal links, languages.

use std::borrow::Cow;

use askama::Template;
use usher::tenant::Texts;

use super::{Brand, script_path};
use crate::words::{Locale, Words};

/// In whose name and in which language a page speaks.
#[derive(Clone)]
pub struct Frame<'a> {
    /// The tenant.
    pub brand: &'a Brand,
    /// The page's language.
    pub locale: Locale,
    /// How to get the same page in another one.
    pub languages: Languages,
}

impl<'a> Frame<'a> {
    /// The sentences of the page, as its tenant says them.
    #[must_use]
    pub fn words(&self) -> Words<'a> {
        self.brand.words(self.locale)
    }
}

/// The language switch at the bottom of a page.
#[derive(Clone)]
pub enum Languages {
    /// No switch.
    None,
    /// For a page that a GET shows: each language with the page's own address plus `locale=<tag>`.
    Links(Vec<(Locale, String)>),
    /// For a page that answers a POST, which a link cannot ask for again: buttons that post `fields` and `locale=<tag>`
    /// to `action`. Give the fields that show this page again (the ticket), never what was typed.
    Form {
        /// Where the buttons post to.
        action: String,
        /// Name and value of each hidden field.
        fields: Vec<(String, String)>,
    },
}

/// A field a mistake can be in. Its name in the posted form is [`Field::name`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The password or PIN.
    Password,
    /// The same typed again.
    PasswordConfirmation,
    /// The password or PIN that is in use, asked for before something is changed.
    CurrentPassword,
    /// The voucher code.
    Voucher,
    /// The e-mail address.
    Email,
    /// The code from the mail.
    Code,
    /// The kind of account.
    Kind,
    /// The box that accepts an agreement, by its name.
    Agreement(String),
    /// A field of the app, or a part of an address block, by its name.
    Profile(String),
}

impl Field {
    /// The name the field is posted under, and its `id` in the page.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        match self {
            Self::Password => "password".into(),
            Self::PasswordConfirmation => "password_confirmation".into(),
            Self::CurrentPassword => "current_password".into(),
            Self::Voucher => "voucher_code".into(),
            Self::Email => "email".into(),
            Self::Code => "code".into(),
            Self::Kind => "kind".into(),
            Self::Agreement(name) => format!("agreement.{name}").into(),
            // No field of an app can be taken for one of our own.
            Self::Profile(name) => format!("profile.{name}").into(),
        }
    }
}

/// A mistake, in a sentence that says how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Where it is.
    pub field: Field,
    /// What to do, in the page's language.
    pub sentence: String,
}

/// The icon above the heading, with a spoken word, so that colour is never alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Information,
    Success,
    Warning,
    Error,
}

impl Notice {
    /// The class of the icon, which gives its colour.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The message that a screen reader speaks for the icon.
    pub(super) const fn spoken(self) -> &'static str {
        match self {
            Self::Information => "notice-information",
            Self::Success => "notice-success",
            Self::Warning => "notice-warning",
            Self::Error => "notice-error",
        }
    }

    /// What is drawn in the circle, on a field of 24 by 24.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Information => "M12 11v6M12 7v.1",
            Self::Success => "m7 12.5 3.4 3.4L17 9.2",
            Self::Warning => "M12 7v6M12 17v.1",
            Self::Error => "m8.5 8.5 7 7m0-7-7 7",
        }
    }
}

/// The language switch, ready to show.
pub(super) struct Switch {
    /// Each language, with its address where it is a link.
    pub languages: Vec<(Locale, Option<String>)>,
    /// Action and hidden fields, where it is a form.
    pub form: Option<(String, Vec<(String, String)>)>,
}

impl Switch {
    fn new(languages: &Languages) -> Option<Self> {
        match languages {
            Languages::None => None,
            Languages::Links(links) => {
                let languages = links
                    .iter()
                    .map(|(locale, href)| (*locale, Some(href.clone())))
                    .collect();
                Some(Self { languages, form: None })
            }
            Languages::Form { action, fields } => Some(Self {
                languages: Locale::ALL.map(|locale| (locale, None)).to_vec(),
                form: Some((action.clone(), fields.clone())),
            }),
        }
    }
}

/// Everything `layout.html` shows.
pub(super) struct Shell {
    pub locale: Locale,
    texts: Texts,
    pub tenant: String,
    pub logo: Option<String>,
    pub favicon: Option<String>,
    pub stylesheet: String,
    pub heading: String,
    pub title: String,
    pub notice: Option<Notice>,
    pub errors: Vec<FieldError>,
    pub help: Option<(String, String)>,
    pub legal: Vec<(String, String)>,
    pub switch: Option<Switch>,
}

impl Shell {
    /// The frame around a task whose heading is the message `heading`.
    pub(super) fn new(frame: &Frame<'_>, heading: String, notice: Option<Notice>, errors: &[FieldError]) -> Self {
        let words = frame.words();
        let tenant = frame.brand.display_name();
        let full = words.say(
            "page-title",
            &[("title", (&heading).into()), ("tenant", (&tenant).into())],
        );
        let title = if errors.is_empty() {
            full
        } else {
            words.say("page-title-error", &[("title", full.into())])
        };
        let label = words.say("help-link", &[("tenant", (&tenant).into())]);
        Self {
            locale: frame.locale,
            texts: frame.brand.texts.clone(),
            favicon: frame.brand.favicon().map(str::to_owned),
            logo: frame.brand.logo().map(str::to_owned),
            stylesheet: frame.brand.stylesheet_path(),
            title,
            heading,
            notice,
            errors: one_a_field(errors),
            help: frame.brand.help_href().map(|href| (label, href)),
            legal: frame
                .brand
                .legal()
                .map(|(label, href)| (label, href.to_owned()))
                .collect(),
            switch: Switch::new(&frame.languages),
            tenant,
        }
    }

    /// A message without variables.
    pub(super) fn say(&self, id: &str) -> String {
        Words::of(self.locale, &self.texts).say(id, &[])
    }

    /// The mistake in a field, if there is one.
    pub(super) fn error(&self, field: Field) -> Option<&str> {
        self.errors
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.sentence.as_str())
    }

    pub(super) fn script(&self) -> &'static str {
        script_path()
    }

    /// The icon of the list of mistakes.
    pub(super) const fn error_notice(&self) -> Notice {
        Notice::Error
    }
}

/// The first mistake of each field: one sentence at a time is what a person can act on, and the list on top says the
/// same as the field.
fn one_a_field(errors: &[FieldError]) -> Vec<FieldError> {
    let first = |(at, error): &(usize, &FieldError)| errors[..*at].iter().all(|before| before.field != error.field);
    let firsts = errors.iter().enumerate().filter(first);
    firsts.map(|(_, error)| error.clone()).collect()
}

/// A template as text. Writing to a string cannot fail, and no filter used here can.
pub(crate) fn text(template: &impl Template) -> String {
    let rendered = template.render();
    debug_assert!(rendered.is_ok(), "{rendered:?}");
    rendered.unwrap_or_default()
}
