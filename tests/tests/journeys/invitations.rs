//! People who are invited to an app.

use serde_json::{Value, json};

use crate::support::{PORTAL, TestApp, WELCOME, invitee, way_back};

pub(super) fn an_invited_person_comes_back_to_the_app_signed_in(app: &TestApp) {
    let email = invitee();
    let (uuid, first) = app.invited(&email);
    let request = json!({"client_id": "acme-portal", "user_id": email, "auth_type": "email", "redirect_uri": WELCOME});
    app.post("/idp/v1/account/resend-verification")
        .json(&request)
        .send()
        .expect(200);
    let token = app.token_in_mail(&email, 2);
    assert_ne!(token, first);
    let words = app.get("/legal/terms?labelpartner=acme&version=1&locale=de").send();
    assert!(words.expect(200).text.contains("Nutzungsbedingungen"));

    let link = way_back(&app.press(&token).finish());
    app.get(&format!("/activate?token={first}")).send().expect(409);
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(
        (&seen["status"], &seen["consents"][0]["agreement"]),
        (&json!("registered"), &json!("terms"))
    );

    let query = link.strip_prefix(WELCOME).expect("the portal's link");
    let parameters: Vec<_> = query[1..].split('&').collect();
    let value = |name: &str| {
        parameters
            .iter()
            .find_map(|pair| pair.strip_prefix(name))
            .expect("a value")
    };
    assert_eq!(value("state="), uuid);
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", value("code=")),
        ("redirect_uri", WELCOME),
    ];
    let redeem = || app.post("/token").form(&fields).header("authorization", PORTAL).send();
    assert!(!redeem().expect(200).member("id_token").is_empty());
    assert_eq!(redeem().expect(400).member("error"), "invalid_grant");
}

pub(super) fn an_invitation_is_followed_on_the_list_and_withdrawn(app: &TestApp) {
    let (uuid, token) = app.invited(&invitee());
    let mut id = String::new();
    app.wait_until("the invitation is on the list", || {
        let list = app
            .acme()
            .call("GET", "/v1/invitations?limit=100")
            .send()
            .expect(200)
            .json();
        let of_person = |one: &&Value| one["uuid"] == uuid.as_str();
        let found = list["invitations"].as_array().expect("a list").iter().find(of_person);
        id = found.map_or_else(String::new, |one| one["id"].as_str().expect("an id").to_owned());
        !id.is_empty()
    });
    let path = format!("/v1/invitations/{id}");
    let seen = app.acme().call("GET", &path).send().expect(200).json();
    assert_eq!(seen["uuid"], uuid.as_str());
    let revoke = app.acme().call("POST", &format!("{path}/revoke"));
    assert_eq!(revoke.send().expect(200).member("status"), "revoked");
    app.get(&format!("/activate?token={token}")).send().expect(409);
}
