//! What concerns invitations.

use serde_json::json;
use usher::user::User;

use super::BASIC;
use crate::people::{PASSWORD, link, ticket};
use crate::request::Sample;

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let [ada, _, _, _, _, _, _, hana, ivo, _, kim, ..] = people else {
        unreachable!("there are more than eleven")
    };
    let invite = |email: &str| {
        json!({
            "profile_fields": {"firstName": "John", "lastName": "Smith", "emailAddress": email, "resourceAccessB2b": "true"},
            "client_id": "acme-portal", "locale": "en-US", "auth_type": "email", "grant_type": "password",
            "redirect_uri": "https://portal.acme.example/welcome",
        })
    };
    let pre_register = "POST /idp/v1/account/pre-register";
    vec![
        (
            "pre-register",
            Sample::new("post-201", pre_register)
                .header("authorization", BASIC)
                .json(&invite("john.smith@example.org")),
        ),
        (
            "pre-register",
            Sample::new("post-exists-422", pre_register)
                .json(&invite("hana@example.org"))
                .signed(),
        ),
        (
            "resend-verification",
            Sample::new("post-200", "POST /idp/v1/account/resend-verification").json(&json!({
                "client_id": "acme-portal", "user_id": "hana@example.org", "auth_type": "email",
                "redirect_uri": "https://portal.acme.example/welcome",
            })),
        ),
        (
            "activate",
            Sample::new("get-200", "GET /activate")
                .query(format!("token={}", link(hana)))
                .header("accept", "text/html"),
        ),
        (
            "activate",
            Sample::new("post-pressed-303", "POST /activate").form(&[("token", &link(hana)), ("confirm", "yes")]),
        ),
        (
            "activate",
            Sample::new("post-incomplete-422", "POST /activate").form(&[
                ("ticket", &ticket(ivo)),
                ("profile.firstName", ""),
                ("password", "short"),
            ]),
        ),
        (
            "activate",
            Sample::new("post-303", "POST /activate").form(&[
                ("ticket", &ticket(ivo)),
                ("profile.firstName", "Ivo"),
                ("profile.lastName", "Sample"),
                ("profile.home.locality", "Cambridge"),
                ("agreement.terms", "1"),
                ("password", PASSWORD),
            ]),
        ),
        (
            "legal",
            Sample::new("get-200", "GET /legal/{name}")
                .at("terms")
                .query("labelpartner=acme&version=1&locale=en".into())
                .header("accept", "text/html"),
        ),
        (
            "legal",
            Sample::new("get-unknown-404", "GET /legal/{name}")
                .at("nothing")
                .query("labelpartner=acme".into())
                .header("accept", "text/html"),
        ),
        (
            "invitation",
            Sample::new("list-200", "GET /v1/invitations")
                .query("status=queued&limit=2".into())
                .signed(),
        ),
        (
            "invitation",
            Sample::new("list-unknown-status-400", "GET /v1/invitations")
                .query("status=open".into())
                .signed(),
        ),
        (
            "invitation",
            Sample::new("get-invited-200", "GET /v1/invitations/{id}")
                .at(&hana.invitation_id().to_string())
                .signed(),
        ),
        (
            "invitation",
            Sample::new("get-uninvited-404", "GET /v1/invitations/{id}")
                .at(&ada.invitation_id().to_string())
                .signed(),
        ),
        (
            "invitation-change",
            Sample::new("post-resend-202", "POST /v1/invitations/{id}/resend")
                .at(&hana.invitation_id().to_string())
                .header("idempotency-key", "resend-1")
                .signed(),
        ),
        (
            "invitation-change",
            Sample::new("post-revoke-200", "POST /v1/invitations/{id}/revoke")
                .at(&kim.invitation_id().to_string())
                .header("idempotency-key", "revoke-1")
                .signed(),
        ),
    ]
}
