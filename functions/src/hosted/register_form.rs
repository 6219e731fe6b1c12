//! The form of a person who registers: checked, and shown again.

use axum::response::Response;
use http::StatusCode;
use usher::address::EmailAddress;
use usher::profile::Profile;
use usher::tenant::Client;

use super::register::PATH;
use super::sign_in;
use super::visit::Visit;
use crate::agreements::accepting::{Offers, Ticked};
use crate::app::App;
use crate::app_form::{AppForm, Filled, Form, Questions};
use crate::http::Problem;
use crate::page_answer::{Reader, leading_to};
use crate::pages::{FieldError, Languages, Register, WrongRegister};
use crate::registration::set_password::rule;

/// What stands in the form.
pub(super) struct Typed {
    email: String,
    values: Profile,
    ticked: Ticked,
    errors: Vec<FieldError>,
    languages: Languages,
}

/// Everything that was filled in; or the mistakes, in the order of the form, and the status they are shown with.
type Checked = Result<(EmailAddress, Filled), (StatusCode, Vec<FieldError>)>;

impl Typed {
    /// Nothing but the address that the app expects.
    pub(super) fn nothing(visit: &Visit, languages: Languages) -> Self {
        Self {
            email: visit.login_hint().unwrap_or_default().to_owned(),
            values: Profile::new(),
            ticked: Ticked::new(),
            errors: Vec::new(),
            languages,
        }
    }

    /// What was sent, with what is wrong with it.
    pub(super) fn again(form: &Form, errors: Vec<FieldError>) -> Self {
        Self {
            email: form.one("email").unwrap_or_default().to_owned(),
            values: form.values(),
            ticked: form.ticked(),
            errors,
            languages: form.languages(PATH),
        }
    }

    /// Address and everything else, or the mistakes in the order of the form; none where it was only sent to be seen in
    /// another language.
    pub(super) fn check(visit: &Visit, client: &Client, form: &Form, offers: &Offers<'_>) -> Result<Checked, Problem> {
        let typed = form.one("email").unwrap_or_default().trim();
        let asked = AppForm {
            tenant: &visit.tenant,
            policy: visit.tenant.password_policy,
            questions: questions(client),
            email: typed,
            names: ("", ""),
        };
        let filled = asked.check(form, offers)?;
        if form.one("password").is_none() {
            return Ok(Err((StatusCode::OK, Vec::new())));
        }
        let email = address(typed, client);
        let differs = form
            .one("password_confirmation")
            .is_some_and(|again| Some(again) != form.one("password"));
        let wrong = email.as_ref().err().copied();
        let wrong = wrong
            .into_iter()
            .chain(differs.then_some(WrongRegister::PasswordsDiffer));
        let mut errors: Vec<_> = wrong
            .map(|wrong| wrong.say(offers.words(), rule(visit.tenant.password_policy)))
            .collect();
        Ok(match (email, filled) {
            (Ok(email), Ok(filled)) if errors.is_empty() => Ok((email, filled)),
            (_, filled) => {
                errors.extend(filled.err().unwrap_or_default());
                Err((StatusCode::UNPROCESSABLE_ENTITY, errors))
            }
        })
    }
}

fn questions(client: &Client) -> Questions<'_> {
    Questions {
        fields: &client.fields,
        number_is_proven: false,
        own: &["request", "email", "password", "password_confirmation", "locale"],
    }
}

/// An address that may be registered with this client.
fn address(typed: &str, client: &Client) -> Result<EmailAddress, WrongRegister> {
    if typed.is_empty() {
        return Err(WrongRegister::EmailMissing);
    }
    let email = EmailAddress::parse(typed).map_err(|_| WrongRegister::EmailMalformed)?;
    match client.takes(&email) {
        true => Ok(email),
        false => Err(WrongRegister::EmailNotAllowed),
    }
}

/// The form as a page.
pub(super) fn form_page(
    app: &App,
    reader: &Reader,
    (visit, client): (&Visit, &Client),
    status: StatusCode,
    typed: Typed,
) -> Response {
    let shown = visit.shown(reader);
    let offers = Offers::new(&visit.tenant, client.customers, shown.words(), app.clock.now());
    let content = Register {
        action: visit.action(PATH, &shown),
        request: visit.sealed.clone(),
        email: typed.email,
        fields: questions(client).shown(&typed.values),
        agreements: offers.boxes(&typed.ticked),
        rule: rule(visit.tenant.password_policy),
        sign_in: visit.href(sign_in::PATH, &shown),
        errors: typed.errors,
    };
    leading_to(
        visit.redirect_uri(),
        status,
        content.render(&shown.frame(typed.languages)),
    )
}
