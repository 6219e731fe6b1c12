//! `/v1`: who calls. A call is signed or carries a token from client credentials; nothing else
//! opens it.

use jiff::SignedDuration;

use crate::support::{Call, PASSWORD, Person, TestApp, nonce};

fn provisioning(app: &TestApp) -> Call<'_> {
    app.post("/v1/account").json(&Person::new().body())
}

fn nothing_was_stored(app: &TestApp) {
    assert_eq!(app.people_and_ways_in(), (0, 0));
}

#[test]
fn a_call_of_nobody_is_refused_with_a_challenge() {
    let app = TestApp::start();
    let routes = [
        provisioning(&app),
        app.get("/v1/account/cus_x"),
        app.call("DELETE", "/v1/account/cus_x"),
        app.post("/v1/account/cus_x/activity").json(&serde_json::json!({})),
    ];
    for call in routes {
        let basic = call.clone().header("authorization", "Basic YWNtZS1iYWNrb2ZmaWNlOng=");
        for call in [call.clone(), basic, call.clone().bearer(""), call.bearer("not a token")] {
            let answer = call.send().refused(401, "unauthenticated");
            assert!(answer.header("www-authenticate").contains("Signature"));
        }
    }
    nothing_was_stored(&app);
}

#[test]
fn what_was_changed_after_signing_is_not_what_was_signed() {
    let app = TestApp::start();
    let acme = app.acme();
    let signed = provisioning(&app).signed(&acme);
    let body = String::from_utf8(signed.body.clone()).expect("text");

    let other_body = Call {
        body: body.replace("Zoë", "Eve").into_bytes(),
        ..signed.clone()
    };
    let no_body = Call {
        body: Vec::new(),
        ..signed.clone()
    };
    let other_path = Call {
        path: "/v1/account/cus_x/activity".into(),
        ..signed.clone()
    };
    let with_query = Call {
        path: "/v1/account?create_verified_user=true".into(),
        ..signed.clone()
    };
    for call in [other_body, no_body, other_path, with_query] {
        call.send().refused(401, "signature_refused");
    }
    let account = app.provision(&Person::new());
    let path = format!("/v1/account/{}", account.id);
    let reading = acme.call("GET", &path);
    Call {
        method: "DELETE".into(),
        ..reading.clone()
    }
    .send()
    .refused(401, "signature_refused");
    let query = Call {
        path: format!("{path}?id_type=internal"),
        ..reading.clone()
    };
    query.send().refused(401, "signature_refused");
    reading.send().expect(200);
    assert_eq!(app.people_and_ways_in(), (1, 2));
}

#[test]
fn a_digest_that_is_replaced_together_with_the_body_is_not_the_signed_one() {
    let app = TestApp::start();
    let acme = app.acme();
    let mut signed = provisioning(&app).signed(&acme);
    let other = app.post("/v1/account").json(&Person::new().body()).signed(&acme);
    let digest_of = |call: &Call<'_>| call.headers.iter().find(|(name, _)| name == "content-digest").cloned();
    let digest = digest_of(&other).expect("a digest");
    signed.headers.retain(|(name, _)| name != "content-digest");
    signed.headers.push(digest);
    signed.body.clone_from(&other.body);
    signed.send().refused(401, "signature_refused");
    nothing_was_stored(&app);
}

#[test]
fn a_signature_is_good_for_five_minutes_either_way() {
    let app = TestApp::start();
    let acme = app.acme();
    let sent = |seconds: i64| {
        let created = app.now() + SignedDuration::from_secs(seconds);
        provisioning(&app)
            .signed_as(acme.key(), acme.keyid(), created, &nonce())
            .send()
    };
    for seconds in [-302, 302, -86_400, 86_400] {
        sent(seconds).refused(401, "signature_refused");
    }
    for seconds in [-298, 298, 0] {
        sent(seconds).expect(201);
    }
}

#[test]
fn only_a_key_of_the_client_opens_its_tenant() {
    let app = TestApp::start();
    let (acme, netgrid) = (app.acme(), app.netgrid());
    let signed = |key, keyid: &str| provisioning(&app).signed_as(key, keyid, app.now(), &nonce()).send();
    // Another tenant's key under this tenant's name.
    signed(netgrid.key(), acme.keyid()).refused(401, "signature_refused");
    let unknown = [
        "acme-backoffice/other",
        "acme-backoffice",
        "nobody/demo",
        "acme-app/demo",
        "/demo",
        "acme-backoffice/demo/x",
    ];
    for keyid in unknown {
        signed(acme.key(), keyid).refused(401, "signature_refused");
    }
    // Another tenant's caller says it is this one.
    signed(netgrid.key(), netgrid.keyid()).refused(403, "wrong_tenant");
    nothing_was_stored(&app);
}

#[test]
fn a_signature_without_its_parameters_or_components_is_refused() {
    let app = TestApp::start();
    let acme = app.acme();
    let changes = [
        (";created=", ";created=1"),
        (" \"content-digest\"", ""),
        (" \"@target-uri\"", ""),
        ("tag=\"usher\"", "tag=\"other\""),
        (";keyid=", ";alg=\"hmac-sha256\";keyid="),
        ("usher=(", "other=("),
    ];
    for (from, to) in changes {
        let mut call = provisioning(&app).signed(&acme);
        for (name, value) in &mut call.headers {
            if name == "signature-input" {
                assert!(value.contains(from), "{value}");
                *value = value.replacen(from, to, 1);
            }
        }
        call.send().refused(401, "signature_refused");
    }
    for missing in ["signature", "content-digest"] {
        let mut call = provisioning(&app).signed(&acme);
        call.headers.retain(|(name, _)| name != missing);
        call.send().refused(401, "signature_refused");
    }
    nothing_was_stored(&app);
}

#[test]
fn a_token_from_client_credentials_opens_v1_for_an_hour() {
    let app = TestApp::start();
    let token = app.acme().token();
    let provision = |token: &str| provisioning(&app).bearer(token).send();
    provision(&token).expect(201);
    app.advance(3_590);
    provision(&token).expect(201);
    app.advance(10);
    provision(&token).refused(401, "unauthenticated");
}

#[test]
fn a_token_opens_its_own_tenant_only() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let token = app.netgrid().token();
    provisioning(&app).bearer(&token).send().refused(403, "wrong_tenant");
    let path = format!("/v1/account/{}", account.id);
    app.get(&path).bearer(&token).send().refused(404, "account_not_found");
}

#[test]
fn a_token_that_was_changed_anywhere_is_refused() {
    let app = TestApp::start();
    let token = app.acme().token();
    for at in (0..token.len()).step_by(7) {
        let other = if &token[at..=at] == "A" { "Q" } else { "A" };
        let changed = format!("{}{other}{}", &token[..at], &token[at + 1..]);
        provisioning(&app)
            .bearer(&changed)
            .send()
            .refused(401, "unauthenticated");
    }
    let (head, signature) = token.rsplit_once('.').expect("three parts");
    let (_, payload) = head.split_once('.').expect("three parts");
    let none = base64::Engine::encode(
        &base64::prelude::BASE64_URL_SAFE_NO_PAD,
        r#"{"typ":"at+jwt","alg":"none"}"#,
    );
    for forged in [format!("{none}.{payload}."), format!("{none}.{payload}.{signature}")] {
        provisioning(&app)
            .bearer(&forged)
            .send()
            .refused(401, "unauthenticated");
    }
    nothing_was_stored(&app);
}

#[test]
fn the_tokens_of_a_person_open_no_account() {
    let app = TestApp::start();
    let person = app.registered_person();
    let tokens = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    for kind in ["access_token", "id_token", "refresh_token"] {
        provisioning(&app)
            .bearer(&tokens.member(kind))
            .send()
            .refused(401, "unauthenticated");
    }
    assert_eq!(app.people_and_ways_in(), (1, 2));
}
