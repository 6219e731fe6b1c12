//! Invitations as objects: seeing them, sending them again, withdrawing them.

mod delivering;
mod expiring;
mod listing;
mod resending;
mod revoking;
mod seeing;

use serde_json::{Value, json};
use usher::id::{InvitationId, Opaque};

use crate::support::{Answer, Call, TestApp, invitation, invitee};

const PRE_REGISTER: &str = "/idp/v1/account/pre-register";

/// Somebody who was invited and mailed.
struct Guest {
    email: String,
    uuid: String,
    token: String,
    /// The path of their invitation.
    path: String,
}

impl Guest {
    #[track_caller]
    fn of(app: &TestApp) -> Self {
        let email = invitee();
        let (uuid, token) = app.invited(&email);
        let path = path(&uuid);
        Self {
            email,
            uuid,
            token,
            path,
        }
    }

    /// What the back office is told of the invitation.
    #[track_caller]
    fn seen(&self, app: &TestApp) -> Value {
        app.acme().call("GET", &self.path).send().expect(200).json()
    }

    /// Waits until the invitation has this status.
    #[track_caller]
    fn wait_for(&self, app: &TestApp, status: &str) {
        app.wait_until(status, || self.seen(app)["status"] == status);
    }

    fn resend(&self, app: &TestApp) -> Answer {
        app.acme().call("POST", &format!("{}/resend", self.path)).send()
    }

    fn revoke(&self, app: &TestApp) -> Answer {
        app.acme().call("POST", &format!("{}/revoke", self.path)).send()
    }
}

/// Where the invitation of a person is.
fn path(uuid: &str) -> String {
    let bits = Opaque::from_uuid(uuid).expect("a UUID");
    format!("/v1/invitations/{}", InvitationId(bits))
}

/// The back office invites somebody, with more members than usual.
fn inviting<'a>(app: &'a TestApp, email: &str, more: &Value) -> Call<'a> {
    let mut body = invitation(email);
    for (name, value) in more.as_object().expect("an object") {
        body[name] = value.clone();
    }
    app.post(PRE_REGISTER).json(&body).signed(&app.acme())
}

/// A signed call that sends again what the client delivers itself.
fn delivering(app: &TestApp, path: &str) -> Answer {
    let call = app
        .post(&format!("{path}/resend"))
        .json(&json!({ "deliver_self": true }));
    call.signed(&app.acme()).send()
}
