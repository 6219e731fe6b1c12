//! What concerns people who come from their identity provider.

use jiff::SignedDuration;
use serde_json::json;
use usher::entropy::Entropy;
use usher::id::Opaque;
use usher::sso::{Arrived, Departure, ProviderPerson};
use usher::tenant::{Connection, Tenant};
use usher::testing;

use super::signing_in::request;
use crate::people::acme;
use crate::request::Sample;

const CONNECTION: &str = "acme-login";

/// The provider of the samples: nobody answers there.
pub(crate) fn connection() -> Connection {
    serde_json::from_value(json!({
        "id": CONNECTION, "display_name": "Acme account",
        "oidc": {
            "issuer": "http://127.0.0.1:1025", "client_id": "usher", "client_authentication": "private_key_jwt",
            "newcomers": "create_customer", "kind": "business",
        },
    }))
    .expect("a connection")
}

pub(super) fn requests() -> Vec<(&'static str, Sample)> {
    let tenant = acme();
    let about = |sample: Sample| sample.header("accept", "text/html");
    let start = Sample::new("get-503", "GET /sso/start").query(format!("labelpartner=acme&connection={CONNECTION}"));
    let (state, browser) = departure(&tenant);
    let mut denied = Sample::new("get-denied-403", "GET /sso/callback/{tenant}/{connection}")
        .at("acme")
        .at(CONNECTION)
        .query(format!("error=access_denied&state={state}"));
    denied.cookies.push(browser);
    let asked = request("");
    let [noa, noor] = [true, false].map(|verified| arrival(&tenant, verified).who().to_string());
    let form = [
        ("request", asked.as_str()),
        ("came", &noa),
        ("create", "yes"),
        ("profile.companyName", "Newcomer Ltd"),
        ("profile.firstName", "Noa"),
        ("profile.lastName", "New"),
        ("agreement.terms", "1"),
    ];
    let logout = Sample::new("post-503", "POST /sso/logout/{tenant}/{connection}")
        .at("acme")
        .at(CONNECTION)
        .form(&[("logout_token", "a.b.c")]);
    let mut all = vec![
        ("sso-start", about(start)),
        ("sso-callback", about(denied)),
        ("sso-logout", logout),
    ];
    for (sample, verified) in [
        (
            Sample::new("get-200", "GET /sso/complete").query(format!("request={asked}")),
            true,
        ),
        (Sample::new("post-303", "POST /sso/complete").form(&form), true),
        (
            Sample::new("post-address-200", "POST /sso/complete/address").form(&[
                ("request", &asked),
                ("came", &noor),
                ("email", "noor@example.org"),
            ]),
            false,
        ),
        (
            Sample::new("post-connect-403", "POST /sso/complete/connect").form(&[
                ("request", &asked),
                ("came", &noa),
                ("email", "noa@example.org"),
                ("password", "nine wrong guesses here"),
            ]),
            true,
        ),
    ] {
        let mut sample = about(sample);
        let arrived = arrival(&tenant, verified).seal(&testing::keys());
        sample.cookies.push(format!("__Host-usher-sso-arrived={arrived}"));
        all.push(("sso-complete", sample));
    }
    all
}

/// What somebody left with a minute ago, and the cookie of their browser.
fn departure(tenant: &Tenant) -> (String, String) {
    let browser = Opaque::new([41; 16]);
    let left_at = testing::now() - SignedDuration::from_secs(60);
    let drawn = (&Entropy::seeded(41), left_at);
    let departure = Departure::new((&tenant.name, CONNECTION), None, (None, false, "en"), browser, drawn);
    (
        departure.seal(&testing::keys()),
        format!("__Host-usher-sso-browser={browser}"),
    )
}

/// The cookie of somebody who came back just now.
fn arrival(tenant: &Tenant, email_verified: bool) -> Arrived {
    let subject = if email_verified { "noa" } else { "noor" };
    let person = ProviderPerson {
        subject: subject.to_owned(),
        provisioned_id: Some(subject.to_owned()),
        email: format!("{subject}@example.org").parse().ok(),
        email_verified,
        values: [("firstName".to_owned(), "Noa".to_owned())].into(),
    };
    Arrived::new((&tenant.name, &connection()), person, (0, testing::now()))
}
