//! A new address for an account: what is pending, and the mailed link that confirms it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::address::EmailAddress;
use crate::id::Opaque;
use crate::keys::{KeyRing, Purpose};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User, moment};

/// How long a link works: 24 hours.
pub const NEW_ADDRESS_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// The address that a person wants to change to. Until it is confirmed, theirs stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAddress {
    /// The address.
    #[serde(rename = "em")]
    pub email: EmailAddress,
    /// When they asked, in milliseconds since 1970.
    #[serde(rename = "at")]
    pub asked_at: i64,
}

/// The right to make one address the one of one person. A newer wish takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAddressLink {
    /// Whose person.
    pub tenant: TenantName,
    /// The address that is theirs until then.
    pub key: EmailKey,
    /// The one that they prove.
    pub new_key: EmailKey,
    /// When they asked, in milliseconds since 1970.
    pub asked_at: i64,
    user: [u8; 16],
}

/// Why a link confirms nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewAddressRefused {
    /// Its time is over.
    Expired,
    /// It has confirmed the address already.
    Used,
    /// Whoever it was for is gone, or has asked for something else since.
    Unknown,
    /// Somebody else has the address by now.
    Taken,
}

impl NewAddressLink {
    /// The link of the mail to the address that a person wants to change to; `None` where they want none.
    #[must_use]
    pub fn new(user: &User) -> Option<Self> {
        let wanted = user.new_address.as_ref()?;
        Some(Self {
            tenant: user.tenant.clone(),
            key: user.key(),
            new_key: EmailKey::new(&user.tenant, &wanted.email),
            asked_at: wanted.asked_at,
            user: user.id.0.bits(),
        })
    }

    /// The link's token: the same each time the mail is sent.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing) -> String {
        keys.seal(Purpose::NewAddressLink, self, moment(self.asked_at))
    }

    /// Reads a token; `None` when it is none of ours. Whether it works, [`Self::check`] says.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing) -> Option<Self> {
        keys.open(Purpose::NewAddressLink, text)
    }

    /// The person.
    #[must_use]
    pub const fn user(&self) -> Opaque {
        Opaque::new(self.user)
    }

    /// Until when it works.
    #[must_use]
    pub fn expires_at(&self) -> Timestamp {
        let end = moment(self.asked_at).saturating_add(NEW_ADDRESS_LIFE);
        end.unwrap_or(Timestamp::MAX)
    }

    /// Whether it would confirm the address that the person stored under its key wants.
    ///
    /// # Errors
    /// Why it would not.
    pub fn check(&self, user: Option<&User>, now: Timestamp) -> Result<(), NewAddressRefused> {
        let theirs = user.filter(|user| user.status.may_sign_in());
        if theirs.and_then(Self::new).as_ref() != Some(self) {
            return Err(NewAddressRefused::Unknown);
        }
        match self.expires_at() > now {
            true => Ok(()),
            false => Err(NewAddressRefused::Expired),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::UserId;
    use crate::testing;
    use crate::user::Status;

    fn wanting(email: &str, asked_at: i64) -> User {
        let email = email.parse().expect("an address");
        User {
            status: Status::Registered,
            new_address: Some(NewAddress { email, asked_at }),
            ..testing::user()
        }
    }

    fn asked_at() -> i64 {
        testing::now().as_millisecond()
    }

    #[test]
    fn a_link_works_for_a_day_and_for_the_newest_wish_alone() {
        let (user, now) = (wanting("new@example.org", asked_at()), testing::now());
        let link = NewAddressLink::new(&user).expect("a link");
        let end = now + NEW_ADDRESS_LIFE;
        assert_eq!(link.check(Some(&user), end - SignedDuration::from_millis(1)), Ok(()));
        assert_eq!(link.check(Some(&user), end), Err(NewAddressRefused::Expired));
        for other in [
            wanting("other@example.org", asked_at()),
            wanting("new@example.org", asked_at() + 1),
            User {
                new_address: None,
                ..user.clone()
            },
            User {
                id: UserId(Opaque::new([9; 16])),
                ..user
            },
        ] {
            assert_eq!(link.check(Some(&other), now), Err(NewAddressRefused::Unknown));
        }
        assert_eq!(link.check(None, now), Err(NewAddressRefused::Unknown));
    }

    #[test]
    fn a_token_is_the_same_each_time_and_opens_nothing_else() {
        let keys = testing::keys();
        let link = NewAddressLink::new(&wanting("new@example.org", asked_at())).expect("a link");
        let text = link.seal(&keys);
        assert_eq!(text, link.seal(&keys));
        assert_eq!(NewAddressLink::open(&text, &keys), Some(link));
        assert_eq!(crate::recovery::RecoveryLink::open(&text, &keys), None);
        assert!(crate::verification::Link::open(&text, false, &keys).is_err());
    }
}
