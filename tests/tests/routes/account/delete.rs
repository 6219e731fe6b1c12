//! `/account/delete`: the end of an account, at its owner's wish.

use usher::tenant::TenantName;
use usher::user::EmailKey;

use super::{browser_of, is_signed_in, signed_in};
use crate::support::{Engine, PASSWORD, Person, TestApp, cookie, session_cookie};

const PATH: &str = "/account/delete";

/// A registered person deletes their account.
#[track_caller]
pub(crate) fn delete_account(app: &TestApp, person: &Person) {
    let web = browser_of(app, person);
    web.send(PATH, &[("current_password", PASSWORD)]).expect(200);
}

#[test]
fn who_shows_their_password_is_erased_and_told_by_mail() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let other = browser_of(&app, &person);
    let refresh = app
        .app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .expect(200)
        .member("refresh_token");
    assert!(web.open(PATH).expect(200).text.contains(&person.email));
    let page = web.send(PATH, &[("current_password", PASSWORD)]).expect(200);
    assert!(page.text.contains("Your account is deleted"), "{}", page.text);
    assert_eq!(web.cookie(session_cookie(&app)), None);
    assert!(!is_signed_in(&other));
    app.app_of("acme").refresh(&refresh).refused(400, "invalid_grant");
    app.app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .refused(400, "invalid_grant");
    let mail = app.mail(&person.email, 2);
    assert!(mail.subject.contains("deleted"), "{}", mail.subject);
    let external = format!("{}?id_type=external", person.external_id);
    app.acme().see(&external).refused(404, "account_not_found");
    for row in app.rows("") {
        let row = format!("{row:?}");
        assert!(
            !row.contains(&person.email) && !row.contains(&person.external_id),
            "{row}"
        );
    }
    app.provision(&person);
}

#[test]
fn nobody_is_erased_without_their_password() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    for (typed, status) in [("", 422), ("nine wrong guesses here", 403)] {
        let page = web.send(PATH, &[("current_password", typed)]).expect(status);
        assert!(page.text.contains("href=\"#current_password\""));
    }
    let german = web.send(PATH, &[("locale", "de")]).expect(200);
    assert!(german.text.contains("lang=\"de\"") && is_signed_in(&web));
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
}

#[test]
fn who_is_erased_by_the_back_office_is_not_told_that_they_wanted_it() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let path = format!("/v1/account/{}?id_type=external", person.external_id);
    app.acme().call("DELETE", &path).send().expect(204);
    assert!(!is_signed_in(&web));
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wanted_it_and_is_still_there_can_try_again_or_stay() {
    let engine = Engine::start().await;
    let (store, now) = (&engine.app.store, engine.clock.now());
    for goes in [true, false] {
        let person = crate::budget::openid::registered(&engine).await;
        let tenant: TenantName = "acme".parse().expect("a name");
        let key = EmailKey::new(&tenant, &person.email.parse().expect("an address"));
        let user = store.get_user(&tenant, &key).await.expect("read").expect("a person");
        // As far as a crash lets it come.
        store
            .ask_for_deletion(&user, now)
            .await
            .expect("noted")
            .expect("a person");
        let request = engine.request().await;
        let fields = [
            ("request", request.as_str()),
            ("email", &person.email),
            ("password", PASSWORD),
        ];
        let session = cookie(&engine.send("/sign-in", "", &fields).await.expect(303));
        if goes {
            engine
                .send(PATH, &session, &[("current_password", PASSWORD)])
                .await
                .expect(200);
            assert!(engine.row_of(&person).await.is_none());
            continue;
        }
        let fields = [("email", "stays@example.org"), ("current_password", PASSWORD)];
        engine.send("/account/email", &session, &fields).await.expect(200);
        let stays = engine.row_of(&person).await.expect("a person");
        assert!(
            !stays.contains_key("dx") && stays.contains_key("ne"),
            "a change of mind"
        );
    }
}
