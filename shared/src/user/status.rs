//! Where a person is in their life, and on whose word.

use serde::{Deserialize, Serialize};

/// Where a person is in their life here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Made by a business customer; nobody has shown that the address is theirs.
    Provisioned,
    /// The address or the number is proven, or taken on the tenant's word.
    Verified,
    /// A credential is set.
    Registered,
    /// The first data has arrived.
    Active,
}

impl Status {
    /// The word in the table, the API and the events.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Provisioned => "provisioned",
            Self::Verified => "verified",
            Self::Registered => "registered",
            Self::Active => "active",
        }
    }

    /// What has to happen next, for the business customer to read.
    #[must_use]
    pub const fn next_actions(self) -> &'static [&'static str] {
        match self {
            Self::Provisioned => &["verify_address"],
            Self::Verified => &["set_credential"],
            Self::Registered => &["send_first_data"],
            Self::Active => &[],
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
}

impl VerifiedBy {
    /// The word in the table and the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tenant => "tenant",
            Self::Mail => "mail",
            Self::Sms => "sms",
        }
    }
}
