//! A browser that is signed in.
//!
//! A session is a sealed cookie. Whether it still counts, the person's own item says: by a floor that all sessions from
//! before are below, and by entries of those that were ended one by one. Signing in writes neither; the entry by which
//! a person sees a session is written with its first code, or when they look at their sessions.

mod device;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use device::device;

use crate::entropy::Entropy;
use crate::id::Opaque;
use crate::keys::{KeyRing, Purpose};
use crate::tenant::{Tenant, TenantName};
use crate::user::{EmailKey, User, moment};

/// Names a session: 72 random bits.
pub type SessionBits = [u8; 9];

/// What a signed-in browser holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Whose person.
    pub tenant: TenantName,
    /// Which address.
    pub key: EmailKey,
    /// When they showed their credential, in milliseconds since 1970.
    pub signed_in_at: i64,
    user: [u8; 16],
    id: SessionBits,
    began_at: i64,
    used_at: i64,
}

/// A session as its person's item knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it began, in milliseconds since 1970, as all times here.
    #[serde(rename = "a")]
    pub began_at: i64,
    /// When it was last seen; an estimate, as only some uses write anything.
    #[serde(rename = "u")]
    pub seen_at: i64,
    /// Browser and system in words: "Firefox on Linux".
    #[serde(rename = "d", default, skip_serializing_if = "String::is_empty")]
    pub device: String,
    /// Whether it was ended.
    #[serde(rename = "x", default, skip_serializing_if = "is_false")]
    pub ended: bool,
}

/// The sessions of a person that are known, by name.
pub type Entries = BTreeMap<String, Entry>;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
const fn is_false(is: &bool) -> bool {
    !*is
}

impl Session {
    /// The session of a person who has just shown their credential.
    #[must_use]
    pub fn begin(user: &User, entropy: &Entropy, now: Timestamp) -> Self {
        Self {
            tenant: user.tenant.clone(),
            key: user.key(),
            signed_in_at: now.as_millisecond(),
            user: user.id.0.bits(),
            id: entropy.bytes(),
            began_at: above_floor(user, now),
            used_at: now.as_millisecond(),
        }
    }

    /// The session that takes this one's place when all of the person's have ended, this one included, so that a copy of
    /// its cookie is worth nothing, or when their address is another. When they showed their credential stays as it is.
    #[must_use]
    pub fn renewed(&self, user: &User, entropy: &Entropy, now: Timestamp) -> Self {
        Self {
            key: user.key(),
            id: entropy.bytes(),
            began_at: above_floor(user, now),
            ..self.clone()
        }
    }

    /// The session as text, used at `now`.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        let used = Self {
            used_at: now.as_millisecond(),
            ..self.clone()
        };
        keys.seal(Purpose::Session, &used, now)
    }

    /// Reads a session; `None` when it is none of ours. Whether it lives, [`Self::is_of`] says.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing) -> Option<Self> {
        keys.open(Purpose::Session, text)
    }

    /// Whether its time is not over: not unused for too long, and not older than sessions may get.
    #[must_use]
    pub fn is_in_time(&self, tenant: &Tenant, now: Timestamp) -> bool {
        let within = |since: i64, seconds: u32| {
            now.duration_since(moment(since)) < SignedDuration::from_secs(i64::from(seconds))
        };
        within(self.used_at, tenant.session_idle_seconds) && within(self.signed_in_at, tenant.session_life_seconds)
    }

    /// Whether it is this person's and was not ended.
    #[must_use]
    pub fn is_of(&self, user: &User) -> bool {
        let is_ended = user.sessions.get(&self.name()).is_some_and(|entry| entry.ended);
        let above_floor = user.sessions_floor.is_none_or(|floor| self.began_at > floor);
        user.id.0 == self.user() && user.status.may_sign_in() && above_floor && !is_ended
    }

    /// The person.
    #[must_use]
    pub const fn user(&self) -> Opaque {
        Opaque::new(self.user)
    }

    /// When it began, in milliseconds since 1970: when its person signed in, or ended all their other sessions.
    #[must_use]
    pub const fn began_at(&self) -> i64 {
        self.began_at
    }

    /// What its person is told of it, seen at `now`.
    #[must_use]
    pub fn entry(&self, device: String, now: Timestamp) -> Entry {
        Entry {
            began_at: self.began_at,
            seen_at: now.as_millisecond(),
            device,
            ended: false,
        }
    }

    /// Its bits, as a code and its tokens carry them.
    #[must_use]
    pub const fn bits(&self) -> SessionBits {
        self.id
    }

    /// The name of its entry.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(self.id)
    }
}

/// The sessions of a person that are known and not over, by name, the one that was seen last first.
#[must_use]
pub fn known<'a>(user: &'a User, tenant: &Tenant, now: Timestamp) -> Vec<(&'a str, &'a Entry)> {
    let life = SignedDuration::from_secs(i64::from(tenant.session_life_seconds));
    let lives = |entry: &Entry| {
        let above_floor = user.sessions_floor.is_none_or(|floor| entry.began_at > floor);
        !entry.ended && above_floor && now.duration_since(moment(entry.began_at)) < life
    };
    let named = user.sessions.iter().map(|(name, entry)| (name.as_str(), entry));
    let mut known: Vec<_> = named.filter(|(_, entry)| lives(entry)).collect();
    known.sort_by_key(|(name, entry)| (std::cmp::Reverse(entry.seen_at), *name));
    known
}

/// Now, but never where the session would be ended from the beginning: clocks differ.
fn above_floor(user: &User, now: Timestamp) -> i64 {
    let floor = user.sessions_floor.unwrap_or(i64::MIN);
    now.as_millisecond().max(floor.saturating_add(1))
}

/// The name of the entry of a session.
#[must_use]
pub fn name_of(bits: SessionBits) -> String {
    BASE64URL.encode(bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crate::user::Status;

    fn registered() -> User {
        User {
            status: Status::Registered,
            ..testing::user()
        }
    }

    fn session() -> Session {
        Session::begin(&registered(), &Entropy::seeded(1), testing::now())
    }

    #[test]
    fn a_session_ends_unused_and_ends_in_the_end() {
        let (tenant, keys, now) = (testing::tenant(), testing::keys(), testing::now());
        let (idle, life) = (tenant.session_idle_seconds, tenant.session_life_seconds);
        let after = |seconds: u32| now + SignedDuration::from_secs(i64::from(seconds));
        assert!(session().is_in_time(&tenant, after(idle - 1)));
        assert!(!session().is_in_time(&tenant, after(idle)));
        let used = Session::open(&session().seal(&keys, after(idle - 1)), &keys).expect("a session");
        assert!(used.is_in_time(&tenant, after(idle)));
        let to_the_end = Session::open(&session().seal(&keys, after(life - 1)), &keys).expect("a session");
        assert!(to_the_end.is_in_time(&tenant, after(life - 1)) && !to_the_end.is_in_time(&tenant, after(life)));
    }

    #[test]
    fn a_session_is_its_persons_until_it_is_ended() {
        let (mut user, session) = (registered(), session());
        assert!(session.is_of(&user));
        user.sessions_floor = Some(session.began_at);
        assert!(!session.is_of(&user), "all sessions were ended");
        user.sessions_floor = Some(session.began_at - 1);
        assert!(session.is_of(&user));
        let ended = Entry {
            ended: true,
            ..session.entry(String::new(), testing::now())
        };
        user.sessions.insert(session.name(), ended);
        assert!(!session.is_of(&user), "this one was ended");
    }

    #[test]
    fn the_session_that_ends_all_others_goes_on_under_another_name() {
        let (mut user, session) = (registered(), session());
        let later = testing::now() + SignedDuration::from_secs(60);
        user.sessions_floor = Some(later.as_millisecond());
        let renewed = session.renewed(&user, &Entropy::seeded(2), later);
        assert!(renewed.is_of(&user) && !session.is_of(&user));
        assert_ne!(renewed.name(), session.name());
        assert_eq!(renewed.signed_in_at, session.signed_in_at, "no credential was shown");
    }

    #[test]
    fn who_signs_in_where_the_clock_is_behind_is_signed_in() {
        let mut user = registered();
        user.sessions_floor = Some(testing::now().as_millisecond() + 500);
        assert!(Session::begin(&user, &Entropy::seeded(1), testing::now()).is_of(&user));
    }

    #[test]
    fn a_session_is_nobody_elses_and_not_of_who_may_not_sign_in() {
        let other = User {
            id: crate::id::UserId(Opaque::new([9; 16])),
            ..registered()
        };
        assert!(!session().is_of(&other));
        assert!(
            !session().is_of(&testing::user()),
            "provisioned again under the same address"
        );
    }
}
