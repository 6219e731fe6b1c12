//! People who open an account of a kind, address first.

use serde_json::json;

use crate::support::{Answer, PASSWORD, TestApp, Web, authorize, claims, code_in, hidden, invitee, way_back};

const THINGS: [(&str, &str); 2] = [
    ("client_id", "acme-things"),
    ("redirect_uri", "https://things.acme.example/callback"),
];

/// From the app to the last page.
fn opened(app: &TestApp, web: &Web<'_>, kind: &str, email: &str) -> Answer {
    let changed = [THINGS.as_slice(), &[("prompt", "create")]].concat();
    let page = web.follow(&authorize(&changed)).expect(200);
    let request = hidden(&page, "request");
    let fields = [("request", request.as_str()), ("kind", kind), ("email", email)];
    web.send("/signup", &fields).expect(200);
    let mail = app.mail(email, 1);
    let mut links = mail.links.iter();
    let link = links.find_map(|link| link.split_once("/signup/complete?token="));
    let (_, token) = link.expect("a link");
    web.open(&format!("/signup/complete?token={token}")).expect(200);
    let mut fields = vec![
        ("token", token),
        ("profile.companyName", "Doe Ltd"),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "Doe"),
        ("password", PASSWORD),
    ];
    if kind == "business" {
        fields.push(("agreement.terms", "1"));
    }
    web.on(web.send("/signup/complete", &fields)).expect(200)
}

pub(super) fn a_company_opens_an_account_of_its_kind(app: &TestApp) {
    let (web, email) = (app.web(), invitee());
    let last = opened(app, &web, "business", &email);
    let back = web.on(web.open(&way_back(&last.text))).expect(303);
    let tokens = app.redeem(&code_in(&back), &THINGS).send().expect(200);
    let subject = claims(&tokens.member("id_token"))["sub"].clone();
    let account = app.acme().see(subject.as_str().expect("a subject")).expect(200).json();
    assert_eq!(account["customer_fields"], json!({ "companyName": "Doe Ltd" }));
    assert_eq!(account["installations"][0]["name"], "Head office");
    assert_eq!(account["consents"][0]["agreement"], "terms");
}

pub(super) fn a_data_recipient_waits_until_it_is_approved(app: &TestApp) {
    let (web, email) = (app.web(), invitee());
    let last = opened(app, &web, "data_recipient", &email);
    assert!(last.text.contains("waiting for approval"), "{}", last.text);
    assert!(app.mail(&email, 2).subject.contains("waiting for approval"));
    web.type_password(&authorize(&THINGS), &email, PASSWORD).expect(403);
    let list = app
        .acme()
        .call("GET", "/v1/approvals?limit=100")
        .send()
        .expect(200)
        .json();
    let mut waiting = list["approvals"].as_array().expect("a list").iter();
    let theirs = waiting.find(|one| one["email_address"] == email.as_str());
    let id = theirs.expect("somebody who waits")["user_id"].as_str().expect("an id");
    let decision = app
        .post(&format!("/v1/approvals/{id}"))
        .json(&json!({ "decision": "approve" }));
    assert_eq!(
        decision.signed(&app.acme()).send().expect(200).json()["status"],
        "approved"
    );
    assert!(app.mail(&email, 3).subject.contains("is approved"));
    code_in(&web.sign_in(&authorize(&THINGS), &email));
}
