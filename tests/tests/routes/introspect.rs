//! `/introspect`: whether a token counts, told to those whose it is and to resource servers.

use serde_json::{Value, json};

use crate::support::{
    ASSERTION_TYPE, Answer, Asserting, PASSWORD, PINCODE, PORTAL, TestApp, WELCOME, authorize, claims, code_in,
};

/// The tokens that the portal gets of a person with these scopes.
fn of_portal(app: &TestApp, email: &str, scope: &str) -> Answer {
    let asked = [
        ("client_id", "acme-portal"),
        ("redirect_uri", WELCOME),
        ("scope", scope),
        ("code_challenge", ""),
        ("code_challenge_method", ""),
    ];
    let code = code_in(&app.web().sign_in(&authorize(&asked), email));
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", WELCOME),
    ];
    let call = app.post("/token").form(&fields);
    call.header("authorization", PORTAL).send().expect(200)
}

/// What the portal is told.
fn told(app: &TestApp, token: &str) -> Value {
    let call = app
        .post("/introspect")
        .form(&[("token", token), ("token_type_hint", "any")]);
    call.header("authorization", PORTAL).send().expect(200).json()
}

/// What the back office is told, which signs who it is.
fn told_office(app: &TestApp, token: &str) -> Value {
    let assertion = Asserting::back_office().for_app(app);
    let fields = [
        ("client_assertion_type", ASSERTION_TYPE),
        ("client_assertion", &assertion),
        ("token", token),
    ];
    app.post("/introspect").form(&fields).send().expect(200).json()
}

fn introspects(document: &mut Value) {
    document["clients"][0]["introspects"] = true.into();
}

fn inactive() -> Value {
    json!({"active": false})
}

#[test]
fn a_client_is_told_what_its_tokens_say() {
    let app = TestApp::start();
    let person = app.registered_person();
    let tokens = of_portal(&app, &person.email, "openid email offline_access");
    let (access, said) = (
        told(&app, &tokens.member("access_token")),
        claims(&tokens.member("access_token")),
    );
    let expected = json!({
        "active": true, "scope": "openid email offline_access", "client_id": "acme-portal", "sub": said["sub"],
        "username": person.email, "token_type": "Bearer", "exp": said["exp"], "iat": said["iat"], "iss": app.url(),
        "aud": app.url(), "jti": said["jti"], "tenant": "acme",
    });
    assert_eq!(access, expected);
    let refresh = told(&app, &tokens.member("refresh_token"));
    assert_eq!(
        (&refresh["active"], &refresh["token_type"], &refresh["sub"]),
        (&json!(true), &json!("refresh_token"), &said["sub"])
    );
    let days = (refresh["exp"].as_i64().expect("exp") - app.now().as_second()) / 86_400;
    assert!((29..=30).contains(&days), "{refresh}");
}

#[test]
fn an_address_is_told_with_the_scope_for_it_only() {
    let app = TestApp::start();
    let person = app.registered_person();
    let tokens = of_portal(&app, &person.email, "openid offline_access");
    for token in ["access_token", "refresh_token"] {
        let told = told(&app, &tokens.member(token));
        assert_eq!((&told["active"], told.get("username")), (&json!(true), None));
    }
}

#[test]
fn somebody_elses_tokens_and_none_at_all_are_answered_alike() {
    let app = TestApp::start();
    let (person, netgrid) = (app.registered_person(), app.registered_netgrid_person());
    let (own, theirs) = (
        app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200),
        app.app_of("netgrid").sign_in(&netgrid.email, PINCODE).expect(200),
    );
    let access = own.member("access_token");
    for token in [
        "x",
        &"x".repeat(5_000),
        &access[1..],
        &access,
        &own.member("refresh_token"),
        &own.member("id_token"),
        &theirs.member("access_token"),
        &theirs.member("refresh_token"),
        &app.acme().token(),
    ] {
        assert_eq!(told(&app, token), inactive(), "{token}");
    }
}

#[test]
fn a_resource_server_is_told_of_its_tenants_tokens_and_of_no_other() {
    let app = TestApp::start();
    let person = app.registered_person();
    let own = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    let access = own.member("access_token");
    assert_eq!(told_office(&app, &access), inactive(), "it is no resource server");
    app.apply_acme(introspects).expect(200);
    assert_eq!(told_office(&app, &access)["client_id"], "acme-app");
    assert_eq!(
        told_office(&app, &own.member("refresh_token"))["token_type"],
        "refresh_token"
    );
    let netgrid = app.registered_netgrid_person();
    let theirs = app.app_of("netgrid").sign_in(&netgrid.email, PINCODE).expect(200);
    assert_eq!(told_office(&app, &theirs.member("access_token")), inactive());
}

#[test]
fn a_token_that_a_client_got_for_itself_counts_while_it_is_there() {
    let app = TestApp::start();
    let token = app.acme().token();
    let told = told_office(&app, &token);
    assert_eq!(
        (&told["active"], &told["sub"], &told["scope"], told.get("username")),
        (&json!(true), &json!("acme-backoffice"), &json!("accounts"), None)
    );
    app.advance(3_600);
    assert_eq!(told_office(&app, &token), inactive());
}

#[test]
fn a_token_counts_as_long_as_its_sign_in_and_a_refresh_token_until_it_is_used() {
    let app = TestApp::start();
    let person = app.registered_person();
    let first = of_portal(&app, &person.email, "openid offline_access");
    let other = of_portal(&app, &person.email, "openid offline_access");
    let refresh = |token: &str| {
        let fields = [("grant_type", "refresh_token"), ("refresh_token", token)];
        app.post("/token").form(&fields).header("authorization", PORTAL).send()
    };
    let second = refresh(&first.member("refresh_token")).expect(200);
    assert_eq!(told(&app, &first.member("refresh_token")), inactive());
    for token in [
        second.member("refresh_token"),
        first.member("access_token"),
        second.member("access_token"),
    ] {
        assert_eq!(told(&app, &token)["active"], true);
    }
    refresh(&first.member("refresh_token")).refused(400, "invalid_grant");
    for token in [
        second.member("refresh_token"),
        first.member("access_token"),
        second.member("access_token"),
    ] {
        assert_eq!(told(&app, &token), inactive());
    }
    assert_eq!(told(&app, &other.member("access_token"))["active"], true);
    app.advance(3_600);
    assert_eq!(told(&app, &other.member("access_token")), inactive());
    assert_eq!(told(&app, &other.member("refresh_token"))["active"], true);
    app.advance(30 * 86_400);
    assert_eq!(told(&app, &other.member("refresh_token")), inactive());
}

#[test]
fn the_tokens_of_a_person_or_a_client_that_is_gone_count_no_more() {
    let app = TestApp::start();
    let (person, other) = (app.registered_person(), app.registered_person());
    let tokens = of_portal(&app, &person.email, "openid offline_access");
    let path = format!("/v1/account/{}?id_type=external", person.external_id);
    app.acme().call("DELETE", &path).send().expect(204);
    for token in ["access_token", "refresh_token"] {
        assert_eq!(told(&app, &tokens.member(token)), inactive());
    }
    let tokens = of_portal(&app, &other.email, "openid offline_access");
    app.apply_acme(|document| {
        introspects(document);
        let clients = document["clients"].as_array_mut().expect("clients");
        clients.retain(|client| client["id"] != "acme-portal");
    })
    .expect(200);
    for token in ["access_token", "refresh_token"] {
        assert_eq!(told_office(&app, &tokens.member(token)), inactive());
    }
}

#[test]
fn only_a_client_that_shows_who_it_is_may_ask() {
    let app = TestApp::start();
    let token = ("token", "x");
    for client in ["acme-app", "acme-web", "acme-portal", "nobody"] {
        let call = app.post("/introspect").form(&[token, ("client_id", client)]);
        let answer = call.send().refused(401, "invalid_client");
        assert!(answer.header("www-authenticate").starts_with("Basic"));
    }
    app.post("/introspect")
        .form(&[token])
        .send()
        .refused(400, "invalid_request");
    let mine = |fields: &[(&str, &str)]| app.post("/introspect").form(fields).header("authorization", PORTAL);
    mine(&[]).send().refused(400, "invalid_request");
    mine(&[("token", "")]).send().refused(400, "invalid_request");
    mine(&[token, token]).send().refused(400, "invalid_request");
    let json = app.post("/introspect").json(&json!({"token": "x"}));
    json.send().refused(415, "invalid_request");
    mine(&[("token", &"x".repeat(70_000))])
        .send()
        .refused(413, "invalid_request");
}
