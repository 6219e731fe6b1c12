//! What no document may be, and who may not change one.

use serde_json::{Value, json};

use super::{read, replace, replacing};
use crate::support::{Call, TestApp};

#[test]
fn everything_that_is_wrong_is_told_with_its_pointer_and_nothing_is_changed() {
    let app = TestApp::start();
    let (document, etag) = read(&app.acme());
    let mut wrong = document.clone();
    wrong["brand"]["colour"] = json!("blue");
    wrong["link_life_seconds"] = json!(5);
    wrong["onboarding"]["kinds"]["personal"]["approval"] = json!({ "approvers": vec!["a@acme.example"; 11] });
    let answer = replace(&app, &etag, &wrong).refused(422, "validation_failed");
    let pointers: Vec<_> = answer.flaws().into_iter().map(|(pointer, _)| pointer).collect();
    for pointer in [
        "/brand/colour",
        "/link_life_seconds",
        "/onboarding/kinds/personal/approval/approvers",
    ] {
        assert!(pointers.contains(&pointer.to_owned()), "{pointers:?}");
    }
    // What cannot even be read is told beside it.
    wrong["brand"]["shape"] = json!("round");
    wrong["session_idle_seconds"] = json!("long");
    wrong["clients"][0]["kind"] = json!("robot");
    let answer = replace(&app, &etag, &wrong).refused(400, "invalid_body");
    let pointers: Vec<_> = answer.flaws().into_iter().map(|(pointer, _)| pointer).collect();
    for pointer in [
        "/brand/shape",
        "/session_idle_seconds",
        "/clients/0/kind",
        "/brand/colour",
        "/link_life_seconds",
    ] {
        assert!(pointers.contains(&pointer.to_owned()), "{pointers:?}");
    }
    // Within a kind, too, with the name of each kind that it is wrong in.
    let mut wrong = document.clone();
    for kind in ["personal", "business"] {
        wrong["onboarding"]["kinds"][kind]["approval"] = json!([]);
    }
    wrong["onboarding"]["kinds"]["royal"] = json!({ "enabled": true });
    let answer = replace(&app, &etag, &wrong).refused(400, "invalid_body");
    let flaws = answer.flaws();
    for pointer in [
        "/onboarding/kinds/personal/approval",
        "/onboarding/kinds/business/approval",
    ] {
        assert!(flaws.iter().any(|(at, _)| at == pointer), "{flaws:?}");
    }
    assert!(
        answer.text.contains("royal") && answer.text.contains("data_recipient"),
        "{}",
        answer.text
    );
    let enabled = "\"business\":{";
    assert!(document.to_string().contains(enabled));
    let twice = document
        .to_string()
        .replacen(enabled, "\"business\":{\"enabled\":true,", 1);
    let call = Call::new(&app, "PUT", "/v1/tenant").header("if-match", &etag);
    let answer = call.body("application/json", twice).signed(&app.acme()).send();
    let flaws = answer.refused(400, "invalid_body").flaws();
    assert!(
        flaws.iter().any(|(at, _)| at == "/onboarding/kinds/business/enabled"),
        "{flaws:?}"
    );
    let twice = document.to_string().replacen('{', "{\"display_name\":\"X\",", 1);
    let call = Call::new(&app, "PUT", "/v1/tenant").header("if-match", &etag);
    let call = call.body("application/json", twice).signed(&app.acme());
    call.send().refused(400, "invalid_body");
    let call = replacing(&app, &etag, &json!([])).signed(&app.acme());
    call.send().refused(400, "invalid_body");
    assert_eq!(read(&app.acme()), (document, etag));
}

#[test]
fn only_a_client_that_may_configures() {
    let app = TestApp::start();
    let (mut document, etag) = read(&app.acme());
    let secret = "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    let other = json!({ "id": "other-office", "kind": "server", "keys": [{ "id": "1", "public": secret }] });
    document["clients"].as_array_mut().expect("clients").push(other);
    let etag = replace(&app, &etag, &document).expect(200).header("etag").to_owned();
    let key: usher::signature::SigningKey = secret.parse().expect("a key");
    for (index, path) in ["/v1/tenant", "/v1/tenant/versions", "/v1/tenant/versions/1"]
        .iter()
        .enumerate()
    {
        let call = app
            .call("GET", path)
            .signed_as(&key, "other-office/1", app.now(), &format!("n{index}"));
        call.send().refused(403, "configure_not_allowed");
    }
    document["clients"]
        .as_array_mut()
        .expect("clients")
        .last_mut()
        .expect("it")["configures"] = json!(true);
    let call = replacing(&app, &etag, &document).signed_as(&key, "other-office/1", app.now(), "put");
    call.send().refused(403, "configure_not_allowed");
    app.call("GET", "/v1/tenant").send().refused(401, "unauthenticated");
    // A token from client credentials does as well as a signature.
    let call = app.call("GET", "/v1/tenant").bearer(&app.acme().token());
    assert_eq!(call.send().expect(200).header("etag"), etag);
}

#[test]
fn what_is_the_operators_to_change_stays_as_it_is() {
    let app = TestApp::start();
    let (document, etag) = read(&app.acme());
    let changes: [(&str, Value); 4] = [
        ("/name", json!("acme2")),
        ("/hosts", json!(["netgrid.example"])),
        ("/sender/address", json!("hello@netgrid.example")),
        ("/sms/daily_limit", json!(1_000_000)),
    ];
    for (pointer, value) in changes {
        let mut changed = document.clone();
        *changed.pointer_mut(pointer).expect("a member") = value;
        let at = if pointer.starts_with("/sms") { "/sms" } else { pointer };
        replace(&app, &etag, &changed).flawed(422, "validation_failed", at, "not_acceptable");
    }
    let mut taken = document.clone();
    taken["clients"]
        .as_array_mut()
        .expect("clients")
        .push(json!({ "id": "netgrid-app", "kind": "app" }));
    let at = format!("/clients/{}/id", document["clients"].as_array().expect("clients").len());
    replace(&app, &etag, &taken).flawed(409, "client_id_taken", &at, "not_acceptable");
    let mut words = document.clone();
    let text = &mut words["agreements"][0]["versions"][0]["texts"]["en"];
    text["text"] = json!("Other words.");
    text["sha256"] = Value::Null;
    replace(&app, &etag, &words).refused(409, "agreement_changed");
    text_hash_of_nothing(&app, &etag, &document);
    assert_eq!(read(&app.acme()), (document, etag));
}

#[test]
fn the_words_of_a_document_that_was_refused_are_nobodys_yet() {
    let app = TestApp::start();
    let (document, etag) = read(&app.acme());
    let with = |words: &str, client: Option<Value>| {
        let mut changed = document.clone();
        changed["clients"].as_array_mut().expect("clients").extend(client);
        changed["agreements"].as_array_mut().expect("agreements").push(json!({
            "name": "privacy", "required": false, "versions": [{"version": 1, "effective_from": "2026-02-01T00:00:00Z",
            "texts": {"en": {"title": "Privacy", "text": words}}}],
        }));
        changed
    };
    let foreign = json!({ "id": "netgrid-app", "kind": "app" });
    replace(&app, &etag, &with("First.", Some(foreign))).refused(409, "client_id_taken");
    replace(&app, &etag, &with("Second.", None)).expect(200);
}

/// A hash that is none of the words that were applied.
fn text_hash_of_nothing(app: &TestApp, etag: &str, document: &Value) {
    let mut hashed = document.clone();
    hashed["agreements"][0]["versions"][0]["texts"]["en"]["sha256"] =
        json!("5bnKEXcnyKbC7UJ7VVdgpdoOTZXf8kdUZ9hkZPbxvPo");
    replace(app, etag, &hashed).refused(409, "agreement_changed");
}

#[test]
fn nobody_locks_themselves_or_everybody_out() {
    let app = TestApp::start();
    let (document, etag) = read(&app.acme());
    let mut without = document.clone();
    without["clients"]
        .as_array_mut()
        .expect("clients")
        .retain(|client| client["id"] != "acme-backoffice");
    let mut powerless = document.clone();
    powerless["clients"][0]["configures"] = json!(false);
    let mut rekeyed = document.clone();
    rekeyed["clients"][0]["keys"] =
        json!([{ "id": "new", "public": "ed25519:mkJvfm/e7ENMV83ULuw9nVgDgecFkeVqGwv/i8xVWeU=" }]);
    for locked in [without, powerless, rekeyed] {
        replace(&app, &etag, &locked).flawed(422, "validation_failed", "/clients", "not_acceptable");
    }
    let mut nobody = document.clone();
    nobody["onboarding"]["kinds"]["business"]["allowed_addresses"] = json!(["@acme.example", "jane@other.example"]);
    nobody["onboarding"]["kinds"]["business"]["denied_addresses"] = json!(["@acme.example", "@other.example"]);
    let at = "/onboarding/kinds/business/allowed_addresses";
    replace(&app, &etag, &nobody).flawed(422, "validation_failed", at, "not_acceptable");
    assert_eq!(read(&app.acme()), (document, etag));
}
