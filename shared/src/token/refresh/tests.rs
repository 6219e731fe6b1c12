//! Families, their tokens, and when they end.

use super::*;
use crate::testing;
use crate::user::Status;

#[test]
fn each_use_expects_what_the_use_before_left() {
    let entropy = Entropy::seeded(1);
    let first = RefreshToken::begin(&testing::user(), "app", "openid", &entropy, testing::now());
    let (second, rotation) = first.rotate(&entropy);
    assert_eq!(rotation.expected, None);
    let (_, again) = second.rotate(&entropy);
    assert_eq!(again.expected.as_deref(), Some(rotation.next.as_str()));
    assert_eq!(again.family, rotation.family);
}

#[test]
fn the_newest_token_of_a_family_is_good_until_that_ends() {
    let (entropy, now) = (Entropy::seeded(1), testing::now());
    let mut user = User {
        status: Status::Registered,
        registered_at: Some(now.as_millisecond()),
        ..testing::user()
    };
    let first = RefreshToken::begin(&user, "app", "openid", &entropy, now);
    assert!(first.is_good_for(&user));
    let (second, rotation) = first.rotate(&entropy);
    assert!(!second.is_good_for(&user), "nobody has used the first");
    user.families.insert(rotation.family.clone(), rotation.next);
    assert!(second.is_good_for(&user) && !first.is_good_for(&user));
    user.families_floor = Some(i64::MAX);
    assert!(second.is_good_for(&user), "an entry says more than the floor");
    user.families.insert(rotation.family, User::REVOKED.to_owned());
    assert!(!second.is_good_for(&user) && !first.is_good_for(&user));
    user.families.clear();
    assert!(!first.is_good_for(&user), "all families from before are ended");
}

#[test]
fn a_token_is_good_for_the_one_it_was_given_to_while_they_may_sign_in() {
    let (entropy, now) = (Entropy::seeded(1), testing::now());
    let registered = |at: i64| User {
        status: Status::Registered,
        registered_at: Some(at),
        ..testing::user()
    };
    let user = registered(now.as_millisecond());
    let token = RefreshToken::begin(&user, "app", "openid", &entropy, now);
    let other = User {
        id: crate::id::UserId(crate::id::Opaque::new([9; 16])),
        ..user.clone()
    };
    assert!(!token.is_good_for(&other));
    assert!(!token.is_good_for(&testing::user()), "not registered");
    assert!(
        !token.is_good_for(&registered(now.as_millisecond() + 1)),
        "registered anew"
    );
}

#[test]
fn a_token_of_a_session_ends_with_it_unless_it_was_given_to_stay() {
    let (entropy, now) = (Entropy::seeded(1), testing::now());
    let mut user = User {
        status: Status::Registered,
        registered_at: Some(now.as_millisecond()),
        ..testing::user()
    };
    let session = Session::begin(&user, &entropy, now);
    let given = |scope: &str| RefreshToken {
        session: Some(session.bits()),
        ..RefreshToken::begin(&user, "app", scope, &entropy, now)
    };
    let (ends, stays) = (given("openid"), given("openid offline_access"));
    assert!(ends.is_good_for(&user) && stays.is_good_for(&user));
    let ended = crate::session::Entry {
        began_at: session.signed_in_at,
        seen_at: session.signed_in_at,
        device: String::new(),
        ended: true,
    };
    user.sessions.insert(session.name(), ended);
    assert!(!ends.is_good_for(&user) && stays.is_good_for(&user));
}

#[test]
fn a_family_ends_after_thirty_days_however_often_it_was_rotated() {
    let (entropy, keys, now) = (Entropy::seeded(1), testing::keys(), testing::now());
    let (token, _) = RefreshToken::begin(&testing::user(), "app", "openid", &entropy, now).rotate(&entropy);
    let text = token.seal(&keys, now);
    let end = now + SignedDuration::from_hours(30 * 24);
    assert!(RefreshToken::open(&text, &keys, end - SignedDuration::from_millis(1)).is_some());
    assert_eq!(RefreshToken::open(&text, &keys, end), None);
}
