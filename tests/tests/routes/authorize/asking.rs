//! What a person is asked between signing in and going back: consent, and agreements that have changed.

use serde_json::{Value, json};

use crate::support::{TestApp, authorize, claims, code_in, hidden, invitee, next_version, parameters};

#[test]
fn an_app_may_have_the_person_asked() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    let page = web
        .sign_in(&authorize(&[("prompt", "consent")]), &person.email)
        .expect(200);
    assert!(page.text.contains("Acme Web") && page.text.contains(&person.email));
    let request = hidden(&page, "request");
    let decide = |decision| {
        web.send(
            "/authorize/decision",
            &[("request", request.as_str()), ("decision", decision)],
        )
    };
    let denied = decide("deny").expect(303);
    assert_eq!(parameters(denied.header("location"))["error"], "access_denied");
    assert_eq!(parameters(denied.header("location"))["state"], "the-state");
    decide("perhaps").refused(400, "");
    app.redeem(&code_in(&decide("allow").expect(303)), &[])
        .send()
        .expect(200);
}

#[test]
fn a_decision_is_taken_from_our_own_page_and_from_who_is_signed_in() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    let page = web.sign_in(&authorize(&[("prompt", "consent")]), &person.email);
    let request = hidden(&page, "request");
    let fields = [("request", request.as_str()), ("decision", "allow")];
    let foreign = app
        .post("/authorize/decision")
        .form(&fields)
        .header("sec-fetch-site", "cross-site");
    foreign.send().refused(403, "cross_site");
    app.post("/authorize/decision")
        .form(&fields[1..])
        .send()
        .refused(400, "invalid_form");
    let nobody = app.post("/authorize/decision").form(&fields).send().expect(303);
    assert!(nobody.header("location").starts_with("/authorize?"), "on to sign in");
}

#[test]
fn an_agreement_that_is_to_be_accepted_anew_is_asked_for_at_the_next_sign_in() {
    let app = TestApp::start();
    let email = invitee();
    let (_, token) = app.invited(&email);
    app.press(&token).finish();
    let web = app.web();
    code_in(&web.sign_in(&authorize(&[]), &email));
    app.apply_acme(next_version(true)).expect(200);
    let silent = web.open(&authorize(&[("prompt", "none")])).expect(303);
    assert_eq!(parameters(silent.header("location"))["error"], "interaction_required");
    let page = web.open(&authorize(&[])).expect(200);
    assert!(page.text.contains("Terms, mended"), "{}", page.text);
    let request = hidden(&page, "request");
    let allow = |version: &str| {
        let mut fields = vec![("request", request.as_str()), ("decision", "allow")];
        if !version.is_empty() {
            fields.push(("agreement.terms", version));
        }
        web.send("/authorize/decision", &fields)
    };
    allow("").expect(422);
    allow("1").expect(422);
    let code = code_in(&allow("2").expect(303));
    let tokens = app.redeem(&code, &[]).send().expect(200);
    assert_eq!(claims(&tokens.member("id_token")).get("agreements_pending"), None);
    code_in(&web.open(&authorize(&[])));
}

#[test]
fn each_kind_is_asked_for_its_own_agreements_and_a_new_wording_asks_everybody_again() {
    let app = TestApp::start();
    // Nothing is said of accepting again.
    let mended = |kind: &'static str| {
        move |document: &mut Value| {
            next_version(true)(document);
            let terms = &mut document["agreements"][0];
            terms["audience"] = json!([kind]);
            terms["versions"][1]
                .as_object_mut()
                .expect("a version")
                .remove("accept_again");
        }
    };
    let household = app.registered_person().email;
    let company = invitee();
    let (_, token) = app.invited(&company);
    app.press(&token).finish();
    let asked = |email: &str| {
        let answer = app.web().sign_in(&authorize(&[]), email);
        let without_a_page = app.app_of("acme").sign_in(email, crate::support::PASSWORD);
        assert_eq!(
            answer.status == 200,
            without_a_page.status == 400,
            "{email}: {}",
            answer.text
        );
        answer.status == 200
    };
    assert_eq!([asked(&household), asked(&company)], [false, false]);
    app.apply_acme(mended("business")).expect(200);
    assert_eq!([asked(&household), asked(&company)], [false, true]);
    app.apply_acme(mended("personal")).expect(200);
    assert_eq!([asked(&household), asked(&company)], [true, false]);
    let web = app.web();
    let page = web.sign_in(&authorize(&[]), &household).expect(200);
    assert!(
        page.text
            .contains("If you cancel, you go back to Acme Web without being signed in there."),
        "{}",
        page.text
    );
    let request = hidden(&page, "request");
    let denied = web.send("/authorize/decision", &[("request", &request), ("decision", "deny")]);
    assert_eq!(
        parameters(denied.expect(303).header("location"))["error"],
        "access_denied"
    );
    assert!(asked(&household), "who declines is asked again");
    // Who accepts in one tab and cancels in another has cancelled there.
    let page = web.sign_in(&authorize(&[]), &household).expect(200);
    let request = hidden(&page, "request");
    let accepts = [
        ("request", request.as_str()),
        ("decision", "allow"),
        ("agreement.terms", "2"),
    ];
    code_in(&web.send("/authorize/decision", &accepts).expect(303));
    let denied = web.send("/authorize/decision", &[("request", &request), ("decision", "deny")]);
    assert_eq!(
        parameters(denied.expect(303).header("location"))["error"],
        "access_denied"
    );
}
