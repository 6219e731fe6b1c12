//! `GET /v1/tenant/versions` and `…/{version}`: what the document was.

use serde_json::json;

use super::{number, read, replace};
use crate::support::TestApp;

#[test]
fn each_change_is_a_version_with_who_and_when_and_can_be_brought_back() {
    let app = TestApp::start();
    let (first, etag) = read(&app.acme());
    let mut second = first.clone();
    second["display_name"] = json!("Renamed");
    app.advance(3_600);
    let changed_at = app.now();
    let next = replace(&app, &etag, &second).expect(200).header("etag").to_owned();

    let list = app.acme().call("GET", "/v1/tenant/versions").send().expect(200).json();
    let versions = list["versions"].as_array().expect("a list");
    assert_eq!(versions.len(), 2);
    assert_eq!(
        (&versions[0]["version"], &versions[0]["by"]),
        (&json!(number(&next)), &json!("acme-backoffice"))
    );
    assert_eq!(versions[1]["by"], "demo");
    let at: jiff::Timestamp = versions[0]["at"].as_str().expect("a time").parse().expect("a time");
    assert!(at.duration_since(changed_at).abs() < jiff::SignedDuration::from_secs(60));

    let path = format!("/v1/tenant/versions/{}", number(&etag));
    let past = app.acme().call("GET", &path).send().expect(200);
    assert_eq!((past.json(), past.header("etag")), (first.clone(), etag.as_str()));
    // How it was is a change like any other.
    let third = replace(&app, &next, &past.json()).expect(200).header("etag").to_owned();
    assert_eq!(read(&app.acme()), (first, third));
}

#[test]
fn versions_come_page_by_page_and_an_unknown_one_is_unknown() {
    let app = TestApp::start();
    let (mut document, mut etag) = read(&app.acme());
    for index in 0..4 {
        document["display_name"] = json!(format!("Acme {index}"));
        etag = replace(&app, &etag, &document).expect(200).header("etag").to_owned();
    }
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/v1/tenant/versions?limit=2{cursor}");
        let page = app.acme().call("GET", &path).send().expect(200).json();
        let versions = page["versions"].as_array().expect("a list").iter();
        found.extend(versions.map(|version| version["version"].as_u64().expect("a number")));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(found, (1..=number(&etag)).rev().collect::<Vec<_>>());
    let other = format!("/v1/tenant/versions?{}", cursor.trim_start_matches('&'));
    app.netgrid().call("GET", &other).send().refused(400, "invalid_query");
    for unknown in ["99", "0", "x", "-1"] {
        let path = format!("/v1/tenant/versions/{unknown}");
        app.acme()
            .call("GET", &path)
            .send()
            .refused(404, "tenant_version_not_found");
    }
}
