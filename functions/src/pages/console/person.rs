//! One person: where they are, what happened, and what can be done.

use askama::Template;
use jiff::Timestamp;

use super::{ConsoleFrame, ConsoleShell, Told, say_of, state_name};
use crate::pages::shell::text;
use crate::words::{Value, inert};

/// A person, as the API tells of them. Posts `change` (`resend` or `revoke`) to the invitation's address.
pub struct Person {
    /// First and family name; empty where they are not known.
    pub name: String,
    /// The address.
    pub address: String,
    /// The state, as the API names it, or `refused`.
    pub state: String,
    /// Label and value of each line of the details: a message of the console, or a name of a field.
    pub details: Vec<(String, String)>,
    /// Why no more mail is sent, as the API names it.
    pub mail_stopped: Option<String>,
    /// The invitation, if there is one.
    pub invitation: Option<Invitation>,
    /// What happened, oldest first.
    pub history: Vec<Moment>,
    /// What they accepted, oldest first.
    pub consents: Vec<Consent>,
    /// Back to the search.
    pub back: String,
    /// What was just done.
    pub told: Told,
}

/// An invitation.
pub struct Invitation {
    /// Where a change is posted to.
    pub action: String,
    /// How far it came, as the API names it.
    pub status: String,
    /// To which app.
    pub app: String,
    /// Whether it can be sent again or withdrawn.
    pub open: bool,
}

/// Something that happened.
pub struct Moment {
    /// When.
    pub at: Timestamp,
    /// What, in words.
    pub what: String,
}

/// Something that was accepted.
pub struct Consent {
    /// The agreement's name.
    pub agreement: String,
    /// Its version.
    pub version: u64,
    /// When it was accepted.
    pub accepted: Timestamp,
    /// When it was taken back.
    pub withdrawn: Option<Timestamp>,
}

#[derive(Template)]
#[template(path = "console/person.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a Person,
    state: String,
    stopped: Option<&'static str>,
    invitation: Option<(&'a Invitation, String)>,
    history: Vec<(String, &'a str)>,
    consents: Vec<(String, Vec<String>)>,
}

impl Person {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let moment = |at: Timestamp| frame.frame.words().moment(at);
        let heading = match self.name.is_empty() {
            true => self.address.clone(),
            false => inert(&self.name),
        };
        let invitation = self.invitation.as_ref().map(|invitation| {
            let about = [
                ("status", Value::word(invitation.status.as_str())),
                ("app", (&invitation.app).into()),
            ];
            (invitation, words.say("invitation-status", &about))
        });
        let consent = |consent: &Consent| {
            let version = [
                ("agreement", (&consent.agreement).into()),
                ("version", consent.version.into()),
            ];
            let accepted = say_of(words, "consents-accepted", "moment", moment(consent.accepted));
            let withdrawn = consent
                .withdrawn
                .map(|at| say_of(words, "consents-withdrawn", "moment", moment(at)));
            let lines = std::iter::once(accepted).chain(withdrawn).collect();
            (words.say("consents-version", &version), lines)
        };
        text(&View {
            state: state_name(words, &self.state),
            stopped: self.mail_stopped.as_deref().map(|why| match why {
                "complained" => "person-complained",
                _ => "person-bounced",
            }),
            invitation,
            history: self
                .history
                .iter()
                .map(|past| (moment(past.at), past.what.as_str()))
                .collect(),
            consents: self.consents.iter().map(consent).collect(),
            console: ConsoleShell::new(frame, heading, self.told.clone()),
            page: self,
        })
    }
}
