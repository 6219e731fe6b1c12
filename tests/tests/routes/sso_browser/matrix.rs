//! The table of outcomes: who somebody is here, what the tenant wants of newcomers, and what the provider says of the address.

use serde_json::{Value, json};

use super::{configure, sign_in, stack};
use crate::routes::register::JANE;
use crate::support::{Answer, Issuer, PASSWORD, Person, TestApp, at_once, authorize};

const SIGNED_IN: &str = "signed in";
const UNKNOWN: &str = "Acme Energy does not know you yet";
const FORM: &str = "Create your account";
const ADDRESS: &str = "Confirm your e-mail address";
const CONNECT: &str = "Connect your account";
const SUSPENDED: &str = "Your account is suspended";
const INVITED: &str = "Please open your invitation";

/// What a provider may say of an address: only the first is a proof.
const PROOFS: [Value; 4] = [
    Value::Bool(true),
    Value::Bool(false),
    Value::Null,
    Value::String(String::new()),
];

/// A row: outcomes with `linked_only`, `create_user` and `create_customer`, where the address is proven and where it is not.
struct Row {
    proven: [&'static str; 3],
    unproven: [&'static str; 3],
}

impl Row {
    const fn always(outcome: &'static str) -> Self {
        Self {
            proven: [outcome; 3],
            unproven: [outcome; 3],
        }
    }

    /// An address that is not proven tells nothing of who has it: the outcomes are those of nobody's.
    const fn of_address(proven: [&'static str; 3]) -> Self {
        Self {
            proven,
            unproven: [UNKNOWN, UNKNOWN, ADDRESS],
        }
    }
}

/// Where an answer has led.
fn outcome(answer: &Answer) -> String {
    if answer.header("location").contains("code=") {
        return SIGNED_IN.to_owned();
    }
    let heading = answer.text.split_once("<h1").and_then(|(_, rest)| rest.split_once('>'));
    let heading = heading.and_then(|(_, rest)| rest.split("</h1>").next());
    heading
        .unwrap_or_else(|| panic!("{} {}", answer.status, answer.text))
        .trim()
        .to_owned()
}

/// Goes through a row. Each time `arrange` makes somebody here who is what the row says, and gives their address; `holds` looks at
/// what became of them.
#[track_caller]
fn hold(row: &Row, arrange: impl Fn(&TestApp, &Issuer, &str) -> Person, holds: impl Fn(&TestApp, &Person, &str)) {
    let issuer = Issuer::start(json!({}));
    let app = stack(&issuer, &json!({}));
    for (place, newcomers) in ["linked_only", "create_user", "create_customer"]
        .into_iter()
        .enumerate()
    {
        let kind = (newcomers == "create_customer").then_some("business");
        let mut oidc = json!({ "newcomers": newcomers });
        if let Some(kind) = kind {
            oidc["kind"] = kind.into();
        }
        configure(&app, &issuer, &oidc);
        for proof in PROOFS {
            let subject = format!("subject-{place}-{}", crate::support::nonce());
            let person = arrange(&app, &issuer, &subject);
            let proof = match proof {
                Value::String(_) => json!("true"),
                proof => proof,
            };
            let mut claims =
                json!({ "sub": subject, "email": person.email, "given_name": "Jane", "family_name": "Doe" });
            if !proof.is_null() {
                claims["email_verified"] = proof.clone();
            }
            issuer.is(claims);
            let expected = match proof == json!(true) {
                true => row.proven[place],
                false => row.unproven[place],
            };
            let web = app.web();
            let led = outcome(&sign_in(&web, &issuer));
            assert_eq!(led, expected, "{newcomers}, email_verified {proof}");
            // Once more it is the same: nothing was done by halves.
            assert_eq!(outcome(&sign_in(&app.web(), &issuer)), expected, "{newcomers} again");
            holds(&app, &person, expected);
        }
    }
}

fn password_works(app: &TestApp, person: &Person) -> bool {
    app.app_of("acme").sign_in(&person.email, PASSWORD).status == 200
}

#[test]
fn whoever_is_known_by_the_link_is_signed_in() {
    let arrange = |app: &TestApp, issuer: &Issuer, subject: &str| {
        let mut person = Person::new();
        person.subject = Some(subject.to_owned());
        app.provision(&person);
        issuer.is(json!({ "sub": subject }));
        assert_eq!(outcome(&sign_in(&app.web(), issuer)), SIGNED_IN);
        person
    };
    hold(&Row::always(SIGNED_IN), arrange, |_, _, _| ());
}

#[test]
fn whose_account_is_suspended_is_refused_whatever_the_provider_says() {
    let arrange = |app: &TestApp, issuer: &Issuer, subject: &str| {
        let mut person = Person::new();
        person.subject = Some(subject.to_owned());
        let id = app.provision(&person).id;
        issuer.is(json!({ "sub": subject }));
        assert_eq!(outcome(&sign_in(&app.web(), issuer)), SIGNED_IN);
        app.post(&format!("/v1/account/{id}/suspension"))
            .json(&json!({}))
            .signed(&app.acme())
            .send()
            .expect(200);
        person
    };
    hold(&Row::always(SUSPENDED), arrange, |_, _, _| ());
}

#[test]
fn whom_the_back_office_meant_is_linked_and_registered() {
    let arrange = |app: &TestApp, _: &Issuer, subject: &str| {
        let mut person = Person::new();
        person.subject = Some(subject.to_owned());
        app.provision(&person);
        person
    };
    hold(&Row::always(SIGNED_IN), arrange, |app, person, _| {
        let seen = app
            .acme()
            .see(&format!("{}?id_type=external", person.external_id))
            .expect(200)
            .json();
        assert_eq!(
            (&seen["status"], &seen["verified_by"]),
            (&json!("registered"), &json!(null))
        );
    });
}

#[test]
fn nobody_becomes_somebody_where_the_tenant_wants_that_and_the_address_is_proven() {
    let row = Row {
        proven: [UNKNOWN, SIGNED_IN, FORM],
        unproven: [UNKNOWN, UNKNOWN, ADDRESS],
    };
    hold(
        &row,
        |_, _, _| Person::new(),
        |app, person, outcome| {
            let people = app
                .acme()
                .call("GET", &format!("/v1/users?email={}", person.email))
                .send()
                .expect(200)
                .json();
            let made = people["users"].as_array().expect("users").len();
            assert_eq!(made, usize::from(outcome == SIGNED_IN), "{people}");
        },
    );
}

#[test]
fn an_account_with_a_password_is_never_linked_by_its_address() {
    let row = Row::of_address([UNKNOWN, CONNECT, CONNECT]);
    hold(
        &row,
        |app, _, _| app.registered_person(),
        |app, person, _| assert!(password_works(app, person)),
    );
}

#[test]
fn what_was_left_without_a_proof_of_the_address_gives_up_what_it_held() {
    let row = Row::of_address([UNKNOWN, SIGNED_IN, FORM]);
    let arrange = |app: &TestApp, _: &Issuer, _: &str| {
        let person = Person::new();
        app.web().register(&authorize(&[]), &person.email, &JANE).expect(200);
        app.mail(&person.email, 1);
        person
    };
    hold(&row, arrange, |app, person, outcome| {
        let mail = app.mail(&person.email, 1);
        let link = mail.links.iter().find(|link| link.contains("token=")).expect("a link");
        let page = app.web().open(link);
        // The link of whoever typed the address proves nothing any more once somebody else has proven it.
        assert_eq!(page.status == 200, outcome != SIGNED_IN, "{outcome}: {}", page.status);
        assert!(!password_works(app, person));
    });
}

#[test]
fn what_an_owner_began_and_did_not_finish_gives_way_to_themselves() {
    let row = Row::of_address([UNKNOWN, SIGNED_IN, FORM]);
    let arrange = |app: &TestApp, _: &Issuer, _: &str| {
        let person = Person::new();
        app.web().register(&authorize(&[]), &person.email, &JANE).expect(200);
        // In another browser than the one that somebody registered with.
        app.press(&app.token_in_mail(&person.email, 1));
        person
    };
    hold(&row, arrange, |app, person, _| assert!(!password_works(app, person)));
}

#[test]
fn many_first_visits_at_once_of_whom_the_back_office_meant_are_all_theirs() {
    let person = Person::new().subject();
    let issuer = Issuer::start(json!({ "sub": person.subject }));
    let app = stack(&issuer, &json!({}));
    app.provision(&person);
    let outcomes = at_once(8, |_| outcome(&sign_in(&app.web(), &issuer)));
    assert_eq!(outcomes, [SIGNED_IN; 8]);
}

#[test]
fn an_invitation_is_not_claimed_by_its_address() {
    let row = Row::of_address([UNKNOWN, INVITED, INVITED]);
    let arrange = |app: &TestApp, _: &Issuer, _: &str| {
        let person = Person::new();
        app.invited(&person.email);
        person
    };
    hold(&row, arrange, |app, person, _| {
        let people = app
            .acme()
            .call("GET", &format!("/v1/users?email={}", person.email))
            .send()
            .expect(200)
            .json();
        assert_eq!(people["users"][0]["status"], "provisioned", "{people}");
    });
}

#[test]
fn somebody_who_was_made_known_without_an_id_is_not_claimed_by_their_address_either() {
    let row = Row::of_address([UNKNOWN, INVITED, INVITED]);
    let arrange = |app: &TestApp, _: &Issuer, _: &str| {
        let person = Person::new();
        app.provision(&person);
        person
    };
    hold(&row, arrange, |_, _, _| ());
}

#[test]
fn whoever_is_erased_is_nobody_whatever_the_provider_says() {
    let arrange = |app: &TestApp, issuer: &Issuer, subject: &str| {
        let mut person = Person::new();
        person.subject = Some(subject.to_owned());
        let id = app.provision(&person).id;
        issuer.is(json!({ "sub": subject }));
        assert_eq!(outcome(&sign_in(&app.web(), issuer)), SIGNED_IN);
        app.acme()
            .call("DELETE", &format!("/v1/account/{id}"))
            .send()
            .expect(204);
        person
    };
    let row = Row {
        proven: [UNKNOWN, SIGNED_IN, FORM],
        unproven: [UNKNOWN, UNKNOWN, ADDRESS],
    };
    hold(&row, arrange, |_, _, _| ());
}
