//! Answers that get lost, and writes that fail, while somebody comes from their identity provider.

use serde_json::json;

use crate::support::{Engine, Fault, Issuer, Person, Row};

/// What the provider proves: the address that a stranger has registered with.
async fn arranged() -> (Engine, Issuer, Person) {
    let person = Person::new();
    let issuer = Issuer::start(json!({ "sub": "jane", "email": person.email, "email_verified": true }));
    let mut connection = issuer.connection();
    connection["oidc"]["newcomers"] = "create_user".into();
    let engine = Engine::with_connection(connection).await;
    engine.leaves_unproven(&person).await;
    (engine, issuer, person)
}

async fn row(engine: &Engine, person: &Person) -> Row {
    engine.row_of(person).await.expect("a person")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_stranger_left_goes_with_the_write_that_makes_its_owner_known_or_stays() {
    let (engine, issuer, person) = arranged().await;
    let (left, ways_in) = (row(&engine, &person).await, engine.people_and_ways_in().await);
    for fault in [
        Fault::Cancelled(&["TransactionConflict", "None", "None"]),
        Fault::Cancelled(&["None", "ThrottlingError", "None"]),
        Fault::Refused(500, "InternalServerError"),
    ] {
        engine.faults.arrange(vec![fault.clone(); 20]);
        engine.comes_back(&issuer, 503).await;
        engine.faults.clear();
        assert_eq!(row(&engine, &person).await, left, "{fault:?}");
        assert_eq!(engine.people_and_ways_in().await, ways_in, "{fault:?}");
    }
    engine.faults.arrange([Fault::AnswerLost]);
    engine.comes_back(&issuer, 303).await;
    assert_eq!(engine.faults.pending(), 0);
    let owner = row(&engine, &person).await;
    assert_ne!(owner["id"], left["id"]);
    assert!(
        left.contains_key("sr") && !owner.contains_key("sr") && owner.contains_key("lk"),
        "{owner:?}"
    );
    assert_eq!(
        engine.people_and_ways_in().await.0,
        ways_in.0,
        "one in the place of the other"
    );
    engine.comes_back(&issuer, 303).await;
    assert_eq!(row(&engine, &person).await["id"], owner["id"]);
}
