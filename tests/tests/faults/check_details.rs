//! Answers that get lost, and writes that fail, while a person says what is right: all of it is kept, or nothing.

use serde_json::{Value, json};
use usher::user::User;

use crate::support::{Engine, Fault, PASSWORD, Person, cookie};

const WAYS_TO_FAIL: [Fault; 2] = [
    Fault::Refused(400, "ThrottlingException"),
    Fault::Refused(500, "InternalServerError"),
];

struct Checking {
    request: String,
    session: String,
    user: User,
}

/// A partner at the page, alone or with somebody else at their company.
async fn checking(engine: &Engine, several: bool) -> Checking {
    let (request, user) = (engine.request().await, engine.partner(&Person::new()).await);
    if several {
        let body = json!({ "first_name": "John", "last_name": "Doe", "email_address": Person::new().email });
        let users = format!("/v1/customers/{}/users", user.customer_id());
        engine.calls("POST", &users, Some(&body)).await.expect(201);
    }
    let fields = [
        ("request", request.as_str()),
        ("email", user.email.as_str()),
        ("password", PASSWORD),
    ];
    let session = cookie(&engine.send("/sign-in", "", &fields).await.expect(303));
    Checking { request, session, user }
}

impl Checking {
    async fn say(&self, engine: &Engine) -> u16 {
        let said = [
            ("request", self.request.as_str()),
            ("decision", "confirm"),
            ("profile.companyName", "Right Ltd"),
            ("profile.firstName", "Right"),
            ("profile.lastName", "Person"),
        ];
        engine.send("/check-details", &self.session, &said).await.status
    }

    async fn seen(&self, engine: &Engine) -> Value {
        engine.see(&self.user.id.to_string()).await.expect(200).json()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_keeps_it_all_and_leads_on() {
    let engine = Engine::start().await;
    for several in [false, true] {
        let checking = checking(&engine, several).await;
        engine.faults.arrange([Fault::AnswerLost]);
        assert_eq!(checking.say(&engine).await, 303, "{several}");
        assert_eq!(engine.faults.pending(), 0);
        let seen = checking.seen(&engine).await;
        assert_eq!(seen["customer_fields"]["companyName"], "Right Ltd", "{several}");
        assert_eq!(seen["customer_info"]["last_name"], "Person", "{several}");
        assert!(seen["customer_verified_at"].is_string(), "{several}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_not_kept_in_part_and_may_be_said_again() {
    let engine = Engine::start().await;
    for several in [false, true] {
        let checking = checking(&engine, several).await;
        let before = checking.seen(&engine).await;
        let mut faults = WAYS_TO_FAIL.to_vec();
        if several {
            faults.push(Fault::Cancelled(&["None", "TransactionConflict"]));
            faults.push(Fault::Cancelled(&["ThrottlingError", "None"]));
        }
        for fault in faults {
            engine.faults.arrange(vec![fault.clone(); 20]);
            assert_eq!(checking.say(&engine).await, 503, "{several} {fault:?}");
            engine.faults.clear();
            assert_eq!(checking.seen(&engine).await, before, "{several} {fault:?}");
        }
        assert_eq!(checking.say(&engine).await, 303, "{several}");
        assert!(checking.seen(&engine).await["customer_verified_at"].is_string());
    }
}
