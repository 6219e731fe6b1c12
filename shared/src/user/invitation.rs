//! What a person was invited to, and how far that has come.
//!
//! ```text
//!            mail asked for, again
//!  ┌──────────────────────────────┬───────────────────────────────────┐
//!  ▼                              │                                   │
//!  queued ──mail service──▶ sent ─┼─mail server──▶ delivered ─┐       │
//!                                 └──────────────▶ bounced    ├─ button, code ─▶ verified ──form──▶ completed
//!  link handed to the tenant ▶ sent ──────────────────────────┘       │
//!                                                                     │
//!  each of them but completed: ──its newest link's time is over──▶ expired
//!  each of them but completed: ──withdrawn by the tenant──▶ revoked
//! ```
//!
//! Nothing of this is stored: it is read off the time stamps that the steps leave. `completed` and `revoked` are
//! final. An expired invitation that is sent again is as open as before. Who has the form open when the link's
//! time ends may still finish it, while their ticket lives: `expired` becomes `completed` then.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Delivery, MailStopped, User, VerifiedBy, moment};
use crate::id::InvitationId;
use crate::tenant::Channel;

/// The app a person was invited to, and where they go once they are active.
///
/// A ticket carries it as it is, in a format that names no fields: none may be left out when it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The app's client id.
    #[serde(rename = "c")]
    pub client: String,
    /// Where the person goes when done, where the app has no link of its own; one of the app's list.
    #[serde(rename = "r")]
    pub redirect_uri: String,
    /// How the person is reached.
    #[serde(rename = "ch")]
    pub channel: Channel,
    /// When they were invited, in milliseconds since 1970.
    #[serde(rename = "a", default)]
    pub created_at: i64,
    /// How long each of its links and codes works, in milliseconds.
    #[serde(rename = "l", default)]
    pub life_ms: i64,
}

/// How far an invitation has come, whatever the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// A mail was asked for and is not on its way yet.
    Queued,
    /// The mail service took the newest mail, or the tenant took the link.
    Sent,
    /// The person's mail server took it.
    Delivered,
    /// It came back, or can never be sent.
    Bounced,
    /// The address is proven, and the form not filled in.
    Verified,
    /// The person has a credential.
    Completed,
    /// The tenant withdrew it.
    Revoked,
}

impl Phase {
    /// All, in the order in which a list of invitations goes through them: no step leads back but asking again.
    pub const ALL: [Self; 7] = [
        Self::Queued,
        Self::Sent,
        Self::Delivered,
        Self::Bounced,
        Self::Verified,
        Self::Completed,
        Self::Revoked,
    ];

    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Bounced => "bounced",
            Self::Verified => "verified",
            Self::Completed => "completed",
            Self::Revoked => "revoked",
        }
    }

    /// Whether it can expire.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Completed | Self::Revoked)
    }
}

/// How far an invitation has come at some time, as the API tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationStatus {
    /// As its phase says.
    Is(Phase),
    /// Open, and its newest link and code no longer work.
    Expired,
}

impl InvitationStatus {
    /// The word of the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Is(phase) => phase.as_str(),
            Self::Expired => "expired",
        }
    }

    /// Reads [`Self::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let is = Phase::ALL.into_iter().map(Self::Is);
        is.chain([Self::Expired]).find(|status| status.as_str() == word)
    }
}

/// Where an invitation stands among all: its phase, and the time it is sorted by there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How far it has come.
    pub phase: Phase,
    /// When it expires or, once it is over, when it ended; in milliseconds since 1970.
    pub at: i64,
}

impl Progress {
    /// The invitation's status at `now`.
    #[must_use]
    pub fn status(self, now: Timestamp) -> InvitationStatus {
        match self.phase.is_open() && self.at <= now.as_millisecond() {
            true => InvitationStatus::Expired,
            false => InvitationStatus::Is(self.phase),
        }
    }
}

impl User {
    /// The id of this person's invitation: it shares the person's bits, as there is one at most.
    #[must_use]
    pub const fn invitation_id(&self) -> InvitationId {
        InvitationId(self.id.0)
    }

    /// How far this person's invitation has come; `None` for one who was never invited to an app.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        let invitation = self.invitation.as_ref()?;
        Some(match (self.revoked_at, self.registered_at) {
            (Some(at), _) => Progress {
                phase: Phase::Revoked,
                at,
            },
            (None, Some(at)) if self.status.may_sign_in() => Progress {
                phase: Phase::Completed,
                at,
            },
            _ => Progress {
                phase: self.open_phase(),
                at: self
                    .asked_until
                    .unwrap_or(invitation.created_at.saturating_add(invitation.life_ms)),
            },
        })
    }

    fn open_phase(&self) -> Phase {
        if self.proof_used_at.is_some() {
            return Phase::Verified;
        }
        if self.is_handed_over() {
            return Phase::Sent;
        }
        match self.deliveries().last().map(Delivery::status) {
            None | Some("queued") => Phase::Queued,
            Some("sent") => Phase::Sent,
            // Who calls a mail unwanted has received it.
            Some("delivered" | "complained") => Phase::Delivered,
            Some(_) => Phase::Bounced,
        }
    }

    /// What has to happen next with this person's invitation, for the business customer to read.
    #[must_use]
    pub fn invitation_actions(&self, now: Timestamp) -> &'static [&'static str] {
        let status = self.progress().map(|progress| progress.status(now));
        match (status, self.mail_stopped) {
            (Some(InvitationStatus::Is(Phase::Verified)), _) => &["set_credential"],
            (Some(InvitationStatus::Is(Phase::Completed | Phase::Revoked)) | None, _) => &[],
            (_, Some(MailStopped::Bounced | MailStopped::Complained)) if !self.is_handed_over() => &["correct_address"],
            (Some(InvitationStatus::Is(Phase::Bounced) | InvitationStatus::Expired), _) => &["resend"],
            _ => &["verify_address"],
        }
    }

    /// Whether the newest link was handed to the tenant: no mail is due for it.
    #[must_use]
    pub fn is_handed_over(&self) -> bool {
        self.handed_at.is_some() && self.handed_at == self.asked_at
    }

    /// The tenant itself delivers the link that was just asked for. What proves an address from then on says so.
    pub fn hand_over(&mut self) {
        self.handed_at = self.asked_at;
        self.handed_by = Some(VerifiedBy::Tenant);
    }

    /// When a mail that is due was asked for: with this person's names, for one who is not registered yet and whose
    /// invitation is neither withdrawn nor delivered by the tenant.
    #[must_use]
    pub fn invitation_asked_at(&self) -> Option<i64> {
        let matches = self.asked_name_hash.as_deref() == Some(self.name_hash.as_str());
        let open = !self.status.may_sign_in() && self.revoked_at.is_none() && !self.is_handed_over();
        self.asked_at.filter(|_| matches && open)
    }

    /// Until when a link and a code work that were asked for at `asked_at`, where the tenant's work `life_seconds`.
    #[must_use]
    pub fn works_until(&self, asked_at: i64, life_seconds: u32) -> Timestamp {
        let newest = self.asked_until.filter(|_| self.asked_at == Some(asked_at));
        moment(newest.unwrap_or_else(|| asked_at.saturating_add(self.life_ms(life_seconds))))
    }

    /// How long each link and code of this person works, in milliseconds: as their invitation says, or the tenant.
    #[must_use]
    pub fn life_ms(&self, tenant_life_seconds: u32) -> i64 {
        let invitation = self.invitation.as_ref().map(|invitation| invitation.life_ms);
        let own = invitation.filter(|life| *life > 0);
        own.unwrap_or(i64::from(tenant_life_seconds) * 1_000)
    }
}

#[cfg(test)]
mod tests;
