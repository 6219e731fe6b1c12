//! Whole journeys, from a person nobody knows to one who is active.

use serde_json::json;

use crate::support::{PASSWORD, PINCODE, Person, TestApp};

#[test]
fn net2grids_journey_in_json() {
    let app = TestApp::start();
    let person = Person::new().of_netgrid();
    let back_office = app.netgrid();

    let account = app.provision(&person);
    app.ask_for_mail(&person).expect(200);
    let mailed = app.mailed(&person, 1);
    assert_eq!(app.mails(&person.email)[0].tenant, "netgrid");

    app.verify_by_code(&person, &mailed.code).expect(200);
    assert_eq!(account.status(&back_office), "verified");

    let body = json!({ "email_address": person.email, "pincode": PINCODE });
    app.post("/v2/registration/no-gateway").json(&body).send().expect(200);
    assert_eq!(account.status(&back_office), "registered");

    let tokens = app.app_of("netgrid").sign_in(&person.email, PINCODE).expect(200);
    app.app_of("netgrid")
        .refresh(&tokens.member("refresh_token"))
        .expect(200);

    back_office.tell_activity(&account.id).expect(200);
    assert_eq!(account.status(&back_office), "active");
    back_office
        .call("DELETE", &format!("/v1/account/{}", account.id))
        .send()
        .expect(204);
    app.app_of("netgrid")
        .sign_in(&person.email, PINCODE)
        .refused(400, "invalid_grant");
}

#[test]
fn the_same_journey_on_pages() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let mailed = app.mailed(&person, 1);

    let page = app
        .get(&mailed.link())
        .header("accept", "text/html")
        .send()
        .expect(200)
        .text;
    let action = page
        .split("action=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("an action");
    let action = action.replace("&amp;", "&");
    let fields = [("token", mailed.token.as_str()), ("confirm", "1")];
    let pressed = app
        .post(&action)
        .form(&fields)
        .header("origin", app.url())
        .send()
        .expect(303);
    assert_eq!(account.status(&app.acme()), "verified");

    let cookie = pressed.header("set-cookie").split(';').next().expect("a cookie");
    let page = app
        .get(pressed.header("location"))
        .header("cookie", cookie)
        .send()
        .expect(200)
        .text;
    let ticket = page
        .split("name=\"ticket\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let fields = [
        ("ticket", ticket.expect("a ticket in the form")),
        ("password", PASSWORD),
    ];
    let set = app
        .post("/v2/registration/password")
        .form(&fields)
        .header("cookie", cookie)
        .send()
        .expect(303);
    app.get(set.header("location")).send().expect(200);
    assert_eq!(account.status(&app.acme()), "registered");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn a_person_who_reads_german_is_written_to_and_answered_in_german() {
    let app = TestApp::start();
    for tag in ["de", "de-AT", "DE"] {
        let person = Person::new().locale(tag);
        app.provision(&person);
        let mail = app.mail(&person.email, 1);
        assert!(mail.html.contains("lang=\"de"), "{tag}");
        assert!(mail.text.contains("Acme Energy"));
        assert!(mail.subject.to_lowercase().contains("bestätig"), "{}", mail.subject);
        let page = app.get(&app.mailed(&person, 1).link()).send().expect(200).text;
        assert!(page.contains("lang=\"de\""));
    }
    let person = Person::new().locale("fr");
    app.provision(&person);
    assert!(app.mail(&person.email, 1).html.contains("lang=\"en"));
}

#[test]
fn a_person_the_tenant_vouches_for_registers_with_the_voucher_of_a_letter() {
    let app = TestApp::start();
    let person = Person::new().verified().voucher("LETTER-4711");
    let account = app.provision(&person);
    let body = json!({
        "email_address": person.email, "pincode": PASSWORD, "labelpartner": "acme", "voucher_code": "LETTER-4711",
    });
    app.post("/v2/registration/no-gateway").json(&body).send().expect(200);
    assert_eq!(account.status(&app.acme()), "registered");
    assert_eq!(app.acme().see(&account.id).member("verified_by"), "tenant");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    let row = format!("{:?}", app.rows("U#"));
    assert!(!row.contains("LETTER-4711") && !row.contains(PASSWORD));
}

#[test]
fn a_person_the_tenant_vouches_for_may_use_the_mail_instead() {
    let app = TestApp::start();
    let person = Person::new().verified();
    let account = app.provision(&person);
    let ticket = app
        .verify(&app.mailed(&person, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    assert_eq!(account.status(&app.acme()), "registered");
    let seen = app.acme().see(&account.id).expect(200);
    assert_eq!(
        seen.member("verified_by"),
        "mail",
        "they proved it themselves: {}",
        seen.text
    );
}

#[test]
fn who_lets_everything_expire_can_begin_again() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    app.advance(7 * 86_400);
    app.verify(&mailed.token).refused(410, "link_expired");
    app.ask_for_mail(&person).expect(200);
    let ticket = app
        .verify(&app.mailed(&person, 2).token)
        .expect(200)
        .member("activation_ticket");
    app.advance(7_200);
    app.set_password(&person, PASSWORD, &ticket)
        .refused(403, "registration_refused");
    app.ask_for_mail(&person).expect(200);
    let ticket = app
        .verify(&app.mailed(&person, 3).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
}
