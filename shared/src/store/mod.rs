//! The one table, over the real AWS SDK.
//!
//! The store is concrete: no trait and no second implementation. Tests run it against an embedded
//! engine that speaks DynamoDB's protocol. Every key is built in [`keys`], every condition of a
//! journey's step stands in [`steps`], and each method costs what its doc comment says.

mod accounts;
mod addresses;
mod agreements;
mod approvals;
mod changes;
mod consents;
mod creation;
mod customers;
mod due_entries;
mod erasing;
mod error;
mod families;
mod funnel;
mod invitation_lists;
mod invitations;
mod key_ring;
mod keys;
mod limits;
mod links;
#[cfg(feature = "testing")]
mod loading;
mod mail_feedback;
mod mails;
mod marks;
mod new_person;
mod notices;
mod parts;
mod passwords;
mod people_lists;
mod reading;
mod registrations;
mod sessions;
mod shared_keys;
mod sign_in;
mod sign_ups;
mod steps;
mod suspensions;
mod tenant_versions;
mod tenants;
mod text_messages;
mod verifications;
mod vouchers;
mod ways_in;
mod write;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;

pub use approvals::{Awaiting, Decided};
pub use consents::Evidenced;
pub use creation::{CreateError, Created};
pub use customers::{KeptCustomer, People};
pub use due_entries::DueEntry;
pub use error::StoreError;
pub use families::Rotated;
pub use invitation_lists::{Entry, Page, Position};
pub use invitations::{Acceptance, Again, NotAccepted, Reinvited, Revoked};
pub use keys::person_behind;
pub use links::Linked;
#[cfg(feature = "testing")]
pub use loading::items_of;
pub use mail_feedback::{Feedback, Noted};
pub use mails::{Asked, MailRequest};
pub use marks::{ByWhom, Claimed, Mark};
pub use people_lists::Listed;
pub use sign_in::SignIn;
pub use steps::{CodeOutcome, CredentialProof, Proven};
pub use tenant_versions::{SaveTenantError, TenantChange, TenantVersion, TenantVersions};
pub use text_messages::{MayText, TextToCount};
pub use write::Written;

use crate::user::User;

/// An item as the SDK knows it.
pub(crate) type Item = std::collections::HashMap<String, AttributeValue>;

/// The table.
#[derive(Clone, Debug)]
pub struct Store {
    client: Client,
    table: String,
}

impl Store {
    /// The store over one table.
    #[must_use]
    pub fn new(client: Client, table: impl Into<String>) -> Self {
        Self {
            client,
            table: table.into(),
        }
    }
}

/// The person in an item: `None` for one that only counts attempts on an address nobody has.
///
/// # Errors
/// When the item says it is a person but cannot be read as one.
pub fn user_in(item: &Item) -> Result<Option<User>, StoreError> {
    if !item.contains_key("id") {
        return Ok(None);
    }
    serde_dynamo::from_item(item.clone())
        .map(Some)
        .map_err(|error| StoreError::Unreadable(error.to_string()))
}

fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

fn number(value: i64) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

fn number_in(item: &Item, name: &str) -> Option<i64> {
    item.get(name)?.as_n().ok()?.parse().ok()
}

fn text_in<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.get(name)?.as_s().ok().map(String::as_str)
}
