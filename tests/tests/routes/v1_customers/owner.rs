//! `POST /v1/customers/{id}/owner`: who speaks for a customer.

use serde_json::json;

use super::{of_two, seen};
use crate::support::{Answer, Person, TestApp};

fn name_owner(app: &TestApp, customer: &str, user: &str) -> Answer {
    let call = app
        .post(&format!("/v1/customers/{customer}/owner"))
        .json(&json!({ "user_id": user }));
    call.signed(&app.acme()).send()
}

#[test]
fn another_of_its_people_becomes_the_owner() {
    let app = TestApp::start();
    let (first, second) = of_two(&app);
    for _ in 0..2 {
        let customer = name_owner(&app, &first.id, &second).expect(200).json();
        assert_eq!(customer["owner_user_id"], second.as_str());
        assert_eq!(customer, seen(&app.acme(), &first.id, ""));
    }
    let role = |id: &str| app.acme().see(id).expect(200).member("customer_role");
    assert_eq!(
        (role(&first.user_id), role(&second)),
        ("member".to_owned(), "owner".to_owned())
    );
    // Whoever was erased is named no more, and can be followed by another.
    app.acme()
        .call("DELETE", &format!("/v1/account/{second}"))
        .send()
        .expect(204);
    assert_eq!(seen(&app.acme(), &first.id, "")["owner_user_id"], json!(null));
    name_owner(&app, &first.id, &first.user_id).expect(200);
    assert_eq!(role(&first.user_id), "owner");
}

#[test]
fn nobody_else_does() {
    let app = TestApp::start();
    let (first, _) = of_two(&app);
    let (other, stranger) = of_two(&app);
    let alone = app.provision(&Person::new());
    name_owner(&app, &alone.id, &alone.user_id).expect(200);
    for (customer, user) in [
        (&first.id, &stranger),
        (&first.id, &alone.user_id),
        (&alone.id, &stranger),
        (&first.id, &first.id),
        (&other.id, &"usr_nobody".to_owned()),
    ] {
        let answer = name_owner(&app, customer, user);
        answer.flawed(422, "validation_failed", "/user_id", "not_of_customer");
    }
    assert_eq!(
        seen(&app.acme(), &first.id, "")["owner_user_id"],
        first.user_id.as_str()
    );
    let call = app
        .post(&format!("/v1/customers/{}/owner", first.id))
        .json(&json!({ "user_id": stranger }));
    call.signed(&app.netgrid()).send().refused(404, "customer_not_found");
}

#[test]
fn a_call_that_comes_again_undoes_nothing() {
    let app = TestApp::start();
    let (first, second) = of_two(&app);
    let send = |user: &str| {
        let call = app
            .post(&format!("/v1/customers/{}/owner", first.id))
            .header("idempotency-key", "one");
        call.json(&json!({ "user_id": user })).signed(&app.acme()).send()
    };
    send(&second).expect(200);
    name_owner(&app, &first.id, &first.user_id).expect(200);
    assert_eq!(send(&second).expect(200).member("owner_user_id"), first.user_id);
    send(&first.user_id).refused(422, "idempotency_key_reused");
}
