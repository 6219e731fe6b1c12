//! The samples that are checked in: real calls at one moment, signed with the demo's keys, with links and
//! tickets that the tests' key ring sealed. `UPDATE=1` writes them anew.

mod account;
mod console;
mod customers;
mod invitations;
mod openid;
mod searching;
mod signing_in;
mod sso;
mod tenants;

use std::fs;

pub(crate) use sso::connection;

use serde_json::{Value, json};
use usher::user::User;

use crate::changes::{changes, moves, notices, waits};
use crate::moments::{moments, scheduled};
use crate::people::{PASSWORD, authorization_code, link, people, ticket};
use crate::request::Sample;
use crate::root;

const SECRET: &str = "demo-acme-backoffice-secret-never-deploy";

/// The portal's id and secret.
const BASIC: &str = "Basic YWNtZS1wb3J0YWw6ZGVtby1hY21lLXBvcnRhbC1zZWNyZXQtbmV2ZXItZGVwbG95";

/// Each sample with the function it is for.
fn requests() -> Vec<(&'static str, Sample)> {
    let people = people();
    let [ada, ben, cleo, dora, emil, fay, gus, _, _, jon, ..] = people.as_slice() else {
        unreachable!("there are more than ten")
    };
    let id = |user: &User| user.customer_id().to_string();
    let new = json!({
        "labelpartner": "acme",
        "customer_info": {"first_name": "Jane", "last_name": "Doe", "email_address": "jane.doe@example.org", "external_account_id": "customer-4711"},
        "installation_info": [{"external_installation_id": "home-1"}],
    });
    let ask = json!({"first_name": "Ada", "last_name": "Sample", "email_address": "ada@example.org", "labelpartner": "acme", "imported": "true"});
    let set = json!({"email_address": "dora@example.org", "pincode": PASSWORD, "activation_ticket": ticket(dora)});
    let measured = json!({"kind": "measurement", "at": "2026-11-18T11:00:00Z"});
    let verify = "POST /v2/registration/verify";
    let activity = "POST /v1/account/{id}/activity";
    let mut page = Sample::new("get-200", "GET /v2/registration/password").header("accept", "text/html");
    page.cookies.push(format!("__Host-usher-ticket={}", ticket(emil)));
    let of_journey = vec![
        (
            "provision",
            Sample::new("post-201", "POST /v1/account")
                .header("idempotency-key", "customer-4711")
                .json(&new)
                .signed(),
        ),
        (
            "provision",
            Sample::new("post-unsigned-401", "POST /v1/account").json(&new),
        ),
        (
            "account",
            Sample::new("get-200", "GET /v1/account/{id}").at(&id(ada)).signed(),
        ),
        (
            "account",
            Sample::new("get-external-200", "GET /v1/account/{id}")
                .at("customer-1")
                .query("id_type=external".into())
                .signed(),
        ),
        (
            "account",
            Sample::new("get-unknown-404", "GET /v1/account/{id}")
                .at("nobody")
                .signed(),
        ),
        (
            "account",
            Sample::new("post-suspension-200", "POST /v1/account/{id}/suspension")
                .at(&id(&people[people.len() - 3]))
                .json(&json!({"reason": "The contract has ended."}))
                .signed(),
        ),
        (
            "account",
            Sample::new("delete-suspension-404", "DELETE /v1/account/{id}/suspension")
                .at("nobody")
                .signed(),
        ),
        (
            "account",
            Sample::new("delete-204", "DELETE /v1/account/{id}")
                .at(&id(gus))
                .signed(),
        ),
        (
            "activity",
            Sample::new("post-200", activity).at(&id(fay)).json(&measured).signed(),
        ),
        (
            "activity",
            Sample::new("post-unregistered-409", activity)
                .at(&id(ada))
                .json(&measured)
                .signed(),
        ),
        (
            "email-verification",
            Sample::new("post-200", "POST /v2/registration/provision").json(&ask),
        ),
        (
            "verify-user",
            Sample::new("get-200", "GET /v2/registration/verify")
                .query(format!("token={}", link(ada)))
                .header("accept", "text/html"),
        ),
        (
            "verify-user",
            Sample::new("get-unknown-404", "GET /v2/registration/verify")
                .query("token=acme.cut".into())
                .header("accept", "text/html"),
        ),
        (
            "verify-user",
            Sample::new("post-200", verify).json(&json!({"token": link(ben)})),
        ),
        (
            "verify-user",
            Sample::new("post-form-303", verify).form(&[("token", &link(cleo)), ("confirm", "yes")]),
        ),
        (
            "verify-user",
            Sample::new("post-scanner-400", verify).form(&[("token", &link(ada))]),
        ),
        (
            "register-no-gateway",
            Sample::new("post-200", "POST /v2/registration/no-gateway").json(&set),
        ),
        (
            "register-no-gateway",
            Sample::new("post-no-proof-403", "POST /v2/registration/no-gateway")
                .json(&json!({"email_address": "ada@example.org", "pincode": PASSWORD})),
        ),
        ("set-password", page),
        (
            "set-password",
            Sample::new("post-303", "POST /v2/registration/password")
                .form(&[("ticket", &ticket(emil)), ("password", PASSWORD)]),
        ),
        (
            "token",
            Sample::new("post-200", "POST /v2/token").form(&[
                ("grant_type", "password"),
                ("client_id", "acme-app"),
                ("username", "fay@example.org"),
                ("password", PASSWORD),
            ]),
        ),
        (
            "token",
            Sample::new("post-wrong-password-400", "POST /v2/token").form(&[
                ("grant_type", "password"),
                ("client_id", "acme-app"),
                ("username", "fay@example.org"),
                ("password", "wrong"),
            ]),
        ),
        (
            "token",
            Sample::new("post-client-credentials-200", "POST /v1/token").form(&[
                ("grant_type", "client_credentials"),
                ("client_id", "acme-backoffice"),
                ("client_secret", SECRET),
            ]),
        ),
        (
            "token",
            Sample::new("post-code-200", "POST /token")
                .header("authorization", BASIC)
                .form(&[
                    ("grant_type", "authorization_code"),
                    ("code", &authorization_code(jon)),
                    ("redirect_uri", "https://portal.acme.example/welcome"),
                ]),
        ),
        (
            "oidc-metadata",
            Sample::new("get-jwks-200", "GET /.well-known/jwks.json"),
        ),
        (
            "oidc-metadata",
            Sample::new("get-configuration-200", "GET /.well-known/openid-configuration"),
        ),
        (
            "assets",
            Sample::new("get-stale-404", "GET /assets/{file}").at("usher-0000000000000000.css"),
        ),
        ("assets", Sample::new("get-schema-200", "GET /schemas/tenant.json")),
    ];
    let others = invitations::requests(&people)
        .into_iter()
        .chain(customers::requests(&people))
        .chain(console::requests(&people))
        .chain(searching::requests(&people))
        .chain(tenants::requests())
        .chain(signing_in::requests(&people))
        .chain(openid::requests(&people))
        .chain(sso::requests())
        .chain(account::requests(&people));
    of_journey.into_iter().chain(others).collect()
}

/// Writes every sample.
pub(crate) fn write() {
    let write = |function: &str, file: &str, event: &Value| {
        let folder = root().join("events").join(function);
        fs::create_dir_all(&folder).expect("a folder");
        let text = serde_json::to_string_pretty(event).expect("JSON") + "\n";
        fs::write(folder.join(format!("{file}.json")), text).expect("written");
    };
    for (function, sample) in requests() {
        write(function, sample.file, &sample.event());
    }
    for (file, event) in changes() {
        write("mailer", file, &event);
    }
    for (file, event) in moves() {
        write("invitation-lists", file, &event);
    }
    for (file, event) in waits() {
        write("approval-endpoint", file, &event);
    }
    for (file, event) in moments() {
        write("key-rotation", file, &event);
    }
    write("housekeeping", "scheduled-1-changes", &scheduled("housekeeping"));
    for (file, event) in notices() {
        write("mail-feedback", file, &event);
    }
}
