//! The forms of the onboarding.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{leads_to, open, operator};
use crate::support::{Answer, TestApp, Web, hidden};

/// The document as a program of the tenant reads it.
#[track_caller]
pub(super) fn document(app: &TestApp) -> Value {
    app.acme().call("GET", "/v1/tenant").send().expect(200).json()
}

pub(super) fn send(web: &Web<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    web.send(&format!("{path}?labelpartner=acme&locale=en"), fields)
}

/// The version that a form is of.
#[track_caller]
pub(super) fn etag(web: &Web<'_>, path: &str) -> String {
    hidden(&open(web, path).expect(200), "etag").replace("&#34;", "\"")
}

#[test]
fn a_form_that_is_sent_as_it_came_changes_nothing_of_the_kind() {
    let app = TestApp::start();
    let web = operator(&app);
    for kind in ["personal", "business", "channel_partner", "data_recipient"] {
        let path = format!("/console/onboarding/kinds/{kind}");
        let before = document(&app);
        let page = open(&web, &path).expect(200);
        let fields = posted(&page.text);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        send(&web, &path, &fields).expect(303);
        let (after, at) = (document(&app), format!("/onboarding/kinds/{kind}"));
        let rules = |document: &Value| -> usher::tenant::AccountKind {
            serde_json::from_value(document.pointer(&at).expect("a kind").clone()).expect("rules")
        };
        assert_eq!(rules(&after), rules(&before), "{kind}");
    }
}

/// What a browser would post of a form as it came.
pub(super) fn posted(html: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(
            rest.split_once('"')?
                .0
                .replace("&#34;", "\"")
                .replace("&#38;", "&")
                .replace("&#39;", "'"),
        )
    };
    let mut fields = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').unwrap_or((tag, ""));
        let Some(name) = attribute(tag, "name") else { continue };
        if tag.starts_with("input") {
            let ticked = !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
            if ticked {
                fields.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("textarea") {
            fields.push((name, text.replace("&#34;", "\"")));
        } else if tag.starts_with("select") {
            let rest = html.split_once(&format!("<{tag}>")).map_or("", |(_, rest)| rest);
            let options = rest.split_once("</select>").map_or("", |(options, _)| options);
            let chosen = options
                .split("<option")
                .skip(1)
                .find(|option| option.contains(" selected"));
            let first = options.split("<option").nth(1);
            let value = chosen.or(first).and_then(|option| attribute(option, "value"));
            fields.push((name, value.unwrap_or_default()));
        }
    }
    fields
}

#[test]
fn a_kind_is_changed_by_its_form_and_mistakes_keep_what_was_typed() {
    let app = TestApp::start();
    let web = operator(&app);
    let path = "/console/onboarding/kinds/business";
    let tag = etag(&web, path);
    let mut fields = vec![
        ("etag", tag.as_str()),
        ("enabled", "yes"),
        ("customer.0.name", "companyName"),
        ("customer.0.required", "yes"),
        ("customer.0.shown", "yes"),
        ("customer.1.name", "1st vat"),
        ("customer.1.type", "text"),
        ("customer.1.label", "VAT number"),
        ("user.0.name", "firstName"),
        ("user.0.shown", "yes"),
        ("approval", "yes"),
        ("approvers", "a@acme.example\r\n b@acme.example \r\n\r\n"),
        ("approved", "@trusted.example"),
        ("denied", "@blocked.example"),
        ("voucher", "optional"),
    ];
    let before = document(&app);
    let page = send(&web, path, &fields).expect(422);
    leads_to(&page.text, "customer.1.name");
    assert!(page.text.contains("value=\"1st vat\""), "what was typed is kept");
    assert_eq!(document(&app), before);
    fields[5] = ("customer.1.name", "vatNumber");
    send(&web, path, &fields).expect(303);
    let rules = document(&app)["onboarding"]["kinds"]["business"].clone();
    assert_eq!(rules["customer_fields"][1]["label"]["en"], "VAT number");
    assert_eq!(rules["customer_fields"][1]["shown"], false);
    assert_eq!(
        rules["approval"]["approvers"],
        serde_json::json!(["a@acme.example", "b@acme.example"])
    );
    assert_eq!(rules["voucher"], "optional");
    assert!(rules["default_location"].is_null());
    // The form of a version that others have changed since is not taken.
    let page = send(&web, path, &fields).expect(409);
    assert!(page.text.contains("Somebody else has changed this"), "{}", page.text);
    open(&web, "/console/onboarding/kinds/royal").expect(404);
}

#[test]
fn the_look_and_the_whole_document_are_changed_and_brought_back() {
    let app = TestApp::start();
    let web = operator(&app);
    let first = document(&app);
    let path = "/console/onboarding/look";
    let tag = etag(&web, path);
    let fields = [
        ("etag", tag.as_str()),
        ("display_name", "Acme & Söhne"),
        ("default_locale", "de"),
        ("colour", "red"),
        ("legal.0.label", "Privacy"),
        ("legal.0.url", "https://acme.example/privacy"),
    ];
    let page = send(&web, path, &fields).expect(422);
    leads_to(&page.text, "colour");
    assert!(page.text.contains("Acme &#38; Söhne"), "{}", page.text);
    let mut right = fields;
    right[3] = ("colour", "#aa0000");
    send(&web, path, &right).expect(303);
    let changed = document(&app);
    assert_eq!(
        (&changed["display_name"], &changed["brand"]["colour"]),
        (&"Acme & Söhne".into(), &"#aa0000".into())
    );
    assert_eq!(changed["brand"]["legal_links"].as_array().map(Vec::len), Some(1));

    let path = "/console/onboarding/document";
    let tag = etag(&web, path);
    let page = send(&web, path, &[("etag", &tag), ("document", "{")]).expect(422);
    assert!(page.text.contains("This is no JSON"), "{}", page.text);
    let twice = changed.to_string().replacen('{', "{\"display_name\":\"Another\",", 1);
    let page = send(&web, path, &[("etag", &tag), ("document", &twice)]).expect(422);
    leads_to(&page.text, "document");
    assert!(
        page.text.contains("/display_name"),
        "of two names, which would count? {}",
        page.text
    );
    let mut without = changed.clone();
    without.as_object_mut().expect("members").remove("sender");
    let page = send(&web, path, &[("etag", &tag), ("document", &without.to_string())]).expect(422);
    assert!(
        page.text.contains("#document\"><bdi>Configuration as JSON"),
        "{}",
        page.text
    );
    let mut locked = changed.clone();
    locked["console"]["operators"] = serde_json::json!(["somebody@acme.example"]);
    let page = send(&web, path, &[("etag", &tag), ("document", &locked.to_string())]).expect(422);
    leads_to(&page.text, "document");
    assert!(page.text.contains("/console/operators"), "{}", page.text);
    let mut more = changed;
    more["link_life_seconds"] = 7_200.into();
    send(&web, path, &[("etag", &tag), ("document", &more.to_string())]).expect(303);
    send(&web, path, &[("etag", &tag), ("document", &more.to_string())]).expect(409);
    assert_eq!(document(&app)["link_life_seconds"], 7_200);

    let versions = open(&web, "/console/onboarding/versions").expect(200).text;
    assert!(
        versions.contains("operator usr_") && versions.contains("Restore version 1"),
        "{versions}"
    );
    send(&web, "/console/onboarding/versions", &[("version", "1")]).expect(303);
    assert_eq!(document(&app), first);
    send(&web, "/console/onboarding/versions", &[("version", "99")]).expect(404);
}

#[test]
fn pages_and_mails_are_shown_as_people_see_them() {
    let app = TestApp::start();
    let web = operator(&app);
    let list = open(&web, "/console/preview").expect(200);
    let ways = list.text.split("/console/preview/").skip(1);
    let mut listed: BTreeSet<&str> = ways.filter_map(|rest| rest.split('?').next()).collect();
    for (what, says) in [
        ("sign-in", "Sign in"),
        ("sign-up", "Business"),
        ("check-mail", "jane.doe@example.org"),
        ("business", "Company"),
        ("personal", "Create account"),
        ("channel_partner", "code"),
        ("data_recipient", "Create account"),
        ("details", "Check your details"),
        ("confirm", "Confirm your e-mail address"),
        ("password", "Choose a password"),
        ("invitation", "Terms"),
        ("waiting", "waiting for approval"),
        ("done", "all set"),
        ("expired", "expired"),
        ("recovery", "Choose a new password"),
        ("agreements", "Terms"),
        ("mail-confirm", "123 456"),
        ("mail-invitation", "123 456"),
        ("mail-reminder", "still"),
        ("mail-registration", "Acme Energy"),
        ("mail-sign-up", "Acme Energy"),
        ("mail-exists", "Acme Energy"),
        ("mail-elsewhere", "Example Login"),
        ("mail-waiting", "Acme Energy"),
        ("mail-approval", "Jane Doe"),
        ("mail-approved", "Acme Energy"),
        ("mail-refused", "not approved"),
        ("mail-recovery", "new password"),
        ("mail-password-changed", "password was changed"),
        ("mail-sign-in-moved", "another way"),
        ("mail-new-address", "new e-mail address"),
        ("mail-address-changed", "j•••"),
        ("mail-deleted", "was deleted"),
    ] {
        let page = open(&web, &format!("/console/preview/{what}")).expect(200);
        assert!(page.text.contains(says), "{what}: {}", page.text);
        if what.starts_with("mail-") {
            assert!(page.header("content-security-policy").contains("sandbox"), "{what}");
        }
        listed.remove(what);
    }
    assert!(listed.is_empty(), "listed but not looked at: {listed:?}");
    open(&web, "/console/preview/elsewhere").expect(404);
}
