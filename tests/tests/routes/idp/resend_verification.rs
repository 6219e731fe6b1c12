//! Asking for the mail of an invitation again.

use serde_json::{Value, json};

use crate::support::{Call, PORTAL, TestApp, WELCOME, invitation, invitee};

const PATH: &str = "/idp/v1/account/resend-verification";

fn request(user: &str) -> Value {
    json!({"client_id": "acme-portal", "user_id": user, "auth_type": "email", "redirect_uri": WELCOME})
}

fn asking<'a>(app: &'a TestApp, user: &str) -> Call<'a> {
    app.post(PATH).json(&request(user))
}

#[test]
fn the_answer_is_the_same_for_whoever_it_is_about_and_only_an_open_invitation_is_mailed() {
    let app = TestApp::start();
    let (open, half, done) = (invitee(), invitee(), invitee());
    let (uuid, _) = app.invited(&open);
    let (_, token) = app.invited(&half);
    app.press(&token);
    let (_, token) = app.invited(&done);
    app.press(&token).finish();
    // Somebody who was made known without an invitation proves who they are with their names.
    let provisioned = app.mailed_person().0.email;
    app.advance(1);

    let unknown = asking(&app, &invitee()).send().expect(200);
    assert_eq!(
        unknown.text,
        r#"{"message":"An email has been sent to the address on record."}"#
    );
    let told = |answer: &crate::support::Answer| {
        let names = answer.headers.keys().map(|name| name.as_str().to_owned());
        let mut names: Vec<_> = names.collect();
        names.sort();
        (answer.text.clone(), names)
    };
    for user in [
        &open,
        &half,
        &done,
        &provisioned,
        &uuid,
        "69ed0122-f2d9-8c6e-a636-3670cab4f15f",
    ] {
        assert_eq!(told(&asking(&app, user).send().expect(200)), told(&unknown), "{user}");
    }
    app.token_in_mail(&open, 3);
    app.press(&app.token_in_mail(&half, 2)).finish();
    app.settle();
    assert_eq!((app.mails(&done).len(), app.mails(&provisioned).len()), (1, 1));
}

#[test]
fn whoever_asks_too_often_waits_whether_or_not_anybody_was_invited() {
    let app = TestApp::start();
    let email = invitee();
    app.invited(&email);
    let allowed = |user: &str| (0..50).take_while(|_| asking(&app, user).send().status == 200).count();
    let known = allowed(&email);
    assert!((1..=10).contains(&known), "{known}");
    assert_eq!(allowed(&invitee()), known);
    let refused = asking(&app, &email.to_uppercase())
        .send()
        .refused(429, "too_many_requests");
    app.advance(refused.retry_after());
    asking(&app, &email).send().expect(200);
}

#[test]
fn who_shows_who_they_are_is_held_to_it() {
    let app = TestApp::start();
    let email = invitee();
    app.invited(&email);
    asking(&app, &email).header("authorization", PORTAL).send().expect(200);
    let signed = asking(&app, &email).signed(&app.acme());
    signed.send().expect(200);
    signed.send().refused(401, "signature_replayed");
    asking(&app, &email)
        .header("authorization", "Basic YWNtZS1wb3J0YWw6d3Jvbmc=")
        .send()
        .refused(401, "unauthenticated");
    asking(&app, &email)
        .signed(&app.netgrid())
        .send()
        .refused(403, "wrong_client");
}

#[test]
fn parameters_that_are_missing_or_wrong_are_told_as_next_identity_tells_them() {
    let app = TestApp::start();
    let send = |change: &dyn Fn(&mut Value)| {
        let mut body = request(&invitee());
        change(&mut body);
        app.post(PATH).json(&body).send()
    };
    for name in ["client_id", "user_id", "auth_type", "redirect_uri"] {
        let without = send(&|body| drop(body.as_object_mut().expect("an object").remove(name)));
        let problem = without.refused(422, "invalid_parameters").json();
        assert_eq!(problem["error_details"], json!({ name: "field required" }));
    }
    for (name, value, told) in [
        ("client_id", "", json!({"missing": "required"})),
        ("auth_type", "pigeon", json!({"invalid": "unsupported auth_type value"})),
        (
            "redirect_uri",
            "https://evil.example",
            json!({"invalid": "invalid value"}),
        ),
        ("user_id", "nobody", json!({"invalid": "invalid value"})),
    ] {
        let problem = send(&|body| body[name] = value.into())
            .refused(422, "invalid_parameters")
            .json();
        assert_eq!(problem["error_details"], json!({ name: told }));
    }
    send(&|body| body["redirect_uri"] = "".into()).refused(422, "missing_argument");
    for client in ["nobody", "acme-app", "acme-backoffice", "netgrid-app"] {
        send(&|body| body["client_id"] = client.into()).refused(403, "wrong_client");
    }
    send(&|body| body["locale"] = "xx".into()).expect(200);
    send(&|body| body["status"] = "active".into()).refused(400, "invalid_body");
    let nothing = app.post(PATH).body("application/json", "");
    assert_eq!(
        nothing.send().refused(400, "malformed_json").json()["error_description"],
        "Invalid json format"
    );
}

#[test]
fn the_new_mail_replaces_an_expired_link() {
    let app = TestApp::start();
    let email = invitee();
    app.pre_register(&invitation(&email)).send().expect(201);
    let first = app.token_in_mail(&email, 1);
    app.advance(2 * 86_400);
    app.get(&format!("/activate?token={first}")).send().expect(410);
    asking(&app, &email).send().expect(200);
    app.press(&app.token_in_mail(&email, 2)).finish();
}
