//! The forms of what holds for everybody, of programs, and of the tenant's own sentences.

use serde_json::{Value, json};

use super::onboarding::{document, etag, posted, send};
use super::{leads_to, open, operator};
use crate::routes::signup::borrowed;
use crate::support::{TestApp, Web};

const APPS: &str = "/console/onboarding/apps";
const RULES: &str = "/console/onboarding/rules";
const TEXTS: &str = "/console/onboarding/texts";

/// What a form would post as it came, with some of it filled in otherwise.
#[track_caller]
pub(super) fn filled(web: &Web<'_>, path: &str, with: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = open(web, path).expect(200);
    let mut fields = posted(&page.text);
    for (name, value) in with {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

#[test]
fn a_form_that_is_sent_as_it_came_makes_no_version() {
    let app = TestApp::start();
    let odd = |document: &mut Value| {
        // No fields are another thing than none said, and a choice may have a comma.
        document["clients"][1]["fields"] = json!([]);
        let choice = json!({ "value": "Wien, Österreich", "label": { "en": "Vienna" } });
        document["clients"][3]["fields"] =
            json!([{ "name": "place", "type": "choice", "label": { "en": "Place" }, "choices": [choice] }]);
    };
    app.apply_acme(odd).expect(200);
    let web = operator(&app);
    let clients = document(&app)["clients"].as_array().expect("clients").clone();
    let ids = clients.iter().filter_map(|client| client["id"].as_str());
    let mut paths: Vec<_> = ids.map(|id| format!("{APPS}?id={id}")).collect();
    assert!(paths.len() > 3);
    paths.extend([RULES.to_owned(), format!("{TEXTS}?q=sign")]);
    let (before, was) = (etag(&web, RULES), document(&app));
    for path in paths {
        let fields = filled(&web, &path, &[]);
        let action = path.split('?').next().expect("a path");
        send(&web, action, &borrowed(&fields)).expect(303);
        assert_eq!(document(&app), was, "{path}");
        assert_eq!(etag(&web, RULES), before, "{path}");
    }
}

#[test]
fn what_holds_for_everybody_is_changed_and_mistakes_keep_what_was_typed() {
    let app = TestApp::start();
    let web = operator(&app);
    let wrong = filled(
        &web,
        RULES,
        &[("link_life_seconds", "a day"), ("reminders_after_hours", "48, soon")],
    );
    let before = document(&app);
    let page = send(&web, RULES, &borrowed(&wrong)).expect(422).text;
    leads_to(&page, "link_life_seconds");
    leads_to(&page, "reminders_after_hours");
    let missing = filled(&web, RULES, &[("sender.name", "")]);
    leads_to(&send(&web, RULES, &borrowed(&missing)).expect(422).text, "sender.name");
    assert!(
        page.contains("value=\"a day\"") && page.contains("value=\"48, soon\""),
        "{page}"
    );
    assert_eq!(document(&app), before);

    let operators = "operator@acme.example\r\nsecond@acme.example\r\n";
    let right = [
        ("sender.name", "Acme & Söhne"),
        ("invite_on_provision", "yes"),
        ("link_life_seconds", "7200"),
        ("reminders_after_hours", "48,120"),
        ("password_policy", "classic"),
        ("app_link", ""),
        ("console.operators", operators),
    ];
    send(&web, RULES, &borrowed(&filled(&web, RULES, &right))).expect(303);
    let now = document(&app);
    assert_eq!(
        [
            &now["sender"]["name"],
            &now["invite_on_provision"],
            &now["link_life_seconds"],
            &now["password_policy"]
        ],
        [&json!("Acme & Söhne"), &json!(true), &json!(7_200), &json!("classic")]
    );
    assert_eq!(now["sender"]["address"], before["sender"]["address"]);
    assert_eq!(
        (&now["reminders_after_hours"], &now["app_link"]),
        (&json!([48, 120]), &Value::Null)
    );
    assert_eq!(
        now["console"]["operators"],
        json!(["operator@acme.example", "second@acme.example"])
    );
    // Nobody takes the console away from themselves.
    let locked = filled(&web, RULES, &[("console.operators", "second@acme.example")]);
    let page = send(&web, RULES, &borrowed(&locked)).expect(422).text;
    leads_to(&page, "console.operators");
}

#[test]
fn a_program_is_added_changed_and_taken_away() {
    let app = TestApp::start();
    let web = operator(&app);
    let of = |document: &Value, id: &str| {
        let clients = document["clients"].as_array().expect("clients");
        clients.iter().find(|client| client["id"] == id).cloned()
    };
    let mut new = vec![
        ("id", "portal"),
        ("kind", "app"),
        ("display_name", "Portal"),
        ("grants.authorization_code", "yes"),
        ("redirect_uris", "http://elsewhere.example/back"),
        ("keys", "one ed25519:I2UdJgJH648zSLp6C5k0IdJ4Xz81T5ESrHkj76m/HfQ="),
        ("auth_types.email", "yes"),
        ("field.0.name", "meterNumber"),
        ("field.0.type", "text"),
        ("field.0.label", "Meter"),
        ("field.0.shown", "yes"),
    ];
    let page = send(&web, APPS, &borrowed(&filled(&web, APPS, &new))).expect(422).text;
    leads_to(&page, "redirect_uris");
    assert!(
        page.contains("http://elsewhere.example/back") && page.contains("value=\"portal\""),
        "{page}"
    );
    new[4] = (
        "redirect_uris",
        "https://portal.example/back\nhttps://portal.example/again",
    );
    send(&web, APPS, &borrowed(&filled(&web, APPS, &new))).expect(303);
    let made = of(&document(&app), "portal").expect("the new one");
    assert_eq!(
        made["redirect_uris"],
        json!(["https://portal.example/back", "https://portal.example/again"])
    );
    assert_eq!(
        (&made["grants"], &made["auth_types"]),
        (&json!(["authorization_code"]), &json!(["email"]))
    );
    assert_eq!(
        (&made["keys"][0]["id"], &made["fields"][0]["label"]["en"]),
        (&json!("one"), &json!("Meter"))
    );

    let page = open(&web, "/console/onboarding").expect(200).text;
    assert!(page.contains("/console/onboarding/apps?id=portal"), "{page}");
    let at = format!("{APPS}?id=portal");
    send(&web, APPS, &borrowed(&filled(&web, &at, &[("display_name", "")]))).expect(303);
    assert_eq!(of(&document(&app), "portal").expect("it")["display_name"], Value::Null);
    let stale = filled(&web, &at, &[("display_name", "Stale")]);
    send(&web, APPS, &borrowed(&filled(&web, &at, &[("remove", "yes")]))).expect(303);
    assert_eq!(of(&document(&app), "portal"), None);
    open(&web, &at).expect(404);
    send(&web, APPS, &borrowed(&stale)).expect(404);
    // A second one of the same id is none of the first.
    let twice = filled(&web, APPS, &[("id", "acme-web"), ("kind", "app")]);
    let page = send(&web, APPS, &borrowed(&twice)).expect(422).text;
    leads_to(&page, "id");
    assert!(page.contains("acme-web"), "{page}");
}

#[test]
fn a_shared_key_stays_where_the_form_says_that_it_is_kept() {
    let app = TestApp::start();
    let web = operator(&app);
    let at = format!("{APPS}?id=acme-backoffice");
    let page = open(&web, &at).expect(200).text;
    assert!(
        !page.contains("hmac-sha256:") || page.contains("hmac-sha256:kept"),
        "{page}"
    );
    send(
        &web,
        APPS,
        &borrowed(&filled(&web, &at, &[("display_name", "Back office")])),
    )
    .expect(303);
    // It signs as before.
    app.acme().call("GET", "/v1/tenant").send().expect(200);
}

#[test]
fn sentences_are_found_said_otherwise_and_given_back() {
    let app = TestApp::start();
    let web = operator(&app);
    let at = format!("{TEXTS}?language=de&q=Alles+erledigt");
    let usual = open(&web, &format!("{TEXTS}?language=de&q=done-title"))
        .expect(200)
        .text;
    assert!(usual.contains("name=\"text.done-title\" value=\"\""), "{usual}");
    assert!(!open(&web, &at).expect(200).text.contains("text.provisioned"));
    let more = open(&web, &format!("{TEXTS}?language=en&q=e")).expect(200).text;
    assert_eq!(more.matches("name=\"text.").count(), 20);
    assert!(more.contains("There are more"), "{more}");
    let none = open(&web, &format!("{TEXTS}?language=en&q=xyzzy")).expect(200).text;
    assert!(none.contains("No sentence has these words"), "{none}");

    let at = format!("{TEXTS}?language=de&q=done-title");
    let wrong = filled(&web, &at, &[("text.done-title", "Fertig, { $nobody }")]);
    let page = send(&web, TEXTS, &borrowed(&wrong)).expect(422).text;
    leads_to(&page, "text.done-title");
    assert!(page.contains("Fertig, { $nobody }"), "{page}");
    send(
        &web,
        TEXTS,
        &borrowed(&filled(&web, &at, &[("text.done-title", "Fertig")])),
    )
    .expect(303);
    assert_eq!(document(&app)["texts"], json!({ "de": { "done-title": "Fertig" } }));
    // It stands on the page of its language without being looked for.
    let own = format!("{TEXTS}?language=de");
    assert!(open(&web, &own).expect(200).text.contains("value=\"Fertig\""));
    send(&web, TEXTS, &borrowed(&filled(&web, &own, &[("text.done-title", "")]))).expect(303);
    assert_eq!(document(&app).get("texts"), None);
}
