use super::*;
use crate::testing;
use crate::user::Status;
use jiff::SignedDuration;

fn link() -> Link {
    let now = testing::now();
    Link::new(
        &testing::user(),
        Due {
            asked_at: now,
            expires_at: now + SignedDuration::from_hours(24),
        },
    )
}

#[test]
fn a_link_works_until_the_last_millisecond_of_its_life() {
    let user = testing::user();
    let end = testing::now() + SignedDuration::from_hours(24);
    assert_eq!(link().check(Some(&user), end - SignedDuration::from_millis(1)), Ok(()));
    assert_eq!(link().check(Some(&user), end), Err(LinkRefused::Expired));
}

#[test]
fn proving_the_address_uses_up_every_link_that_was_sent_before() {
    let mut user = testing::user();
    user.status = Status::Verified;
    user.proof_used_at = Some(testing::now().as_millisecond());
    assert_eq!(
        link().check(Some(&user), testing::now()),
        Err(LinkRefused::Used { registered: false })
    );
    user.proof_used_at = Some(testing::now().as_millisecond() - 1);
    assert_eq!(link().check(Some(&user), testing::now()), Ok(()));
}

#[test]
fn the_tenants_word_uses_up_no_link() {
    let mut user = testing::user();
    user.status = Status::Verified;
    user.verified_by = Some(VerifiedBy::Tenant);
    user.verified_at = Some(testing::now().as_millisecond());
    assert_eq!(link().check(Some(&user), testing::now()), Ok(()));
}

#[test]
fn the_link_of_a_withdrawn_invitation_says_so_and_nothing_else() {
    let mut user = testing::user();
    user.revoked_at = Some(testing::now().as_millisecond());
    let late = testing::now() + SignedDuration::from_hours(48);
    for now in [testing::now(), late] {
        assert_eq!(link().check(Some(&user), now), Err(LinkRefused::Withdrawn));
    }
}

#[test]
fn a_link_for_the_tenant_to_deliver_proves_by_the_tenants_word_and_only_where_people_activate() {
    let now = testing::now();
    let due = Due {
        asked_at: now,
        expires_at: now + SignedDuration::from_hours(24),
    };
    let user = testing::invited();
    let (mailed, handed) = (Link::new(&user, due), Link::handed_over(&user, due));
    let opened = |link: &Link| Link::open(&link.seal(&testing::keys()), true, &testing::keys());
    assert_eq!(opened(&mailed).map(|link| link.proves_by()), Ok(VerifiedBy::Mail));
    assert_eq!(opened(&handed).map(|link| link.proves_by()), Ok(VerifiedBy::Tenant));
    let elsewhere = Link::open(&handed.seal(&testing::keys()), false, &testing::keys());
    assert_eq!(elsewhere, Err(LinkRefused::Unknown));
}

#[test]
fn a_link_leads_to_nobody_but_the_person_it_was_sent_to() {
    let mut other = testing::user();
    other.id = crate::id::UserId(Opaque::new([9; 16]));
    assert_eq!(link().check(Some(&other), testing::now()), Err(LinkRefused::Unknown));
    assert_eq!(link().check(None, testing::now()), Err(LinkRefused::Unknown));
}

#[test]
fn a_link_proves_what_it_was_sent_to_and_works_where_invitations_do() {
    let keys = testing::keys();
    let due = Due {
        asked_at: testing::now(),
        expires_at: testing::now() + SignedDuration::from_hours(24),
    };
    let mut user = testing::invited();
    for channel in [Channel::Email, Channel::Sms] {
        if let Some(invitation) = &mut user.invitation {
            invitation.channel = channel;
        }
        let link = Link::new(&user, due);
        let token = link.seal(&keys);
        assert_eq!(Link::open(&token, true, &keys), Ok(link));
        assert_eq!(Link::open(&token, false, &keys), Err(LinkRefused::Unknown));
    }
}

#[test]
fn a_token_fits_in_a_line_of_a_text_mail() {
    assert!(link().seal(&testing::keys()).len() <= 110);
}
