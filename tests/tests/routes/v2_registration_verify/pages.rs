//! The pages of the link: what they show, and that only a person's press of a button acts.

use crate::support::{Answer, Person, Row, TestApp};

const PATH: &str = "/v2/registration/verify";

#[test]
fn reading_the_link_changes_nothing_however_often_and_however_it_is_done() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    app.wait_until("the last that is noted of the mail", || {
        app.rows("U#").iter().any(has_arrived)
    });
    let before = app.rows("U#");
    for agent in ["SafeLinks", "curl", "Mozilla/5.0"] {
        for method in ["GET", "HEAD", "GET", "OPTIONS"] {
            let answer = app.call(method, &mailed.link()).header("user-agent", agent).send();
            assert!([200, 405].contains(&answer.status), "{method}: {}", answer.status);
        }
    }
    assert_eq!(app.rows("U#"), before);
    app.verify(&mailed.token).expect(200);
    assert_eq!(app.rows("U#").len(), 1, "{}", person.email);
}

/// Whether it is noted that the newest mail has arrived.
fn has_arrived(person: &Row) -> bool {
    let mails = person.get("dl").and_then(|mails| mails.as_l().ok());
    let newest = mails.and_then(|mails| mails.last()?.as_m().ok());
    newest.is_some_and(|mail| mail.contains_key("d"))
}

#[test]
fn the_page_says_whom_it_is_for_without_giving_the_address_away() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let page = app.get(&mailed.link()).send().expect(200).text;
    assert!(page.contains("r•••@e•••.org"));
    for secret in [&person.email, &person.first_name, &person.last_name, &mailed.code] {
        assert!(!page.contains(secret.as_str()), "{secret}");
    }
    assert!(page.contains("Acme Energy"));
    assert!(page.contains("<form") && page.contains("method=\"post\""));
    for outside in ["src=\"http", "href=\"//", "url(http"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn a_form_that_is_sent_without_its_button_spends_nothing() {
    let app = TestApp::start();
    let (_, mailed) = app.mailed_person();
    for fields in [vec![("token", mailed.token.as_str())], vec![]] {
        app.post(PATH).form(&fields).send().refused(400, "confirmation_missing");
    }
    app.verify(&mailed.token).expect(200);
}

#[test]
fn pressing_the_button_leads_to_the_password_with_the_ticket_in_a_cookie() {
    let app = TestApp::start();
    let (_, mailed) = app.mailed_person();
    let answer = app
        .post(PATH)
        .form(&[("token", &mailed.token), ("confirm", "1")])
        .send()
        .expect(303);
    let location = answer.header("location");
    assert!(location.starts_with("/v2/registration/password"), "{location}");
    let cookie = answer.header("set-cookie");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=3600"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let ticket = cookie.split(['=', ';']).nth(1).expect("a value");
    assert!(!location.contains(ticket));
}

#[test]
fn a_used_an_expired_and_an_unknown_link_say_so_before_any_form_is_filled_in() {
    let app = TestApp::start();
    let (_, used) = app.mailed_person();
    app.verify(&used.token).expect(200);
    app.get(&used.link()).send().expect(409);
    app.get(PATH).send().expect(404);
    let unknown = app.get(&format!("{PATH}?token=acme.x")).send().expect(404);
    assert!(
        unknown.text.contains("Acme Energy"),
        "what is left of the token says whose it was"
    );
    assert!(
        unknown.text.contains("token=acme.x&#38;locale=de"),
        "and the page comes in other languages"
    );
    let (_, expired) = app.mailed_person();
    app.advance(86_401);
    app.get(&expired.link()).send().expect(410);
    let pressed = app
        .post(PATH)
        .form(&[("token", &expired.token), ("confirm", "1")])
        .send();
    pressed.expect(410);
}

#[test]
fn an_expired_link_sends_another_with_one_press() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    app.advance(86_401);
    let press = || {
        app.post(PATH)
            .form(&[("token", &mailed.token), ("new_link", "1")])
            .send()
    };
    press().expect(200);
    let again = app.mailed(&person, 2);
    app.get(&again.link()).send().expect(200);
    // Which is counted like any other mail.
    let answers: Vec<Answer> = (0..6).map(|_| press()).collect();
    let last = answers.last().expect("an answer");
    assert_eq!(last.status, 429);
    assert!((1..=720).contains(&last.retry_after()));
    app.verify(&app.mailed(&person, 6).token).expect(200);
}

#[test]
fn a_registered_persons_old_link_sends_nothing() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let ticket = app.verify(&mailed.token).expect(200).member("activation_ticket");
    app.set_password(&person, crate::support::PASSWORD, &ticket).expect(200);
    let answer = app
        .post(PATH)
        .form(&[("token", &mailed.token), ("new_link", "1")])
        .send();
    assert!(answer.status < 500);
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
}

#[test]
fn the_code_may_be_typed_on_the_page() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let path = format!("{PATH}?locale=en&labelpartner=acme");
    let typed = |code: &str| app.post(&path).form(&[("email", &person.email), ("code", code)]).send();
    let wrong = typed("000000").expect(403).text;
    assert!(wrong.contains(&person.email), "what was typed stays");
    typed(&mailed.code).expect(303);
}

#[test]
fn markup_in_a_form_comes_back_as_text() {
    let app = TestApp::start();
    let attack = "\"><script>alert(1)</script>@example.org";
    let path = format!("{PATH}?labelpartner=acme&locale=%22%3E%3Cscript%3E");
    let answer = app.post(&path).form(&[("email", attack), ("code", "<b>")]).send();
    assert_eq!(answer.status, 403);
    assert!(!answer.text.contains("<script>alert"));
    let answer = app
        .get(&format!("{PATH}?token=%22%3E%3Cscript%3Ealert(1)&locale=%3Cscript%3E"))
        .send()
        .expect(404);
    assert!(!answer.text.contains("<script>alert"));
}

#[test]
fn another_sites_form_is_refused() {
    let app = TestApp::start();
    let (_, mailed) = app.mailed_person();
    let pressed = || app.post(PATH).form(&[("token", &mailed.token), ("confirm", "1")]);
    let foreign = [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
    ];
    for (name, value) in foreign {
        pressed().header(name, value).send().refused(403, "cross_site");
    }
    pressed()
        .header("origin", app.url())
        .header("sec-fetch-site", "same-origin")
        .send()
        .expect(303);
}

#[test]
fn the_page_speaks_the_language_that_was_asked_for_then_the_persons_then_the_browsers_then_the_tenants() {
    let app = TestApp::start();
    let speaks = |path: &str, accept: &str| {
        let page = app.get(path).header("accept-language", accept).send().expect(200).text;
        page.split("lang=\"").nth(1).expect("a language")[..2].to_owned()
    };
    let person = Person::new().locale("it-CH");
    app.provision(&person);
    let link = app.mailed(&person, 1).link();
    assert_eq!(speaks(&format!("{link}&locale=es-MX"), "fr"), "es");
    assert_eq!(
        speaks(&format!("{link}&locale=tlh"), "fr"),
        "it",
        "there are no words in Klingon"
    );
    assert_eq!(speaks(&link, "fr"), "it");

    let (_, mailed) = app.mailed_person();
    assert_eq!(speaks(&mailed.link(), "sv, fr;q=0.8, de;q=0.5"), "fr");
    assert_eq!(speaks(&mailed.link(), "sv"), "en");
}
