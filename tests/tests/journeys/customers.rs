//! A company gets a second person, who becomes its owner, and loses the first.

use serde_json::json;

use crate::support::{OTHER_PASSWORD, Person, TestApp};

pub(super) fn a_customer_gets_another_person_and_place_and_goes_with_the_last(app: &TestApp) {
    let second = Person::new();
    let account = app.provision(&Person::new());
    let customer = format!("/v1/customers/{}", account.id);
    let call = |method: &str, path: &str, body: serde_json::Value| {
        let call = app.call(method, path).json(&body);
        call.signed(&app.acme()).send()
    };
    let body = json!({ "first_name": second.first_name, "last_name": second.last_name, "email_address": second.email });
    let user = call("POST", &format!("{customer}/users"), body)
        .expect(201)
        .member("user_id");
    let ticket = app
        .verify(&app.mailed(&second, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&second, OTHER_PASSWORD, &ticket).expect(200);
    let own = format!("/v1/account/{user}");
    let place = call("POST", &format!("{own}/installation"), json!({}))
        .expect(201)
        .member("installation_id");
    call("POST", &format!("{customer}/owner"), json!({ "user_id": user })).expect(200);
    app.acme()
        .call("DELETE", &format!("/v1/account/{}", account.user_id))
        .send()
        .expect(204);
    let seen = app.acme().call("GET", &customer).send().expect(200).json();
    assert_eq!((&seen["user_count"], &seen["owner_user_id"]), (&json!(1), &json!(user)));
    assert_eq!(seen["locations"][1]["location_id"], place);
    let users = app
        .acme()
        .call("GET", &format!("{customer}/users"))
        .send()
        .expect(200)
        .json();
    assert_eq!(users["users"][0]["user_id"], user.as_str());
    app.acme()
        .call("DELETE", &format!("{own}/installation/{place}"))
        .send()
        .expect(204);
    app.acme().call("DELETE", &own).send().expect(204);
    app.acme()
        .call("GET", &customer)
        .send()
        .refused(404, "customer_not_found");
}
