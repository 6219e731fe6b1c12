//! Answers that get lost while people register, sign in and choose another password.

use crate::support::{
    CALLBACK, Engine, Fault, OTHER_PASSWORD, PASSWORD, Person, Row, VERIFIER, asked, code_in, cookie,
};

/// The next write is done, and nobody hears of it.
fn lose(engine: &Engine) {
    engine.faults.arrange([Fault::AnswerLost]);
}

async fn play(engine: &Engine, before: Option<&Row>, after: &Row) {
    let response = engine.stream(before, Some(after)).await;
    assert!(response.batch_item_failures.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journey_whose_every_answer_got_lost_inside_comes_to_its_end() {
    let engine = Engine::start().await;
    let (person, request) = (Person::new(), engine.request().await);
    lose(&engine);
    let fields = [
        ("request", request.as_str()),
        ("email", person.email.as_str()),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "Doe"),
        ("password", PASSWORD),
    ];
    let browser = cookie(&engine.send("/register", "", &fields).await.expect(200));
    let form = engine.request_of(&person).await;
    lose(&engine);
    play(&engine, None, &form).await;
    // The record comes again, and makes nobody else.
    play(&engine, None, &form).await;
    let made = engine.row_of(&person).await.expect("a person");
    lose(&engine);
    play(&engine, None, &made).await;
    let token = engine.token_in(&person.email, "/activate");
    // The proof, and the password that follows from it.
    engine
        .faults
        .arrange([Fault::AnswerLost, Fault::None, Fault::AnswerLost]);
    let pressed = [("token", token.as_str()), ("confirm", "yes")];
    let done = engine.send("/activate", &browser, &pressed).await.expect(303);
    let set: Vec<_> = done.headers.get_all("set-cookie").iter().collect();
    let session = set
        .iter()
        .filter_map(|set| set.to_str().ok())
        .find(|set| set.contains("usher-session"));
    let session = session
        .and_then(|set| set.split(';').next())
        .expect("a session")
        .to_owned();
    assert_eq!(engine.faults.pending(), 0);

    let code = code_in(
        &engine
            .open(&format!("/authorize?{}", asked(&[])), &session)
            .await
            .expect(303),
    );
    lose(&engine);
    let redeem = [
        ("grant_type", "authorization_code"),
        ("client_id", "acme-web"),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
        ("code", &code),
    ];
    engine.form("/token", &redeem).await.expect(200);
    engine.form("/token", &redeem).await.refused(400, "invalid_grant");
    new_password(&engine, &request, &person).await;
}

async fn new_password(engine: &Engine, request: &str, person: &Person) {
    engine.clock.advance(1);
    lose(engine);
    let fields = [("request", request), ("email", person.email.as_str())];
    engine.send("/recover", "", &fields).await.expect(200);
    let before = engine.row_of(person).await;
    let asked = engine.recovery_of(person).await;
    lose(engine);
    play(engine, None, &asked).await;
    play(engine, None, &asked).await;
    let after = engine.row_of(person).await.expect("a person");
    lose(engine);
    play(engine, before.as_ref(), &after).await;
    let mails = engine.post_office.mails(&person.email).len();
    // It comes again: what was noted is not sent again.
    engine.clock.advance(60);
    play(engine, before.as_ref(), &after).await;
    assert_eq!(engine.post_office.mails(&person.email).len(), mails);
    let token = engine.token_in(&person.email, "/recover/password");
    lose(engine);
    let fields = [("ticket", token.as_str()), ("password", OTHER_PASSWORD)];
    engine.send("/recover/password", "", &fields).await.expect(303);
    let fields = [
        ("grant_type", "password"),
        ("username", person.email.as_str()),
        ("password", OTHER_PASSWORD),
    ];
    engine.token_from([198, 51, 100, 7], &fields).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_about_an_account_waits_for_the_mail_service_and_goes_out_once() {
    let engine = Engine::start().await;
    let (person, request) = (Person::new(), engine.request().await);
    let mailed = engine.mailed(&person).await;
    let ticket = engine
        .post("/v2/registration/verify", &serde_json::json!({ "token": mailed.token }))
        .await
        .member("activation_ticket");
    let body = serde_json::json!({ "email_address": person.email, "pincode": PASSWORD, "activation_ticket": ticket });
    engine.post("/v2/registration/no-gateway", &body).await.expect(200);
    engine.clock.advance(1);
    let fields = [("request", request.as_str()), ("email", person.email.as_str())];
    engine.send("/recover", "", &fields).await.expect(200);
    let before = engine.row_of(&person).await;
    play(&engine, None, &engine.recovery_of(&person).await).await;
    let after = engine.row_of(&person).await.expect("a person");
    engine.post_office.refuse(8, 429, "TooManyRequestsException");
    let failed = engine.stream(before.as_ref(), Some(&after)).await;
    assert_eq!(failed.batch_item_failures.len(), 1, "it comes again");
    engine.post_office.refuse_no_more();
    for _ in 0..2 {
        play(&engine, before.as_ref(), &after).await;
    }
    assert_eq!(
        engine.post_office.mails(&person.email).len(),
        2,
        "the first mail, and this one once"
    );
}
