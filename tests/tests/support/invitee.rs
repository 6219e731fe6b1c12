//! People who are invited to an app.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use super::{Answer, Call, Person, TestApp};

/// Where the portal's people go when done.
pub(crate) const WELCOME: &str = "https://portal.acme.example/welcome";
/// `Authorization` of the portal.
pub(crate) const PORTAL: &str = "Basic YWNtZS1wb3J0YWw6ZGVtby1hY21lLXBvcnRhbC1zZWNyZXQtbmV2ZXItZGVwbG95";
const PATH: &str = "/idp/v1/account/pre-register";

/// Somebody whose address no other test uses.
pub(crate) fn invitee() -> String {
    Person::new().email
}

/// What invites somebody to the portal.
pub(crate) fn invitation(email: &str) -> Value {
    json!({
        "profile_fields": {"firstName": "John", "lastName": "Smith", "emailAddress": email, "resourceAccessB2b": "true"},
        "client_id": "acme-portal", "locale": "en-US", "auth_type": "email", "grant_type": "password",
        "redirect_uri": WELCOME,
    })
}

/// A mobile number in Germany that no other test of this process uses.
pub(crate) fn number() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("+49151{:08}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// What invites somebody to the portal by text message.
pub(crate) fn texted_invitation(email: &str, number: &str) -> Value {
    let mut body = invitation(email);
    body["auth_type"] = "sms".into();
    body["profile_fields"]["mobileNumber"] = number.into();
    body
}

/// A browser that has pressed the button of an invitation.
pub(crate) struct Browser<'a> {
    pub(crate) app: &'a TestApp,
    pub(crate) cookie: String,
}

impl TestApp {
    /// The portal calls to invite.
    pub(crate) fn pre_register(&self, body: &Value) -> Call<'_> {
        self.post(PATH).header("authorization", PORTAL).json(body)
    }

    /// Invites somebody: their UUID, and the token of their mail.
    #[track_caller]
    pub(crate) fn invited(&self, email: &str) -> (String, String) {
        let uuid = self.pre_register(&invitation(email)).send().expect(201).member("uuid");
        (uuid, self.token_in_mail(email, 1))
    }

    /// Invites somebody by text message: their UUID, and the token of their message.
    #[track_caller]
    pub(crate) fn texted(&self, email: &str, number: &str) -> (String, String) {
        let body = texted_invitation(email, number);
        let uuid = self.pre_register(&body).send().expect(201).member("uuid");
        (uuid, self.token_in_mail(number, 1))
    }

    /// The token in the newest of `count` mails, or of text messages to a number.
    #[track_caller]
    pub(crate) fn token_in_mail(&self, to: &str, count: usize) -> String {
        let mail = self.mail(to, count);
        let link = mail
            .links
            .iter()
            .find(|link| link.contains("/activate?token="))
            .expect("a link");
        link.split_once("token=").expect("a token").1.to_owned()
    }

    /// Presses the button behind a token.
    #[track_caller]
    pub(crate) fn press(&self, token: &str) -> Browser<'_> {
        let pressed = self.post("/activate").form(&[("token", token), ("confirm", "yes")]);
        let answer = pressed.send().expect(303);
        assert!(answer.header("location").starts_with("/activate?locale="));
        Browser {
            app: self,
            cookie: cookie(&answer),
        }
    }
}

/// The cookie an answer sets first.
pub(crate) fn cookie(answer: &Answer) -> String {
    let set = answer.header("set-cookie").split(';').next().expect("a cookie");
    set.to_owned()
}

impl Browser<'_> {
    fn ticket(&self) -> &str {
        self.cookie.split_once('=').expect("a value").1
    }

    /// Looks at the form.
    #[track_caller]
    pub(crate) fn look(&self) -> Answer {
        self.app.get("/activate").header("cookie", &self.cookie).send()
    }

    /// The form, to be sent.
    pub(crate) fn filling_in(&self, fields: &[(&str, &str)]) -> Call<'_> {
        let mut all = vec![("ticket", self.ticket())];
        all.extend_from_slice(fields);
        let call = self.app.post("/activate").form(&all);
        call.header("cookie", &self.cookie)
    }

    /// Sends the form.
    #[track_caller]
    pub(crate) fn fill_in(&self, fields: &[(&str, &str)]) -> Answer {
        self.filling_in(fields).send()
    }

    /// Sends the form with everything it needs, and gives the last page.
    #[track_caller]
    pub(crate) fn finish(&self) -> String {
        let fields = [
            ("profile.firstName", "John"),
            ("profile.lastName", "Smith"),
            ("agreement.terms", "1"),
            ("password", super::PASSWORD),
        ];
        let answer = self.fill_in(&fields).expect(303);
        let page = self
            .app
            .get(answer.header("location"))
            .header("cookie", &cookie(&answer));
        page.send().expect(200).text
    }
}

/// The link back to the app on the last page.
#[track_caller]
pub(crate) fn way_back(page: &str) -> String {
    let (_, rest) = page.split_once("class=\"primary\" href=\"").expect("a button");
    let href = rest.split('"').next().expect("a link");
    href.replace("&#38;", "&").replace("&amp;", "&")
}

impl TestApp {
    /// Applies the demo's tenant `acme` with a change, as `usher tenants apply` does.
    #[track_caller]
    pub(crate) fn apply_acme(&self, change: impl FnOnce(&mut Value)) -> Answer {
        let demo: Value = serde_norway::from_str(include_str!("../../../infra/local/demo.yaml")).expect("the demo");
        let mut document = demo["tenants"][0].clone();
        change(&mut document);
        self.call("PUT", "/_local/tenants").json(&document).send()
    }
}

/// Gives `acme`'s terms a second version that is in force.
pub(crate) fn next_version(accept_again: bool) -> impl FnOnce(&mut Value) {
    move |document| {
        let versions = document["agreements"][0]["versions"].as_array_mut();
        versions.expect("versions").push(json!({
            "version": 2, "effective_from": "2026-02-01T00:00:00Z", "accept_again": accept_again,
            "texts": {"en": {"title": "Terms, mended", "text": "Be kind."}},
        }));
    }
}
