//! The form of whoever came from their identity provider: what is missing of their kind of account.

use std::net::IpAddr;

use ::http::{HeaderMap, StatusCode};
use axum::response::Response;
use usher::address::EmailAddress;
use usher::customer::CustomerKind;
use usher::profile::{Field, Profile};
use usher::sign_up::NewAccount;
use usher::tenant::AccountKind;

use super::arriving::Arriving;
use super::coming::Coming;
use super::sso_complete::PATH;
use super::sso_connect;
use crate::agreements::accepting::{Offers, Ticked};
use crate::app::App;
use crate::app_form::{Answered, Form, Questions, check_answers};
use crate::http::Problem;
use crate::page_answer::{Reader, leading_to};
use crate::pages::{FieldError, Languages, SsoComplete};
use crate::sign_up::default_location;

/// Where agreements are accepted here, as the evidence says it.
const CHANNEL: &str = "sso_page";

/// What is asked of somebody.
pub(super) struct CompleteForm<'a> {
    coming: &'a Coming,
    provider: &'a str,
    kind: CustomerKind,
    rules: &'a AccountKind,
    fields: Vec<Field>,
    known: &'a Profile,
    email: &'a EmailAddress,
    token: &'a str,
}

impl<'a> CompleteForm<'a> {
    /// What is asked of whoever comes by this connection, if accounts are made of them.
    pub(super) fn new(coming: &'a Coming, arriving: &'a Arriving<'a>, token: &'a str) -> Option<Self> {
        let rules = arriving.party.kind()?;
        Some(Self {
            coming,
            provider: &arriving.party.connection.display_name,
            kind: arriving.party.oidc.kind?,
            fields: rules.fields(),
            rules,
            known: &arriving.arrived.person.values,
            email: coming.proven()?.0,
            token,
        })
    }

    fn questions(&self) -> Questions<'_> {
        Questions {
            fields: &self.fields,
            number_is_proven: false,
            own: &["request", "came", "token", "create", "locale"],
        }
    }

    /// The form, with what the provider tells, or with what was typed.
    pub(super) fn page(
        &self,
        app: &App,
        reader: &Reader,
        (status, form): (StatusCode, Option<&Form>),
        errors: Vec<FieldError>,
        languages: Languages,
    ) -> Response {
        let visit = &self.coming.visit;
        let shown = visit.shown(reader);
        let offers = Offers::new(&visit.tenant, self.kind, shown.words(), app.clock.now());
        let values = form.map_or_else(|| self.known.clone(), Form::values);
        let content = SsoComplete {
            action: visit.action(PATH, &shown),
            request: if self.token.is_empty() {
                visit.sealed.clone()
            } else {
                String::new()
            },
            came: self.coming.arrived.who().to_string(),
            token: self.token.to_owned(),
            provider: self.provider.to_owned(),
            address: self.email.as_str().to_owned(),
            fields: self.questions().shown(&values),
            agreements: offers.boxes(&form.map_or_else(Ticked::new, Form::ticked)),
            connect: sso_connect::href(visit, &shown),
            errors,
        };
        leading_to(visit.redirect_uri(), status, content.render(&shown.frame(languages)))
    }

    /// Everything that is wrong with a form, or the account that is made with it; nothing where it was only sent to be seen in
    /// another language.
    pub(super) fn check(
        &self,
        app: &App,
        reader: &Reader,
        (headers, source): (&HeaderMap, IpAddr),
        form: &Form,
    ) -> Result<Result<NewAccount, Vec<FieldError>>, Problem> {
        let (tenant, now) = (&self.coming.visit.tenant, app.clock.now());
        let shown = self.coming.visit.shown(reader);
        let offers = Offers::new(tenant, self.kind, shown.words(), now);
        let Answered { answers, accepted } = match check_answers(self.questions(), form, &offers)? {
            _ if form.one("create") != Some("yes") => return Ok(Err(Vec::new())),
            Ok(filled) => filled,
            Err(mistakes) => return Ok(Err(mistakes)),
        };
        let of_customer = |key: &str| self.rules.is_of_customer(key);
        let (customer_profile, profile) = answers.profile.into_iter().partition(|(key, _)| of_customer(key));
        Ok(Ok(NewAccount {
            first_name: answers.first_name,
            last_name: answers.last_name,
            phone_number: answers.phone_number,
            profile,
            customer_profile,
            consent: offers.consent(accepted, CHANNEL, source, headers, now),
            location: default_location(tenant, self.kind, self.rules, shown.words()),
            ..NewAccount::default()
        }))
    }
}
