//! Whoever is made by what they fill in after their provider has shown who they are.

use serde_json::{Value, json};

use super::{come_back, configure, leave, making_companies, sign_in, stack};
use crate::support::{Answer, Issuer, TestApp, Web, claims, code_in, hidden, invitee, session_cookie};

/// What the form of a company asks.
pub(super) const FILLED: [(&str, &str); 5] = [
    ("create", "yes"),
    ("profile.companyName", "Acme"),
    ("profile.firstName", "Jane"),
    ("profile.lastName", "Doe"),
    ("agreement.terms", "1"),
];

pub(super) fn jane(email: &str) -> Value {
    json!({ "sub": format!("sub-{email}"), "email": email, "email_verified": true, "given_name": "Jane", "family_name": "Doe" })
}

pub(super) fn companies() -> (TestApp, Issuer, String) {
    let email = invitee();
    let issuer = Issuer::start(jane(&email));
    let app = stack(&issuer, &making_companies());
    (app, issuer, email)
}

/// Sends the form of a page that asks for the rest.
pub(super) fn complete(web: &Web<'_>, page: &Answer, changed: &[(&str, &str)]) -> Answer {
    let [request, came] = ["request", "came"].map(|name| hidden(page, name));
    let mut fields = vec![("request", request.as_str()), ("came", came.as_str())];
    let is_changed = |name: &str| changed.iter().any(|(other, _)| *other == name);
    fields.extend(FILLED.into_iter().filter(|(name, _)| !is_changed(name)));
    fields.extend(changed.iter().filter(|(_, value)| !value.is_empty()));
    web.send("/sso/complete", &fields)
}

pub(super) fn people(app: &TestApp, email: &str) -> Value {
    app.acme()
        .call("GET", &format!("/v1/users?email={email}"))
        .send()
        .expect(200)
        .json()["users"]
        .clone()
}

#[test]
fn customer_person_and_place_are_made_at_once_and_the_person_is_signed_in() {
    let (app, issuer, email) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    assert!(
        page.text.contains(&format!("value=\"{email}\"")) && page.text.contains("value=\"Jane\""),
        "{}",
        page.text
    );
    assert!(!page.text.contains("name=\"password\""));
    let code = code_in(&web.on(complete(&web, &page, &[])));
    let tokens = app.redeem(&code, &[]).send().expect(200);
    let told = claims(&tokens.member("id_token"));
    assert_eq!((&told["email"], &told["email_verified"]), (&json!(email), &json!(true)));
    let made = people(&app, &email);
    assert_eq!(made[0]["status"], "registered", "{made}");
    let id = made[0]["account_id"].as_str().expect("an id");
    let customer = app
        .acme()
        .call("GET", &format!("/v1/customers/{id}"))
        .send()
        .expect(200)
        .json();
    assert_eq!(customer["customer_kind"], "business", "{customer}");
    assert_eq!(customer["locations"][0]["name"], "Head office", "{customer}");
    // From then on they are known, whatever the provider says of their address.
    issuer.is(json!({ "sub": format!("sub-{email}") }));
    code_in(&sign_in(&app.web(), &issuer));
}

#[test]
fn mistakes_are_told_together_and_nothing_is_made() {
    let (app, issuer, email) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let wrong = [
        ("profile.companyName", ""),
        ("agreement.terms", ""),
        ("profile.firstName", "Janet"),
    ];
    let again = complete(&web, &page, &wrong).expect(422);
    assert!(
        again.text.contains("href=\"#profile.companyName\"") && again.text.contains("value=\"Janet\""),
        "{}",
        again.text
    );
    assert!(again.text.contains("href=\"#agreement.terms\""), "{}", again.text);
    assert_eq!(people(&app, &email), json!([]));
    code_in(&web.on(complete(&web, &again, &[])));
}

#[test]
fn a_form_with_a_mistake_keeps_its_tenant_in_another_language_without_an_app() {
    let (app, issuer, _) = companies();
    let web = app.web();
    let location = leave(&web, "/sign-in?labelpartner=acme");
    let page = web.on(web.open(&issuer.lets_in(&location))).expect(200);
    let came = hidden(&page, "came");
    let mut fields = vec![("came", came.as_str())];
    fields.extend(FILLED.into_iter().filter(|(name, _)| *name != "profile.companyName"));
    fields.push(("profile.vatNumber", "DE 1"));
    let wrong = web.send("/sso/complete?labelpartner=acme", &fields).expect(422);
    let (_, switch) = wrong
        .text
        .rsplit_once("<form method=\"post\" action=\"")
        .expect("a switch");
    let action = switch.split('"').next().expect("an address").replace("&#38;", "&");
    let kept = [("came", came.as_str()), ("profile.vatNumber", "DE 1"), ("locale", "de")];
    let german = web.send(&action, &kept).expect(200);
    assert!(
        german.text.contains("lang=\"de\"")
            && german.text.contains("Acme Energy")
            && german.text.contains("value=\"DE 1\""),
        "{action}: {}",
        german.text
    );
}

#[test]
fn no_form_says_who_somebody_is_at_their_provider() {
    let (app, issuer, email) = companies();
    // Nobody came with this browser.
    let strange = app.web();
    strange.open("/sso/complete?labelpartner=acme").expect(400);
    strange.send("/sso/complete?labelpartner=acme", &FILLED).expect(400);
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    for forged in [
        "sub",
        "subject",
        "connection",
        "email",
        "email_verified",
        "external_authentication_provider_id",
    ] {
        complete(&web, &page, &[(forged, "x")]).expect(400);
    }
    assert_eq!(people(&app, &email), json!([]));
    // What one tenant's browser holds is nothing to another.
    web.open("/sso/complete?labelpartner=netgrid").expect(400);
    app.advance(1_801);
    complete(&web, &page, &[]).expect(400);
}

#[test]
fn a_form_that_is_sent_again_signs_nobody_in_whose_sessions_have_ended_since() {
    let (app, issuer, email) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let arrived = web.cookie("usher-sso-arrived").expect("a cookie");
    let again = || {
        web.plant("usher-sso-arrived", &arrived);
        complete(&web, &page, &[])
    };
    complete(&web, &page, &[]).expect(303);
    again().expect(303);
    let made = people(&app, &email);
    let path = format!("/v1/account/{}/suspension", made[0]["user_id"].as_str().expect("an id"));
    app.post(&path).json(&json!({})).signed(&app.acme()).send().expect(200);
    again().expect(403);
    app.acme().call("DELETE", &path).send().expect(200);
    again().expect(400);
    code_in(&sign_in(&web, &issuer));
}

#[test]
fn forty_forms_of_one_arrival_make_one_customer() {
    let (app, issuer, email) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let [request, came] = ["request", "came"].map(|name| hidden(&page, name));
    let cookies = ["usher-sso-browser", "usher-sso-arrived"]
        .map(|name| format!("{name}={}", web.cookie(name).expect("a cookie")))
        .join("; ");
    let mut fields = vec![("request", request.as_str()), ("came", came.as_str())];
    fields.extend(FILLED);
    std::thread::scope(|threads| {
        let sent: Vec<_> = (0..40)
            .map(|_| {
                threads.spawn(|| {
                    app.post("/sso/complete")
                        .form(&fields)
                        .header("cookie", &cookies)
                        .send()
                })
            })
            .collect();
        for answer in sent {
            let answer = answer.join().expect("an answer");
            assert_eq!(answer.status, 303, "{}", answer.text);
            let mut cookies = answer.headers.get_all("set-cookie").iter();
            let is_session =
                |set: &http::HeaderValue| set.to_str().is_ok_and(|set| set.starts_with(session_cookie(&app)));
            assert!(cookies.any(is_session), "they are signed in");
        }
    });
    assert_eq!(people(&app, &email).as_array().map(Vec::len), Some(1));
}

#[test]
fn an_account_that_waits_for_a_decision_lets_nobody_in_before() {
    let (app, issuer, email) = companies();
    let mut connection = issuer.connection();
    connection["oidc"]["newcomers"] = "create_customer".into();
    connection["oidc"]["kind"] = "business".into();
    app.apply_acme(|document| {
        document["connections"] = json!([connection]);
        document["onboarding"]["kinds"]["business"]["approval"] = json!({});
    })
    .expect(200);
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let waits = complete(&web, &page, &[]).expect(403);
    assert!(!waits.header("set-cookie").contains(session_cookie(&app)));
    let made = people(&app, &email);
    assert_eq!(made[0]["status"], "awaiting_approval");
    come_back(&app.web(), &issuer).expect(403);
    let id = made[0]["user_id"].as_str().expect("an id");
    let decision = json!({ "decision": "approve" });
    app.call("POST", &format!("/v1/approvals/{id}"))
        .json(&decision)
        .signed(&app.acme())
        .send()
        .expect(200);
    code_in(&sign_in(&app.web(), &issuer));
}

#[test]
fn what_the_provider_tells_is_taken_over_at_each_sign_in() {
    let email = invitee();
    let issuer = Issuer::start(jane(&email));
    let mapped = json!({ "newcomers": "create_user", "claims": { "firstName": "/given_name", "lastName": "/family_name", "mobileNumber": "/phone_number" } });
    let app = stack(&issuer, &mapped);
    let name = |answer: &Answer| {
        let tokens = app.redeem(&code_in(answer), &[]).send().expect(200);
        let told = claims(&tokens.member("id_token"));
        format!(
            "{} {}",
            told["given_name"].as_str().unwrap_or_default(),
            told["family_name"].as_str().unwrap_or_default()
        )
    };
    assert_eq!(name(&sign_in(&app.web(), &issuer)), "Jane Doe");
    let mut married = jane(&email);
    married["family_name"] = "Smith".into();
    married["phone_number"] = "+49 30 1234567".into();
    issuer.is(married);
    assert_eq!(name(&sign_in(&app.web(), &issuer)), "Jane Smith");
    // What is not told, or not as it has to be, stays.
    issuer.is(json!({ "sub": format!("sub-{email}"), "given_name": 7, "phone_number": "soon" }));
    assert_eq!(name(&sign_in(&app.web(), &issuer)), "Jane Smith");
}

#[test]
fn userinfo_tells_what_the_token_does_not_and_speaks_of_the_same_person() {
    let email = invitee();
    let sub = format!("sub-{email}");
    let issuer = Issuer::start(json!({ "sub": sub }));
    let app = stack(&issuer, &json!({ "newcomers": "create_user", "userinfo": true }));
    let says = |told: Value| issuer.says("/userinfo", 200, &told.to_string());
    says(json!({ "sub": "somebody-else", "email": email, "email_verified": true }));
    come_back(&app.web(), &issuer).expect(403);
    assert_eq!(people(&app, &email), json!([]));
    says(json!({ "sub": sub, "email": email, "email_verified": true, "given_name": "Jane" }));
    code_in(&sign_in(&app.web(), &issuer));
    let asked = issuer.received("/userinfo");
    assert_eq!(asked[0].header("authorization"), Some("Bearer at"));
}

#[test]
fn a_provider_that_is_taken_away_lets_nobody_in_any_more() {
    let (app, issuer, _) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    app.apply_acme(|document| document["connections"] = json!([]))
        .expect(200);
    complete(&web, &page, &[]).expect(400);
    configure(&app, &issuer, &making_companies());
    code_in(&web.on(complete(&web, &page, &[])));
}

#[test]
fn an_address_that_the_kind_does_not_take_makes_no_account_whoever_has_proven_it() {
    let (app, issuer, _) = companies();
    issuer.is(jane("jane@blocked.example"));
    let page = sign_in(&app.web(), &issuer).expect(403);
    assert!(page.text.contains("does not know you yet"), "{}", page.text);
}
