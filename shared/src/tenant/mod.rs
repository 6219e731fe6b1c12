//! A tenant is a brand whose people are onboarded; a client is a program that calls for it.
//!
//! Both are data: a tenant with its clients is one document, applied as a whole by
//! `usher tenants apply`, kept as one item, and cached by every function for a minute.

mod address_pattern;
mod approval;
mod branding;
mod check;
mod client;
mod connection;
mod console;
mod kept;
mod onboarding;
mod partner_provider;
#[cfg(feature = "schema")]
mod schema;
mod service;
mod shape;
mod sms;
mod texts;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use address_pattern::{AddressPattern, NotAnAddressPattern};
pub use approval::{Approval, ApprovalEndpoint};
pub use branding::{Branding, LegalLink};
pub use check::Flaw;
pub(crate) use check::{LINK_LIFE_SECONDS, TICKET_LIFE_SECONDS};
pub use client::{Channel, Client, ClientKey, ClientKind, Grant, SecretHash};
pub use connection::{ClientAuthentication, Connection, Introspection, Newcomers, Oidc};
pub use console::Console;
pub use onboarding::{AccountKind, DefaultLocation, Onboarding, VoucherRule};
pub use partner_provider::PartnerProvider;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use service::{ProviderAuthentication, Secret};
pub(crate) use shape::{LANGUAGE, escaped, is_language};
pub use shape::{is_client_id, is_host_name};
pub use sms::Sms;
pub use texts::{NotAPattern, Pattern, Texts, variables};

use crate::address::EmailAddress;
use crate::agreement::Agreement;
use crate::password::PasswordPolicy;
use crate::sso::SsoLink;

/// The tenant's short name: what NET2GRID calls the labelpartner.
///
/// 1 to 32 characters of `a-z`, `0-9` and `-`, beginning with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[a-z0-9][a-z0-9-]{0,31}$")))]
pub struct TenantName(String);

impl TenantName {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TenantName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not a short name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a short name is 1 to 32 characters of a-z, 0-9 and -, and begins with a letter or digit")]
pub struct NotAShortName;

impl FromStr for TenantName {
    type Err = NotAShortName;

    fn from_str(text: &str) -> Result<Self, NotAShortName> {
        let fits = (1..=32).contains(&text.len())
            && !text.starts_with('-')
            && text
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAShortName)
        }
    }
}

impl TryFrom<String> for TenantName {
    type Error = NotAShortName;

    fn try_from(text: String) -> Result<Self, NotAShortName> {
        text.parse()
    }
}

impl From<TenantName> for String {
    fn from(name: TenantName) -> Self {
        name.0
    }
}

/// A brand whose people are onboarded, with everything that may differ between brands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tenant {
    /// The short name, unique in the deployment.
    pub name: TenantName,
    /// The name as people know it: "Acme Energy".
    pub display_name: String,
    /// Next Identity's `organization_id`: where a request names one, it has to be this; without it, the short name.
    #[serde(default)]
    pub organization_id: Option<String>,
    /// The language of pages and mails where nobody asked for another: a BCP 47 tag.
    #[serde(default = "english")]
    pub default_locale: String,
    /// How pages and mails look.
    #[serde(default)]
    pub brand: Branding,
    /// Whom mails come from.
    pub sender: Sender,
    /// How people may be texted; without it, they are not.
    #[serde(default)]
    pub sms: Option<Sms>,
    /// What a password has to be.
    #[serde(default)]
    pub password_policy: PasswordPolicy,
    /// What has to be shown to set the first credential.
    #[serde(default)]
    pub first_credential_proof: FirstCredentialProof,
    /// Whether provisioning a person sends the mail at once.
    #[serde(default)]
    pub invite_on_provision: bool,
    /// How long a mailed link and code work, in seconds.
    #[serde(default = "one_day")]
    pub link_life_seconds: u32,
    /// How long after their invitation people who are not registered are reminded, in hours; ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders_after_hours: Vec<u16>,
    /// How long after their invitation people who are not registered are erased, in days; without it, they stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purge_unregistered_after_days: Option<u16>,
    /// How long an invitation cannot be sent again, in seconds.
    #[serde(default = "one_minute")]
    pub resend_cooldown_seconds: u32,
    /// How long a ticket works, in seconds: the time to think of a password.
    #[serde(default = "one_hour")]
    pub ticket_life_seconds: u32,
    /// How long a browser stays signed in without being used, in seconds.
    #[serde(default = "half_a_day")]
    pub session_idle_seconds: u32,
    /// How long it stays signed in at most, in seconds.
    #[serde(default = "one_week")]
    pub session_life_seconds: u32,
    /// Where a person goes when done: the app's own link, `https:` or a scheme of its own.
    #[serde(default)]
    pub app_link: Option<String>,
    /// What mailed links begin with instead of the deployment's own URL, where the app catches them.
    #[serde(default)]
    pub link_base_url: Option<String>,
    /// Host names that are this tenant's, for calls that name no tenant.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Words of its own, in place of those that Usher says.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub texts: Texts,
    /// What people have to agree to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
    /// How people make an account for themselves, address first.
    #[serde(default, skip_serializing_if = "Onboarding::is_empty")]
    pub onboarding: Onboarding,
    /// Where its people sign in elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub connections: Vec<Connection>,
    /// Who looks after the tenant in the console.
    #[serde(default, skip_serializing_if = "Console::is_empty")]
    pub console: Console,
    /// The programs that call for this tenant.
    #[serde(default)]
    pub clients: Vec<Client>,
}

impl Tenant {
    /// The client of this id.
    #[must_use]
    pub fn client(&self, id: &str) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == id)
    }

    /// The connection of this id.
    #[must_use]
    pub fn connection(&self, id: &str) -> Option<&Connection> {
        self.connections.iter().find(|connection| connection.id == id)
    }

    /// The connection by which somebody with this link signs in: none where it is gone, or leads to another provider now.
    #[must_use]
    pub fn connection_of(&self, link: &SsoLink) -> Option<&Connection> {
        self.connection(&link.connection)
            .filter(|connection| connection.provider() == link.provider)
    }

    /// The agreement of this name.
    #[must_use]
    pub fn agreement(&self, name: &str) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.name == name)
    }
}

/// Whom mails come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sender {
    /// The name beside the address.
    pub name: String,
    /// An address of a domain verified with SES.
    pub address: EmailAddress,
}

/// What has to be shown to set the first credential.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FirstCredentialProof {
    /// A ticket from the mailed link, or the voucher the person was given.
    #[default]
    TicketOrVoucher,
    /// NET2GRID's original behaviour: once the address is verified, whoever knows it may set the
    /// first password, unless a voucher was provisioned.
    ///
    /// **Risk:** with `create_verified_user` and no voucher, anybody who guesses the address of a
    /// provisioned person takes the account over. Off unless a tenant says so.
    None,
}

fn english() -> String {
    "en".to_owned()
}

const fn one_day() -> u32 {
    86_400
}

const fn one_minute() -> u32 {
    60
}

const fn half_a_day() -> u32 {
    12 * 3_600
}

const fn one_week() -> u32 {
    7 * 86_400
}

const fn one_hour() -> u32 {
    3_600
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_lower_case_letters_digits_and_dashes() {
        for name in ["acme", "a", "9lives", "net2grid-nl"] {
            assert!(name.parse::<TenantName>().is_ok(), "{name}");
        }
        for name in ["", "-acme", "Acme", "acme energy", "acme#1", &"a".repeat(33)] {
            assert!(name.parse::<TenantName>().is_err(), "{name}");
        }
    }
}
