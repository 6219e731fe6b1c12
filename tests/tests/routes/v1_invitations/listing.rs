//! The invitations of a tenant, page by page.

use serde_json::{Value, json};

use super::{Guest, inviting};
use crate::support::{Answer, TestApp, invitee};

fn list(app: &TestApp, query: &str) -> Answer {
    app.acme().call("GET", &format!("/v1/invitations{query}")).send()
}

/// The UUIDs on all pages of a list, and how many pages there were.
#[track_caller]
fn all(app: &TestApp, query: &str) -> (Vec<String>, usize) {
    let (mut uuids, mut pages, mut cursor) = (Vec::new(), 0, String::new());
    loop {
        let page = list(app, &format!("?{query}{cursor}")).expect(200).json();
        let on_page = page["invitations"].as_array().expect("a list");
        uuids.extend(
            on_page
                .iter()
                .map(|one| one["uuid"].as_str().expect("a UUID").to_owned()),
        );
        pages += 1;
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return (uuids, pages),
        }
    }
}

/// Waits until the list of a status is as long.
#[track_caller]
fn wait_for(app: &TestApp, status: &str, count: usize) -> Vec<String> {
    let query = format!("status={status}&limit=100");
    app.wait_until(status, || all(app, &query).0.len() == count);
    all(app, &query).0
}

#[test]
fn each_status_has_its_list_and_an_invitation_moves_from_one_to_the_next() {
    let app = TestApp::start();
    let [a, b, c, d] = [(); 4].map(|()| Guest::of(&app));
    wait_for(&app, "delivered", 4);
    let browser = app.press(&a.token);
    app.press(&b.token);
    c.revoke(&app).expect(200);
    assert_eq!(wait_for(&app, "revoked", 1), [c.uuid.as_str()]);
    wait_for(&app, "verified", 2);
    browser.finish();
    assert_eq!(wait_for(&app, "completed", 1), [a.uuid.as_str()]);
    assert_eq!(wait_for(&app, "verified", 1), [b.uuid.as_str()]);
    assert_eq!(wait_for(&app, "delivered", 1), [d.uuid.as_str()]);
    let order = [&d.uuid, &b.uuid, &a.uuid, &c.uuid].map(String::clone);
    assert_eq!(all(&app, "limit=3").0, order, "by phase");

    // Time alone makes them expired, of whatever open phase.
    app.advance(86_400);
    assert_eq!(all(&app, "status=expired").0, [d.uuid.as_str(), b.uuid.as_str()]);
    assert_eq!(
        (
            all(&app, "status=delivered").0.len(),
            all(&app, "status=verified").0.len()
        ),
        (0, 0)
    );
    d.resend(&app).expect(202);
    assert_eq!(wait_for(&app, "delivered", 1), [d.uuid.as_str()]);
    assert_eq!(all(&app, "status=expired").0, [b.uuid.as_str()]);

    app.acme()
        .call("DELETE", &format!("/v1/account/{}", a.uuid))
        .send()
        .expect(204);
    assert_eq!(all(&app, "status=completed").0.len(), 0, "at once");
}

#[test]
fn pages_miss_nothing_and_show_nothing_twice() {
    let app = TestApp::start();
    let mut invited = Vec::new();
    for number in 0..7 {
        let more = json!({ "deliver_self": true, "expires_in_seconds": 3_600 * (8 - number) });
        invited.push(inviting(&app, &invitee(), &more).send().expect(201).member("uuid"));
    }
    wait_for(&app, "sent", 7);
    // What expires first comes first.
    invited.reverse();
    // A page that ends where the list does cannot know it yet: an empty one follows.
    for (limit, pages) in [(1, 8), (3, 3), (7, 2), (100, 1)] {
        let (found, read) = all(&app, &format!("status=sent&limit={limit}"));
        assert_eq!((&found, read), (&invited, pages), "{limit}");
    }
    let first = list(&app, "?status=sent&limit=2").expect(200).json();
    assert_eq!(first["invitations"][0]["status"], "sent");
    assert!(first["invitations"][0].get("link").is_none(), "a link is on no list");
}

#[test]
fn a_list_holds_nobody_of_another_tenant_and_nobody_who_was_only_provisioned() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    app.settle();
    wait_for(&app, "delivered", 1);
    let foreign = app.netgrid().call("GET", "/v1/invitations").send().expect(200).json();
    assert_eq!(foreign, json!({ "invitations": [] }));
    assert_eq!(all(&app, "").0, [guest.uuid]);
}

#[test]
fn a_cursor_of_another_list_or_a_mutilated_one_is_refused() {
    let app = TestApp::start();
    for _ in 0..2 {
        inviting(&app, &invitee(), &json!({ "deliver_self": true }))
            .send()
            .expect(201);
    }
    wait_for(&app, "sent", 2);
    let cursor = list(&app, "?status=sent&limit=1").expect(200).member("next_cursor");
    list(&app, &format!("?status=sent&cursor={cursor}")).expect(200);
    let cut = &cursor[..cursor.len() - 1];
    for query in [
        format!("?cursor={cursor}"),
        format!("?status=queued&cursor={cursor}"),
        format!("?status=sent&cursor={cut}"),
        format!("?status=sent&cursor=A{cut}"),
        "?cursor=".to_owned(),
    ] {
        list(&app, &query).flawed(400, "invalid_query", "/cursor", "unknown_value");
    }
    let foreign = app
        .netgrid()
        .call("GET", &format!("/v1/invitations?status=sent&cursor={cursor}"));
    foreign.send().flawed(400, "invalid_query", "/cursor", "unknown_value");
}

#[test]
fn a_query_that_is_none_is_refused() {
    let app = TestApp::start();
    for (query, pointer) in [
        ("?status=open", "/status"),
        ("?status=", "/status"),
        ("?limit=0", "/limit"),
        ("?limit=101", "/limit"),
        ("?limit=many", "/limit"),
        ("?limit=1&limit=2", "/limit"),
        ("?page=2", "/page"),
    ] {
        list(&app, query).flawed(400, "invalid_query", pointer, "unknown_value");
    }
    app.get("/v1/invitations").send().refused(401, "unauthenticated");
    let empty: Value = list(&app, "?limit=100").expect(200).json();
    assert_eq!(empty, json!({ "invitations": [] }));
}
