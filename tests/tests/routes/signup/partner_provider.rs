//! Codes that the tenant's own service resolves.

mod asking;
mod failing;

use serde_json::{Value, json};

use super::{ask, borrowed, completed_with, link_in, people};
use crate::routes::console::{open, operator};
use crate::routes::v1_vouchers::{seen as voucher_seen, voucher};
use crate::support::{Answer, PASSWORD, Provider, Says, TestApp, Web, invitee};

/// A secret that nobody else's test has.
const TOKEN: &str = "token-that-no-log-and-no-table-holds";

/// What a service tells of a partner.
fn solar() -> Value {
    json!({ "company": "Solar Partners Ltd", "area": "North", "city": "Cambridge", "admin": true })
}

/// A stack whose channel partners have codes that `provider` knows.
#[track_caller]
fn stack(provider: &Provider) -> TestApp {
    let app = TestApp::start();
    configure(&app, &provider.url, |_| ());
    app
}

/// Gives `acme` a provider, with a change.
#[track_caller]
fn configure(app: &TestApp, url: &str, change: impl FnOnce(&mut Value)) {
    apply(app, url, change).expect(200);
}

fn apply(app: &TestApp, url: &str, change: impl FnOnce(&mut Value)) -> Answer {
    app.apply_acme(|document| {
        let kind = &mut document["onboarding"]["kinds"]["channel_partner"];
        kind["partner_provider"] = json!({
            "url": url, "name_field": "company", "property_mapping": { "area": "salesRegion" },
            "authentication": { "bearer": { "token": TOKEN } }, "target_organisation": "Resellers",
        });
        change(kind);
    })
}

/// A link to the form of a channel partner.
#[track_caller]
fn link(app: &TestApp, email: &str) -> String {
    ask(app, "channel_partner", email).expect(200);
    link_in(app, email)
}

/// A partner fills in the form, with this code.
fn complete(web: &Web<'_>, link: &str, code: &str) -> Answer {
    let mut fields = completed_with(link, PASSWORD);
    for (name, value) in [("profile.companyName", "Typed Ltd"), ("voucher_code", code)] {
        fields.push((name.to_owned(), value.to_owned()));
    }
    web.send("/signup/complete", &borrowed(&fields))
}

/// Somebody new types this code.
#[track_caller]
fn somebody(app: &TestApp, code: &str) -> (String, Answer) {
    let email = invitee();
    let link = link(app, &email);
    let answer = complete(&app.web(), &link, code);
    (email, answer)
}

#[track_caller]
fn account(app: &TestApp, email: &str) -> Value {
    let tokens = app.app_of("acme").sign_in(email, PASSWORD).expect(200);
    let subject = crate::support::claims(&tokens.member("id_token"))["sub"].clone();
    app.acme().see(subject.as_str().expect("a subject")).expect(200).json()
}

#[test]
fn a_partner_opens_an_account_with_what_the_service_tells_of_them() {
    let provider = Provider::start(Says::json(&solar()));
    let app = stack(&provider);
    let (email, web) = (invitee(), app.web());
    complete(&web, &link(&app, &email), " p-7/ü ").expect(303);
    let taken_along = web.open("/account/export").expect(200).json();
    assert_eq!(taken_along["customer_name"], "Solar Partners Ltd");
    let account = account(&app, &email);
    assert_eq!(account["customer_name"], "Solar Partners Ltd");
    assert_eq!(account["organisation"], "Resellers");
    let fields = json!({ "companyName": "Typed Ltd", "salesRegion": "North" });
    assert_eq!(account["customer_fields"], fields);
    let [received] = provider.received().try_into().expect("one question");
    assert_eq!(received.line, "POST /resolve?site=1 HTTP/1.1");
    let body: Value = serde_json::from_slice(&received.body).expect("JSON");
    assert_eq!(body, json!({ "code": "p-7/ü", "tenant": "acme" }));
}

#[test]
fn what_the_service_tells_is_so_whatever_the_form_says_and_the_organisation_may_be_left_out() {
    let provider = Provider::start(Says::json(&json!({ "company": "Solar Partners Ltd" })));
    let app = TestApp::start();
    configure(&app, &provider.url, |kind| {
        let provider = kind["partner_provider"].as_object_mut().expect("an object");
        provider.remove("target_organisation");
        provider["property_mapping"] = json!({ "company": "companyName" });
    });
    let (email, answer) = somebody(&app, "P-7");
    answer.expect(303);
    let account = account(&app, &email);
    assert_eq!(
        account["customer_fields"],
        json!({ "companyName": "Solar Partners Ltd" })
    );
    assert!(account.get("organisation").is_none(), "{account}");
}

#[test]
fn whoever_decides_about_the_account_sees_whose_it_is() {
    let provider = Provider::start(Says::json(&solar()));
    let app = TestApp::start();
    configure(&app, &provider.url, |kind| kind["approval"] = json!({}));
    let (email, answer) = somebody(&app, "P-7");
    answer.expect(303);
    let list = app.acme().call("GET", "/v1/approvals").send().expect(200).json();
    let waiting = &list["approvals"][0];
    assert_eq!(waiting["email_address"], email.as_str());
    assert_eq!(
        (&waiting["customer_name"], &waiting["organisation"]),
        (&json!("Solar Partners Ltd"), &json!("Resellers"))
    );
    let web = operator(&app);
    let person = format!("/console/people/{}", waiting["user_id"].as_str().expect("an id"));
    for path in ["/console/approvals", &person] {
        let page = open(&web, path).expect(200).text;
        for told in ["Solar Partners Ltd", "Resellers", "Typed Ltd"] {
            assert!(page.contains(told), "{path} {told}: {page}");
        }
    }
}

#[test]
fn a_code_that_the_service_does_not_know_is_a_mistake_like_any_other_wrong_code() {
    let provider = Provider::start(Says::Status(404, String::new()));
    let app = stack(&provider);
    let (email, page) = somebody(&app, "P-7");
    let page = page.expect(422);
    assert!(page.text.contains("does not match") && page.text.contains("href=\"#voucher_code\""));
    assert!(page.text.contains("Typed Ltd") && page.text.contains("value=\"P-7\"") && !page.text.contains(PASSWORD));
    assert_eq!((people(&app, &email), provider.received().len()), (0, 1));
    let (_, page) = somebody(&app, &"x".repeat(65));
    assert!(page.expect(422).text.contains("does not match"));
    assert_eq!(provider.received().len(), 1, "what is no code is not asked about");
}

#[test]
fn a_voucher_is_never_asked_about_and_opens_accounts_while_the_service_is_down() {
    let provider = Provider::start(Says::Nothing);
    let app = stack(&provider);
    let made = voucher(&app, 1, &json!({ "presets": { "salesRegion": "South" } }));
    let code = made["code"].as_str().expect("a code");
    let (email, answer) = somebody(&app, code);
    answer.expect(303);
    let opened = account(&app, &email);
    assert_eq!(opened["customer_fields"]["salesRegion"], "South");
    assert!(opened.get("customer_name").is_none());
    let (_, used_up) = somebody(&app, code);
    assert!(used_up.expect(422).text.contains("not valid any more"));
    app.apply_acme(|document| document["onboarding"]["kinds"]["business"]["voucher"] = "optional".into())
        .expect(200);
    let of_companies = voucher(&app, 1, &json!({ "kind": "business" }));
    configure(&app, &provider.url, |_| ());
    let (_, of_another_kind) = somebody(&app, of_companies["code"].as_str().expect("a code"));
    of_another_kind.expect(422);
    assert_eq!(provider.received().len(), 0);
    assert_eq!(voucher_seen(&app, &made)["used"], 1);
}

#[test]
fn a_kind_without_a_service_asks_nobody() {
    let provider = Provider::start(Says::json(&solar()));
    let app = stack(&provider);
    app.apply_acme(|document| document["onboarding"]["kinds"]["business"]["voucher"] = "optional".into())
        .expect(200);
    let (_, page) = somebody(&app, "P-7");
    page.expect(422);
    assert_eq!(provider.received().len(), 0);
}

#[test]
fn what_no_call_may_go_to_is_told_when_the_tenant_is_applied() {
    let app = TestApp::start();
    let at = "/onboarding/kinds/channel_partner/partner_provider";
    for url in [
        "http://partners.acme.example/",
        "https://169.254.169.254/",
        "https://0xa9fea9fe/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://user@partners.acme.example/",
        "https://partners.acme.example:22/",
    ] {
        let answer = apply(&app, url, |_| ()).refused(422, "validation_failed");
        assert_eq!(
            answer.flaws(),
            [(format!("{at}/url"), "not_acceptable".to_owned())],
            "{url}"
        );
    }
    let answer = apply(&app, "https://partners.acme.example/", |kind| {
        kind["voucher"] = "none".into();
        kind["partner_without_code"] = true.into();
        kind["partner_provider"]["property_mapping"] = json!({});
    });
    let flaws: Vec<_> = answer.flaws().into_iter().map(|(pointer, _)| pointer).collect();
    assert_eq!(flaws, [at.to_owned(), format!("{at}/property_mapping")]);
}
