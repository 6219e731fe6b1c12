use super::*;
use crate::tenant::Channel;
use crate::testing;
use crate::user::{Delivery, MailStopped, Status, moment};

fn tenant() -> Tenant {
    Tenant {
        reminders_after_hours: vec![48, 120],
        purge_unregistered_after_days: Some(90),
        ..testing::tenant()
    }
}

fn after(hours: i64) -> i64 {
    testing::now().as_millisecond() + hours * HOUR_MS
}

fn due_at(user: &User, at: i64) -> Due {
    due(&tenant(), user, moment(at))
}

#[test]
fn each_moment_comes_at_its_millisecond() {
    let mut user = testing::invited();
    assert_eq!(due_at(&user, after(48) - 1), Due::Wait(after(48)));
    assert_eq!(due_at(&user, after(48)), Due::Remind);
    user.reminded_at = Some(after(48));
    assert_eq!(due_at(&user, after(48)), Due::Wait(after(120)));
    assert_eq!(due_at(&user, after(120) - 1), Due::Wait(after(120)));
    assert_eq!(due_at(&user, after(120)), Due::Remind);
    user.reminded_at = Some(after(120));
    assert_eq!(due_at(&user, after(120)), Due::Wait(after(90 * 24)));
    assert_eq!(due_at(&user, after(90 * 24) - 1), Due::Wait(after(90 * 24)));
    assert_eq!(due_at(&user, after(90 * 24)), Due::Purge);
}

#[test]
fn reminders_that_are_late_together_are_one() {
    let mut user = testing::invited();
    assert_eq!(due_at(&user, after(121)), Due::Remind);
    user.reminded_at = Some(after(121));
    assert_eq!(due_at(&user, after(121)), Due::Wait(after(90 * 24)));
}

#[test]
fn a_message_that_was_asked_for_by_hand_resets_nothing() {
    let mut user = testing::invited();
    user.asked_at = Some(after(47));
    assert_eq!(due_at(&user, after(48)), Due::Remind);
}

#[test]
fn nobody_is_reminded_whom_it_would_not_reach_and_all_of_them_are_purged() {
    let failed = |change: fn(&mut Delivery)| {
        let mut user = testing::invited();
        let mut delivery = Delivery::queued(Channel::Email, user.asked_at.expect("asked for"));
        change(&mut delivery);
        user.deliveries.push(delivery);
        user
    };
    let stopped = |why| User {
        mail_stopped: Some(why),
        ..testing::invited()
    };
    let mut handed_over = testing::invited();
    handed_over.hand_over();
    let revoked = User {
        revoked_at: Some(after(1)),
        ..testing::invited()
    };
    for (why, user) in [
        ("bounced", failed(|mail| mail.bounced_at = Some(1))),
        ("complained", failed(|mail| mail.complained_at = Some(1))),
        ("refused", failed(|mail| mail.failure = Some("MessageRejected".into()))),
        ("stopped by a bounce", stopped(MailStopped::Bounced)),
        ("stopped by a complaint", stopped(MailStopped::Complained)),
        ("delivered by the tenant", handed_over),
        ("withdrawn", revoked),
    ] {
        assert_eq!(due_at(&user, after(48)), Due::Wait(after(120)), "{why}");
        assert_eq!(due_at(&user, after(120)), Due::Wait(after(90 * 24)), "{why}");
        assert_eq!(due_at(&user, after(90 * 24)), Due::Purge, "{why}");
    }
}

#[test]
fn a_bounce_counts_for_who_is_verified_too_and_else_they_are_reminded() {
    let mut user = testing::invited();
    user.status = Status::Verified;
    user.proof_used_at = Some(after(1));
    assert_eq!(due_at(&user, after(48)), Due::Remind);
    let mut bounced = Delivery::queued(Channel::Email, after(2));
    bounced.bounced_at = Some(after(2));
    user.deliveries.push(bounced);
    assert_eq!(due_at(&user, after(48)), Due::Wait(after(120)));
}

#[test]
fn nothing_is_ever_due_for_who_is_registered_or_was_not_invited() {
    for status in [Status::Registered, Status::Active] {
        let mut user = testing::invited();
        (user.status, user.registered_at) = (status, Some(after(1)));
        assert_eq!(due_at(&user, after(90 * 24)), Due::Drop);
    }
    assert_eq!(due_at(&testing::user(), after(90 * 24)), Due::Drop);
}

#[test]
fn the_tenant_of_today_decides() {
    let user = testing::invited();
    assert_eq!(due(&testing::tenant(), &user, moment(after(48))), Due::Drop);
    let without_reminders = Tenant {
        purge_unregistered_after_days: Some(2),
        ..testing::tenant()
    };
    assert_eq!(due(&without_reminders, &user, moment(after(47))), Due::Wait(after(48)));
    assert_eq!(due(&without_reminders, &user, moment(after(48))), Due::Purge);
}

#[test]
fn the_first_moment_is_the_first_reminder_else_the_purge_else_none() {
    let (user, invited_at) = (testing::invited(), after(0));
    assert_eq!(tenant().next_moment(&user, invited_at), Some(after(48)));
    let purge_only = Tenant {
        reminders_after_hours: Vec::new(),
        ..tenant()
    };
    assert_eq!(purge_only.next_moment(&user, invited_at), Some(after(90 * 24)));
    assert_eq!(testing::tenant().next_moment(&user, invited_at), None);
}

#[test]
fn every_flaw_points_at_its_member() {
    let pointers = |reminders: &[u16], purge: Option<u16>| {
        let tenant = Tenant {
            reminders_after_hours: reminders.to_vec(),
            purge_unregistered_after_days: purge,
            ..testing::tenant()
        };
        let flaws = tenant.flaws().into_iter();
        flaws.map(|flaw| flaw.pointer).collect::<Vec<_>>()
    };
    let (first, second) = ("/reminders_after_hours/0", "/reminders_after_hours/1");
    let purge = "/purge_unregistered_after_days";
    assert_eq!(pointers(&[1, 2, 3, 4, 720], Some(31)), [""; 0]);
    assert_eq!(pointers(&[], Some(730)), [""; 0]);
    assert_eq!(pointers(&[1, 2, 3, 4, 5, 6], None), ["/reminders_after_hours"]);
    assert_eq!(pointers(&[0], None), [first]);
    assert_eq!(pointers(&[721], None), [first]);
    assert_eq!(pointers(&[48, 48], None), [second]);
    assert_eq!(pointers(&[], Some(731)), [purge]);
    assert_eq!(pointers(&[48], Some(2)), [purge], "no longer than the last reminder");
    assert_eq!(pointers(&[], Some(1)), [purge], "no longer than the links work");
}
