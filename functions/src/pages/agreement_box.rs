//! The box that accepts one version of an agreement, for the form of any page.

use super::shell::{Field, FieldError};
use crate::words::{Words, inert};

/// One agreement in a form. Posts `agreement.<name>` with the version, when it is ticked.
#[derive(Clone, Debug)]
pub struct AgreementBox {
    /// The agreement's name.
    pub name: String,
    /// The version that is shown, and that ticking accepts.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// The page with its words.
    pub href: String,
    /// Whether nobody can go on without it.
    pub required: bool,
    /// Whether it was ticked when the form came back.
    pub ticked: bool,
}

/// A box that cannot stay as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongBox {
    /// It has to be ticked.
    Missing,
    /// What was ticked is no longer the version that people accept.
    Changed,
}

impl WrongBox {
    /// The mistake in words.
    #[must_use]
    pub fn say(self, name: &str, title: &str, words: Words<'_>) -> FieldError {
        let id = match self {
            Self::Missing => "error-agreement-missing",
            Self::Changed => "error-agreement-changed",
        };
        FieldError {
            field: Field::Agreement(name.to_owned()),
            sentence: words.say(id, &[("title", title.into())]),
        }
    }
}

/// A box as the template shows it.
pub(super) struct View {
    pub(super) id: String,
    pub(super) version: u32,
    pub(super) label: String,
    pub(super) read: String,
    pub(super) href: String,
    pub(super) required: bool,
    pub(super) ticked: bool,
    pub(super) error: Option<String>,
}

impl View {
    pub(super) fn all(offers: &[AgreementBox], errors: &[FieldError], words: Words<'_>) -> Vec<Self> {
        offers.iter().map(|offer| Self::of(offer, errors, words)).collect()
    }

    fn of(offer: &AgreementBox, errors: &[FieldError], words: Words<'_>) -> Self {
        let field = Field::Agreement(offer.name.clone());
        let title = inert(&offer.title);
        let label = match offer.required {
            true => "agreement-accept",
            false => "agreement-accept-optional",
        };
        let error = errors.iter().find(|error| error.field == field);
        Self {
            id: field.name().into_owned(),
            version: offer.version,
            label: words.say(label, &[("title", (&title).into())]),
            read: words.say("agreement-read", &[("title", (&title).into())]),
            href: offer.href.clone(),
            required: offer.required,
            ticked: offer.ticked,
            error: error.map(|error| error.sentence.clone()),
        }
    }
}
