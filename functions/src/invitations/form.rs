//! The form of an invited person, who has proven their address.

use std::sync::Arc;

use jiff::Timestamp;
use usher::tenant::{Client, Tenant};
use usher::verification::{Draft, Ticket};

use crate::agreements::accepting::Offers;
use crate::app::App;
use crate::app_form::{AppForm, Filled, Form, Questions};
use crate::http::Problem;
use crate::pages::{Activate, FieldError, Frame};
use crate::registration::set_password::rule;
use crate::words::Words;

/// A person who has proven their address, and what they were invited to.
pub(super) struct Invited {
    pub(super) ticket: Ticket,
    pub(super) tenant: Arc<Tenant>,
    pub(super) client: Client,
    redirect_uri: String,
}

impl Invited {
    /// Whoever holds this ticket; nobody where it is none, or no longer good, or the app is gone.
    pub(super) async fn open(app: &App, text: &str) -> Result<Option<Self>, Problem> {
        let Some(ticket) = Ticket::open(text, &app.keys, app.clock.now()) else {
            return Ok(None);
        };
        let (Some(invitation), Some(tenant)) = (ticket.invitation.clone(), app.tenant(&ticket.tenant).await?) else {
            return Ok(None);
        };
        let client = tenant.client(&invitation.client).cloned();
        Ok(client.map(|client| Self {
            ticket,
            tenant,
            client,
            redirect_uri: invitation.redirect_uri,
        }))
    }

    /// Where the person goes when done.
    pub(super) fn leads_to(&self) -> &str {
        self.client.app_link.as_deref().unwrap_or(&self.redirect_uri)
    }

    /// What the person is asked to accept.
    pub(super) fn offers<'a>(&'a self, words: Words<'a>, now: Timestamp) -> Offers<'a> {
        Offers::new(&self.tenant, self.client.customers, words, now)
    }

    /// What the form asks.
    fn questions(&self) -> Questions<'_> {
        Questions {
            fields: &self.client.fields,
            number_is_proven: self.ticket.number.is_some(),
            own: &["ticket", "password", "locale"],
        }
    }

    fn app_form(&self) -> AppForm<'_> {
        AppForm {
            tenant: &self.tenant,
            policy: self.tenant.password_policy,
            questions: self.questions(),
            email: &self.ticket.email,
            names: (&self.ticket.names.0, &self.ticket.names.1),
        }
    }

    /// Everything that is wrong with a form, or everything that is in it.
    pub(super) fn check(&self, form: &Form, offers: &Offers<'_>) -> Result<Result<Filled, Vec<FieldError>>, Problem> {
        self.app_form().check(form, offers)
    }

    /// The form as a page.
    pub(super) fn page(
        &self,
        ticket: &str,
        draft: &Draft,
        offers: &Offers<'_>,
        errors: Vec<FieldError>,
        frame: &Frame<'_>,
    ) -> String {
        let activate = Activate {
            just_confirmed: errors.is_empty(),
            again: self.ticket.request.is_some(),
            address: self.ticket.email.clone(),
            number: self.ticket.number.clone(),
            ticket: ticket.to_owned(),
            action: format!("{}?locale={}", super::activate::PATH, frame.locale.tag()),
            rule: rule(self.tenant.password_policy),
            fields: self.questions().shown(&draft.values),
            agreements: offers.boxes(&draft.ticked),
            errors,
        };
        activate.render(frame)
    }
}
