//! Sentences that a tenant says in its own way.

use serde_json::json;

use crate::support::{TestApp, invitation, invitee};

#[test]
fn a_tenants_own_sentences_are_on_its_pages_and_in_its_mails() {
    let app = TestApp::start();
    app.apply_acme(|document| {
        document["texts"] = json!({
            "en": {"mail-invite-subject": "{ $tenant } is waiting for you", "activate-title": "<b>Nearly</b> there"},
            "de": {"activate-title": "Fast geschafft"},
        });
        document["brand"]["favicon_url"] = "https://acme.example/icon.png".into();
    })
    .expect(200);
    let email = invitee();
    app.pre_register(&invitation(&email)).send().expect(201);
    assert_eq!(app.mail(&email, 1).subject, "Acme Energy is waiting for you");
    let token = app.token_in_mail(&email, 1);
    let page = |locale: &str| {
        app.get(&format!("/activate?token={token}&locale={locale}"))
            .send()
            .expect(200)
            .text
    };
    assert!(
        page("en").contains("<h1>&#60;b&#62;Nearly&#60;/b&#62; there</h1>"),
        "{}",
        page("en")
    );
    assert!(page("en").contains("<link rel=\"icon\" href=\"https://acme.example/icon.png\""));
    assert!(page("de").contains("<h1>Fast geschafft</h1>"));
    assert!(!page("fr").contains("Fast geschafft"));
}

#[test]
fn a_sentence_that_fits_no_message_is_not_applied() {
    let app = TestApp::start();
    for (texts, pointer) in [
        (json!({"xx": {"activate-title": "Hi"}}), "/texts/xx"),
        (json!({"en": {"no-such-message": "Hi"}}), "/texts/en/no-such-message"),
        (
            json!({"en": {"activate-title": "Hi { $password }"}}),
            "/texts/en/activate-title",
        ),
    ] {
        let refused = app
            .apply_acme(|document| document["texts"] = texts)
            .refused(422, "validation_failed");
        assert_eq!(refused.flaws(), [(pointer.to_owned(), "not_acceptable".to_owned())]);
    }
    for pattern in ["{ broken", "{ DATETIME($tenant) }", "{ -term }", ""] {
        app.apply_acme(|document| document["texts"] = json!({"en": {"activate-title": pattern}}))
            .refused(400, "invalid_body");
    }
}

#[test]
fn an_invitation_is_read_in_its_language_from_right_to_left_as_well() {
    let app = TestApp::start();
    let email = invitee();
    let mut body = invitation(&email);
    body["locale"] = "ar-EG".into();
    app.pre_register(&body).send().expect(201);
    let mail = app.mail(&email, 1);
    assert!(mail.html.contains("dir=\"rtl\"") && mail.html.contains("lang=\"ar\""));
    let token = app.token_in_mail(&email, 1);
    let page = |query: &str, accept: &str| {
        let call = app.get(&format!("/activate?token={token}{query}"));
        call.header("accept-language", accept).send().expect(200).text
    };
    assert!(
        page("", "fr").contains("<html lang=\"ar\" dir=\"rtl\">"),
        "the invitation's language comes first"
    );
    assert!(
        page("&locale=it", "fr").contains("<html lang=\"it\" dir=\"ltr\">"),
        "but for what is asked for"
    );
    body["profile_fields"]["emailAddress"] = invitee().into();
    body.as_object_mut().expect("an object").remove("locale");
    let other = body["profile_fields"]["emailAddress"]
        .as_str()
        .expect("an address")
        .to_owned();
    app.pre_register(&body).send().expect(201);
    let token = app.token_in_mail(&other, 1);
    let page = app
        .get(&format!("/activate?token={token}"))
        .header("accept-language", "pt-BR, fr;q=0.5");
    assert!(page.send().expect(200).text.contains("<html lang=\"pt\" dir=\"ltr\">"));
}
