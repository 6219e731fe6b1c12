//! `/signup`: the kind of an account and an address, and the same answer whoever has it.

mod closing;
mod completing;
mod partner_provider;
mod password_policy;

use crate::support::{Answer, PASSWORD, Person, TestApp, authorize, hidden, invitee};

/// The address of a usual request of the app whose people open accounts.
pub(crate) fn things(changed: &[(&str, &str)]) -> String {
    let mut all = vec![
        ("client_id", "acme-things"),
        ("redirect_uri", "https://things.acme.example/callback"),
    ];
    all.extend(changed);
    authorize(&all)
}

/// Asks for the link to the form of a kind of account.
#[track_caller]
pub(crate) fn ask(app: &TestApp, kind: &str, email: &str) -> Answer {
    app.web()
        .send("/signup?labelpartner=acme", &[("kind", kind), ("email", email)])
}

/// What an answer tells, but for the address.
fn told(answer: &Answer, email: &str) -> (u16, String, Vec<String>) {
    let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
    names.sort();
    (answer.status, answer.text.replace(email, "•"), names)
}

#[test]
fn the_sign_in_page_leads_here_where_an_app_wants_it_or_a_person_came_for_none() {
    let app = TestApp::start();
    let web = app.web();
    for path in [things(&[]), "/sign-in?labelpartner=acme".to_owned()] {
        let page = web.follow(&path).expect(200);
        assert!(page.text.contains("href=\"/signup?"), "{}", page.text);
    }
    for path in [authorize(&[]), "/sign-in?labelpartner=netgrid".to_owned()] {
        let page = web.follow(&path).expect(200);
        assert!(!page.text.contains("href=\"/signup?"), "{}", page.text);
    }
    let created = web
        .follow(&things(&[("prompt", "create"), ("login_hint", "jane@example.org")]))
        .expect(200);
    assert!(created.text.contains("value=\"jane@example.org\"") && created.text.contains("name=\"kind\""));
    let directly = web
        .open(&format!(
            "{}&kind=business",
            things(&[]).replace("/authorize", "/signup")
        ))
        .expect(200);
    assert!(
        directly.text.contains("value=\"business\" checked"),
        "{}",
        directly.text
    );
}

#[test]
fn nobody_makes_an_account_where_no_kind_is_on_or_the_app_does_not_want_it() {
    let app = TestApp::start();
    let page = app.web().follow(&things(&[("prompt", "create")])).expect(200);
    let request = hidden(&page, "request");
    let email = invitee();
    ask(&app, "personal", &email).expect(200);
    let link = link_in(&app, &email);
    app.apply_acme(|document| {
        for kind in ["personal", "business", "channel_partner", "data_recipient"] {
            document["onboarding"]["kinds"][kind]["enabled"] = false.into();
        }
        let clients = document["clients"].as_array_mut().expect("clients");
        clients.retain(|client| client["id"] != "acme-things");
    })
    .expect(200);
    let other = invitee();
    ask(&app, "personal", &other).expect(403);
    let start = app.web().open("/signup?labelpartner=acme").expect(403);
    // What was opened before is over as well: the app, and the kind behind a link.
    let fields = [("request", request.as_str()), ("kind", "personal"), ("email", &other)];
    app.web().send("/signup", &fields).expect(400);
    let form = app.web().open(&link).expect(403);
    let fields = completed_with(&link, PASSWORD);
    let sent = app.web().send("/signup/complete", &borrowed(&fields)).expect(403);
    // That is nobody's mistake, and there is no app to go back to.
    for page in [start, form, sent] {
        assert!(page.text.contains("cannot be opened at the moment"), "{}", page.text);
        assert!(!page.text.contains("app that sent you") && !page.text.contains("Back to the app"));
    }
    app.settle();
    assert_eq!(app.mails(&other).len(), 0);
    assert_eq!([people(&app, &email), people(&app, &other)], [0, 0]);
    let foreign = [("kind", "personal"), ("email", other.as_str())];
    app.web().send("/signup?labelpartner=netgrid", &foreign).expect(403);
}

#[test]
fn a_single_kind_is_chosen_already() {
    let app = TestApp::start();
    app.apply_acme(|document| {
        for kind in ["business", "channel_partner", "data_recipient"] {
            document["onboarding"]["kinds"][kind]["enabled"] = false.into();
        }
    })
    .expect(200);
    let page = app.web().open("/signup?labelpartner=acme").expect(200);
    assert_eq!(hidden(&page, "kind"), "personal");
    assert!(!page.text.contains("type=\"radio\""));
    let email = invitee();
    app.web()
        .send("/signup?labelpartner=acme", &[("email", &email)])
        .expect(200);
    link_in(&app, &email);
    ask(&app, "business", &email).expect(422);
}

#[test]
fn mistakes_are_told_together_and_what_was_typed_is_kept() {
    let app = TestApp::start();
    for (kind, email, sentences) in [
        (
            "",
            "jane@",
            &[
                "Choose what the account is for",
                "The e-mail address is not written correctly",
            ][..],
        ),
        ("reseller", "jane@example.org", &["Choose what the account is for"]),
        ("__proto__", "jane@example.org", &["Choose what the account is for"]),
        ("personal", "", &["e-mail address"]),
        (
            "business",
            "jane@blocked.example",
            &["You cannot open an account with this e-mail address"],
        ),
    ] {
        let page = ask(&app, kind, email).expect(422);
        for sentence in sentences {
            assert!(page.text.contains(sentence), "{kind} {email}: {}", page.text);
        }
        assert!(page.text.contains(&format!("value=\"{email}\"")), "{email}");
    }
    let kept = ask(&app, "business", "jane@").expect(422);
    assert!(kept.text.contains("value=\"business\" checked"));
    // The list is the business kind's alone.
    ask(&app, "personal", "jane@blocked.example").expect(200);
}

#[test]
fn what_the_form_does_not_have_is_refused_and_so_is_one_from_another_site() {
    let app = TestApp::start();
    let email = invitee();
    for name in ["role", "tenant_id", "status", "email_verified", "__proto__"] {
        let fields = [("kind", "personal"), ("email", email.as_str()), (name, "1")];
        app.post("/signup?labelpartner=acme")
            .form(&fields)
            .send()
            .refused(400, "invalid_form");
    }
    let fields = [("kind", "personal"), ("email", email.as_str())];
    let call = app.post("/signup?labelpartner=acme").form(&fields);
    call.header("sec-fetch-site", "cross-site")
        .send()
        .refused(403, "cross_site");
    app.settle();
    assert_eq!(app.mails(&email).len(), 0);
}

#[test]
fn a_known_address_is_answered_like_any_other_and_its_owner_is_told() {
    let app = TestApp::start();
    let (known, strange) = (app.registered_person(), invitee());
    let before = app.mails(&known.email).len();
    assert_eq!(
        told(&ask(&app, "business", &known.email), &known.email),
        told(&ask(&app, "business", &strange), &strange)
    );
    let mail = app.mail(&known.email, before + 1);
    assert!(
        mail.text.contains("already") && mail.links.iter().any(|link| link.contains("/sign-in?")),
        "{}",
        mail.text
    );
    app.app_of("acme").sign_in(&known.email, PASSWORD).expect(200);
}

#[test]
fn who_was_made_known_and_has_no_password_yet_is_mailed_how_to_get_to_it() {
    let app = TestApp::start();
    let person = Person::new();
    app.acme().provisioning(&person).send().expect(201);
    app.mail(&person.email, 1);
    app.advance(120);
    ask(&app, "personal", &person.email).expect(200);
    let mail = app.mail(&person.email, 2);
    assert!(
        !mail.links.iter().any(|link| link.contains("/signup/complete")),
        "{:?}",
        mail.links
    );
}

#[test]
fn many_mails_to_one_address_are_too_many() {
    let app = TestApp::start();
    let email = invitee();
    let mut answers = (0..20).map(|_| ask(&app, "personal", &email));
    let refused = answers.find(|answer| answer.status == 429).expect("a limit");
    assert!(refused.header("retry-after").parse::<u32>().expect("seconds") > 0);
    // "Try again" leads to where they were, and not out to an app.
    let back = refused
        .text
        .contains("href=\"/signup?labelpartner=acme&#38;locale=en\"");
    assert!(back, "{}", refused.text);
    // Another address has mails of its own.
    ask(&app, "personal", &invitee()).expect(200);
}

/// How many people have an address.
pub(crate) fn people(app: &TestApp, email: &str) -> usize {
    let has = |row: &crate::support::Row| {
        row.get("em")
            .and_then(|value| value.as_s().ok())
            .is_some_and(|has| has == email)
    };
    app.rows("U#").iter().filter(|row| has(row)).count()
}

/// The link to the form, from the newest mail to an address.
#[track_caller]
pub(crate) fn link_in(app: &TestApp, email: &str) -> String {
    app.settle();
    let mails = app.mails(email);
    let newest = mails.last().expect("a mail");
    let mut links = newest.links.iter();
    links
        .find(|link| link.contains("/signup/complete?token="))
        .unwrap_or_else(|| panic!("no link in {:?}", newest.links))
        .clone()
}

/// What a person fills in behind a link.
pub(crate) fn completed_with(link: &str, password: &str) -> Vec<(String, String)> {
    let token = link.split_once("token=").expect("a token").1;
    let fields = [
        ("token", token),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "Doe"),
        ("password", password),
    ];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

pub(crate) fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}
