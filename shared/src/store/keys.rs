//! Every key of the table.
//!
//! | item | `pk` | `sk` | leads to |
//! |---|---|---|---|
//! | person, or attempts on an address nobody has | `U#<tenant>#<hash of address>` | `U` | |
//! | requests for a mail with these names, or to open an account | `Q#<tenant>#<hash of address>#<hash of names>` | `Q` | |
//! | invitation on the list of its phase | `V#<tenant>#<phase>` | `<time>#<id>` | `uk` |
//! | person at the next moment something is due for them | `R#<tenant>` | `<time>#<id>` | `uk` |
//! | account that waits for a decision | `W#<tenant>` | `<time>#<id>` | `uk` |
//! | person in the order of names, family or given name first | `E#<tenant>#N` | `<names> <id>` | `uk` |
//! | person in the order of who came last | `E#<tenant>#T` | `<time>#<id>` | `uk` |
//! | how many people reached which step in a day | `F#<tenant>` | `<day>` | |
//! | part of the stream that was counted there | `A#<hash of its records>` | `A` | |
//! | customer of several people | `B#<tenant>#<id>` | `B` | |
//! | person of such a customer | `B#<tenant>#<id>` | `M#<id of the person>` | by id |
//! | voucher of a campaign | `O#<tenant>#<hash of code>` | `O` | |
//! | by id; one that only its nonce would have made leads nowhere | `I#<tenant>#<id>` | `A` | `uk`, the person's hash |
//! | by external id | `X#<tenant>#<external id>` | `A` | `uk`, `id` |
//! | by SSO subject | `S#<tenant>#<subject>` | `A` | `uk`, `id` |
//! | by connection and subject there | `J#<tenant>#<connection>#<hash of subject>` | `A` | `uk`, `id` |
//! | tenant with its clients | `T#<tenant>` | `T` | |
//! | a version of a tenant's document | `T#<tenant>` | `H#<counting down>` | |
//! | a version of an agreement in one language | `G#<tenant>#<name>#<version>#<language>` | `G` | |
//! | by client | `C#<client>` | `A` | `t`, the tenant |
//! | by host | `H#<host>` | `A` | `t`, the tenant |
//! | calls of one source | `L#<hash of source>#<window>` | `L` | |
//! | text messages to one number, of all tenants | `P#<hash of number>` | `P` | |
//! | text messages of a tenant in one day | `D#<tenant>#<day>` | `D` | |
//! | nonce of a signed call | `N#<client>#<hash>` | `N` | |
//! | answer under an idempotency key | `K#<client>#<hash>` | `K` | |
//! | the names of all tenants, in `tn` | `TENANTS` | `TENANTS` | |
//! | the deployment's keys, encrypted | `KEYS` | `KEYS` | |

use std::borrow::Cow;
use std::net::IpAddr;

use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use ring::digest::{SHA256, digest};

use super::{Item, text};
use crate::id::{CustomerId, Opaque, UserId, VoucherId};
use crate::limit::line;
use crate::sso::SsoLink;
use crate::tenant::TenantName;
use crate::user::EmailKey;

/// A `ttl` that never comes: the last second of the year 9999. Every person's item has it, as `ttl`
/// and, to be copied from, as `nt`: a write that may also create an item for an address nobody has
/// can then say "expire this, unless it is somebody".
pub(super) const NEVER: i64 = 253_402_300_799;

mod lists;

pub(super) use lists::*;

#[derive(PartialEq, Eq)]
pub(super) struct Key {
    pk: String,
    sk: Cow<'static, str>,
}

impl Key {
    pub(super) fn pk(&self) -> AttributeValue {
        text(&self.pk)
    }

    pub(super) fn sk(&self) -> AttributeValue {
        text(self.sk.as_ref())
    }

    /// The key as the beginning of an item.
    pub(super) fn item(&self) -> Item {
        Item::from([("pk".to_owned(), self.pk()), ("sk".to_owned(), self.sk())])
    }
}

pub(super) fn user(tenant: &TenantName, key: &EmailKey) -> Key {
    Key {
        pk: format!("U#{tenant}#{}", key.as_text()),
        sk: Cow::Borrowed("U"),
    }
}

pub(super) fn request(tenant: &TenantName, key: &EmailKey, name_hash: &str) -> Key {
    Key {
        pk: format!("Q#{tenant}#{}#{name_hash}", key.as_text()),
        sk: Cow::Borrowed("Q"),
    }
}

/// Whom a person's item or a request for a mail is about, read off its `pk`; the same for both.
#[must_use]
pub fn person_behind(pk: &str) -> Option<&str> {
    let named = pk.strip_prefix("U#").or_else(|| pk.strip_prefix("Q#"))?;
    let (tenant, rest) = named.split_once('#')?;
    let hash = rest.split('#').next()?;
    named.get(..=tenant.len() + hash.len())
}

pub(super) fn by_id(tenant: &TenantName, id: Opaque) -> Key {
    Key {
        pk: format!("I#{tenant}#{id}"),
        sk: Cow::Borrowed("A"),
    }
}

pub(super) fn customer_text(tenant: &TenantName, id: CustomerId) -> String {
    format!("B#{tenant}#{}", id.0)
}

pub(super) fn customer(tenant: &TenantName, id: CustomerId) -> Key {
    Key {
        pk: customer_text(tenant, id),
        sk: Cow::Borrowed("B"),
    }
}

/// What stands before the id of each person of a customer.
pub(super) const MEMBER: &str = "M#";

pub(super) fn member(tenant: &TenantName, customer: CustomerId, person: UserId) -> Key {
    Key {
        pk: customer_text(tenant, customer),
        sk: Cow::Owned(format!("{MEMBER}{}", person.0)),
    }
}

pub(super) fn voucher(tenant: &TenantName, id: VoucherId) -> Key {
    Key {
        pk: format!("O#{tenant}#{}", id.0),
        sk: Cow::Borrowed("O"),
    }
}

pub(super) fn by_external_id(tenant: &TenantName, id: &str) -> Key {
    Key {
        pk: format!("X#{tenant}#{id}"),
        sk: Cow::Borrowed("A"),
    }
}

pub(super) fn by_subject(tenant: &TenantName, subject: &str) -> Key {
    Key {
        pk: format!("S#{tenant}#{subject}"),
        sk: Cow::Borrowed("A"),
    }
}

/// Another provider's subject is somebody else, whatever connection leads there.
pub(super) fn by_link(tenant: &TenantName, link: &SsoLink) -> Key {
    let whose = [link.provider.0.bits().as_slice(), link.subject.as_bytes()].concat();
    let hash = BASE64URL.encode(digest(&SHA256, &whose));
    Key {
        pk: format!("J#{tenant}#{}#{hash}", link.connection),
        sk: Cow::Borrowed("A"),
    }
}

pub(super) fn tenant_text(name: &TenantName) -> String {
    format!("T#{name}")
}

pub(super) fn tenant(name: &TenantName) -> Key {
    Key {
        pk: tenant_text(name),
        sk: Cow::Borrowed("T"),
    }
}

pub(super) fn agreement_text(tenant: &TenantName, agreement: &str, version: u32, language: &str) -> Key {
    Key {
        pk: format!("G#{tenant}#{agreement}#{version}#{language}"),
        sk: Cow::Borrowed("G"),
    }
}

pub(super) fn by_client(client: &str) -> Key {
    Key {
        pk: format!("C#{client}"),
        sk: Cow::Borrowed("A"),
    }
}

pub(super) fn by_host(host: &str) -> Key {
    Key {
        pk: format!("H#{host}"),
        sk: Cow::Borrowed("A"),
    }
}

pub(super) fn source(address: IpAddr, window: i64) -> Key {
    Key {
        pk: format!("L#{}#{window}", source_hash(address)),
        sk: Cow::Borrowed("L"),
    }
}

/// What a source is known by.
pub(super) fn source_hash(address: IpAddr) -> String {
    match line(address) {
        IpAddr::V4(address) => hashed(&address.octets()),
        IpAddr::V6(address) => hashed(&address.octets()[..8]),
    }
}

pub(super) fn texted_number(number: &str) -> Key {
    Key {
        pk: format!("P#{}", hashed(number.as_bytes())),
        sk: Cow::Borrowed("P"),
    }
}

pub(super) fn texts_of_day(tenant: &TenantName, day: i64) -> Key {
    Key {
        pk: format!("D#{tenant}#{day}"),
        sk: Cow::Borrowed("D"),
    }
}

pub(super) fn nonce(client: &str, nonce: &str) -> Key {
    Key {
        pk: format!("N#{client}#{}", hashed(nonce.as_bytes())),
        sk: Cow::Borrowed("N"),
    }
}

pub(super) fn idempotency(client: &str, scope: &str) -> Key {
    Key {
        pk: format!("K#{client}#{}", hashed(scope.as_bytes())),
        sk: Cow::Borrowed("K"),
    }
}

pub(super) fn counted(records: &str) -> Key {
    Key {
        pk: format!("A#{}", hashed(records.as_bytes())),
        sk: Cow::Borrowed("A"),
    }
}

pub(super) fn tenant_names() -> Key {
    Key {
        pk: "TENANTS".to_owned(),
        sk: Cow::Borrowed("TENANTS"),
    }
}

pub(super) fn key_ring() -> Key {
    Key {
        pk: "KEYS".to_owned(),
        sk: Cow::Borrowed("KEYS"),
    }
}

fn hashed(bytes: &[u8]) -> String {
    BASE64URL.encode(&digest(&SHA256, bytes).as_ref()[..16])
}

#[cfg(test)]
mod tests;
