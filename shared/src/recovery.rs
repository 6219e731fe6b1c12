//! A forgotten password: the mailed link that leads to a new one.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::id::Opaque;
use crate::keys::{KeyRing, Purpose};
use crate::tenant::{Connection, Tenant, TenantName};
use crate::user::{EmailKey, User, VerifiedBy, moment};

/// How long a link works: 1 hour. It opens an account, so it lies in a mailbox for no longer than it has to.
pub const RECOVERY_LIFE: SignedDuration = SignedDuration::from_hours(1);

/// The right to set one new password. Whatever password is set after it was asked for uses it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryLink {
    /// Whose person.
    pub tenant: TenantName,
    /// Which address.
    pub key: EmailKey,
    /// When it was asked for, in milliseconds since 1970.
    pub asked_at: i64,
    user: [u8; 16],
}

/// Why a link leads to no new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryRefused {
    /// Its time is over.
    Expired,
    /// A password was set since.
    Used,
    /// Whoever it was for is gone, or cannot recover.
    Unknown,
}

impl RecoveryLink {
    /// The link of a mail that was asked for at `asked_at`.
    #[must_use]
    pub fn new(user: &User, asked_at: i64) -> Self {
        Self {
            tenant: user.tenant.clone(),
            key: user.key(),
            asked_at,
            user: user.id.0.bits(),
        }
    }

    /// The link's token: the same each time the mail is sent.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing) -> String {
        keys.seal(Purpose::RecoveryLink, self, moment(self.asked_at))
    }

    /// Reads a token; `None` when it is none of ours. Whether it works, [`Self::check`] says.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing) -> Option<Self> {
        keys.open(Purpose::RecoveryLink, text)
    }

    /// The person.
    #[must_use]
    pub const fn user(&self) -> Opaque {
        Opaque::new(self.user)
    }

    /// Until when it works.
    #[must_use]
    pub fn expires_at(&self) -> Timestamp {
        moment(self.asked_at)
            .saturating_add(RECOVERY_LIFE)
            .unwrap_or(Timestamp::MAX)
    }

    /// Whether it would set a password of the person stored under its key: the rule of the write, for telling a person
    /// before they fill anything in.
    ///
    /// # Errors
    /// Why it would not.
    pub fn check(&self, user: Option<&User>, tenant: &Tenant, now: Timestamp) -> Result<(), RecoveryRefused> {
        let Some(user) = user.filter(|user| user.id.0 == self.user() && user.may_recover(tenant)) else {
            return Err(RecoveryRefused::Unknown);
        };
        if user.password_set_at().is_some_and(|at| at >= self.asked_at) {
            return Err(RecoveryRefused::Used);
        }
        match self.expires_at() > now {
            true => Ok(()),
            false => Err(RecoveryRefused::Expired),
        }
    }
}

impl User {
    /// Whether a mail to their address may lead to a new password: not where the address is nobody's word but a typing
    /// error's, as when only the number was ever proven, or nothing but who they are at a provider, and not for whoever signs in
    /// elsewhere.
    #[must_use]
    pub fn may_recover(&self, tenant: &Tenant) -> bool {
        let is_proven = match self.verified_by {
            Some(by) => by != VerifiedBy::Sms,
            None => self.password.is_some(),
        };
        self.status.may_sign_in() && is_proven && self.signs_in_elsewhere(tenant).is_none()
    }

    /// The connection by which somebody without a password signs in. Where it is gone, or leads to another provider now, they
    /// have no way in any more but their mailbox.
    #[must_use]
    pub fn signs_in_elsewhere<'a>(&self, tenant: &'a Tenant) -> Option<&'a Connection> {
        let mut links = self.links.iter().filter(|_| self.password.is_none());
        links.find_map(|link| tenant.connection_of(link))
    }

    /// When the password they have was set, in milliseconds since 1970.
    #[must_use]
    pub fn password_set_at(&self) -> Option<i64> {
        self.password_changed_at.or(self.registered_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crate::user::Status;

    fn registered() -> User {
        User {
            status: Status::Registered,
            registered_at: Some(testing::now().as_millisecond() - 1_000),
            password: Some("$argon2id$".to_owned()),
            verified_by: Some(VerifiedBy::Mail),
            ..testing::user()
        }
    }

    fn link() -> RecoveryLink {
        RecoveryLink::new(&registered(), testing::now().as_millisecond())
    }

    #[test]
    fn a_link_works_for_an_hour_and_until_a_password_is_set() {
        let (now, user) = (testing::now(), registered());
        let end = now + RECOVERY_LIFE;
        assert_eq!(
            link().check(Some(&user), &testing::tenant(), end - SignedDuration::from_millis(1)),
            Ok(())
        );
        assert_eq!(
            link().check(Some(&user), &testing::tenant(), end),
            Err(RecoveryRefused::Expired)
        );
        let changed = User {
            password_changed_at: Some(now.as_millisecond()),
            ..user
        };
        assert_eq!(
            link().check(Some(&changed), &testing::tenant(), now),
            Err(RecoveryRefused::Used)
        );
    }

    #[test]
    fn a_link_is_of_no_use_to_who_is_not_registered_gone_or_proven_by_number_alone() {
        let now = testing::now();
        let texted = User {
            verified_by: Some(VerifiedBy::Sms),
            ..registered()
        };
        for user in [None, Some(&testing::user()), Some(&texted)] {
            assert_eq!(
                link().check(user, &testing::tenant(), now),
                Err(RecoveryRefused::Unknown)
            );
        }
        let successor = User {
            id: crate::id::UserId(Opaque::new([9; 16])),
            ..registered()
        };
        assert_eq!(
            link().check(Some(&successor), &testing::tenant(), now),
            Err(RecoveryRefused::Unknown)
        );
    }

    #[test]
    fn a_token_is_the_same_each_time_and_opens_nothing_else() {
        let keys = testing::keys();
        let text = link().seal(&keys);
        assert_eq!(text, link().seal(&keys));
        assert_eq!(RecoveryLink::open(&text, &keys), Some(link()));
        assert!(crate::verification::Link::open(&text, true, &keys).is_err());
        assert_eq!(crate::session::Session::open(&text, &keys), None);
    }
}
