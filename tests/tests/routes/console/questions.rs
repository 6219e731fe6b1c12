//! Everything that can be said of a question, on a page of its own, and the row that it has in a table.

use serde_json::{Value, json};

use super::onboarding::{document, posted, send};
use super::settings::filled;
use super::{leads_to, open, operator};
use crate::routes::signup::borrowed;
use crate::support::TestApp;

const PATH: &str = "/console/onboarding/questions";
const KIND: &str = "/console/onboarding/kinds/business";
const FARM: &str = "/console/onboarding/questions?kind=business&of=customer_fields&name=farm";

/// A question with everything that one can have.
fn farm() -> Value {
    json!({
        "name": "farm", "type": "choice", "required": true, "shown": true, "label": { "de": "Betrieb", "en": "Farm" },
        "choices": [
            { "value": "cows", "label": { "de": "Kühe", "en": "Cows" } },
            { "value": "none" },
        ],
    })
}

fn asking(fields: Value) -> TestApp {
    let app = TestApp::start();
    app.apply_acme(|document| document["onboarding"]["kinds"]["business"]["customer_fields"] = fields)
        .expect(200);
    app
}

fn fields(app: &TestApp) -> Value {
    document(app)["onboarding"]["kinds"]["business"]["customer_fields"].clone()
}

#[test]
fn a_question_has_all_languages_choices_and_rules_on_its_page() {
    let app = asking(json!([farm()]));
    let web = operator(&app);
    let table = open(&web, KIND).expect(200).text;
    let link = "questions?kind=business&#38;of=customer_fields&#38;name=farm";
    assert!(table.contains(link) && table.contains("Label (English)"), "{table}");
    let as_it_was = fields(&app);
    send(&web, PATH, &borrowed(&filled(&web, FARM, &[]))).expect(303);
    assert_eq!(fields(&app), as_it_was, "as it came it changes nothing");
    let changed = [
        ("label", "de = Hof\r\nfr = Ferme"),
        ("choices", "cows | de = Kühe | fr = Vaches\r\n\r\nhens"),
    ];
    send(&web, PATH, &borrowed(&filled(&web, FARM, &changed))).expect(303);
    let after = fields(&app);
    assert_eq!(after[0]["label"], json!({ "de": "Hof", "fr": "Ferme" }));
    assert_eq!(
        after[0]["choices"],
        json!([{ "value": "cows", "label": { "de": "Kühe", "fr": "Vaches" } }, { "value": "hens" }])
    );
    let text = [
        ("type", "text"),
        ("choices", ""),
        ("max_length", "12"),
        ("pattern", "[a-z]+"),
        ("scope", "farm"),
    ];
    send(&web, PATH, &borrowed(&filled(&web, FARM, &text))).expect(303);
    let after = fields(&app)[0].clone();
    assert_eq!(
        [&after["type"], &after["max_length"], &after["pattern"], &after["scope"]],
        [&json!("text"), &json!(12), &json!("[a-z]+"), &json!("farm")]
    );
}

#[test]
fn nothing_that_is_typed_is_left_out_without_a_word() {
    let mut field = farm();
    field["choices"][0]["label"]["en"] = "Cows | bulls".into();
    let app = asking(json!([field]));
    let web = operator(&app);
    // A label may have what stands between labels.
    let page = open(&web, FARM).expect(200).text;
    assert!(page.contains("en = Cows \\| bulls"), "{page}");
    let mut more = filled(&web, FARM, &[]);
    let choices = more.iter_mut().find(|(name, _)| name == "choices").expect("choices");
    choices.1.push_str("\r\nhens");
    send(&web, PATH, &borrowed(&more)).expect(303);
    field["choices"]
        .as_array_mut()
        .expect("choices")
        .push(json!({ "value": "hens" }));
    assert_eq!(fields(&app), json!([field]));
    // One language twice is no label, and both stay.
    for (input, typed) in [("label", "en = A\r\nen = B"), ("choices", "cows | en = A | en = B")] {
        let page = send(&web, PATH, &borrowed(&filled(&web, FARM, &[(input, typed)]))).expect(422);
        leads_to(&page.text, input);
        for kept in typed.split("\r\n") {
            assert!(page.text.contains(kept), "{kept}: {}", page.text);
        }
    }
    assert_eq!(fields(&app), json!([field]));
}

#[test]
fn mistakes_lead_to_their_inputs_and_keep_what_was_typed() {
    let app = asking(json!([farm()]));
    let web = operator(&app);
    let before = fields(&app);
    let wrong = [("max_length", "many"), ("choices", ""), ("label", "english = Farm")];
    let page = send(&web, PATH, &borrowed(&filled(&web, FARM, &wrong)))
        .expect(422)
        .text;
    leads_to(&page, "max_length");
    assert!(
        page.contains("value=\"many\"") && page.contains("english = Farm"),
        "{page}"
    );
    let wrong = [("type", "text"), ("choices", ""), ("pattern", "[a-")];
    leads_to(
        &send(&web, PATH, &borrowed(&filled(&web, FARM, &wrong)))
            .expect(422)
            .text,
        "pattern",
    );
    assert_eq!(fields(&app), before);
    let stale = filled(&web, FARM, &[("etag", "\"0\"")]);
    send(&web, PATH, &borrowed(&stale)).expect(409);
    for nowhere in [
        "",
        "?name=farm",
        "?kind=royal&of=customer_fields&name=farm",
        "?kind=business&of=labels&name=farm",
    ] {
        open(&web, &format!("{PATH}{nowhere}")).expect(404);
    }
    open(&web, &format!("{PATH}?kind=business&of=customer_fields&name=gone")).expect(404);
    open(&web, &format!("{PATH}?app=nobody&name=farm")).expect(404);
}

#[test]
fn a_question_of_an_app_has_its_page_too() {
    let app = TestApp::start();
    let web = operator(&app);
    let clients = document(&app)["clients"].clone();
    let mut clients = clients.as_array().expect("clients").iter();
    let client = clients
        .find(|client| client["fields"][0].is_object())
        .expect("an app that asks");
    let [id, name] = [&client["id"], &client["fields"][0]["name"]].map(|text| text.as_str().expect("a text"));
    let path = format!("{PATH}?app={id}&name={name}");
    let before = document(&app);
    send(&web, PATH, &borrowed(&filled(&web, &path, &[]))).expect(303);
    assert_eq!(document(&app), before);
    send(&web, PATH, &borrowed(&filled(&web, &path, &[("label", "nl = Vraag")]))).expect(303);
    let after = document(&app)["clients"].clone();
    let mut after = after.as_array().expect("clients").iter();
    let after = after.find(|client| client["id"] == id).expect("the app");
    assert_eq!(after["fields"][0]["label"], json!({ "nl": "Vraag" }));
}

#[test]
fn a_question_that_is_called_otherwise_keeps_the_rest_even_after_a_mistake() {
    let other = json!({ "name": "vat", "type": "text", "required": false, "shown": true, "label": { "en": "VAT" } });
    let app = asking(json!([other, farm()]));
    let web = operator(&app);
    // The first row is taken out, the second called otherwise, and something else is wrong.
    let changed = [
        ("customer.0.name", ""),
        ("customer.1.name", "estate"),
        ("approval", "yes"),
        ("approvers", "nobody"),
    ];
    let wrong = filled(&web, KIND, &changed);
    let page = send(&web, KIND, &borrowed(&wrong)).expect(422).text;
    let mut again = posted(&page);
    again.retain(|(name, _)| name != "approvers");
    send(&web, KIND, &borrowed(&again)).expect(303);
    let mut estate = farm();
    estate["name"] = "estate".into();
    assert_eq!(fields(&app), json!([estate]));
}

#[test]
fn the_place_that_comes_with_an_account_has_a_name_in_each_language() {
    let app = TestApp::start();
    let web = operator(&app);
    let names = [
        ("location", "yes"),
        ("default_location.name", "de = Zentrale\r\nen = Head office"),
    ];
    send(&web, KIND, &borrowed(&filled(&web, KIND, &names))).expect(303);
    let place = || document(&app)["onboarding"]["kinds"]["business"]["default_location"].clone();
    assert_eq!(place()["name"], json!({ "de": "Zentrale", "en": "Head office" }));
    let none = filled(&web, KIND, &[("default_location.name", "")]);
    send(&web, KIND, &borrowed(&none)).expect(303);
    assert!(place().is_object() && place()["name"].is_null(), "{}", place());
}
