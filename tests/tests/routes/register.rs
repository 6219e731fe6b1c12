//! `/register`: people make an account for themselves, and nobody takes one over.

mod activating;
mod known;

use crate::support::{CALLBACK, PASSWORD, TestApp, authorize, hidden, invitee, parameters};

/// What the app in the browser asks of Jane.
pub(super) const JANE: [(&str, &str); 2] = [("profile.firstName", "Jane"), ("profile.lastName", "Doe")];

#[test]
fn the_sign_in_page_leads_to_the_form_where_the_app_lets_people_register() {
    let app = TestApp::start();
    let web = app.web();
    let page = web
        .follow(&authorize(&[("login_hint", "jane@example.org")]))
        .expect(200);
    let (_, rest) = page.text.split_once("href=\"/register?").expect("a link");
    let href = format!(
        "/register?{}",
        rest.split('"').next().expect("a link").replace("&#38;", "&")
    );
    let form = web.open(&href).expect(200);
    assert!(form.text.contains("value=\"jane@example.org\"") && form.text.contains("profile.firstName"));
    let directly = web.open(&authorize(&[]).replace("/authorize", "/register")).expect(200);
    assert!(directly.text.contains("profile.firstName"));
    let created = web.follow(&authorize(&[("prompt", "create")])).expect(200);
    assert!(created.text.contains("profile.firstName"));
}

#[test]
fn nobody_registers_for_an_app_that_does_not_let_them() {
    let app = TestApp::start();
    let email = invitee();
    let page = app.web().follow(&authorize(&[("prompt", "create")]));
    let request = hidden(&page, "request");
    app.apply_acme(|document| {
        for client in document["clients"].as_array_mut().expect("clients") {
            client["self_registration"] = false.into();
        }
    })
    .expect(200);
    let web = app.web();
    web.follow(&authorize(&[("prompt", "create")])).expect(403);
    let mut fields = vec![
        ("request", request.as_str()),
        ("email", email.as_str()),
        ("password", PASSWORD),
    ];
    fields.extend(JANE);
    web.send("/register", &fields).expect(403);
    app.settle();
    assert_eq!(app.mails(&email).len(), 0);
    let sign_in = web.follow(&authorize(&[])).expect(200);
    assert!(!sign_in.text.contains("/register?"));
}

#[test]
fn mistakes_are_told_in_next_identitys_words_and_what_was_typed_is_kept() {
    let app = TestApp::start();
    let web = app.web();
    let register = |email: &str, changed: &[(&str, &str)]| web.register(&authorize(&[]), email, changed);
    for (email, sentence) in [
        ("jane@", "Email address is not formatted correctly"),
        (
            "jane@blocked.example",
            "You are not able to register with this email address",
        ),
        ("", "e-mail address"),
    ] {
        let page = register(email, &[]).expect(422);
        assert!(page.text.contains(sentence), "{email}: {}", page.text);
        assert!(
            page.text.contains("value=\"Jane\"") && !page.text.contains(PASSWORD),
            "{email}"
        );
    }
    let differs = register("jane@example.org", &[("password_confirmation", "another one entirely")]).expect(422);
    assert!(differs.text.contains("Passwords do not match"));
    let weak = register("jane@example.org", &[("password", "short")]).expect(422);
    assert!(weak.text.contains("href=\"#password\""));
    let nameless = register("jane@example.org", &[("profile.firstName", "")]).expect(422);
    assert!(nameless.text.contains("href=\"#profile.firstName\""));
}

#[test]
fn what_the_form_does_not_have_is_refused() {
    let app = TestApp::start();
    let web = app.web();
    for name in [
        "status",
        "tenant_id",
        "email_verified",
        "role",
        "id",
        "__proto__",
        "profile.admin",
        "agreement.none",
    ] {
        let answer = web.register(&authorize(&[]), &invitee(), &[(name, "1")]);
        assert_eq!(answer.status, 400, "{name}: {}", answer.text);
    }
}

#[test]
fn a_form_from_another_site_is_refused() {
    let app = TestApp::start();
    let page = app.web().follow(&authorize(&[("prompt", "create")])).expect(200);
    let request = hidden(&page, "request");
    let email = invitee();
    let mut fields = vec![
        ("request", request.as_str()),
        ("email", email.as_str()),
        ("password", PASSWORD),
    ];
    fields.extend(JANE);
    let call = app
        .post("/register")
        .form(&fields)
        .header("sec-fetch-site", "cross-site");
    call.send().refused(403, "cross_site");
    app.settle();
    assert_eq!(app.mails(&email).len(), 0);
}

#[test]
fn a_client_that_nobody_knows_is_told_as_next_identity_tells_it() {
    let app = TestApp::start();
    let path = authorize(&[("client_id", "nobody")]).replace("/authorize", "/register");
    let page = app.get(&path).header("accept", "text/html").send().expect(503);
    assert!(
        page.text
            .contains("We are unable to process your request right now. Please try again later.")
    );
    let wrong = authorize(&[("response_type", "token")]).replace("/authorize", "/register");
    let told = app.get(&wrong).send().expect(303);
    assert!(told.header("location").starts_with(CALLBACK));
    assert_eq!(
        parameters(told.header("location"))["error"],
        "unsupported_response_type"
    );
}
