//! What a link makes, and what it does not.

use super::*;
use crate::testing;

fn form() -> SignUp {
    SignUp {
        email: "jane@example.org".parse().expect("an address"),
        kind: CustomerKind::Business,
        locale: "de".to_owned(),
        request: None,
        arrival: None,
    }
}

fn link() -> SignUpLink {
    SignUpLink::new(
        &testing::tenant(),
        &form(),
        testing::now().as_millisecond(),
        &testing::keys(),
    )
}

#[test]
fn a_token_is_the_same_each_time_and_of_its_tenant_alone() {
    let keys = testing::keys();
    let token = link().seal(&keys);
    assert_eq!(token, link().seal(&keys));
    assert_eq!(SignUpLink::open(&token, &keys), Some(link()));
    assert_eq!(SignUpLink::open(&token.replacen("acme", "netgrid", 1), &keys), None);
    for invites in [true, false] {
        assert!(crate::verification::Link::open(&token, invites, &keys).is_err());
    }
}

#[test]
fn a_link_works_for_its_time_and_while_nobody_has_the_address() {
    let (now, link) = (testing::now(), link());
    let last = link.expires_at() - SignedDuration::from_millis(1);
    assert_eq!(link.check(None, last), Ok(()));
    assert_eq!(link.check(None, link.expires_at()), Err(SignUpRefused::Expired));
    assert_eq!(link.check(Some(&testing::user()), now), Err(SignUpRefused::Taken));
    assert_eq!(link.life_seconds(), 86_400);
}

#[test]
fn customer_person_and_place_are_one_and_owe_no_mail() {
    let tenant = Tenant {
        invite_on_provision: true,
        ..testing::tenant()
    };
    let new = NewAccount {
        location: Some("Location".to_owned()),
        password: Some("$argon2id$".to_owned()),
        customer_profile: Profile::from([("companyName".to_owned(), "Doe Ltd".to_owned())]),
        ..NewAccount::default()
    };
    let user = link().account(&tenant, new, &testing::keys(), testing::now());
    assert_eq!(
        (user.status, user.verified_by),
        (Status::Registered, Some(VerifiedBy::Mail))
    );
    assert_eq!(user.customer_kind, CustomerKind::Business);
    assert_eq!(user.installations[0].name.as_deref(), Some("Location"));
    assert_eq!(user.invitation_asked_at(), None);
    assert_eq!(user.reason(), "credential_set");
}

#[test]
fn a_link_makes_one_person_and_a_newer_one_another() {
    let later = testing::now().as_millisecond() + 1;
    let newer = SignUpLink::new(&testing::tenant(), &form(), later, &testing::keys());
    assert_eq!(link().user(), link().user());
    assert_ne!(link().user(), newer.user());
}
