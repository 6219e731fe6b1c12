//! A power cut: what was answered is not forgotten.

use std::time::Duration;

use crate::support::{Person, Program, TestApp, free_port};

const QUIET: &str = "off";

#[test]
fn a_mail_that_was_promised_comes_after_a_power_cut() {
    let folder = tempfile::tempdir().expect("a folder");
    let port = free_port();
    let start = || TestApp::of_program(Program::start(folder.path(), port, QUIET));
    for wait in [0, 2, 10, 40] {
        let app = start();
        let person = Person::new();
        app.provision(&person);
        std::thread::sleep(Duration::from_millis(wait));
        app.kill();

        let app = start();
        app.wait_until("the mail has come", || !app.mails(&person.email).is_empty());
        app.settle();
        let mails = app.mails(&person.email);
        // At least once; twice when the cut came between sending and noting it, and then the same.
        assert!(mails.len() <= 2, "{} mails", mails.len());
        assert!(mails.iter().all(|mail| mail.links == mails[0].links));
        let token = mails[0].links[0].split_once("token=").expect("a token").1;
        app.verify(token).expect(200);
        app.kill();
    }
}

#[test]
fn what_was_used_up_stays_used_up_after_a_power_cut() {
    let folder = tempfile::tempdir().expect("a folder");
    let port = free_port();
    let start = || TestApp::of_program(Program::start(folder.path(), port, QUIET));

    let app = start();
    let person = Person::new();
    let provisioning = app.acme().provisioning(&person);
    let account = provisioning.send().expect(201).member("account_id");
    let seeing = app.acme().call("GET", &format!("/v1/account/{account}"));
    seeing.send().expect(200);
    let mailed = app.mailed(&person, 1);
    app.verify(&mailed.token).expect(200);
    let (before, sent) = (provisioning.headers.clone(), provisioning.body.clone());
    let (seen_path, seen_headers) = (seeing.path.clone(), seeing.headers.clone());
    app.kill();

    let app = start();
    let mut again = app.post("/v1/account");
    (again.headers, again.body) = (before, sent);
    again.send().refused(401, "signature_replayed");
    let mut again = app.get(&seen_path);
    again.headers = seen_headers;
    again.send().refused(401, "signature_replayed");
    app.verify(&mailed.token).refused(409, "link_used");
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
}
