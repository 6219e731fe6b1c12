//! The table of outcomes: who somebody is here, what the tenant wants of newcomers, and what the provider says of the address.

use super::*;
use crate::address::EmailAddress;
use crate::id::{Opaque, ProviderId};
use crate::profile::Profile;
use crate::sso::SsoLink;
use crate::testing;
use crate::user::SelfRegistration;

const POLICIES: [Newcomers; 3] = [Newcomers::LinkedOnly, Newcomers::CreateUser, Newcomers::CreateCustomer];

fn person(email_verified: bool) -> ProviderPerson {
    ProviderPerson {
        subject: "jane".to_owned(),
        provisioned_id: None,
        email: Some(EmailAddress::parse("jane.doe@example.org").expect("an address")),
        email_verified,
        values: Profile::new(),
    }
}

fn user(change: impl FnOnce(&mut User)) -> User {
    let mut user = testing::user();
    change(&mut user);
    user
}

fn registered(user: &mut User) {
    user.status = Status::Registered;
}

fn with_password(user: &mut User) {
    registered(user);
    user.password = Some("$argon2id$".to_owned());
}

fn linked(user: &mut User) {
    registered(user);
    user.links = vec![SsoLink {
        connection: "acme-login".to_owned(),
        provider: ProviderId(Opaque::new([1; 16])),
        subject: "jane".to_owned(),
        linked_at: 0,
    }];
}

fn unproven(user: &mut User) {
    user.self_registration = Some(SelfRegistration {
        browser: "b".to_owned(),
        password: "$argon2id$".to_owned(),
        request: None,
    });
}

fn of_address(user: User) -> Found {
    Found {
        of_address: Some(user),
        ..Found::default()
    }
}

/// Outcomes by a word, in the order of [`POLICIES`], first with an address that is proven, then with one that is not.
#[track_caller]
fn becomes(found: &Found, proven: [&str; 3], unproven: [&str; 3]) {
    for (verified, expected) in [(true, proven), (false, unproven)] {
        for (policy, expected) in POLICIES.into_iter().zip(expected) {
            let arrival = Arrival::of(&person(verified), found.clone(), policy);
            let word = format!("{arrival:?}");
            let word = word.split('(').next().unwrap_or_default();
            assert_eq!(word, expected, "{policy:?}, proven: {verified}");
        }
    }
}

#[test]
fn whoever_is_known_by_the_link_is_signed_in_whatever_the_address() {
    let found = |change: fn(&mut User)| Found {
        linked: Some(user(change)),
        of_address: Some(user(with_password)),
        ..Found::default()
    };
    becomes(&found(linked), ["SignedIn"; 3], ["SignedIn"; 3]);
    let waits: fn(&mut User) = |user| user.status = Status::AwaitingApproval;
    becomes(&found(waits), ["Waits"; 3], ["Waits"; 3]);
}

#[test]
fn whose_account_is_out_of_use_is_refused_whatever_the_provider_says() {
    let suspended: fn(&mut User) = |user| user.status = Status::Suspended;
    let linked = Found {
        linked: Some(user(suspended)),
        ..Found::default()
    };
    becomes(&linked, ["Suspended"; 3], ["Suspended"; 3]);
    let meant = Found {
        meant: Some(user(suspended)),
        ..Found::default()
    };
    becomes(&meant, ["Suspended"; 3], ["Suspended"; 3]);
    becomes(
        &of_address(user(suspended)),
        ["Unknown"; 3],
        ["Unknown", "Unknown", "ProvesAddress"],
    );
}

#[test]
fn whom_the_back_office_meant_is_linked_whatever_the_address() {
    let found = |change: fn(&mut User)| Found {
        meant: Some(user(change)),
        ..Found::default()
    };
    becomes(&found(|_| ()), ["Linked"; 3], ["Linked"; 3]);
    becomes(
        &found(|user| user.status = Status::Verified),
        ["Linked"; 3],
        ["Linked"; 3],
    );
    becomes(&found(with_password), ["Connects"; 3], ["Connects"; 3]);
    becomes(&found(linked), ["Unknown"; 3], ["Unknown"; 3]);
    becomes(&found(|user| user.revoked_at = Some(1)), ["Unknown"; 3], ["Unknown"; 3]);
    let invited: fn(&mut User) = |user| user.invitation = testing::invited().invitation;
    becomes(&found(invited), ["Invited"; 3], ["Invited"; 3]);
}

#[test]
fn nobody_becomes_somebody_where_the_tenant_wants_that_and_the_address_is_proven() {
    becomes(
        &Found::default(),
        ["Unknown", "Created", "Completes"],
        ["Unknown", "Unknown", "ProvesAddress"],
    );
}

#[test]
fn an_account_with_a_password_is_never_linked_by_its_address() {
    becomes(
        &of_address(user(with_password)),
        ["Unknown", "Connects", "Connects"],
        ["Unknown", "Unknown", "ProvesAddress"],
    );
}

#[test]
fn what_was_left_without_a_proof_of_the_address_gives_way_to_whoever_has_one() {
    becomes(
        &of_address(user(unproven)),
        ["Unknown", "Created", "Completes"],
        ["Unknown", "Unknown", "ProvesAddress"],
    );
}

#[test]
fn an_invitation_is_not_claimed_by_its_address() {
    for change in [|_: &mut User| (), |user: &mut User| user.status = Status::Verified] {
        becomes(
            &of_address(user(change)),
            ["Unknown", "Invited", "Invited"],
            ["Unknown", "Unknown", "ProvesAddress"],
        );
    }
}

#[test]
fn somebody_of_another_provider_is_not_linked_by_the_address_either() {
    becomes(
        &of_address(user(linked)),
        ["Unknown"; 3],
        ["Unknown", "Unknown", "ProvesAddress"],
    );
}
