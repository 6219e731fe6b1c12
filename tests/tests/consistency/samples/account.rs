//! What people do with their session and their account.

use serde_json::json;
use usher::new_address::NewAddressLink;
use usher::testing;
use usher::user::User;

use super::signing_in::session;
use crate::people::PASSWORD;
use crate::request::Sample;

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let named = |name: &str| {
        let is_them = |user: &&User| user.email.as_str().starts_with(name);
        people.iter().find(is_them).expect("somebody of this name")
    };
    let [nora, olga, paul, rosa, sam, tilda] = ["nora", "olga", "paul", "rosa", "sam", "tilda"].map(named);
    let [wim, xenia] = ["wim", "xenia"].map(|name| named(name).id.to_string());
    let as_of = |mut sample: Sample, user: &User| {
        sample.cookies.push(session(user));
        sample
    };
    let asking = [
        ("client_id", "acme-portal"),
        ("post_logout_redirect_uri", "https://portal.acme.example/"),
        ("state", "s"),
    ];
    let mut pressed = asking.to_vec();
    pressed.push(("confirm", "yes"));
    vec![
        ("approval", Sample::new("get-waiting-200", "GET /v1/approvals").signed()),
        (
            "approval",
            Sample::new("post-approve-200", "POST /v1/approvals/{user_id}")
                .at(&wim)
                .header("idempotency-key", "approve-1")
                .json(&json!({"decision": "approve"}))
                .signed(),
        ),
        (
            "approval",
            Sample::new("post-refuse-200", "POST /v1/approvals/{user_id}")
                .at(&xenia)
                .json(&json!({"decision": "refuse", "reason": "Please give us the number of your contract."}))
                .signed(),
        ),
        (
            "sign-out",
            as_of(page("get-200", "GET /sign-out"), nora).query(serde_urlencoded::to_string(asking).expect("a query")),
        ),
        (
            "sign-out",
            as_of(Sample::new("post-303", "POST /sign-out").form(&pressed), nora),
        ),
        ("my-account", as_of(page("get-200", "GET /account"), olga)),
        ("my-account", page("get-303", "GET /account")),
        (
            "my-account",
            as_of(page("get-password-200", "GET /account/password"), olga),
        ),
        (
            "my-account",
            as_of(
                Sample::new("post-password-303", "POST /account/password")
                    .form(&[("current_password", PASSWORD), ("password", "nine yellow ladders hum")]),
                olga,
            ),
        ),
        (
            "my-account",
            as_of(page("get-sessions-200", "GET /account/sessions"), paul),
        ),
        (
            "my-account",
            as_of(
                Sample::new("post-sessions-303", "POST /account/sessions").form(&[("all", "yes")]),
                paul,
            ),
        ),
        (
            "my-account",
            as_of(page("get-consents-200", "GET /account/consents"), paul),
        ),
        (
            "my-account",
            as_of(
                Sample::new("post-consents-303", "POST /account/consents").form(&[("agreement", "news")]),
                paul,
            ),
        ),
        ("my-account", as_of(page("get-export-200", "GET /account/export"), paul)),
        ("my-account", as_of(page("get-email-200", "GET /account/email"), rosa)),
        (
            "my-account",
            as_of(
                Sample::new("post-email-200", "POST /account/email")
                    .form(&[("email", "rosa.new@example.org"), ("current_password", PASSWORD)]),
                rosa,
            ),
        ),
        (
            "my-account",
            page("get-confirm-200", "GET /account/email/confirm").query(format!("token={}", new_address(tilda))),
        ),
        (
            "my-account",
            Sample::new("post-confirm-303", "POST /account/email/confirm")
                .form(&[("token", &new_address(tilda)), ("confirm", "yes")]),
        ),
        ("my-account", as_of(page("get-delete-200", "GET /account/delete"), sam)),
        (
            "my-account",
            as_of(
                Sample::new("post-delete-200", "POST /account/delete").form(&[("current_password", PASSWORD)]),
                sam,
            ),
        ),
    ]
}

fn page(file: &'static str, route: &'static str) -> Sample {
    Sample::new(file, route).header("accept", "text/html")
}

/// The token of the link to the address that a person wants to change to.
fn new_address(user: &User) -> String {
    let link = NewAddressLink::new(user).expect("an address they want");
    link.seal(&testing::keys())
}
