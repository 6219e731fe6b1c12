//! What wakes the workers on the stream, held against samples.

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use functions::workers::{invitation_lists, mailer};
use serde_dynamo::AttributeValue;
use usher_local::lets_through;

use crate::{files, read};

#[test]
fn the_mailers_filters_let_every_record_through_that_leads_to_a_mail_and_not_all_others() {
    let (mut through, mut held) = (Vec::new(), Vec::new());
    for (place, sample) in files("events/mailer", ".json") {
        let event: Event = serde_json::from_str(&sample).expect("Lambda's parser reads it");
        let wakes = event.records.iter().any(|record| lets_through(mailer::FILTERS, record));
        let name = place.rsplit('/').next().unwrap_or_default().to_owned();
        if wakes { through.push(name) } else { held.push(name) }
    }
    // One that was guessed at may still have asked: the filters see no difference to before.
    let expected = [
        "address-changed-1-mails.json",
        "asked-again-1-mails.json",
        "asked-by-app-0-mails.json",
        "deleted-1-mails.json",
        "guessed-0-mails.json",
        "invited-1-mails.json",
        "new-address-1-mails.json",
        "texted-1-mails.json",
    ];
    assert_eq!(through, expected);
    assert_eq!(
        held,
        [
            "erased-0-mails.json",
            "registered-0-mails.json",
            "stranger-0-mails.json"
        ]
    );
}

/// The one record of a sample.
fn record(file: &str) -> EventRecord {
    let event: Event = serde_json::from_str(&read(&format!("events/{file}.json"))).expect("Lambda's parser reads it");
    event.records.into_iter().next().expect("a record")
}

#[test]
fn the_lists_hear_of_who_comes_goes_or_is_not_registered_and_not_of_what_others_do() {
    let wakes = |record: &EventRecord| lets_through(invitation_lists::FILTERS, record);
    for file in [
        "invited-1-mails",
        "registered-0-mails",
        "deleted-1-mails",
        "erased-0-mails",
        "address-changed-1-mails",
    ] {
        assert!(wakes(&record(&format!("mailer/{file}"))), "{file}");
    }
    for file in ["stranger-0-mails", "asked-by-app-0-mails", "new-address-1-mails"] {
        assert!(!wakes(&record(&format!("mailer/{file}"))), "{file}");
    }
    // Somebody registers at an address that was tried out before.
    let mut tried = record("mailer/registered-0-mails");
    tried.change.old_image = record("mailer/stranger-0-mails").change.new_image;
    assert!(wakes(&tried));
    // What a registered person does wakes nobody, but for their first data.
    let mut signs_in = tried.clone();
    signs_in.change.old_image = signs_in.change.new_image.clone();
    assert!(!wakes(&signs_in));
    let active = AttributeValue::S("active".to_owned());
    signs_in.change.new_image.insert("st".to_owned(), active);
    assert!(wakes(&signs_in));
}
