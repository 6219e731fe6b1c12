//! People who sign in with an identity provider of their tenant's.
//!
//! Who they are is the connection, the provider that it leads to and the subject there, all together, and nothing else: an
//! address that a provider tells is what somebody typed there, unless the provider says that it is proven, and then it still is
//! nobody's account. Where a connection is pointed at another provider, the same subject is somebody else.
//!
//! ```text
//!            ┌─ known by the link ───────────────▶ signed in
//!  subject ──┼─ made known with this id ─────────▶ linked, registered
//!            └─ nobody ─┬─ linked_only ──────────▶ whom to ask
//!                       ├─ create_user ──────────▶ a person, if the address is proven and free
//!                       └─ create_customer ──────▶ a form, then customer, person and place
//! ```

mod arrival;
mod assertion;
mod id_token;
mod introspected;
mod key_set;
mod logout_token;
mod metadata;
mod person;
mod travel;

use serde::{Deserialize, Serialize};

use crate::id::ProviderId;
use crate::tenant::Tenant;
use crate::user::User;

pub use arrival::{Arrival, Found};
pub use assertion::client_assertion;
pub use id_token::{Expected, IdTokenRefused};
pub use introspected::TokenRefused;
pub use key_set::KeySet;
pub use logout_token::SignedOut;
pub use metadata::{Metadata, MetadataRefused};
pub use person::{Claims, ProviderPerson};
pub use travel::{Arrived, Departure, TRAVEL_LIFE};

/// The most octets of a subject (OpenID Connect Core 1.0, section 2).
const MAX_SUBJECT: usize = 255;

/// A person at a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SsoLink {
    /// The connection.
    #[serde(rename = "c")]
    pub connection: String,
    /// Where the connection led.
    #[serde(rename = "p")]
    pub provider: ProviderId,
    /// What the provider calls them.
    #[serde(rename = "s")]
    pub subject: String,
    /// Since when, in milliseconds since 1970.
    #[serde(rename = "a")]
    pub linked_at: i64,
}

impl User {
    /// Whether they sign in as whoever this is, since whenever.
    #[must_use]
    pub fn is_linked(&self, link: &SsoLink) -> bool {
        let is_same = |own: &SsoLink| {
            (&own.connection, own.provider, &own.subject) == (&link.connection, link.provider, &link.subject)
        };
        self.links.iter().any(is_same)
    }

    /// Whether what the back office knows them by is what a provider called them that is no longer there: it says nothing of whom
    /// another one calls so.
    #[must_use]
    pub fn was_meant_elsewhere(&self, tenant: &Tenant) -> bool {
        let meant = self.external_authentication_provider_id.as_ref();
        let mut gone = self.links.iter().filter(|link| tenant.connection_of(link).is_none());
        gone.any(|link| Some(&link.subject) == meant)
    }
}

/// Whether this can be what a provider calls somebody: 1 to 255 octets, none of them a control character.
#[must_use]
pub fn is_subject(text: &str) -> bool {
    (1..=MAX_SUBJECT).contains(&text.len()) && !text.trim().is_empty() && !text.chars().any(char::is_control)
}
