//! Whose form is taken, and what it may hold.

use serde_json::Value;

use super::{PATH, RIGHT, asked, households, say};
use crate::support::{at_once, authorize, hidden, parameters, session_cookie};

#[test]
fn who_does_not_want_to_say_goes_back_to_the_app_without_a_code_and_is_asked_again() {
    let app = households();
    let (person, _, web, page) = asked(&app);
    assert!(
        page.text.contains("If you cancel, you go back to Acme Web"),
        "{}",
        page.text
    );
    let request = hidden(&page, "request");
    let denied = web
        .send(PATH, &[("request", &request), ("decision", "deny")])
        .expect(303);
    assert_eq!(parameters(denied.header("location"))["error"], "access_denied");
    assert_eq!(parameters(denied.header("location"))["state"], "the-state");
    web.send(PATH, &[("request", &request), ("decision", "perhaps")])
        .expect(400);
    let silent = web.open(&authorize(&[("prompt", "none")])).expect(303);
    assert_eq!(parameters(silent.header("location"))["error"], "interaction_required");
    let again = app.web().sign_in(&authorize(&[]), &person.email).expect(200);
    assert!(again.text.contains("Check your details"));
}

#[test]
fn nothing_is_taken_that_the_form_does_not_have_nor_from_another_site_nor_from_nobody() {
    let app = households();
    let (person, account, web, page) = asked(&app);
    for name in [
        "role",
        "password",
        "profile.status",
        "profile.emailAddress",
        "agreement.terms",
    ] {
        let mut values = RIGHT.to_vec();
        values.push((name, "1"));
        assert_eq!(say(&web, &page, &values).status, 400, "{name}");
    }
    let request = hidden(&page, "request");
    let mut fields = vec![("request", request.as_str()), ("decision", "confirm")];
    fields.extend(RIGHT);
    let held = format!(
        "{}={}",
        session_cookie(&app),
        web.cookie(session_cookie(&app)).expect("a session")
    );
    let foreign = app
        .post(PATH)
        .form(&fields)
        .header("cookie", &held)
        .header("sec-fetch-site", "cross-site");
    foreign.send().refused(403, "cross_site");
    let nobody = app.post(PATH).form(&fields).send().expect(303);
    assert!(nobody.header("location").starts_with("/authorize?"), "on to sign in");
    app.post(PATH)
        .form(&fields[1..])
        .header("cookie", &held)
        .send()
        .refused(400, "invalid_form");
    // Neither does opening the page say anything.
    web.open(&format!("{PATH}?request={request}")).expect(200);
    let seen = app.acme().see(&account.user_id).expect(200).json();
    assert_eq!(seen["customer_verified_at"], Value::Null, "{}", person.email);
    let elsewhere = app.web().open(&format!("{PATH}?request={request}")).expect(303);
    assert!(elsewhere.header("location").starts_with("/authorize?"));
    app.web().open(&format!("{PATH}?request=none")).expect(400);
}

#[test]
fn of_many_forms_at_once_one_counts_and_all_lead_on() {
    let app = households();
    let (_, account, web, page) = asked(&app);
    let request = hidden(&page, "request");
    let held = format!(
        "{}={}",
        session_cookie(&app),
        web.cookie(session_cookie(&app)).expect("a session")
    );
    let answers = at_once(20, |number| {
        let meter = format!("M-{number}");
        let mut fields = vec![
            ("request", request.as_str()),
            ("decision", "confirm"),
            ("profile.meter", meter.as_str()),
        ];
        fields.extend(&RIGHT[1..]);
        app.post(PATH).form(&fields).header("cookie", &held).send()
    });
    for answer in answers {
        answer.expect(303);
    }
    let first = app.acme().see(&account.user_id).expect(200).json();
    assert!(first["customer_fields"]["meter"].is_string());
}
