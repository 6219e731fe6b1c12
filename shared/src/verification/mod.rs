//! Proving an address or a number: the mailed or texted link, the six digits beside it, and the ticket they are
//! exchanged for.
//!
//! None of the three is stored. A link is sealed from the person's key and the moment the mail was
//! asked for, so sending it twice sends the same link; the digits are a keyed hash over the same.
//! What makes them single-use is one number of the person's item, [`User::proof_used_at`]: proving
//! the address moves it forward, and everything made before it is used up.

mod code;
mod completion;
mod link;
mod ticket;

use jiff::Timestamp;

pub use code::{CodeWindow, CodeWindows, code, matching_windows};
pub use completion::{Completion, Draft};
pub use link::{Link, LinkRefused};
pub use ticket::Ticket;

use crate::tenant::Tenant;
use crate::user::{User, moment};

/// A mail that has to go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// When it was asked for: the moment its link and code are made of.
    pub asked_at: Timestamp,
    /// Until when both work.
    pub expires_at: Timestamp,
}

/// The mail that a change of a person's item calls for, if any.
///
/// A change calls for one when somebody asked since, with the right names, for a person who is not
/// registered yet and whose invitation is not withdrawn, and the link would still work when it arrives: a record that comes out of a
/// dead-letter queue days later sends nobody an expired link.
#[must_use]
pub fn due(before: Option<&User>, after: &User, tenant: &Tenant, now: Timestamp) -> Option<Due> {
    let asked_at = after.invitation_asked_at()?;
    if before.and_then(User::invitation_asked_at) == Some(asked_at) {
        return None;
    }
    let expires_at = after.works_until(asked_at, tenant.link_life_seconds);
    (expires_at > now).then(|| Due {
        asked_at: moment(asked_at),
        expires_at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crate::user::Status;
    use jiff::SignedDuration;

    fn asked(name_hash: &str) -> User {
        let mut user = testing::user();
        user.asked_at = Some(testing::now().as_millisecond());
        user.asked_name_hash = Some(name_hash.to_owned());
        user
    }

    #[test]
    fn asking_with_the_right_names_calls_for_a_mail_once() {
        let after = asked(&testing::user().name_hash);
        let before = testing::user();
        let due_now = due(Some(&before), &after, &testing::tenant(), testing::now()).expect("a mail");
        assert_eq!(due_now.asked_at, testing::now());
        assert_eq!(due(Some(&after), &after, &testing::tenant(), testing::now()), None);
    }

    #[test]
    fn asking_with_other_names_calls_for_nothing() {
        assert_eq!(
            due(None, &asked("somebody else"), &testing::tenant(), testing::now()),
            None
        );
    }

    #[test]
    fn a_registered_person_gets_no_mail() {
        let mut after = asked(&testing::user().name_hash);
        after.status = Status::Registered;
        assert_eq!(due(None, &after, &testing::tenant(), testing::now()), None);
    }

    #[test]
    fn a_mail_whose_link_has_expired_meanwhile_is_not_sent() {
        let after = asked(&testing::user().name_hash);
        let life = SignedDuration::from_secs(i64::from(testing::tenant().link_life_seconds));
        assert!(
            due(
                None,
                &after,
                &testing::tenant(),
                testing::now() + life - SignedDuration::from_secs(1)
            )
            .is_some()
        );
        assert_eq!(due(None, &after, &testing::tenant(), testing::now() + life), None);
    }
}
