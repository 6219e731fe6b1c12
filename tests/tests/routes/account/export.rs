//! `/account/export`: everything that is kept of a person.

use super::signed_in;
use crate::support::{PASSWORD, TestApp, authorize, code_in};

#[test]
fn a_person_takes_along_everything_that_is_kept_of_them() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    app.redeem(&code_in(&web.open(&authorize(&[]))), &[]).send().expect(200);
    let file = web.open("/account/export").expect(200);
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"account.json\""
    );
    assert_eq!(file.header("content-type"), "application/json");
    let told = file.json();
    assert_eq!(told["customer_info"]["email_address"], person.email.as_str());
    assert_eq!(told["customer_info"]["first_name"], person.first_name.as_str());
    assert_eq!(told["external_account_id"], person.external_id.as_str());
    assert_eq!(told["status"], "registered");
    assert_eq!(told["installations"][0]["address_info"]["city"], "Cambridge");
    assert_eq!(told["deliveries"][0]["channel"], "email");
    assert_eq!(told["sessions"].as_array().map(Vec::len), Some(1));
    for time in ["provisioned_at", "verified_at", "registered_at"] {
        assert!(told["times"][time].is_string(), "{time}: {told}");
    }
    for secret in ["argon2", PASSWORD, "fam", "\"pw\""] {
        assert!(!file.text.contains(secret), "{secret}: {told}");
    }
}

#[test]
fn each_attribute_of_a_person_is_taken_along_or_left_for_a_reason() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    app.redeem(&code_in(&web.open(&authorize(&[]))), &[]).send().expect(200);
    let told = web.open("/account/export").expect(200).text;
    // Keys, counters, hashes and what the table itself needs tell nothing of a person.
    let left = [
        "pk", "sk", "ttl", "nt", "nk", "pw", "un", "pl", "sl", "gl", "kl", "oq", "mq", "qa", "qk", "qe", "ie",
    ];
    let taken = [
        "t", "id", "em", "fn", "ln", "xi", "ins", "st", "cr", "va", "ua", "vb", "ra", "ia", "dl", "fam", "ses", "ks",
        "oa",
    ];
    for row in app.rows("U#") {
        for name in row
            .keys()
            .filter(|name| row.contains_key("pw") && !left.contains(&name.as_str()))
        {
            assert!(
                taken.contains(&name.as_str()),
                "{name} is new: does the file tell it? {told}"
            );
        }
    }
}
