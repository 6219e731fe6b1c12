//! Where a person is in their life, and on whose word.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{User, moment};

/// Where a person is in their life here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Made by a business customer; nobody has shown that the address is theirs.
    Provisioned,
    /// The address or the number is proven, or taken on the tenant's word.
    Verified,
    /// The address is proven and a credential set; the tenant has not agreed to the account, or has refused it.
    AwaitingApproval,
    /// A credential is set.
    Registered,
    /// The first data has arrived.
    Active,
    /// The tenant has taken the account out of use, for the time being: nobody gets in, whatever they show.
    Suspended,
}

impl Status {
    /// The word in the table, the API and the events.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Provisioned => "provisioned",
            Self::Verified => "verified",
            Self::AwaitingApproval => "awaiting_approval",
            Self::Registered => "registered",
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }

    /// What has to happen next, for the business customer to read.
    #[must_use]
    pub const fn next_actions(self) -> &'static [&'static str] {
        match self {
            Self::Provisioned => &["verify_address"],
            Self::Verified => &["set_credential"],
            Self::AwaitingApproval => &["decide"],
            Self::Registered => &["send_first_data"],
            Self::Active => &[],
            Self::Suspended => &["resume"],
        }
    }

    /// Whether there is a credential to sign in with.
    #[must_use]
    pub const fn may_sign_in(self) -> bool {
        matches!(self, Self::Registered | Self::Active)
    }
}

/// On whose word a person counts as verified, the first time or by mail since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerifiedBy {
    /// The tenant said so when it provisioned the person.
    Tenant,
    /// The person answered a mail.
    Mail,
    /// The person answered a text message, which proves their number and says nothing about the address.
    Sms,
    /// The tenant's identity provider said that it has proven the address.
    Provider,
}

impl VerifiedBy {
    /// The word in the table and the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tenant => "tenant",
            Self::Mail => "mail",
            Self::Sms => "sms",
            Self::Provider => "provider",
        }
    }
}

impl User {
    /// Whether the address is proven: by a mail to it, or to the tenant's identity provider, as that says.
    #[must_use]
    pub const fn has_proven_address(&self) -> bool {
        matches!(self.verified_by, Some(VerifiedBy::Mail | VerifiedBy::Provider))
    }

    /// When the person came to the status they are in.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        let at = match self.status {
            Status::Provisioned => None,
            Status::Verified => self.verified_at,
            Status::AwaitingApproval => self.decision.as_ref().map(|decision| decision.at).or(self.verified_at),
            Status::Registered => self.registered_at,
            Status::Active => self.active_at,
            Status::Suspended => self.suspension.as_ref().map(|suspension| suspension.at),
        };
        moment(at.unwrap_or(self.provisioned_at))
    }

    /// What brought the person to the status they are in.
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        match (self.status, self.verified_by) {
            (Status::Provisioned, _) if self.self_registration.is_some() => "self_registered",
            (Status::Provisioned, _) => "provisioned_by_tenant",
            (Status::Verified, Some(VerifiedBy::Mail)) => "address_proven_by_mail",
            (Status::Verified, Some(VerifiedBy::Sms)) => "number_proven_by_sms",
            (Status::Verified, Some(VerifiedBy::Provider)) => "address_proven_by_provider",
            (Status::Verified, _) => "address_verified_by_tenant",
            (Status::AwaitingApproval, _) if self.decision.is_some() => "refused_by_tenant",
            (Status::AwaitingApproval, _) => "approval_needed",
            (Status::Registered, _) if self.decision.is_some() => "approved_by_tenant",
            (Status::Registered, _) => "credential_set",
            (Status::Active, _) => "first_data_received",
            (Status::Suspended, _) => "suspended_by_tenant",
        }
    }

    /// What has to happen next, for the business customer to read; nothing after a refusal, which is final, and after an
    /// invitation was withdrawn, until there is another.
    #[must_use]
    pub fn next_actions(&self) -> &'static [&'static str] {
        let is_refused = self.status == Status::AwaitingApproval && !self.awaits_decision();
        let is_withdrawn = self.revoked_at.is_some() && matches!(self.status, Status::Provisioned | Status::Verified);
        match is_refused || is_withdrawn {
            true => &[],
            false => self.status.next_actions(),
        }
    }
}
