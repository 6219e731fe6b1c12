//! Reminders of an invitation.

use super::*;

#[test]
fn a_reminder_says_that_it_is_one_in_every_language() {
    let expires_at = "2026-11-23T02:00:00Z".parse().unwrap();
    let brand = brand("Acme Energy");
    for locale in Locale::ALL {
        let mail = |reminds| ConfirmMail {
            first_name: Some("Jane"),
            occasion: Occasion::Invitation,
            reminds,
            link: LINK,
            code: "123456",
            expires_at,
        };
        let (first, reminder) = (
            confirm_address(&brand, locale, mail(false)),
            confirm_address(&brand, locale, mail(true)),
        );
        assert_ne!(first.subject, reminder.subject, "{}", locale.tag());
        assert_ne!(first.text, reminder.text, "{}", locale.tag());
        assert!(reminder.subject.contains("Acme Energy") && reminder.text.contains(LINK));
    }
}
