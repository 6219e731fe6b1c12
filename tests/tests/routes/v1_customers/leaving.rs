//! Erasing the people of a customer.

use serde_json::json;

use super::{add, ids, of_two, seen};
use crate::routes::account::delete_account;
use crate::support::{PASSWORD, Person, TestApp, at_once};

fn erase(app: &TestApp, id: &str) -> crate::support::Answer {
    app.acme().call("DELETE", &format!("/v1/account/{id}")).send()
}

#[test]
fn who_is_erased_leaves_the_customer_to_the_others_and_the_last_takes_it_along() {
    let app = TestApp::start();
    let (first, second) = of_two(&app);
    let third = add(&app, &first.id, &Person::new()).expect(201).member("user_id");
    erase(&app, &third).expect(204);
    assert_eq!(seen(&app.acme(), &first.id, "")["user_count"], 2);
    // The owner goes: the customer and its places stay, and nobody speaks for it.
    erase(&app, &first.user_id).expect(204);
    let customer = seen(&app.acme(), &first.id, "");
    assert_eq!(
        (&customer["user_count"], &customer["owner_user_id"]),
        (&json!(1), &json!(null))
    );
    assert_eq!(customer["locations"][0]["external_location_id"], "home-1");
    assert_eq!(ids(&app, &first.id), std::slice::from_ref(&second));
    let account = app.acme().see(&second).expect(200).json();
    assert_eq!(
        (
            &account["customer_role"],
            &account["installations"][0]["external_installation_id"]
        ),
        (&json!("member"), &json!("home-1"))
    );
    erase(&app, &second).expect(204);
    let call = app.acme().call("GET", &format!("/v1/customers/{}", first.id));
    call.send().refused(404, "customer_not_found");
    assert_eq!(app.rows("B#").len(), 0, "nothing of the customer is left");
}

#[test]
fn a_customer_of_several_people_is_not_erased_by_its_own_id() {
    let app = TestApp::start();
    let (first, second) = of_two(&app);
    erase(&app, &first.id).refused(409, "customer_has_users");
    assert_eq!(ids(&app, &first.id).len(), 2);
    erase(&app, &second).expect(204);
    erase(&app, &first.id).expect(204);
    assert_eq!(app.rows("B#").len(), 0);
}

#[test]
fn people_who_are_erased_at_once_leave_nothing_behind() {
    let app = TestApp::start();
    let (first, second) = of_two(&app);
    let mut all = vec![first.user_id.clone(), second];
    for _ in 0..4 {
        all.push(add(&app, &first.id, &Person::new()).expect(201).member("user_id"));
    }
    at_once(all.len(), |index| {
        // Who lost the race several times over is told to call again.
        let mut tries = (0..20).map(|_| erase(&app, &all[index]).status);
        assert!(tries.any(|status| status == 204), "erased at last");
    });
    assert_eq!((app.people_and_ways_in().0, app.rows("B#").len()), (0, 0));
}

#[test]
fn who_deletes_their_own_account_leaves_the_customer_to_the_others() {
    let app = TestApp::start();
    let (first, _) = of_two(&app);
    let third = Person::new();
    add(&app, &first.id, &third).expect(201);
    let ticket = app
        .verify(&app.mailed(&third, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&third, PASSWORD, &ticket).expect(200);
    delete_account(&app, &third);
    assert_eq!(seen(&app.acme(), &first.id, "")["user_count"], 2);
    assert_eq!(ids(&app, &first.id).len(), 2);
}
