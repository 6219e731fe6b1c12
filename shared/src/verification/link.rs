//! What a mailed or texted link carries.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Due;
use crate::id::Opaque;
use crate::keys::{KeyRing, Purpose};
use crate::tenant::{Channel, TenantName};
use crate::user::{EmailKey, User, VerifiedBy, moment};

/// The proof that its holder reads what is sent to one person: the mail to their address, or the messages to their
/// number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Whose person.
    pub tenant: TenantName,
    /// Which address.
    pub key: EmailKey,
    /// Which person: one who is provisioned later with the same address is another.
    user: [u8; 16],
    issued_at: i64,
    expires_at: i64,
    /// Whether it is of an invitation: it then works on the page that activates, and on no other.
    invites: bool,
    /// How it reached the person, which is what it proves. It is not told but shown, by what the link is sealed for.
    #[serde(skip)]
    means: Means,
}

/// How a link reaches a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Means {
    /// By mail to their address.
    #[default]
    Mail,
    /// By text message to their number.
    TextMessage,
    /// By the tenant, to whom it was handed over: it proves no more than the tenant's word.
    Tenant,
}

/// Why a link proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkRefused {
    /// It is not one of ours, or leads to nobody.
    #[error("the link is unknown")]
    Unknown,
    /// Its time is over.
    #[error("the link has expired")]
    Expired,
    /// The tenant withdrew the invitation it is of.
    #[error("the invitation was withdrawn")]
    Withdrawn,
    /// The address or number has been proven since it was sent.
    #[error("the link was already used")]
    Used {
        /// Whether the person has a credential meanwhile, and can sign in.
        registered: bool,
    },
}

impl Link {
    /// The link of a message that is due to `user`.
    #[must_use]
    pub fn new(user: &User, due: Due) -> Self {
        Self {
            tenant: user.tenant.clone(),
            key: user.key(),
            user: user.id.0.bits(),
            issued_at: due.asked_at.as_millisecond(),
            expires_at: due.expires_at.as_millisecond(),
            invites: user.invitation.is_some(),
            means: match user.channel() {
                Channel::Email => Means::Mail,
                Channel::Sms => Means::TextMessage,
            },
        }
    }

    /// The link of an invitation for the tenant to deliver: nobody shows with it that they read the address's mail.
    #[must_use]
    pub fn handed_over(user: &User, due: Due) -> Self {
        Self {
            means: Means::Tenant,
            ..Self::new(user, due)
        }
    }

    /// A link of an invitation that never proves anything, for somebody who holds a ticket of it: as one that was used, it
    /// leads to another.
    #[must_use]
    pub fn spent(user: &User, now: Timestamp) -> Self {
        Self::new(
            user,
            Due {
                asked_at: now,
                expires_at: now,
            },
        )
    }

    /// How it was sent: to the number, or else to the address or for it.
    #[must_use]
    pub const fn channel(&self) -> Channel {
        match self.means {
            Means::TextMessage => Channel::Sms,
            Means::Mail | Means::Tenant => Channel::Email,
        }
    }

    /// The token in the link's URL: the tenant's name, a dot, the sealed link. The name lets a page
    /// speak for the right tenant even when a mail program has cut the rest. It is sealed with the key
    /// of the time the mail was asked for, so a mail that is sent again later carries the same link.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing) -> String {
        let sealed = keys.seal(purpose(self.invites, self.means), self, moment(self.issued_at));
        format!("{}.{sealed}", self.tenant)
    }

    /// The tenant that a token says it is of, which proves nothing.
    #[must_use]
    pub fn claimed_tenant(token: &str) -> Option<TenantName> {
        token.split('.').next()?.parse().ok()
    }

    /// Reads the token of an invitation (`invites`) or of a plain proof, whether or not it has expired.
    ///
    /// # Errors
    /// [`LinkRefused::Unknown`], also for the token of the other kind.
    pub fn open(token: &str, invites: bool, keys: &KeyRing) -> Result<Self, LinkRefused> {
        let (tenant, sealed) = token.split_once('.').ok_or(LinkRefused::Unknown)?;
        let open = |means| {
            let link: Self = keys.open(purpose(invites, means), sealed)?;
            Some(Self { means, ..link })
        };
        let others = || {
            [Means::TextMessage, Means::Tenant]
                .into_iter()
                .filter(|_| invites)
                .find_map(open)
        };
        let link = open(Means::Mail).or_else(others).ok_or(LinkRefused::Unknown)?;
        if link.tenant.as_str() == tenant {
            Ok(link)
        } else {
            Err(LinkRefused::Unknown)
        }
    }

    /// The person the link was sent to.
    #[must_use]
    pub const fn user(&self) -> Opaque {
        Opaque::new(self.user)
    }

    /// Whether it is of an invitation.
    #[must_use]
    pub const fn invites(&self) -> bool {
        self.invites
    }

    /// On whose word the person counts as verified with it.
    #[must_use]
    pub const fn proves_by(&self) -> VerifiedBy {
        match self.means {
            Means::Mail => VerifiedBy::Mail,
            Means::TextMessage => VerifiedBy::Sms,
            Means::Tenant => VerifiedBy::Tenant,
        }
    }

    /// When the mail was asked for, in milliseconds since 1970.
    #[must_use]
    pub const fn issued_at(&self) -> i64 {
        self.issued_at
    }

    /// How long the link works from being asked for, in seconds.
    #[must_use]
    pub const fn life_seconds(&self) -> i64 {
        (self.expires_at - self.issued_at) / 1_000
    }

    /// Whether its time is over.
    #[must_use]
    pub fn has_expired(&self, now: Timestamp) -> bool {
        moment(self.expires_at) <= now
    }

    /// Whether the link would prove the address of the person stored under its key.
    ///
    /// The same rule as the condition of the write that uses it, for telling a person before they
    /// press anything.
    ///
    /// # Errors
    /// Why it would not.
    pub fn check(&self, stored: Option<&User>, now: Timestamp) -> Result<(), LinkRefused> {
        let user = stored
            .filter(|user| user.id.0 == self.user())
            .ok_or(LinkRefused::Unknown)?;
        if user.revoked_at.is_some() {
            return Err(LinkRefused::Withdrawn);
        }
        let registered = user.status.may_sign_in();
        if registered || user.proof_used_at.is_some_and(|used| used >= self.issued_at) {
            return Err(LinkRefused::Used { registered });
        }
        if self.has_expired(now) {
            Err(LinkRefused::Expired)
        } else {
            Ok(())
        }
    }
}

const fn purpose(invites: bool, means: Means) -> Purpose {
    match (invites, means) {
        (true, Means::Mail) => Purpose::ActivationLink,
        (true, Means::TextMessage) => Purpose::TextedLink,
        (true, Means::Tenant) => Purpose::HandedLink,
        // Nothing but an invitation is texted or handed over.
        (false, _) => Purpose::VerificationLink,
    }
}

#[cfg(test)]
mod tests;
