//! The first form: the kind of account and the address, checked, and shown again.

use axum::response::Response;
use http::StatusCode;
use usher::address::EmailAddress;
use usher::customer::CustomerKind;

use super::signup::{PATH, SignUpForm};
use crate::hosted::{Visit, sign_in};
use crate::page_answer::{Reader, Shown, leading_to};
use crate::pages::{self, FieldError, Languages, WrongSignUp};
use crate::words::Words;

/// What stands in the form.
pub(super) struct Typed {
    kind: Option<CustomerKind>,
    email: String,
    errors: Vec<FieldError>,
    languages: Languages,
}

impl Typed {
    /// Nothing but what the address of the page names, and the app expects.
    pub(super) fn nothing(visit: &Visit, kind: Option<String>, languages: Languages) -> Self {
        Self {
            kind: kind.and_then(|name| chosen(visit, &name)),
            email: visit.login_hint().unwrap_or_default().to_owned(),
            errors: Vec::new(),
            languages,
        }
    }

    /// What was sent, with what is wrong with it.
    pub(super) fn again(visit: &Visit, form: &SignUpForm, shown: &Shown, errors: Vec<FieldError>) -> Self {
        let email = form.email.clone().unwrap_or_default();
        let fields = [("request", &form.request), ("kind", &form.kind), ("email", &email)];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.clone())).to_vec();
        Self {
            kind: chosen(visit, &form.kind),
            languages: Languages::Form {
                action: visit.action(PATH, shown),
                fields,
            },
            email,
            errors,
        }
    }

    /// Kind and address, or the mistakes in the order of the form, and the status they are shown with; none where it was
    /// only sent to be seen in another language.
    pub(super) fn check(
        visit: &Visit,
        form: &SignUpForm,
        words: Words<'_>,
    ) -> Result<(CustomerKind, EmailAddress), (StatusCode, Vec<FieldError>)> {
        let Some(typed) = form.email.as_deref().map(str::trim) else {
            return Err((StatusCode::OK, Vec::new()));
        };
        let kind = chosen(visit, &form.kind).ok_or(WrongSignUp::KindMissing);
        let email = match (typed, EmailAddress::parse(typed)) {
            ("", _) => Err(WrongSignUp::EmailMissing),
            (_, Err(_)) => Err(WrongSignUp::EmailMalformed),
            (_, Ok(email)) => Ok(email),
        };
        let rules = kind.as_ref().ok().and_then(|kind| visit.tenant.onboarding.kind(*kind));
        let email = email.and_then(|email| match rules.is_none_or(|rules| rules.takes(&email)) {
            true => Ok(email),
            false => Err(WrongSignUp::EmailNotAllowed),
        });
        match (kind, email) {
            (Ok(kind), Ok(email)) => Ok((kind, email)),
            (kind, email) => {
                let wrong = kind.err().into_iter().chain(email.err());
                let errors = wrong.map(|wrong| wrong.say(words)).collect();
                Err((StatusCode::UNPROCESSABLE_ENTITY, errors))
            }
        }
    }
}

/// The kind of this name, if it can be chosen now; the only one there is where none was named.
fn chosen(visit: &Visit, name: &str) -> Option<CustomerKind> {
    let mut enabled = visit.tenant.onboarding.enabled();
    match CustomerKind::from_word(name) {
        Some(named) => enabled.find(|kind| *kind == named),
        None => enabled.next().filter(|_| name.is_empty() && enabled.next().is_none()),
    }
}

/// The form as a page.
pub(super) fn form_page(reader: &Reader, visit: &Visit, status: StatusCode, typed: Typed) -> Response {
    let shown = visit.shown(reader);
    let content = pages::SignUp {
        action: visit.action(PATH, &shown),
        request: visit.sealed.clone(),
        kinds: visit.tenant.onboarding.enabled().collect(),
        kind: typed.kind,
        email: typed.email,
        sign_in: visit.href(sign_in::PATH, &shown),
        errors: typed.errors,
    };
    let html = content.render(&shown.frame(typed.languages));
    leading_to(visit.redirect_uri(), status, html)
}
