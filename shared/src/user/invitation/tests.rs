use jiff::SignedDuration;

use super::*;
use crate::testing;
use crate::user::Status;

const DAY: i64 = 86_400_000;

fn status(user: &User) -> &'static str {
    status_at(user, testing::now())
}

fn status_at(user: &User, now: Timestamp) -> &'static str {
    user.progress().expect("an invitation").status(now).as_str()
}

/// Jane, whose mail has come this far.
fn mailed(change: impl FnOnce(&mut Delivery)) -> User {
    let mut user = testing::invited();
    let asked_at = user.asked_at.expect("a mail was asked for");
    let mut delivery = Delivery {
        sent_at: Some(asked_at),
        ..Delivery::queued(Channel::Email, asked_at)
    };
    change(&mut delivery);
    user.deliveries.push(delivery);
    user
}

#[test]
fn who_was_only_provisioned_has_no_invitation() {
    assert_eq!(testing::user().progress(), None);
}

#[test]
fn an_invitation_is_as_far_as_its_newest_mail() {
    assert_eq!(status(&testing::invited()), "queued");
    assert_eq!(status(&mailed(|_| ())), "sent");
    assert_eq!(status(&mailed(|mail| mail.delivered_at = Some(1))), "delivered");
    assert_eq!(status(&mailed(|mail| mail.complained_at = Some(1))), "delivered");
    assert_eq!(status(&mailed(|mail| mail.bounced_at = Some(1))), "bounced");
    assert_eq!(
        status(&mailed(|mail| mail.failure = Some("MessageRejected".into()))),
        "bounced"
    );
    let mut again = mailed(|mail| mail.bounced_at = Some(1));
    again.asked_at = again.asked_at.map(|at| at + 1);
    assert_eq!(status(&again), "queued", "asked for again");
}

#[test]
fn what_the_tenant_delivers_counts_as_sent_and_calls_for_no_mail() {
    let mut user = testing::invited();
    user.hand_over();
    assert_eq!(status(&user), "sent");
    assert_eq!((user.invitation_asked_at(), user.deliveries()), (None, Vec::new()));
    user.asked_at = user.asked_at.map(|at| at + 1);
    assert_eq!(status(&user), "queued", "a mail was asked for since");
}

#[test]
fn an_invitation_expires_in_every_open_phase_with_its_newest_link() {
    let end = testing::now() + SignedDuration::from_millis(DAY);
    let mut verified = testing::invited();
    verified.status = Status::Verified;
    verified.proof_used_at = Some(1);
    for (user, open) in [(testing::invited(), "queued"), (verified, "verified")] {
        assert_eq!(status_at(&user, end - SignedDuration::from_millis(1)), open);
        assert_eq!(status_at(&user, end), "expired");
    }
}

#[test]
fn what_is_over_stays_so_whatever_the_time() {
    let much_later = testing::now() + SignedDuration::from_millis(400 * DAY);
    let mut revoked = testing::invited();
    revoked.revoked_at = Some(7);
    let mut completed = testing::invited();
    completed.status = Status::Active;
    completed.registered_at = Some(8);
    for (user, word, at) in [(revoked, "revoked", 7), (completed, "completed", 8)] {
        assert_eq!(status_at(&user, much_later), word);
        assert_eq!(user.progress().map(|progress| progress.at), Some(at));
        assert_eq!(user.invitation_asked_at(), None, "no mail is due");
    }
}

#[test]
fn the_tenants_word_alone_is_no_answer_to_an_invitation() {
    let mut user = mailed(|_| ());
    user.status = Status::Verified;
    user.verified_by = Some(VerifiedBy::Tenant);
    assert_eq!(status(&user), "sent");
}

#[test]
fn each_status_reads_back_as_it_is_written() {
    let all = Phase::ALL
        .into_iter()
        .map(InvitationStatus::Is)
        .chain([InvitationStatus::Expired]);
    for status in all {
        assert_eq!(InvitationStatus::from_word(status.as_str()), Some(status));
    }
    assert_eq!(InvitationStatus::from_word("open"), None);
}

#[test]
fn what_comes_next_follows_from_the_status() {
    let now = testing::now();
    assert_eq!(testing::invited().invitation_actions(now), ["verify_address"]);
    let late = now + SignedDuration::from_millis(DAY);
    assert_eq!(testing::invited().invitation_actions(late), ["resend"]);
    let mut bounced = mailed(|mail| mail.bounced_at = Some(1));
    assert_eq!(bounced.invitation_actions(now), ["resend"]);
    bounced.mail_stopped = Some(MailStopped::Bounced);
    assert_eq!(bounced.invitation_actions(now), ["correct_address"]);
    bounced.revoked_at = Some(1);
    assert!(bounced.invitation_actions(now).is_empty());
}

#[test]
fn a_link_works_as_long_as_the_invitation_says_else_as_long_as_the_tenants() {
    let asked_at = testing::now().as_millisecond();
    let mut user = testing::invited();
    assert_eq!(
        user.works_until(asked_at + 5, 3_600).as_millisecond(),
        asked_at + 5 + DAY
    );
    user.invitation = None;
    assert_eq!(
        user.works_until(asked_at + 5, 3_600).as_millisecond(),
        asked_at + 5 + 3_600_000
    );
}
