//! `/v1/funnel`: how far people come.

use serde_json::{Value, json};

use super::signup::{ask, borrowed, completed_with, link_in};
use crate::support::{Answer, PASSWORD, Person, TestApp, invitee};

#[track_caller]
fn look(app: &TestApp, query: &str) -> Answer {
    app.acme().call("GET", &format!("/v1/funnel{query}")).send()
}

/// How many people reached each step, in the order of the steps.
#[track_caller]
fn counts(app: &TestApp, query: &str) -> Vec<u64> {
    let answer = look(app, query).expect(200).json();
    let steps = answer["steps"].as_array().expect("steps").iter();
    steps.filter_map(|step| step["count"].as_u64()).collect()
}

fn today(app: &TestApp) -> String {
    app.now().to_string()[..10].to_owned()
}

#[test]
fn each_step_that_people_reach_is_counted_once() {
    let app = TestApp::start();
    let person = app.registered_person();
    let other = Person::new();
    app.provision(&other);
    app.ask_for_mail(&other).expect(200);
    let id = app
        .acme()
        .see(&format!("{}?id_type=external", person.external_id))
        .expect(200)
        .member("user_id");
    app.acme().tell_activity(&id).expect(200);
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    app.wait_until("all are counted", || counts(&app, "") == [2, 2, 2, 1, 1, 1]);

    let answer = look(&app, "").expect(200).json();
    assert_eq!((&answer["to"], answer.get("kind")), (&json!(today(&app)), None));
    let days = answer["days"].as_array().expect("days");
    assert_eq!(days.len(), 30);
    let last = json!({
        "date": today(&app), "provisioned": 2, "sent": 2, "delivered": 2, "verified": 1, "registered": 1, "active": 1,
    });
    assert_eq!(days.last(), Some(&last));
    assert_eq!(days[0]["date"], answer["from"]);
    assert_eq!(days[0]["provisioned"], 0);
    assert_eq!(counts(&app, "?kind=personal"), [2, 2, 2, 1, 1, 1]);
    assert_eq!(counts(&app, "?kind=business"), [0; 6]);
    let none_of_ours = app.netgrid().call("GET", "/v1/funnel").send().expect(200).json();
    let steps = none_of_ours["steps"].as_array().expect("steps");
    assert!(steps.iter().all(|step| step["count"] == 0), "{none_of_ours}");
    app.call("GET", "/v1/funnel").send().refused(401, "unauthenticated");
}

#[test]
fn who_opens_an_account_is_counted_by_the_kind_they_chose() {
    let app = TestApp::start();
    let (web, name) = (app.web(), invitee());
    // Nobody has to decide about this address.
    let email = name.replace("@example.org", "@trusted.example");
    ask(&app, "data_recipient", &email).expect(200);
    let link = link_in(&app, &email);
    let mut fields = completed_with(&link, PASSWORD);
    fields.push(("profile.companyName".to_owned(), "Data Ltd".to_owned()));
    web.on(web.send("/signup/complete", &borrowed(&fields))).expect(200);
    app.wait_until("they are counted", || {
        counts(&app, "?kind=data_recipient") == [1, 0, 0, 1, 1, 0]
    });
    assert_eq!(counts(&app, "?kind=personal")[3..], [0; 3]);
    let before = counts(&app, "");
    // Erased and gone, and counted for all that.
    let found = app
        .acme()
        .call("GET", &format!("/v1/users?email={email}"))
        .send()
        .expect(200)
        .json();
    let id = found["users"][0]["user_id"].as_str().expect("an id").to_owned();
    app.acme()
        .call("DELETE", &format!("/v1/account/{id}"))
        .send()
        .expect(204);
    app.advance(86_400);
    assert_eq!(counts(&app, ""), before);
    let day = today(&app);
    assert_eq!(
        counts(&app, &format!("?from={day}&to={day}")),
        [0; 6],
        "it was yesterday"
    );
}

#[test]
fn days_are_said_as_days_and_there_are_not_too_many() {
    let app = TestApp::start();
    let days = |query: &str| -> (Value, Value, usize) {
        let answer = look(&app, query).expect(200).json();
        let days = answer["days"].as_array().expect("days").len();
        (answer["from"].clone(), answer["to"].clone(), days)
    };
    let year = (json!("2028-01-01"), json!("2028-12-31"), 366);
    assert_eq!(days("?from=2028-01-01&to=2028-12-31"), year);
    assert_eq!(days("?to=2026-03-01"), (json!("2026-01-31"), json!("2026-03-01"), 30));
    assert_eq!(days("?from=2026-03-01&to=2026-03-01").2, 1);
    for (query, pointer) in [
        ("?from=2026-03-02&to=2026-03-01", "/from"),
        ("?from=2027-12-31&to=2028-12-31", "/from"),
        ("?from=1&to=2026-03-01", "/from"),
        ("?to=2026-02-29", "/to"),
        ("?to=20260301", "/to"),
        ("?to=2026-03-01T00:00:00Z", "/to"),
        ("?kind=household", "/kind"),
        ("?limit=3", "/limit"),
        ("?to=2026-03-01&to=2026-03-01", "/to"),
    ] {
        look(&app, query).flawed(400, "invalid_query", pointer, "unknown_value");
    }
}
