//! Approvals, people and their invitations, as an operator sees and changes them.

use super::{OPERATOR, open, operator};
use crate::routes::v1_approvals::opened;
use crate::support::{Program, TestApp, free_port, invitee};

#[test]
fn an_operator_decides_about_an_account_and_the_decision_is_theirs() {
    let app = TestApp::start();
    let web = operator(&app);
    let [approved, refused] = [invitee(), invitee()];
    for email in [&approved, &refused] {
        opened(&app, &app.web(), email);
    }
    let page = open(&web, "/console/approvals").expect(200).text;
    let action = |email: &str| {
        let (before, _) = page.split_once(email).expect("on the list");
        let rest = &page[before.len()..];
        let (_, rest) = rest.split_once("action=\"").expect("a form");
        rest.split_once('"').expect("an end").0.replace("&#38;", "&")
    };
    let answer = web.send(&action(&approved), &[("decision", "approve")]).expect(303);
    assert!(
        web.open(answer.header("location"))
            .expect(200)
            .text
            .contains("The account is approved")
    );
    let long = "x".repeat(501);
    let answer = web
        .send(&action(&refused), &[("decision", "refuse"), ("reason", &long)])
        .expect(422);
    assert!(answer.text.contains("at most 500 characters"), "{}", answer.text);
    web.send(&action(&refused), &[("decision", "refuse"), ("reason", "No contract.")])
        .expect(303);
    // Deciding otherwise afterwards changes nothing.
    let answer = web.send(&action(&refused), &[("decision", "approve")]).expect(409);
    assert!(answer.text.contains("Somebody else has decided"), "{}", answer.text);
    web.send(&action(&refused), &[("decision", "maybe")]).expect(409);
    assert!(app.mail(&refused, 3).text.contains("No contract."));
    let list = open(&web, "/console/approvals").expect(200).text;
    assert!(!list.contains(&approved) && !list.contains(&refused));
    let decided = app
        .rows("U#")
        .into_iter()
        .find(|row| format!("{row:?}").contains(&refused))
        .expect("a person");
    assert!(format!("{decided:?}").contains("operator usr_"), "who decided is kept");
}

#[test]
fn somebody_who_was_refused_stands_so_everywhere_with_the_reason() {
    let app = TestApp::start();
    let web = operator(&app);
    let email = invitee();
    opened(&app, &app.web(), &email);
    let list = app
        .acme()
        .call("GET", "/v1/approvals?limit=100")
        .send()
        .expect(200)
        .json();
    let id = list["approvals"][0]["user_id"].as_str().expect("an id").to_owned();
    let search = format!("/console/people?q={}", email.replace('@', "%40"));
    let (path, action) = (
        format!("/console/people/{id}"),
        format!("/console/approvals/{id}?labelpartner=acme&locale=en"),
    );
    let page = open(&web, &path).expect(200).text;
    for said in [
        "Waits for approval",
        "Somebody decides about the account",
        "Opened the account",
        "Address proven by mail",
        "Asked for approval",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    web.send(&action, &[("decision", "refuse"), ("reason", "No contract.")])
        .expect(303);
    for path in [&search, &path] {
        let page = open(&web, path).expect(200).text;
        assert!(page.contains("Refused"), "{page}");
        assert!(
            !page.contains("Waits for approval") && !page.contains("Next step"),
            "{page}"
        );
    }
    let page = open(&web, &path).expect(200).text;
    assert!(page.contains("Refused by operator usr_"), "{page}");
    assert!(page.contains("“No contract.”"), "{page}");
}

#[test]
fn the_history_of_a_person_has_each_step_the_oldest_first() {
    let app = TestApp::start();
    let web = operator(&app);
    let person = app.registered_person();
    let account = app.acme().see(&format!("{}?id_type=external", person.external_id));
    let id = account.expect(200).member("user_id");
    let page = open(&web, &format!("/console/people/{id}")).expect(200).text;
    let (_, history) = page.split_once("id=\"history\"").expect("a history");
    let mut rest = history;
    for step in ["Provisioned", "Address proven by mail", "Registered"] {
        let (_, behind) = rest.split_once(step).unwrap_or_else(|| panic!("{step}: {history}"));
        rest = behind;
    }
    assert!(
        history.contains("Mail: "),
        "what became of the mail is told from then on, too: {history}"
    );
    assert!(page.contains("The first data arrives"), "{page}");
    let trouble = open(&web, "/console/people?q=P").expect(200).text;
    assert!(trouble.contains("at least two letters") && !trouble.contains("not saved"));
}

#[test]
fn an_operator_sees_a_person_and_sends_or_withdraws_their_invitation() {
    let app = TestApp::start();
    let web = operator(&app);
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    let id = app.acme().see(&uuid).expect(200).member("user_id");
    let path = format!("/console/people/{id}");
    let page = open(&web, &path).expect(200).text;
    assert!(page.contains(&email) && page.contains("Send again"), "{page}");
    assert!(page.contains("Link works until"), "{page}");
    let change = |change: &str| {
        web.send(
            &format!("{path}/invitation?labelpartner=acme&locale=en"),
            &[("change", change)],
        )
    };
    let answer = change("resend").expect(409);
    assert!(answer.text.contains("Please wait"), "{}", answer.text);
    app.advance(120);
    let answer = change("resend").expect(303);
    assert!(
        web.open(answer.header("location"))
            .expect(200)
            .text
            .contains("on its way again")
    );
    app.mail(&email, 2);
    let next = "The person proves their address";
    assert!(open(&web, &path).text.contains(next));
    change("revoke").expect(303);
    app.get(&format!("/activate?token={token}")).send().expect(409);
    let page = open(&web, &path).expect(200).text;
    assert!(!page.contains(next), "nothing follows: {page}");
    assert_eq!(app.acme().see(&uuid).json()["next_actions"], serde_json::json!([]));
    assert!(page.contains("Withdrawn") && !page.contains("Send again"), "{page}");
    assert!(
        !page.contains("Link works until"),
        "what was withdrawn works until no day: {page}"
    );
    change("resend").expect(409);
    change("elsewhere").expect(400);
    for unknown in ["usr_nobody", "..%2Ftenant", "%00"] {
        open(&web, &format!("/console/people/{unknown}")).expect(404);
    }
    // A person of another tenant is unknown.
    let other = app.provision(&crate::support::Person::new().of_netgrid());
    open(&web, &format!("/console/people/{}", other.user_id)).expect(404);
}

#[test]
fn what_became_of_an_invitation_is_the_same_in_every_language() {
    let app = TestApp::start();
    let web = operator(&app);
    let email = invitee();
    let (uuid, _) = app.invited(&email);
    let id = app.acme().see(&uuid).expect(200).member("user_id");
    app.wait_until("the mail is delivered", || {
        let page = open(&web, &format!("/console/people/{id}"));
        page.text.contains("Mail: delivered")
    });
    for (locale, delivered) in [
        ("en", "Mail: delivered"),
        ("de", "E-Mail: zugestellt"),
        ("ar", "تم تسليمها"),
    ] {
        let page = web.open(&format!("/console/people/{id}?labelpartner=acme&locale={locale}"));
        let page = page.expect(200).text;
        assert!(page.contains(delivered), "{locale}: {page}");
    }
}

#[test]
fn values_stand_under_what_people_call_them() {
    let app = TestApp::start();
    let web = operator(&app);
    let email = invitee();
    let mut body = crate::support::invitation(&email);
    body["profile_fields"]["companyName"] = "Smith Ltd".into();
    body["profile_fields"]["home"] = serde_json::json!({"address": "1 Mill Lane", "locality": "Cambridge"});
    body["profile_fields"]["energy"] = "power".into();
    let uuid = app.pre_register(&body).send().expect(201).member("uuid");
    let id = app.acme().see(&uuid).expect(200).member("user_id");
    let page = open(&web, &format!("/console/people/{id}")).expect(200).text;
    assert!(page.contains("Company") && page.contains("Smith Ltd"), "{page}");
    for part in [
        "Home address",
        "1 Mill Lane, Cambridge",
        "What we supply",
        "Electricity",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("companyName") && !page.contains("locality"), "{page}");
    // No words in Arabic: the English ones, of a field and of a choice alike.
    let arabic = web.open(&format!("/console/people/{id}?labelpartner=acme&locale=ar"));
    let arabic = arabic.expect(200).text;
    assert!(
        arabic.contains("What we supply") && arabic.contains("Electricity"),
        "{arabic}"
    );
    let german = web.open(&format!("/console/people/{id}?labelpartner=acme&locale=de"));
    assert!(german.expect(200).text.contains("Firma"));
}

#[test]
fn what_people_typed_is_text_on_every_page() {
    let app = TestApp::start();
    let web = operator(&app);
    let hostile = "<script>alert(1)</script>";
    let person = crate::support::Person::new().named(hostile, "Smith");
    let account = app.provision(&person);
    let page = open(&web, &format!("/console/people/{}", account.user_id))
        .expect(200)
        .text;
    assert!(!page.contains(hostile), "{page}");
    let found = open(&web, &format!("/console/people?q={}", "%3Cscript%3Ealert(1)")).text;
    assert!(!found.contains(hostile), "{found}");
}

#[test]
fn what_an_operator_does_is_a_line_of_the_log_that_names_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = TestApp::of_program(Program::start(folder.path(), free_port(), "info"));
    let web = operator(&app);
    let email = invitee();
    let (uuid, _) = app.invited(&email);
    let id = app.acme().see(&uuid).expect(200).member("user_id");
    open(&web, &format!("/console/people/{id}")).expect(200);
    web.send(
        &format!("/console/people/{id}/invitation?labelpartner=acme&locale=en"),
        &[("change", "revoke")],
    )
    .expect(303);
    web.send(
        "/console/people/jane.doe%40example.org/invitation?labelpartner=acme&locale=en",
        &[("change", "revoke")],
    );
    let log = app.kill();
    assert!(!log.contains("jane.doe") && !log.contains("jane%2Edoe"), "{log}");
    let lines: Vec<_> = log
        .lines()
        .filter(|line| line.contains(" audit ") && line.contains("status=200"))
        .collect();
    let [line] = lines[..] else {
        panic!("one act, one line: {log}")
    };
    let path = format!("/v1/invitations/{}/revoke", id.replacen("usr_", "inv_", 1));
    for part in ["tenant=acme", "operator=usr_", "method=POST", &path, "status=200"] {
        assert!(line.contains(part), "{part}: {line}");
    }
    assert!(!log.contains(OPERATOR) && !log.contains(&email), "{log}");
}
