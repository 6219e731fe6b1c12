//! The moment at which the next keys take over: nobody who is under way notices.

use serde_json::json;
use usher::entropy::Entropy;
use usher::keys::RotationPolicy;

use crate::support::{Engine, PASSWORD, Person};

const VERIFY: &str = "/v2/registration/verify";
const REGISTER: &str = "/v2/registration/no-gateway";

/// An hour before keys of both kinds take over that every sandbox has.
async fn before_the_switch() -> Engine {
    let mut engine = Engine::start().await;
    engine.clock.advance(89 * 86_400);
    let now = engine.clock.now();
    let rotated = engine
        .app
        .keys
        .rotate(&Entropy::default(), now, &RotationPolicy::STANDARD);
    engine.restart_with(rotated.expect("keys").expect("due").ring);
    engine.clock.advance(2 * 86_400 - 3_600);
    engine
}

fn switch(engine: &Engine) {
    let before = engine.app.keys.signer(engine.clock.now()).kid.clone();
    engine.clock.advance(7_200);
    assert_ne!(engine.app.keys.signer(engine.clock.now()).kid, before, "it has come");
}

async fn ticket_of(engine: &Engine, body: serde_json::Value) -> String {
    engine.post(VERIFY, &body).await.expect(200).member("activation_ticket")
}

async fn register(engine: &Engine, person: &Person, ticket: &str) {
    let body = json!({ "email_address": person.email, "pincode": PASSWORD, "activation_ticket": ticket });
    engine.post(REGISTER, &body).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_from_before_is_the_same_mail_after_and_works() {
    let engine = before_the_switch().await;
    let (by_link, by_code) = (Person::new(), Person::new());
    let (link, code) = (engine.mailed(&by_link).await, engine.mailed(&by_code).await);
    switch(&engine);
    for (person, mailed) in [(&by_link, &link), (&by_code, &code)] {
        let again = engine.mailed_again(person).await;
        assert_eq!((&again.token, &again.code), (&mailed.token, &mailed.code));
    }
    let ticket = ticket_of(&engine, json!({ "token": link.token })).await;
    register(&engine, &by_link, &ticket).await;
    let body = json!({ "email_address": by_code.email, "labelpartner": "acme", "code": code.code });
    let ticket = ticket_of(&engine, body).await;
    register(&engine, &by_code, &ticket).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_from_after_works() {
    let engine = before_the_switch().await;
    switch(&engine);
    let person = Person::new();
    let mailed = engine.mailed(&person).await;
    let body = json!({ "email_address": person.email, "labelpartner": "acme", "code": mailed.code });
    let ticket = ticket_of(&engine, body).await;
    register(&engine, &person, &ticket).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_work_for_mails_of_every_minute_around_the_switch() {
    let engine = before_the_switch().await;
    engine.clock.advance(3_600 - 480);
    let mut mailed = Vec::new();
    for _ in 0..16 {
        let person = Person::new();
        let mail = engine.mailed(&person).await;
        mailed.push((person, mail));
        engine.clock.advance(60);
    }
    for (person, mail) in mailed {
        let body = json!({ "email_address": person.email, "labelpartner": "acme", "code": mail.code });
        ticket_of(&engine, body).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tickets_and_tokens_from_before_work_after() {
    let engine = before_the_switch().await;
    // Until the switch is 30 minutes ahead: a ticket lives for an hour, like an access token.
    engine.clock.advance(1_800);
    let (signed_in, proven) = (Person::new(), Person::new());
    let mailed = engine.mailed(&signed_in).await;
    let ticket = ticket_of(&engine, json!({ "token": mailed.token })).await;
    register(&engine, &signed_in, &ticket).await;
    let fields = [
        ("grant_type", "password"),
        ("client_id", "acme-app"),
        ("username", &signed_in.email),
        ("password", PASSWORD),
    ];
    let tokens = engine.form("/v2/token", &fields).await.expect(200);
    let mailed = engine.mailed(&proven).await;
    let ticket = ticket_of(&engine, json!({ "token": mailed.token })).await;

    engine.clock.advance(2_400);
    register(&engine, &proven, &ticket).await;
    let refresh = tokens.member("refresh_token");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-app"),
        ("refresh_token", &refresh),
    ];
    let renewed = engine.form("/v2/token", &fields).await.expect(200);
    let kid = |token: &str| {
        jsonwebtoken::decode_header(token)
            .expect("a header")
            .kid
            .expect("a kid")
    };
    let (old, new) = (
        kid(&tokens.member("access_token")),
        kid(&renewed.member("access_token")),
    );
    assert_ne!(old, new);
    let issuer = usher::token::Issuer {
        url: &engine.app.config.public_url,
        keys: &engine.app.keys,
    };
    let still = issuer.check_access_token(&tokens.member("access_token"), engine.clock.now());
    assert!(still.is_ok());
    let published = engine.get("/.well-known/jwks.json").await.expect(200).text;
    assert!(published.contains(&old) && published.contains(&new), "{published}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_key_is_published_before_it_signs() {
    let engine = before_the_switch().await;
    let published = engine.get("/.well-known/jwks.json").await.expect(200).json();
    let keys = published["keys"].as_array().expect("keys").len();
    assert_eq!(keys, 2);
    switch(&engine);
    let later = engine.get("/.well-known/jwks.json").await.expect(200).json();
    assert_eq!(later, published);
}
