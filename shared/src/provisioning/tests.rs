use super::*;
use crate::testing;

#[test]
fn the_same_key_makes_the_same_person_and_another_body_another_fingerprint() {
    let entropy = Entropy::seeded(1);
    let first = RequestIdentity::of("acme", Some("k"), Some("n1"), b"{}", &entropy);
    let again = RequestIdentity::of("acme", Some("k"), Some("n2"), b"{ }", &entropy);
    assert_eq!(first.id, again.id);
    assert_ne!(first.fingerprint, again.fingerprint);
    assert_ne!(
        RequestIdentity::of("other", Some("k"), None, b"{}", &entropy).id,
        first.id
    );
    assert_ne!(
        RequestIdentity::of("acme", None, Some("k"), b"{}", &entropy).id,
        first.id
    );
}

#[test]
fn a_voucher_fits_the_person_it_was_given_to() {
    let keys = testing::keys();
    let mut user = testing::user();
    user.vouchers = vec![voucher_mac(&keys, &user.tenant, user.id.0, "SPRING-42", testing::now())];
    assert!(voucher_matches(&keys, &user, " SPRING-42 ", testing::now()));
    assert!(!voucher_matches(&keys, &user, "spring-42", testing::now()));
    user.id = UserId(Opaque::new([9; 16]));
    assert!(!voucher_matches(&keys, &user, "SPRING-42", testing::now()));
}

#[test]
fn a_voucher_is_good_for_four_hundred_days() {
    let keys = testing::keys();
    let mut user = testing::user();
    user.vouchers = vec![voucher_mac(&keys, &user.tenant, user.id.0, "SPRING-42", testing::now())];
    let end = testing::now() + VOUCHER_LIFE;
    let before = end - jiff::SignedDuration::from_millis(1);
    assert!(voucher_matches(&keys, &user, "SPRING-42", before));
    assert!(!voucher_matches(&keys, &user, "SPRING-42", end));
}

#[test]
fn a_tenant_that_invites_at_once_asks_for_the_mail_in_the_same_write() {
    let mut tenant = testing::tenant();
    let now = testing::now();
    for invites in [true, false] {
        tenant.invite_on_provision = invites;
        let user = provision(
            &tenant,
            testing::new_user(),
            Opaque::new([1; 16]),
            &testing::keys(),
            now,
        );
        assert_eq!(user.invitation_asked_at(), invites.then(|| now.as_millisecond()));
    }
}

#[test]
fn a_person_the_tenant_vouches_for_starts_verified_on_its_word() {
    let mut new = testing::new_user();
    new.create_verified = true;
    let user = provision(
        &testing::tenant(),
        new,
        Opaque::new([1; 16]),
        &testing::keys(),
        testing::now(),
    );
    assert_eq!(
        (user.status, user.verified_by),
        (Status::Verified, Some(VerifiedBy::Tenant))
    );
    assert_eq!(user.since(), testing::now());
}
