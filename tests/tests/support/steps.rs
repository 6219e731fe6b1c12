//! The steps of a person's journey, for tests that begin after them.

use serde_json::json;

use super::{Account, Answer, PASSWORD, PINCODE, Person, TestApp};

/// What a person finds in the mail.
#[derive(Clone, Debug)]
pub(crate) struct Mailed {
    /// The link's token.
    pub(crate) token: String,
    /// The six digits.
    pub(crate) code: String,
}

impl Mailed {
    /// The link's path and query.
    pub(crate) fn link(&self) -> String {
        format!("/v2/registration/verify?token={}", self.token)
    }
}

impl TestApp {
    /// Has the tenant provision a person.
    #[track_caller]
    pub(crate) fn provision(&self, person: &Person) -> Account {
        let answer = self.back_office_of(person).provisioning(person).send().expect(201);
        Account::told(&answer)
    }

    /// Somebody asks for the mail.
    #[track_caller]
    pub(crate) fn ask_for_mail(&self, person: &Person) -> Answer {
        self.post("/v2/registration/provision").json(&person.asking()).send()
    }

    /// The newest mail to a person once so many have come.
    #[track_caller]
    pub(crate) fn mailed(&self, person: &Person, count: usize) -> Mailed {
        let message = self.mail(&person.email, count);
        let links = message.links.iter();
        let link = links.filter_map(|link| link.strip_prefix(self.url())).next();
        let token = link.and_then(|link| link.strip_prefix("/v2/registration/verify?token="));
        Mailed {
            token: token.expect("a link to this stack").to_owned(),
            code: message.code.clone().expect("a code"),
        }
    }

    /// An app sends the link's token.
    #[track_caller]
    pub(crate) fn verify(&self, token: &str) -> Answer {
        self.post("/v2/registration/verify")
            .json(&json!({ "token": token }))
            .send()
    }

    /// A person types the mail's code.
    #[track_caller]
    pub(crate) fn verify_by_code(&self, person: &Person, code: &str) -> Answer {
        let body = json!({ "email_address": person.email, "labelpartner": person.tenant, "code": code });
        self.post("/v2/registration/verify").json(&body).send()
    }

    /// Sets the first password with a ticket.
    #[track_caller]
    pub(crate) fn set_password(&self, person: &Person, password: &str, ticket: &str) -> Answer {
        let body = json!({
            "email_address": person.email, "pincode": password, "labelpartner": person.tenant, "activation_ticket": ticket,
        });
        self.post("/v2/registration/no-gateway").json(&body).send()
    }

    /// A person who has been mailed.
    #[track_caller]
    pub(crate) fn mailed_person(&self) -> (Person, Mailed) {
        let person = Person::new();
        self.provision(&person);
        let mailed = self.mailed(&person, 1);
        (person, mailed)
    }

    /// A person who has proven their address, and their ticket.
    #[track_caller]
    pub(crate) fn proven_person(&self) -> (Person, String) {
        let (person, mailed) = self.mailed_person();
        let ticket = self.verify(&mailed.token).expect(200).member("activation_ticket");
        (person, ticket)
    }

    /// A person of `acme` whose password is [`PASSWORD`].
    #[track_caller]
    pub(crate) fn registered_person(&self) -> Person {
        let (person, ticket) = self.proven_person();
        self.set_password(&person, PASSWORD, &ticket).expect(200);
        person
    }

    /// A person of `netgrid` whose password is [`PINCODE`].
    #[track_caller]
    pub(crate) fn registered_netgrid_person(&self) -> Person {
        let person = Person::new().of_netgrid().verified();
        self.provision(&person);
        let body = json!({ "email_address": person.email, "pincode": PINCODE, "labelpartner": "netgrid" });
        self.post("/v2/registration/no-gateway").json(&body).send().expect(200);
        person
    }
}
