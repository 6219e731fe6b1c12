//! What concerns customers and their places.

use serde_json::json;
use usher::customer::Customer;
use usher::user::User;

use super::signing_in::session;
use crate::people::{PASSWORD, joining};
use crate::request::Sample;

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let named = |name: &str| {
        let is_them = |user: &&User| user.email.as_str().starts_with(name);
        people.iter().find(is_them).expect("somebody of this name")
    };
    let (ada, ben, yara) = (named("ada"), named("ben"), named("yara"));
    let joined = joining();
    let [(_, una), (_, kai), ..] = joined.as_slice() else {
        unreachable!("there are three")
    };
    let place = Customer::of_only(ben).location_id(0).to_string();
    let mut leaving =
        Sample::new("post-delete-member-200", "POST /account/delete").form(&[("current_password", PASSWORD)]);
    leaving.cookies.push(session(una));
    vec![
        ("my-account", leaving),
        (
            "account",
            Sample::new("delete-member-204", "DELETE /v1/account/{id}")
                .at(&kai.id.to_string())
                .signed(),
        ),
        (
            "account",
            Sample::new("delete-customer-409", "DELETE /v1/account/{id}")
                .at(&yara.customer_id().to_string())
                .signed(),
        ),
        (
            "customer",
            Sample::new("get-customer-200", "GET /v1/customers/{id}")
                .at(&ada.customer_id().to_string())
                .signed(),
        ),
        (
            "customer",
            Sample::new("get-unknown-customer-404", "GET /v1/customers/{id}")
                .at("cus_nobody")
                .signed(),
        ),
        (
            "customer",
            Sample::new("get-users-200", "GET /v1/customers/{id}/users")
                .at(&yara.customer_id().to_string())
                .signed(),
        ),
        (
            "customer",
            Sample::new("get-locations-200", "GET /v1/customers/{id}/locations")
                .at(&yara.customer_id().to_string())
                .signed(),
        ),
        (
            "customer-change",
            Sample::new("post-user-201", "POST /v1/customers/{id}/users")
                .at(&ada.customer_id().to_string())
                .header("idempotency-key", "second-1")
                .json(&json!({"first_name": "John", "last_name": "Doe", "email_address": "second@example.org"}))
                .signed(),
        ),
        (
            "customer-change",
            Sample::new("post-owner-200", "POST /v1/customers/{id}/owner")
                .at(&yara.customer_id().to_string())
                .header("idempotency-key", "owner-1")
                .json(&json!({"user_id": yara.id.to_string()}))
                .signed(),
        ),
        (
            "installation",
            Sample::new("post-place-201", "POST /v1/account/{id}/installation")
                .at(&yara.id.to_string())
                .header("idempotency-key", "place-1")
                .json(&json!({"external_installation_id": "home-2"}))
                .signed(),
        ),
        (
            "installation",
            Sample::new(
                "delete-place-204",
                "DELETE /v1/account/{id}/installation/{installation_id}",
            )
            .at(&ben.id.to_string())
            .at(&place)
            .signed(),
        ),
    ]
}
