//! What apps and resource servers ask with tokens.

use serde_json::json;
use usher::testing;
use usher::user::User;

use crate::keys::{access_token, assertion, refresh_token};
use crate::request::Sample;
use crate::samples::BASIC;

/// What the portal asks for.
const ASKED: [(&str, &str); 3] = [
    ("redirect_uri", "https://portal.acme.example/welcome"),
    ("response_type", "code"),
    ("scope", "openid email"),
];

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let [_, _, _, _, _, fay, _, _, _, jon, ..] = people else {
        unreachable!("there are more than nine")
    };
    let of_portal = refresh_token(jon, "acme-portal", "openid email", 22);
    let signed_in = refresh_token(fay, "acme-app", "openid profile email", 21);
    let access = access_token(fay, &signed_in);
    let given_back = access_token(fay, &refresh_token(fay, "acme-app", "openid", 23));
    let asserting = |jti: &str| {
        let assertion = assertion(jti);
        [
            (
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer".to_owned(),
            ),
            ("client_assertion", assertion),
        ]
    };
    let brought = json!({ "external_provider_access_token": "2YotnFZFEjr1zCsicMWpAA", "client_id": "acme-app" });
    let moved = json!({ "external_provider_access_token": "2YotnFZFEjr1zCsicMWpAA" });
    vec![
        (
            "connection",
            Sample::new("get-health-404", "GET /v1/connections/{id}/health")
                .at("other-login")
                .signed(),
        ),
        (
            "sso-token",
            Sample::new("post-sso-user-422", "POST /v2/registration/introspection/sso-user").json(&brought),
        ),
        (
            "sso-token",
            Sample::new("post-exchange-403", "POST /v2/sso/exchange-token").json(&brought),
        ),
        (
            "sso-token",
            Sample::new(
                "post-migrate-403",
                "POST /v2/registration/introspection/migrate-sso-user",
            )
            .header("authorization", &format!("Bearer {access}"))
            .json(&moved),
        ),
        (
            "token",
            Sample::new("post-assertion-200", "POST /token")
                .form(&with(&asserting("token"), &[("grant_type", "client_credentials")])),
        ),
        (
            "oidc-metadata",
            Sample::new(
                "get-authorization-server-200",
                "GET /.well-known/oauth-authorization-server",
            ),
        ),
        (
            "par",
            Sample::new("post-201", "POST /par")
                .header("authorization", BASIC)
                .form(&ASKED),
        ),
        // The back office signs in nobody.
        (
            "par",
            Sample::new("post-assertion-400", "POST /par").form(&with(&asserting("par"), &ASKED[..1])),
        ),
        (
            "userinfo",
            Sample::new("get-200", "GET /userinfo").header("authorization", &format!("Bearer {access}")),
        ),
        ("userinfo", Sample::new("get-401", "GET /userinfo")),
        (
            "userinfo",
            Sample::new("post-200", "POST /userinfo").form(&[("access_token", &access)]),
        ),
        (
            "introspect",
            Sample::new("post-access-200", "POST /introspect")
                .header("authorization", BASIC)
                .form(&[("token", &access_token(jon, &of_portal))]),
        ),
        (
            "introspect",
            Sample::new("post-refresh-200", "POST /introspect")
                .header("authorization", BASIC)
                .form(&[("token", &of_portal.seal(&testing::keys(), testing::now()))]),
        ),
        (
            "introspect",
            Sample::new("post-unknown-200", "POST /introspect")
                .form(&with(&asserting("introspect"), &[("token", "x")])),
        ),
        (
            "revoke",
            Sample::new("post-access-200", "POST /revoke").form(&[("client_id", "acme-app"), ("token", &given_back)]),
        ),
        (
            "revoke",
            Sample::new("post-refresh-200", "POST /revoke")
                .header("authorization", BASIC)
                .form(&[("token", &of_portal.seal(&testing::keys(), testing::now()))]),
        ),
        (
            "revoke",
            Sample::new("post-unknown-200", "POST /revoke").form(&with(&asserting("revoke"), &[("token", "x")])),
        ),
        (
            "introspect",
            Sample::new("post-public-401", "POST /introspect").form(&[("client_id", "acme-app"), ("token", &access)]),
        ),
    ]
}

/// All fields of a form.
fn with<'a>(client: &'a [(&'a str, String)], fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let client = client.iter().map(|(name, value)| (*name, value.as_str()));
    client.chain(fields.iter().copied()).collect()
}
