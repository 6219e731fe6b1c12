//! `/v1/tenant`: a tenant's own programs read its document and change it.

mod refusing;
mod versions;

use serde_json::{Value, json};

use crate::support::{Answer, BackOffice, Call, TestApp};

/// The document as it is told, and its version as `If-Match` takes it.
#[track_caller]
fn read(by: &BackOffice<'_>) -> (Value, String) {
    let answer = by.call("GET", "/v1/tenant").send().expect(200);
    (answer.json(), answer.header("etag").to_owned())
}

/// The call that replaces the document of a version.
fn replacing<'a>(app: &'a TestApp, etag: &str, document: &Value) -> Call<'a> {
    Call::new(app, "PUT", "/v1/tenant")
        .header("if-match", etag)
        .json(document)
}

fn replace(app: &TestApp, etag: &str, document: &Value) -> Answer {
    replacing(app, etag, document).signed(&app.acme()).send()
}

/// The version of an `ETag`.
#[track_caller]
fn number(etag: &str) -> u64 {
    etag.trim_matches('"').parse().expect("a number")
}

#[test]
fn the_document_is_read_changed_and_holds_at_once() {
    let app = TestApp::start();
    let (mut document, etag) = read(&app.acme());
    assert_eq!(
        (&document["name"], &document["display_name"]),
        (&json!("acme"), &json!("Acme Energy"))
    );
    document["display_name"] = json!("Acme Energy Group");
    document["brand"]["colour"] = json!("#ffd400");
    let answer = replace(&app, &etag, &document).expect(200);
    let next = answer.header("etag").to_owned();
    assert_eq!(number(&next), number(&etag) + 1);
    assert_eq!(answer.json()["version"], number(&next));
    assert_eq!(answer.json()["remarks"][0]["pointer"], "/brand/colour");
    assert_eq!(read(&app.acme()), (document.clone(), next.clone()));
    let page = app.get("/sign-in?labelpartner=acme&locale=en").send();
    assert!(page.text.contains("Acme Energy Group"), "{}", page.text);
    // What is there already makes no version.
    assert_eq!(replace(&app, &next, &document).expect(200).header("etag"), next);
    // And the other tenant is as it was.
    assert_eq!(read(&app.netgrid()).0["name"], "netgrid");
}

#[test]
fn a_connection_that_leads_to_another_provider_is_remarked() {
    let app = TestApp::start();
    let (mut document, mut etag) = read(&app.acme());
    let mut remarks = |issuer: &str, display_name: &str| {
        document["connections"] = json!([{
            "id": "acme-login", "display_name": display_name,
            "oidc": { "issuer": issuer, "client_id": "usher", "client_authentication": "private_key_jwt" },
        }]);
        let answer = replace(&app, &etag, &document).expect(200);
        etag = answer.header("etag").to_owned();
        let answer = answer.json();
        let pointers = answer["remarks"].as_array().expect("remarks").iter();
        let pointers = pointers.filter_map(|remark| remark["pointer"].as_str());
        let of_connections = pointers.filter(|pointer| pointer.starts_with("/connections"));
        of_connections.map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(remarks("https://id.acme.example", "Acme account").is_empty());
    assert!(remarks("https://id.acme.example", "Acme").is_empty());
    assert_eq!(
        remarks("https://id.other.example", "Acme"),
        ["/connections/0/oidc/issuer"]
    );
    // The command line is told as well.
    let moved = |document: &mut serde_json::Value| {
        document["connections"] = json!([{
            "id": "acme-login", "display_name": "Acme",
            "oidc": { "issuer": "https://id.third.example", "client_id": "usher", "client_authentication": "private_key_jwt" },
        }]);
    };
    let told = app.apply_acme(moved).expect(200).text;
    assert!(told.contains("/connections/0/oidc/issuer"), "{told}");
}

#[test]
fn a_change_of_what_has_changed_since_is_refused_and_changes_nothing() {
    let app = TestApp::start();
    let (mut document, etag) = read(&app.acme());
    document["display_name"] = json!("First");
    replace(&app, &etag, &document).expect(200);
    document["display_name"] = json!("Second");
    replace(&app, &etag, &document).refused(412, "precondition_failed");
    for wrong in ["\"0\"", "\"x\"", "W/\"2\"", "2", ""] {
        replace(&app, wrong, &document).refused(412, "precondition_failed");
    }
    let call = Call::new(&app, "PUT", "/v1/tenant").json(&document).signed(&app.acme());
    call.send().refused(428, "precondition_required");
    let (now, etag) = read(&app.acme());
    assert_eq!(now["display_name"], "First");
    replacing(&app, &etag, &document)
        .header("if-match", &etag)
        .signed(&app.acme())
        .send()
        .refused(400, "invalid_header");
    replace(&app, "*", &document).expect(200);
    assert_eq!(read(&app.acme()).0["display_name"], "Second");
}

#[test]
fn of_many_who_change_one_version_at_once_one_does() {
    let app = TestApp::start();
    let (document, etag) = read(&app.acme());
    let answers = crate::support::at_once(10, |index| {
        let mut document = document.clone();
        document["display_name"] = json!(format!("Acme {index}"));
        replace(&app, &etag, &document)
    });
    let winner = answers
        .iter()
        .position(|answer| answer.status == 200)
        .expect("a winner");
    for (index, answer) in answers.into_iter().enumerate().filter(|(index, _)| *index != winner) {
        answer.refused(412, "precondition_failed");
        assert_ne!(index, winner);
    }
    let (now, next) = read(&app.acme());
    assert_eq!(now["display_name"], format!("Acme {winner}"));
    assert_eq!(number(&next), number(&etag) + 1);
}

#[test]
fn the_same_call_under_a_key_is_answered_alike() {
    let app = TestApp::start();
    let (mut document, etag) = read(&app.acme());
    document["display_name"] = json!("Once");
    let send = |document: &Value| {
        let call = replacing(&app, &etag, document).header("idempotency-key", "one");
        call.signed(&app.acme()).send()
    };
    let first = send(&document).expect(200);
    assert_eq!(send(&document).expect(200).text, first.text);
    let (now, next) = read(&app.acme());
    assert_eq!(
        (now["display_name"].as_str(), number(&next)),
        (Some("Once"), number(&etag) + 1)
    );
    document["display_name"] = json!("Twice");
    send(&document).refused(412, "precondition_failed");
    let call = replacing(&app, &next, &document).header("idempotency-key", "one");
    call.signed(&app.acme()).send().refused(422, "idempotency_key_reused");
}

#[test]
fn secrets_are_not_told_and_stay_as_they_are() {
    let app = TestApp::start();
    let (mut document, etag) = read(&app.acme());
    let secret = "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    let own =
        json!({ "id": "shared", "kind": "server", "configures": true, "keys": [{ "id": "1", "public": secret }] });
    document["clients"].as_array_mut().expect("clients").push(own);
    let etag = replace(&app, &etag, &document).expect(200).header("etag").to_owned();
    let (told, _) = read(&app.acme());
    assert!(!told.to_string().contains("MDEyMzQ1"));
    let clients = told["clients"].as_array().expect("clients");
    assert_eq!(
        clients.last().expect("the client")["keys"][0]["public"],
        "hmac-sha256:kept"
    );
    // The words of agreements are told as their hashes.
    assert!(told["agreements"][0]["versions"][0]["texts"]["en"]["sha256"].is_string());
    assert!(told["agreements"][0]["versions"][0]["texts"]["en"]["text"].is_null());
    let mut changed = told.clone();
    changed["display_name"] = json!("Acme 2");
    let etag = replace(&app, &etag, &changed).expect(200).header("etag").to_owned();
    // The key still signs.
    let key: usher::signature::SigningKey = secret.parse().expect("a key");
    let call = |nonce: &str| {
        app.call("GET", "/v1/tenant")
            .signed_as(&key, "shared/1", app.now(), nonce)
    };
    assert_eq!(call("a").send().expect(200).json(), changed);
    // Whoever signs with the key sends it back likewise.
    changed["display_name"] = json!("Acme 3");
    let call = replacing(&app, &etag, &changed).signed_as(&key, "shared/1", app.now(), "b");
    let etag = call.send().expect(200).header("etag").to_owned();
    let words = app
        .get("/legal/terms?labelpartner=acme&version=1&locale=en")
        .send()
        .expect(200);
    assert!(words.text.contains("Acme"));
    // Of a key that is not there nothing is kept.
    let clients = changed["clients"].as_array_mut().expect("clients");
    clients.last_mut().expect("the client")["keys"][0]["id"] = json!("2");
    let at = format!("/clients/{}/keys/0/public", clients.len() - 1);
    replace(&app, &etag, &changed).flawed(422, "validation_failed", &at, "not_acceptable");
    for row in app.rows("T#") {
        assert!(
            !format!("{row:?}").contains("MDEyMzQ1"),
            "no secret is in the table in the clear"
        );
    }
}

#[test]
fn the_schema_is_published() {
    let app = TestApp::start();
    let answer = app.get("/schemas/tenant.json").send().expect(200);
    assert_eq!(answer.header("content-type"), "application/schema+json");
    let schema = answer.json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let (document, _) = read(&app.acme());
    for member in document.as_object().expect("an object").keys() {
        assert!(schema["properties"][member].is_object(), "{member}");
    }
}
