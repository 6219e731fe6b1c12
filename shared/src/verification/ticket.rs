//! The ticket: what a proven address is exchanged for, and the first credential is set with.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::id::Opaque;
use crate::keys::{KeyRing, Purpose};
use crate::tenant::{Tenant, TenantName};
use crate::user::{EmailKey, Invitation, Status, User, moment};

/// Single-use proof that its holder has proven the address of one person.
///
/// It is encrypted, not just signed, because it carries what the next page needs to know about the
/// person: that saves reading them again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Whose person.
    pub tenant: TenantName,
    /// Which address.
    pub key: EmailKey,
    /// The address as mail is sent to it.
    pub email: String,
    /// The number that the person has proven, E.164: it is not to be changed with this ticket.
    pub number: Option<String>,
    /// Given and family name, which no password may be built on.
    pub names: (String, String),
    /// What they were invited to.
    pub invitation: Option<Invitation>,
    /// What the app had asked for of a person who registered themselves, sealed.
    pub request: Option<String>,
    user: [u8; 16],
    proof_used_at: i64,
    expires_at: i64,
}

impl Ticket {
    /// The ticket for a person who has just proven their address.
    #[must_use]
    pub fn new(user: &User, tenant: &Tenant, now: Timestamp) -> Self {
        let life = SignedDuration::from_secs(i64::from(tenant.ticket_life_seconds));
        Self {
            tenant: user.tenant.clone(),
            key: user.key(),
            email: user.email.as_str().to_owned(),
            number: user.phone_number.clone().filter(|_| user.number_proven_at.is_some()),
            names: (user.names().0.to_owned(), user.names().1.to_owned()),
            invitation: user.invitation.clone(),
            request: user.self_registration.as_ref().and_then(|own| own.request.clone()),
            user: user.id.0.bits(),
            proof_used_at: user.proof_used_at.unwrap_or_default(),
            expires_at: now.saturating_add(life).unwrap_or(now).as_millisecond(),
        }
    }

    /// The ticket as text.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        keys.seal(Purpose::ActivationTicket, self, now)
    }

    /// Reads a ticket; `None` when it is none of ours or its time is over.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing, now: Timestamp) -> Option<Self> {
        let ticket: Self = keys.open(Purpose::ActivationTicket, text)?;
        (moment(ticket.expires_at) > now).then_some(ticket)
    }

    /// Whose ticket it is or was, for a page that says that its time is over.
    #[must_use]
    pub fn tenant_of(text: &str, keys: &KeyRing) -> Option<TenantName> {
        let ticket: Self = keys.open(Purpose::ActivationTicket, text)?;
        Some(ticket.tenant)
    }

    /// The person it was given to.
    #[must_use]
    pub const fn user(&self) -> Opaque {
        Opaque::new(self.user)
    }

    /// Whether it would still set the first credential of the person stored under its key: the rule of the write, for
    /// telling a person before they fill anything in.
    #[must_use]
    pub fn is_good_for(&self, user: &User) -> bool {
        user.id.0 == self.user() && user.status == Status::Verified && user.proof_used_at == Some(self.proof_used_at)
    }

    /// Which proof it was given for: a later proof makes it void.
    #[must_use]
    pub const fn proof_used_at(&self) -> i64 {
        self.proof_used_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_ticket_opens_until_its_time_is_over() {
        let (keys, tenant, now) = (testing::keys(), testing::tenant(), testing::now());
        let ticket = Ticket::new(&testing::user(), &tenant, now);
        let text = ticket.seal(&keys, now);
        let end = now + SignedDuration::from_secs(i64::from(tenant.ticket_life_seconds));
        assert_eq!(
            Ticket::open(&text, &keys, end - SignedDuration::from_millis(1)),
            Some(ticket)
        );
        assert_eq!(Ticket::open(&text, &keys, end), None);
        assert_eq!(Ticket::tenant_of(&text, &keys), Some(tenant.name));
    }

    #[test]
    fn a_ticket_shows_nothing_of_the_person() {
        let text =
            Ticket::new(&testing::user(), &testing::tenant(), testing::now()).seal(&testing::keys(), testing::now());
        let bytes = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, text).expect("base64url");
        let address = testing::user().email.as_str().as_bytes().to_vec();
        assert!(!bytes.windows(address.len()).any(|window| window == address));
    }
}
