use serde_json::json;

use super::*;
use crate::housekeeping::due;
use crate::testing;
use crate::user::{Decision, Status, moment};

/// A tenant whose approvers are reminded after one and three days, and whose endpoint is asked.
fn tenant(endpoint: bool) -> Tenant {
    let mut approval = json!({ "approvers": ["a@acme.example"], "remind_after_hours": [24, 72] });
    if endpoint {
        approval["endpoint"] = json!({ "url": "https://acme.example/decide" });
    }
    let kinds = json!({ "kinds": { "personal": { "enabled": false, "approval": approval } } });
    Tenant {
        onboarding: serde_json::from_value(kinds).expect("an onboarding"),
        ..testing::tenant()
    }
}

const MINUTE_MS: i64 = 60_000;

fn after(minutes: i64) -> i64 {
    testing::now().as_millisecond() + minutes * MINUTE_MS
}

fn hours(hours: i64) -> i64 {
    after(hours * 60)
}

fn waiting(endpoint_asked_at: Option<i64>) -> User {
    User {
        status: Status::AwaitingApproval,
        verified_at: Some(after(0)),
        endpoint_asked_at,
        ..testing::user()
    }
}

fn asks(approvers: bool, endpoint: bool) -> Due {
    Due::AskAgain(Whom { approvers, endpoint })
}

#[test]
fn approvers_are_reminded_at_each_moment_and_once_for_those_that_are_late_together() {
    let mut user = waiting(None);
    let due_at = |user: &User, at| due(&tenant(false), user, moment(at));
    assert_eq!(tenant(false).next_moment(&user, after(0)), Some(hours(24)));
    assert_eq!(due_at(&user, hours(24) - 1), Due::Wait(hours(24)));
    assert_eq!(due_at(&user, hours(24)), asks(true, false));
    assert_eq!(due_at(&user, hours(100)), asks(true, false));
    user.approvers_reminded_at = Some(hours(24));
    assert_eq!(due_at(&user, hours(24)), Due::Wait(hours(72)));
    assert_eq!(due_at(&user, hours(72)), asks(true, false));
    user.approvers_reminded_at = Some(hours(72));
    assert_eq!(due_at(&user, hours(72)), Due::Drop);
}

#[test]
fn an_endpoint_that_has_not_answered_is_asked_again_for_a_week() {
    let mut user = waiting(Some(after(0)));
    let due_at = |user: &User, at| due(&tenant(true), user, moment(at));
    assert_eq!(tenant(true).next_moment(&user, after(0)), Some(after(30)));
    assert_eq!(due_at(&user, after(30) - 1), Due::Wait(after(30)));
    assert_eq!(due_at(&user, after(30)), asks(false, true));
    assert_eq!(due_at(&user, hours(24)), asks(true, true), "both in one write");
    user.endpoint_asked_at = Some(hours(24));
    user.approvers_reminded_at = Some(hours(24));
    assert_eq!(due_at(&user, hours(24)), Due::Wait(hours(24) + 30 * MINUTE_MS));
    let week = hours(7 * 24);
    user.approvers_reminded_at = Some(hours(72));
    for (asked_at, expected) in [(week - 30 * MINUTE_MS, asks(false, true)), (week, Due::Drop)] {
        user.endpoint_asked_at = Some(asked_at);
        assert_eq!(due_at(&user, week + 60 * MINUTE_MS), expected);
    }
}

#[test]
fn nobody_is_asked_about_who_was_decided_about_or_by_rules_that_are_gone() {
    let decided = User {
        decision: Some(Decision {
            approved: false,
            at: after(1),
            client: "endpoint".to_owned(),
            reason: None,
        }),
        ..waiting(Some(after(0)))
    };
    let answered = waiting(None);
    let at = moment(hours(1));
    assert_eq!(due(&tenant(true), &decided, at), Due::Drop);
    assert_eq!(tenant(true).next_moment(&decided, after(0)), None);
    assert_eq!(due(&tenant(true), &answered, at), Due::Wait(hours(24)));
    assert_eq!(
        due(&tenant(false), &waiting(Some(after(0))), at),
        Due::Wait(hours(24)),
        "no endpoint any more"
    );
    assert_eq!(due(&testing::tenant(), &waiting(Some(after(0))), at), Due::Drop);
}
