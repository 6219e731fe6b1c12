//! Opening accounts with a voucher.

use serde_json::{Value, json};

use super::{revoke, seen, voucher};
use crate::routes::signup::{ask, borrowed, completed_with, link_in, people};
use crate::support::{Answer, PASSWORD, TestApp, at_once, invitee};

/// A link to the form of a channel partner.
#[track_caller]
fn link(app: &TestApp, email: &str) -> String {
    ask(app, "channel_partner", email).expect(200);
    link_in(app, email)
}

/// A partner fills in the form, with this code.
fn complete(app: &TestApp, link: &str, code: &str) -> Answer {
    let mut fields = completed_with(link, PASSWORD);
    for (name, value) in [("profile.companyName", "Partner Ltd"), ("voucher_code", code)] {
        fields.push((name.to_owned(), value.to_owned()));
    }
    app.web().send("/signup/complete", &borrowed(&fields))
}

fn code(made: &Value) -> &str {
    made["code"].as_str().expect("a code")
}

#[test]
fn a_partner_opens_an_account_with_the_code_and_what_it_fills_in() {
    let app = TestApp::start();
    let made = voucher(&app, 3, &json!({ "presets": { "salesRegion": "North" } }));
    let email = invitee();
    let link = link(&app, &email);
    let form = app.web().open(&link).expect(200);
    assert!(form.text.contains("name=\"voucher_code\"") && !form.text.contains("salesRegion"));
    // However it is typed.
    complete(&app, &link, &code(&made).to_lowercase().replace('-', " ")).expect(303);
    let tokens = app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
    let subject = crate::support::claims(&tokens.member("id_token"))["sub"].clone();
    let account = app.acme().see(subject.as_str().expect("a subject")).expect(200).json();
    assert_eq!(account["customer_kind"], "channel_partner");
    assert_eq!(
        account["customer_fields"],
        json!({ "companyName": "Partner Ltd", "salesRegion": "North" })
    );
    assert_eq!(seen(&app, &made)["used"], 1);
}

#[test]
fn no_partner_without_a_code_unless_the_tenant_lets_them() {
    let app = TestApp::start();
    let email = invitee();
    let first = link(&app, &email);
    let page = complete(&app, &first, " ").expect(422);
    assert!(page.text.contains("Enter your voucher code") && page.text.contains("href=\"#voucher_code\""));
    assert_eq!(people(&app, &email), 0);
    app.apply_acme(|document| document["onboarding"]["kinds"]["channel_partner"]["partner_without_code"] = true.into())
        .expect(200);
    complete(&app, &first, "").expect(303);
}

#[test]
fn a_code_that_is_wrong_over_or_of_another_kind_opens_nothing_and_keeps_what_was_typed() {
    let app = TestApp::start();
    app.apply_acme(|document| document["onboarding"]["kinds"]["business"]["voucher"] = "optional".into())
        .expect(200);
    let of_companies = voucher(&app, 3, &json!({ "kind": "business" }));
    let taken_back = voucher(&app, 3, &json!({}));
    revoke(&app, &taken_back).expect(200);
    assert_eq!(revoke(&app, &taken_back).expect(200).json()["status"], "revoked");
    let later = voucher(&app, 3, &json!({ "valid_from": "2099-01-01T00:00:00Z" }));
    let over = voucher(&app, 3, &json!({ "valid_until": "2020-01-01T00:00:00Z" }));
    assert_eq!(
        (&seen(&app, &later)["status"], &seen(&app, &over)["status"]),
        (&json!("not_yet_valid"), &json!("expired"))
    );
    for (typed, sentence) in [
        ("NOT-A-CODE-AT-ALL", "does not match"),
        ("x", "does not match"),
        (code(&of_companies), "does not match"),
        (code(&taken_back), "not valid any more"),
        (code(&later), "not valid any more"),
        (code(&over), "not valid any more"),
    ] {
        let email = invitee();
        let page = complete(&app, &link(&app, &email), typed).expect(422);
        assert!(page.text.contains(sentence), "{typed}: {}", page.text);
        assert!(page.text.contains("Partner Ltd") && !page.text.contains(PASSWORD));
        assert_eq!(people(&app, &email), 0);
    }
}

#[test]
fn the_last_use_goes_to_exactly_one_of_many() {
    let app = TestApp::start();
    for _ in 0..2 {
        let made = voucher(&app, 1, &json!({}));
        let links: Vec<(String, String)> = (0..50)
            .map(|_| {
                let email = invitee();
                ask(&app, "channel_partner", &email).expect(200);
                (email, String::new())
            })
            .collect();
        let links: Vec<(String, String)> = links
            .into_iter()
            .map(|(email, _)| (email.clone(), link_in(&app, &email)))
            .collect();
        let answers = at_once(50, |n| complete(&app, &links[n].1, code(&made)));
        let won = answers.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(
            won,
            1,
            "{:?}",
            answers.iter().map(|answer| answer.status).collect::<Vec<_>>()
        );
        for answer in answers.iter().filter(|answer| answer.status != 303) {
            assert_eq!(answer.status, 422);
            assert!(answer.text.contains("not valid any more"), "{}", answer.text);
        }
        let registered: usize = links.iter().map(|(email, _)| people(&app, email)).sum();
        assert_eq!(registered, 1);
        let after = seen(&app, &made);
        assert_eq!((&after["used"], &after["status"]), (&json!(1), &json!("used_up")));
    }
}

#[test]
fn taken_back_while_it_is_used_there_is_one_outcome() {
    let app = TestApp::start();
    for _ in 0..5 {
        let made = voucher(&app, 100, &json!({}));
        let email = invitee();
        let link = link(&app, &email);
        let answers = at_once(2, |n| match n {
            0 => complete(&app, &link, code(&made)).status,
            _ => revoke(&app, &made).status,
        });
        assert_eq!(answers[1], 200);
        let after = seen(&app, &made);
        assert_eq!(after["status"], "revoked");
        let opened = people(&app, &email);
        assert_eq!(
            (answers[0] == 303, after["used"] == 1),
            (opened == 1, opened == 1),
            "{answers:?} {after}"
        );
    }
}

#[test]
fn guessing_codes_is_slowed_down() {
    let app = TestApp::start();
    let email = invitee();
    let link = link(&app, &email);
    let mut answers = (0..40).map(|n| complete(&app, &link, &format!("GUESS-{n:05}")));
    let refused = answers.find(|answer| answer.status == 429).expect("a limit");
    assert!(refused.header("retry-after").parse::<u32>().expect("seconds") > 0);
    assert_eq!(people(&app, &email), 0);
}
