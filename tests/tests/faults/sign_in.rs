//! Sign-ins of one person that come at once, each of which wipes out what the others have counted.

use serde_json::json;
use usher::store::Store;
use usher::user::EmailKey;

use super::REGISTER;
use crate::support::{Engine, PASSWORD, Person};

const AT_ONCE: usize = 4;
const TIMES: usize = 100;

/// Counts an attempt, finds the person, and wipes out what was counted, as a right password does.
async fn sign_in(store: &Store, key: &EmailKey, engine: &Engine) {
    let (tenant, source) = ("acme".parse().expect("a name"), [127, 0, 0, 1].into());
    let (limit, now) = (engine.app.config.limits.guesses_per_address, engine.clock.now());
    let begun = store.begin_sign_in(&tenant, key, source, limit, now).await;
    let Ok(begun) = begun.expect("counted") else {
        return;
    };
    let user = begun.user.expect("the person is there");
    store.finish_sign_in(&user, None).await.expect("wiped out");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_overlooked_whose_attempts_are_wiped_out_between_two_looks() {
    let engine = Engine::start().await;
    let person = Person::new().verified().voucher("SPRING-2027");
    engine.provision(&person, &[]).await.expect(201);
    let body = json!({ "email_address": person.email, "pincode": PASSWORD, "labelpartner": "acme", "voucher_code": "SPRING-2027" });
    engine.post(REGISTER, &body).await.expect(200);
    let tenant = "acme".parse().expect("a name");
    let key = EmailKey::new(&tenant, &person.email.parse().expect("an address"));
    let many = async || {
        for _ in 0..TIMES {
            sign_in(&engine.app.store, &key, &engine).await;
        }
    };
    let all: [_; AT_ONCE] = std::array::from_fn(|_| many());
    let [one, two, three, four] = all;
    tokio::join!(one, two, three, four);
}
