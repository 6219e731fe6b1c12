use super::*;
use crate::person::NamePrefix;
use crate::testing;
use crate::user::{InvitationStatus, Phase};

#[test]
fn a_person_and_the_requests_for_their_mails_are_behind_one_name() {
    let (tenant, key) = (testing::user().tenant, testing::user().key());
    let name = format!("{tenant}#{}", key.as_text());
    assert_eq!(person_behind(&user(&tenant, &key).pk), Some(name.as_str()));
    assert_eq!(person_behind(&request(&tenant, &key, "names").pk), Some(name.as_str()));
    assert_eq!(person_behind(&by_external_id(&tenant, "x").pk), None);
}

#[test]
fn a_list_is_in_the_order_of_its_times_and_what_is_over_the_other_way_round() {
    let (tenant, id) = (testing::user().tenant, testing::user().id.0);
    let sk = |phase, at| listed(&tenant, phase, at, id).sk.into_owned();
    assert!(sk(Phase::Sent, 9) < sk(Phase::Sent, 10));
    assert!(sk(Phase::Completed, 9) > sk(Phase::Completed, 10));
}

#[test]
fn what_is_open_and_what_has_expired_meet_at_the_millisecond_and_behind_an_entry_comes_the_next() {
    let (tenant, now) = (testing::user().tenant, testing::now());
    let sk = |at: i64, bits| listed(&tenant, Phase::Sent, now.as_millisecond() + at, Opaque::new([bits; 16])).sk;
    let between = |status, after: &str, sk: &str| {
        let (from, to) = listed_between(Phase::Sent, Some(status), after, now);
        (from.as_str()..=to.as_str()).contains(&sk)
    };
    let (open, expired) = (InvitationStatus::Is(Phase::Sent), InvitationStatus::Expired);
    assert!(between(expired, "", &sk(0, 255)) && !between(open, "", &sk(0, 255)));
    assert!(between(open, "", &sk(1, 0)) && !between(expired, "", &sk(1, 0)));
    let first = sk(1, 7);
    assert!(!between(open, &first, &first) && between(open, &first, &sk(1, 8)));
}

#[test]
fn neighbours_behind_one_ipv6_line_count_together() {
    let pk = |address: &str| source(address.parse().expect("an address"), 1).pk;
    assert_eq!(pk("2001:db8:1:2::1"), pk("2001:db8:1:2:ffff::9"));
    assert_ne!(pk("2001:db8:1:2::1"), pk("2001:db8:1:3::1"));
    assert_eq!(pk("::ffff:192.0.2.1"), pk("192.0.2.1"));
    assert_ne!(pk("192.0.2.1"), pk("192.0.2.2"));
}

#[test]
fn what_is_due_at_this_millisecond_is_found_and_what_is_due_at_the_next_is_not() {
    let (tenant, now) = (testing::user().tenant, testing::now());
    let place = |at: i64| {
        due_at(&tenant, now.as_millisecond() + at, Opaque::new([255; 16]))
            .sk
            .into_owned()
    };
    let found = |after: &str, place: &str| {
        let (from, to) = due_between(after, now);
        (from.as_str()..=to.as_str()).contains(&place)
    };
    assert!(found("", &place(0)) && !found("", &place(1)));
    assert!(found(&place(-1), &place(0)) && !found(&place(0), &place(0)));
}

#[test]
fn who_is_found_by_a_name_stands_in_its_range_and_the_next_page_begins_behind() {
    let tenant = testing::user().tenant;
    let sk = |names: &str, bits| named_at(&tenant, names, Opaque::new([bits; 16])).sk.into_owned();
    let found = |typed: &str, after: &str, sk: &str| {
        let (from, to) = named_behind(&NamePrefix::read(typed).expect("enough"), after);
        (from.as_str()..=to.as_str()).contains(&sk)
    };
    assert!(found("be", "", &sk("berganna", 255)) && found("berganna", "", &sk("berganna", 0)));
    assert!(!found("be", "", &sk("bd", 255)) && !found("be", "", &sk("bf", 0)));
    let first = sk("berganna", 7);
    assert!(!found("be", &first, &first) && found("be", &first, &sk("berganna", 8)));
    assert!(sk("berg", 255) < sk("berganna", 0), "whoever is called so comes first");
}

#[test]
fn who_came_last_comes_first() {
    let (tenant, id) = (testing::user().tenant, testing::user().id.0);
    let sk = |at| newest_at(&tenant, at, id).sk.into_owned();
    assert!(sk(10) < sk(9));
}
