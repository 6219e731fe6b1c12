//! Whole journeys, from a person nobody knows to one who is active: on the local stack, and the same
//! ones on a stack that `sam deploy` has made.

mod customers;
mod hosted;
mod invitations;
mod sign_up;

use customers::a_customer_gets_another_person_and_place_and_goes_with_the_last;
use hosted::a_person_registers_comes_back_to_the_app_and_replaces_their_password;
use invitations::{
    an_invitation_is_followed_on_the_list_and_withdrawn, an_invited_person_comes_back_to_the_app_signed_in,
};
use serde_json::json;
use sign_up::{a_company_opens_an_account_of_its_kind, a_data_recipient_waits_until_it_is_approved};

use crate::support::{PASSWORD, PINCODE, Person, TestApp};

macro_rules! journeys {
    ($($name:ident,)*) => {
        mod local {
            $(#[test]
            fn $name() {
                super::$name(&super::TestApp::start());
            })*
        }

        mod deployed {
            $(#[test]
            #[ignore = "`make test-deploy` deploys the stack that it needs"]
            fn $name() {
                super::$name(&super::TestApp::deployed());
            })*
        }
    };
}

journeys! {
    net2grids_journey_in_json,
    the_same_journey_on_pages,
    a_person_is_written_to_and_answered_in_their_own_language,
    a_person_the_tenant_vouches_for_registers_with_the_voucher_of_a_letter,
    a_person_the_tenant_vouches_for_may_use_the_mail_instead,
    a_back_office_that_has_a_token_needs_no_signature,
    ids_of_every_kind_find_their_way_through_the_gateway,
    what_the_gateway_serves_to_everybody,
    an_invited_person_comes_back_to_the_app_signed_in,
    an_invitation_is_followed_on_the_list_and_withdrawn,
    a_person_registers_comes_back_to_the_app_and_replaces_their_password,
    a_company_opens_an_account_of_its_kind,
    a_data_recipient_waits_until_it_is_approved,
    a_customer_gets_another_person_and_place_and_goes_with_the_last,
}

fn net2grids_journey_in_json(app: &TestApp) {
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

fn the_same_journey_on_pages(app: &TestApp) {
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
        .header("origin", &app.origin())
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

fn a_person_is_written_to_and_answered_in_their_own_language(app: &TestApp) {
    for (tag, dir) in [("fr-CA", "ltr"), ("pt-BR", "ltr"), ("ar-EG", "rtl")] {
        let person = Person::new().locale(tag);
        app.provision(&person);
        let opening = format!("lang=\"{}\" dir=\"{dir}\"", &tag[..2]);
        assert!(app.mail(&person.email, 1).html.contains(&opening), "{tag}");
        let page = app.get(&app.mailed(&person, 1).link()).send().expect(200).text;
        assert!(page.contains(&opening), "{tag}");
    }
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
    let person = Person::new().locale("sv");
    app.provision(&person);
    assert!(
        app.mail(&person.email, 1).html.contains("lang=\"en"),
        "the tenant's, where there are no words"
    );
}

fn a_person_the_tenant_vouches_for_registers_with_the_voucher_of_a_letter(app: &TestApp) {
    let person = Person::new().verified().voucher("LETTER-4711");
    let account = app.provision(&person);
    let body = json!({
        "email_address": person.email, "pincode": PASSWORD, "labelpartner": "acme", "voucher_code": "LETTER-4711",
    });
    app.post("/v2/registration/no-gateway").json(&body).send().expect(200);
    assert_eq!(account.status(&app.acme()), "registered");
    assert_eq!(app.acme().see(&account.id).member("verified_by"), "tenant");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

fn a_person_the_tenant_vouches_for_may_use_the_mail_instead(app: &TestApp) {
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

fn a_back_office_that_has_a_token_needs_no_signature(app: &TestApp) {
    let person = Person::new();
    let account = app.provision(&person);
    let token = app.acme().token();
    let path = format!("/v1/account/{}", account.id);
    let seen = app.get(&path).bearer(&token).send().expect(200);
    assert_eq!(seen.member("status"), "provisioned");
    app.get(&path).send().refused(401, "unauthenticated");
    let foreign = app.netgrid().token();
    app.get(&path).bearer(&foreign).send().refused(404, "account_not_found");
}

/// A path is signed as it was sent: the gateway must not have made another of it.
fn ids_of_every_kind_find_their_way_through_the_gateway(app: &TestApp) {
    for (id, written) in [
        ("kunde 4711", "kunde%204711"),
        ("a+b@c:d", "a+b@c:d"),
        ("100%", "100%25"),
        ("Zählpunkt-ß", "Z%C3%A4hlpunkt-%C3%9F"),
    ] {
        let mut person = Person::new();
        person.external_id = format!("{id} {}", person.external_id);
        let written = format!(
            "{written}%20{}",
            person.external_id.rsplit(' ').next().unwrap_or_default()
        );
        let account = app.provision(&person);
        let seen = app
            .acme()
            .call("GET", &format!("/v1/account/{written}?id_type=external"))
            .send();
        assert_eq!(seen.expect(200).member("account_id"), account.id, "{id}");
    }
}

fn what_the_gateway_serves_to_everybody(app: &TestApp) {
    let discovery = app.get("/.well-known/openid-configuration").send().expect(200);
    assert_eq!(discovery.member("issuer"), app.url());
    let keys = app.get("/.well-known/jwks.json").send().expect(200).json();
    assert_eq!(keys["keys"][0]["alg"], "ES256");
}

#[test]
fn neither_voucher_nor_password_stands_in_the_table() {
    let app = TestApp::start();
    a_person_the_tenant_vouches_for_registers_with_the_voucher_of_a_letter(&app);
    let rows = format!("{:?}", app.rows(""));
    assert!(!rows.contains("LETTER-4711") && !rows.contains(PASSWORD));
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
