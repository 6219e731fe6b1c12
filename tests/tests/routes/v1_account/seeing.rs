//! `GET /v1/account/{id}`: where a person is, for their own tenant's eyes only.

use serde_json::json;

use crate::support::{PASSWORD, Person, TestApp};

#[test]
fn an_account_is_found_by_the_customers_the_users_and_the_callers_own_id() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let acme = app.acme();
    let by_account = acme.see(&account.id).expect(200).json();
    assert_eq!(acme.see(&account.user_id).expect(200).json()["account_id"], account.id);
    let internal = acme.see(&format!("{}?id_type=internal", account.id)).expect(200);
    assert_eq!(internal.json()["user_id"], account.user_id);
    let external = acme
        .see(&format!("{}?id_type=external", person.external_id))
        .expect(200);
    assert_eq!(external.json()["account_id"], account.id);
    assert_eq!(by_account["labelpartner"], "acme");
    assert_eq!(by_account["installations"][0]["address_info"]["house_number"], 1);
}

#[test]
fn ids_of_another_kind_of_nobody_and_of_another_tenant_are_unknown_alike() {
    let app = TestApp::start();
    let (ours, theirs) = (Person::new(), Person::new().of_netgrid());
    let account = app.provision(&ours);
    let foreign = app.provision(&theirs);
    let acme = app.acme();
    let nobody = "cus_00000000000000000000000000";
    let unknown = acme.see(nobody).refused(404, "account_not_found").anonymous();
    let others = [
        foreign.id.clone(),
        foreign.user_id,
        format!("{}?id_type=external", theirs.external_id),
        format!("{}?id_type=external", account.id),
        ours.external_id.clone(),
        account.id.to_uppercase(),
        format!("{}x", account.id),
        "cus_".to_owned(),
        "%00".to_owned(),
        "%2e%2e".to_owned(),
        "x".repeat(3_000),
    ];
    for id in others {
        let answer = acme.see(&id).refused(404, "account_not_found");
        assert_eq!(answer.anonymous(), unknown, "{id}");
    }
    acme.call("DELETE", &format!("/v1/account/{}", foreign.id))
        .send()
        .refused(404, "account_not_found");
    acme.tell_activity(&foreign.id).refused(404, "account_not_found");
    app.netgrid().see(&foreign.id).expect(200);
}

#[test]
fn a_query_that_means_nothing_is_refused() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    for query in [
        "id_type=other",
        "id_type=",
        "id_type=internal&id_type=external",
        "x=1",
        "id_type",
    ] {
        let answer = app.acme().see(&format!("{}?{query}", account.id));
        answer.refused(400, "invalid_query");
    }
}

#[test]
fn each_status_says_since_when_why_and_what_comes_next() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let acme = app.acme();
    let seen = |status: &str, reason: &str, next: &[&str]| {
        let body = acme.see(&account.id).expect(200).json();
        assert_eq!((&body["status"], &body["reason"]), (&json!(status), &json!(reason)));
        assert_eq!(body["next_actions"], json!(next));
        let since: jiff::Timestamp = body["since"].as_str().expect("a time").parse().expect("RFC 3339");
        let age = app.now().duration_since(since).as_secs();
        assert!((0..30).contains(&age), "{status} since {age} s");
        body
    };
    let body = seen("provisioned", "provisioned_by_tenant", &["verify_address"]);
    assert_eq!(body.get("verified_by"), None);
    app.advance(60);
    let ticket = app
        .verify(&app.mailed(&person, 1).token)
        .expect(200)
        .member("activation_ticket");
    let body = seen("verified", "address_proven_by_mail", &["set_credential"]);
    assert_eq!(body["verified_by"], "mail");
    app.advance(60);
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    let body = seen("registered", "credential_set", &["send_first_data"]);
    assert_eq!(
        body["invitation"]["deliveries"][0]["channel"], "email",
        "what was mailed stays told"
    );
    app.advance(60);
    acme.tell_activity(&account.id).expect(200);
    seen("active", "first_data_received", &[]);
}

#[test]
fn the_mails_of_the_open_invitation_are_shown_without_link_or_code() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let mailed = app.mailed(&person, 1);
    app.ask_for_mail(&person).expect(200);
    let second = app.mailed(&person, 2);
    let sent = |answer: &crate::support::Answer| {
        let deliveries = answer.json()["invitation"]["deliveries"].clone();
        let deliveries = deliveries.as_array().cloned().unwrap_or_default();
        deliveries.len() == 2 && deliveries.iter().all(|delivery| delivery["status"] == "delivered")
    };
    app.wait_until("both are noted as delivered", || {
        sent(&app.acme().see(&account.id).expect(200))
    });
    let answer = app.acme().see(&account.id).expect(200);
    assert_eq!(answer.json()["invitation"]["deliveries"][0]["channel"], "email");
    for secret in [mailed.token, mailed.code, second.token, second.code] {
        assert!(!answer.text.contains(&secret));
    }
}

#[test]
fn a_reading_call_takes_no_body() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let call = app
        .call("DELETE", &format!("/v1/account/{}", account.id))
        .json(&json!({}));
    call.signed(&app.acme()).send().refused(400, "invalid_body");
}
