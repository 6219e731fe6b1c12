//! Page by page.

use std::collections::BTreeSet;

use super::{TestApp, Value, addresses, look, provisioned, settled};
use crate::support::at_once;

/// All pages of a list, each of at most `limit` people.
#[track_caller]
fn pages(app: &TestApp, search: &str, limit: usize) -> Vec<Vec<String>> {
    settled(app);
    let (mut pages, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = look(app, &format!("?limit={limit}{search}{cursor}")).expect(200).json();
        let users = page["users"].as_array().expect("people");
        assert!(users.len() <= limit);
        let address = |user: &Value| user["customer_info"]["email_address"].as_str().map(str::to_owned);
        pages.push(users.iter().filter_map(address).collect());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return pages,
        }
    }
}

#[test]
fn all_people_come_newest_first_and_each_once() {
    let app = TestApp::start();
    let mut all = Vec::new();
    for number in 0..5 {
        app.advance(1);
        all.push(provisioned(&app, "Somebody", &format!("Number {number}")).email);
    }
    all.reverse();
    let pages = pages(&app, "", 2);
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(pages.concat(), all);
    assert_eq!(addresses(&app, "?limit=3"), all[..3]);
}

#[test]
fn whose_names_both_begin_so_comes_once_on_whatever_page() {
    let app = TestApp::start();
    let made = at_once(6, |number| provisioned(&app, &format!("Anna{number}"), "Anders").email);
    let pages = pages(&app, "&name=an", 4);
    let all = pages.concat();
    assert_eq!(all.len(), made.len(), "{pages:?}");
    assert_eq!(BTreeSet::from_iter(&all), BTreeSet::from_iter(&made));
}

#[test]
fn a_cursor_goes_with_its_search_alone() {
    let app = TestApp::start();
    for number in 0..2 {
        provisioned(&app, &format!("Anna{number}"), "Anders");
    }
    settled(&app);
    let page = look(&app, "?name=anders&limit=1").expect(200).json();
    let cursor = page["next_cursor"].as_str().expect("another page");
    for other in ["", "name=anna&", "id=usr_x&"] {
        let refused = look(&app, &format!("?{other}cursor={cursor}"));
        refused.flawed(400, "invalid_query", "/cursor", "unknown_value");
    }
    look(&app, &format!("?name=ANDERS&cursor={cursor}")).expect(200);
    let approvals = app.acme().call("GET", &format!("/v1/approvals?cursor={cursor}"));
    approvals.send().refused(400, "invalid_query");
    let theirs = app
        .netgrid()
        .call("GET", &format!("/v1/users?name=anders&cursor={cursor}"));
    theirs.send().refused(400, "invalid_query");
}
