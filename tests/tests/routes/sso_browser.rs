//! `/sso/…`: people who sign in with an identity provider in their browser.

mod completing;
mod connecting;
mod forging;
mod lasting;
mod matrix;
mod once;
mod own_account;
mod proving;
mod repointing;
mod signing_out;

use serde_json::{Value, json};

use crate::support::{Answer, Issuer, TestApp, Web, authorize};

/// A stack whose people sign in with `issuer`, what else the connection says put into its `oidc`.
#[track_caller]
pub(crate) fn stack(issuer: &Issuer, oidc: &Value) -> TestApp {
    let app = TestApp::start();
    configure(&app, issuer, oidc);
    app
}

/// Gives `acme` that connection.
#[track_caller]
pub(crate) fn configure(app: &TestApp, issuer: &Issuer, oidc: &Value) {
    let mut connection = issuer.connection();
    let members = connection["oidc"].as_object_mut().expect("members");
    members.extend(oidc.as_object().expect("members").clone());
    app.apply_acme(|document| document["connections"] = json!([connection]))
        .expect(200);
}

/// The oidc of a connection that makes accounts of companies.
pub(crate) fn making_companies() -> Value {
    json!({ "newcomers": "create_customer", "kind": "business" })
}

/// Goes from an app's request to the provider, as the button of the sign-in page leads.
#[track_caller]
pub(crate) fn leave(web: &Web<'_>, path: &str) -> String {
    let page = web.follow(path).expect(200);
    let (_, rest) = page.text.split_once("href=\"/sso/start?").expect("a button");
    let query = rest.split('"').next().expect("an address").replace("&#38;", "&");
    let left = web.open(&format!("/sso/start?{query}")).expect(303);
    left.header("location").to_owned()
}

/// Goes to the provider and comes back, and no further.
#[track_caller]
pub(crate) fn come_back(web: &Web<'_>, issuer: &Issuer) -> Answer {
    let location = leave(web, &authorize(&[]));
    web.open(&issuer.lets_in(&location))
}

/// Goes to the provider, comes back, and goes on to where that leads.
#[track_caller]
pub(crate) fn sign_in(web: &Web<'_>, issuer: &Issuer) -> Answer {
    web.on(come_back(web, issuer))
}
