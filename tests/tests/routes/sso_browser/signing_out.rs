//! `/sso/logout/…`: a provider says that somebody has signed out there.

use serde_json::{Value, json};

use super::{sign_in, stack};
use crate::support::{Answer, Issuer, Person, TestApp, authorize, code_in};

const PATH: &str = "/sso/logout/acme/acme-login";

fn event() -> Value {
    json!({ "http://schemas.openid.net/event/backchannel-logout": {} })
}

fn tell(app: &TestApp, path: &str, token: &str) -> Answer {
    app.post(path).form(&[("logout_token", token)]).send()
}

/// Somebody who comes by the provider.
fn known() -> (TestApp, Issuer, Person) {
    let person = Person::new().subject();
    let issuer = Issuer::start(json!({ "sub": person.subject }));
    let app = stack(&issuer, &json!({}));
    app.provision(&person);
    (app, issuer, person)
}

#[test]
fn whoever_signs_out_there_is_signed_out_here() {
    let (app, issuer, person) = known();
    let web = app.web();
    let code = code_in(&sign_in(&web, &issuer));
    let tokens = app.redeem(&code, &[]).send().expect(200);
    code_in(&web.follow(&authorize(&[])));
    let told = json!({ "sub": person.subject, "events": event() });
    let token = issuer.signs(&json!({ "typ": "logout+jwt" }), &told);
    let answer = tell(&app, PATH, &token).expect(200);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(
        web.follow(&authorize(&[]))
            .expect(200)
            .text
            .contains("name=\"password\"")
    );
    // An app that may stay signed in while the person is not does (section 2.7).
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-web"),
        ("refresh_token", &tokens.member("refresh_token")),
    ];
    app.post("/token").form(&fields).send().expect(200);
    // A token that comes again ends nothing that began after the second that it names.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    code_in(&sign_in(&web, &issuer));
    tell(&app, PATH, &token).expect(200);
    code_in(&web.follow(&authorize(&[])));
}

#[test]
fn nothing_else_signs_anybody_out() {
    let (app, issuer, person) = known();
    let web = app.web();
    code_in(&sign_in(&web, &issuer));
    let good = json!({ "sub": person.subject, "events": event() });
    let with = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        claims
    };
    let typ = json!({ "typ": "logout+jwt" });
    for (header, claims) in [
        (&typ, with("iss", json!("https://evil.example"))),
        (&typ, with("aud", json!("other"))),
        (&typ, with("events", json!({}))),
        (&typ, with("nonce", json!("n"))),
        (&typ, with("sub", json!(7))),
        (&typ, with("iat", json!(1))),
        (&json!({ "alg": "none" }), good.clone()),
        (&json!({ "kid": "other" }), good.clone()),
        (&json!({ "typ": "at+jwt" }), good.clone()),
    ] {
        let token = issuer.signs(header, &claims);
        tell(&app, PATH, &token).expect(400);
    }
    let token = issuer.signs(&typ, &good);
    for path in [
        "/sso/logout/acme/other",
        "/sso/logout/netgrid/acme-login",
        "/sso/logout/x_y/z",
    ] {
        tell(&app, path, &token).expect(400);
    }
    for token in ["", "x", "a.b.c"] {
        tell(&app, PATH, token).expect(400);
    }
    app.post(PATH)
        .json(&json!({ "logout_token": token }))
        .send()
        .expect(415);
    code_in(&web.follow(&authorize(&[])));
    // Somebody whom nobody knows is answered alike.
    tell(&app, PATH, &issuer.signs(&typ, &with("sub", json!("nobody")))).expect(200);
}
