//! What wakes the mailer, held against its samples.

use aws_lambda_events::event::dynamodb::Event;
use functions::workers::mailer;
use usher_local::lets_through;

use crate::files;

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
