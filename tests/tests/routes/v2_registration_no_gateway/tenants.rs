//! Which tenant a registration is about: the ticket's, else the one named, else the host's, else the
//! deployment's own. Never is it looked for.

use serde_json::{Value, json};

use crate::support::{Call, PASSWORD, PINCODE, Person, TestApp};

fn registering<'a>(app: &'a TestApp, person: &Person, password: &str) -> Call<'a> {
    let body = json!({ "email_address": person.email, "pincode": password });
    app.post("/v2/registration/no-gateway").json(&body)
}

/// A person of `netgrid` who may register without a proof.
fn verified(app: &TestApp) -> Person {
    let person = Person::new().of_netgrid().verified();
    app.provision(&person);
    person
}

#[test]
fn the_tickets_tenant_goes_before_the_hosts_and_agrees_with_the_one_named() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    let mut body = json!({
        "email_address": person.email, "pincode": PASSWORD, "labelpartner": "netgrid", "activation_ticket": ticket,
    });
    let register = |body: &Value| {
        let call = app
            .post("/v2/registration/no-gateway")
            .header("host", "netgrid.localhost");
        call.json(body).send()
    };
    register(&body).refused(403, "registration_refused");
    body.as_object_mut().expect("an object").remove("labelpartner");
    register(&body).expect(200);
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn a_ticket_whose_time_is_over_still_says_whose_policy_holds() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    app.advance(3_601);
    let body = json!({ "email_address": person.email, "pincode": PASSWORD, "activation_ticket": ticket });
    let answer = app.post("/v2/registration/no-gateway").json(&body).send();
    answer.refused(403, "registration_refused");
}

#[test]
fn the_named_tenant_goes_before_the_hosts() {
    let app = TestApp::start();
    let person = verified(&app);
    let body = json!({ "email_address": person.email, "pincode": PINCODE, "labelpartner": "netgrid" });
    let call = app
        .post("/v2/registration/no-gateway")
        .header("host", "acme.localhost")
        .json(&body);
    call.send().expect(200);
}

#[test]
fn the_host_names_the_tenant_whatever_its_case_and_port() {
    let app = TestApp::start();
    for host in ["netgrid.localhost", "NETGRID.localhost:9000"] {
        let person = verified(&app);
        registering(&app, &person, PINCODE)
            .header("host", host)
            .send()
            .expect(200);
    }
    let person = verified(&app);
    let at_acme = registering(&app, &person, PINCODE)
        .header("host", "acme.localhost")
        .send();
    at_acme.refused(422, "password_refused");
}

#[test]
fn without_any_sign_the_tenant_is_the_deployments_default() {
    let app = TestApp::start();
    let person = verified(&app);
    registering(&app, &person, PINCODE).send().expect(200);
    let person = verified(&app);
    let claimed = registering(&app, &person, PINCODE).header("x-forwarded-host", "acme.localhost");
    claimed.send().expect(200);
}
