//! Refresh tokens: rotated at every use, and the whole family revoked when one is used twice
//! (RFC 9700 section 4.14).
//!
//! A family is one sign-in. Its state is one entry of the person's own item, so that whatever
//! happens to the person happens to their sessions in the same write. The first token of a family
//! needs no entry: signing in writes nothing.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Family, OFFLINE_SCOPE};
use crate::authorization::AuthorizationRequest;
use crate::entropy::Entropy;
use crate::keys::{KeyRing, Purpose};
use crate::session::{Session, SessionBits, name_of};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User, moment};
use crate::verification::Completion;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;

/// How long a family lives, from the sign-in: 30 days.
pub(crate) const FAMILY_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The holder's right to new access tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefreshToken {
    /// Whose person.
    pub tenant: TenantName,
    /// Which address.
    pub key: EmailKey,
    /// The app it was given to.
    pub client: String,
    /// The scopes it was given for, separated by spaces.
    pub scope: String,
    /// When the person showed a credential, in seconds since 1970.
    pub auth_time: i64,
    /// The browser session it was given in; without `offline_access`, it ends with that.
    pub session: Option<SessionBits>,
    session_began_at: i64,
    user: [u8; 16],
    started_at: i64,
    family: [u8; 6],
    /// Which token of the family this is; none for the first.
    serial: Option<[u8; 9]>,
}

/// One use of a refresh token: the entry that has to be found, and the one that takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The name of the family's entry.
    pub family: String,
    /// What the entry has to be; `None`: there must be no entry yet.
    pub expected: Option<String>,
    /// What it becomes.
    pub next: String,
}

impl RefreshToken {
    /// The first token of a new family.
    #[must_use]
    pub fn begin(user: &User, client: &str, scope: &str, entropy: &Entropy, now: Timestamp) -> Self {
        Self {
            tenant: user.tenant.clone(),
            key: user.key(),
            client: client.to_owned(),
            scope: scope.to_owned(),
            auth_time: now.as_second(),
            session: None,
            session_began_at: 0,
            user: user.id.0.bits(),
            started_at: now.as_millisecond(),
            family: entropy.bytes(),
            serial: None,
        }
    }

    /// The same for a person who has just registered.
    pub(super) fn begin_for(completion: &Completion, scope: &str, entropy: &Entropy, now: Timestamp) -> Self {
        Self {
            tenant: completion.tenant.clone(),
            key: completion.key,
            client: completion.client.clone(),
            scope: scope.to_owned(),
            auth_time: now.as_second(),
            session: None,
            session_began_at: 0,
            user: completion.user().bits(),
            started_at: now.as_millisecond(),
            family: entropy.bytes(),
            serial: None,
        }
    }

    /// The same for whoever is signed in with a browser.
    pub(super) fn begin_in(
        session: &Session,
        request: &AuthorizationRequest,
        entropy: &Entropy,
        now: Timestamp,
    ) -> Self {
        Self {
            tenant: session.tenant.clone(),
            key: session.key,
            client: request.client.clone(),
            scope: request.scope.clone(),
            auth_time: moment(session.signed_in_at).as_second(),
            session: Some(session.bits()),
            session_began_at: session.began_at(),
            user: session.user().bits(),
            started_at: now.as_millisecond(),
            family: entropy.bytes(),
            serial: None,
        }
    }

    /// The session that its family ends with, if it does.
    #[must_use]
    pub fn ends_with(&self) -> Option<SessionBits> {
        let offline = self.scope.split(' ').any(|scope| scope == OFFLINE_SCOPE);
        self.session.filter(|_| !offline)
    }

    /// When its session began, in milliseconds since 1970; 0 without one.
    #[must_use]
    pub const fn session_began_at(&self) -> i64 {
        self.session_began_at
    }

    /// The token as text.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        keys.seal(Purpose::RefreshToken, self, now)
    }

    /// Reads a token; `None` when it is none of ours or its family's life is over.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing, now: Timestamp) -> Option<Self> {
        let token: Self = keys.open(Purpose::RefreshToken, text)?;
        (family_expires_at(token.started_at) > now).then_some(token)
    }

    /// The token that takes this one's place, and what that changes.
    #[must_use]
    pub fn rotate(&self, entropy: &Entropy) -> (Self, Rotation) {
        let serial = entropy.bytes();
        let next = Self {
            serial: Some(serial),
            ..self.clone()
        };
        let rotation = Rotation {
            family: self.family(),
            expected: self.serial.map(|serial| BASE64URL.encode(serial)),
            next: BASE64URL.encode(serial),
        };
        (next, rotation)
    }

    /// The name of the family's entry: when it began, and a random part. The time in front lets
    /// entries whose life is over be dropped without knowing their tokens.
    #[must_use]
    pub fn family(&self) -> String {
        format!("{:x}.{}", self.started_at / 1_000, BASE64URL.encode(self.family))
    }

    /// Whether it is the newest of a family of `user` that still counts: using it now would succeed.
    #[must_use]
    pub fn is_good_for(&self, user: &User) -> bool {
        let entry = user.families.get(&self.family());
        let is_newest = match self.serial {
            Some(serial) => entry.is_some_and(|entry| *entry == BASE64URL.encode(serial)),
            None => entry.is_none() && user.is_live(&self.family(), self.started_at),
        };
        let session = self.ends_with().map(name_of);
        let is_signed_out = session.is_some_and(|name| user.sessions.get(&name).is_some_and(|entry| entry.ended));
        user.id.0 == self.user()
            && user.status.may_sign_in()
            && user.registered_at.is_some_and(|at| at <= self.started_at)
            && is_newest
            && !is_signed_out
    }

    /// Its family, as the access tokens of it name it.
    #[must_use]
    pub fn begun(&self) -> Family {
        Family {
            name: self.family(),
            began_at: self.started_at,
        }
    }

    /// The person it was given to, and since when they had to be registered.
    #[must_use]
    pub const fn user(&self) -> crate::id::Opaque {
        crate::id::Opaque::new(self.user)
    }

    /// When the family began, in milliseconds since 1970.
    #[must_use]
    pub const fn started_at(&self) -> i64 {
        self.started_at
    }
}

/// When a family that began at `started_at` (milliseconds since 1970) ends.
#[must_use]
pub fn family_expires_at(started_at: i64) -> Timestamp {
    moment(started_at).saturating_add(FAMILY_LIFE).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
