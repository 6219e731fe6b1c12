//! Provisioning: a business customer makes a person known.
//!
//! The id of the new person is derived from what makes the request one of a kind: the caller's
//! `Idempotency-Key`, else the signature's nonce. The same request can therefore only ever make the
//! same person, and the item that leads from the id to the person is all the memory that
//! idempotency needs. A nonce that the id is not derived from, because there is a key as well, is
//! spent by one more item of the same write.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
use ring::digest::{Context, SHA256};

use crate::address::EmailAddress;
use crate::customer::CustomerKind;
use crate::entropy::Entropy;
use crate::id::{CustomerId, Opaque, UserId};
use crate::keys::{KeyRing, MacPurpose, VOUCHER_LIFE};
use crate::person::{PersonName, name_key};
use crate::profile::Profile;
use crate::tenant::{Tenant, TenantName};
use crate::user::{Installation, Invitation, Status, User, VerifiedBy, moment};

/// A person to be made known.
#[derive(Clone, Debug, PartialEq)]
pub struct NewUser {
    /// Given name, if known.
    pub first_name: Option<PersonName>,
    /// Family name, if known.
    pub last_name: Option<PersonName>,
    /// The address they will prove.
    pub email: EmailAddress,
    /// The business customer's own id of them, unique in the tenant.
    pub external_id: Option<String>,
    /// What the customer's identity provider calls them, unique in the tenant.
    pub external_authentication_provider_id: Option<String>,
    /// E.164.
    pub phone_number: Option<String>,
    /// A BCP 47 tag.
    pub locale: Option<String>,
    /// The places of the customer.
    pub installations: Vec<NewInstallation>,
    /// What else is known, for a person who is invited to an app.
    pub profile: Option<Profile>,
    /// What the person is invited to: the mail is then asked for at once.
    pub invitation: Option<Invitation>,
    /// The customer they join, and its kind: the mail is then asked for at once, too.
    pub joins: Option<(CustomerId, CustomerKind)>,
    /// Whether the tenant vouches for the address.
    pub create_verified: bool,
}

/// A place to be made known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewInstallation {
    /// The business customer's own id of it.
    pub external_id: Option<String>,
    /// What its people call it.
    pub name: Option<String>,
    /// Where it is.
    pub address: BTreeMap<String, serde_json::Value>,
    /// A code given to the person outside the mail.
    pub voucher_code: Option<String>,
}

/// The person a request makes. With an invitation, a customer to join or the tenant's `invite_on_provision` the mail is
/// asked for in the same breath, so that "saved, but no mail" cannot be written.
#[must_use]
pub fn provision(tenant: &Tenant, new: NewUser, id: Opaque, keys: &KeyRing, now: Timestamp) -> User {
    let given_at = now;
    let now = now.as_millisecond();
    let text = |name: &Option<PersonName>| name.as_ref().map_or_else(String::new, |name| name.as_str().to_owned());
    let name_hash = name_hash(&tenant.name, &text(&new.first_name), &text(&new.last_name));
    let invites = new.invitation.is_some() || new.joins.is_some() || tenant.invite_on_provision;
    let vouchers = new
        .installations
        .iter()
        .filter_map(|installation| installation.voucher_code.as_deref());
    let vouchers = vouchers
        .map(|code| voucher_mac(keys, &tenant.name, id, code, given_at))
        .collect();
    let installations = new.installations.into_iter();
    let installations = installations
        .map(|installation| Installation {
            id: None,
            external_id: installation.external_id,
            name: installation.name,
            address: installation.address,
        })
        .collect();
    let app = new
        .invitation
        .as_ref()
        .and_then(|invitation| tenant.client(&invitation.client));
    let mut user = User {
        customer: new.joins.map(|(customer, _)| customer),
        customer_kind: new
            .joins
            .map(|(_, kind)| kind)
            .or(app.map(|app| app.customers))
            .unwrap_or_default(),
        customer_profile: None,
        customer_name: None,
        organisation: None,
        voucher: None,
        consents: Vec::new(),
        tenant: tenant.name.clone(),
        id: UserId(id),
        email: new.email,
        first_name: new.first_name,
        last_name: new.last_name,
        asked_at: invites.then_some(now),
        asked_name_hash: invites.then(|| name_hash.clone()),
        asked_until: None,
        handed_at: None,
        handed_by: None,
        reminders_sent: None,
        reminded_at: None,
        name_hash,
        external_id: new.external_id,
        external_authentication_provider_id: new.external_authentication_provider_id,
        links: Vec::new(),
        phone_number: new.phone_number,
        locale: new.locale,
        installations,
        profile: new.profile,
        invitation: new.invitation,
        vouchers,
        status: if new.create_verified {
            Status::Verified
        } else {
            Status::Provisioned
        },
        provisioned_at: now,
        verified_at: new.create_verified.then_some(now),
        verified_by: new.create_verified.then_some(VerifiedBy::Tenant),
        number_proven_at: None,
        proof_used_at: None,
        decision: None,
        suspension: None,
        approvers_reminded_at: None,
        endpoint_asked_at: None,
        registered_at: None,
        customer_verified_at: None,
        active_at: None,
        password: None,
        invited_at: None,
        invited_until: None,
        opened_at: None,
        revoked_at: None,
        deliveries: Vec::new(),
        mail_stopped: None,
        families: BTreeMap::new(),
        self_registration: None,
        self_made: None,
        password_changed_at: None,
        new_address: None,
        left_addresses: Vec::new(),
        deletion_asked_at: None,
        notices: BTreeMap::new(),
        sessions: BTreeMap::new(),
        sessions_floor: None,
        families_floor: None,
        known_sources: BTreeMap::new(),
    };
    user.asked_until = invites.then(|| now.saturating_add(user.life_ms(tenant.link_life_seconds)));
    user
}

/// Both names as they are compared, hashed.
#[must_use]
pub fn name_hash(tenant: &TenantName, first: &str, last: &str) -> String {
    short_hash(&[
        b"usher name",
        tenant.as_str().as_bytes(),
        name_key(first, last).as_bytes(),
    ])
}

/// A voucher as the table holds it: a keyed hash that fits one person only.
#[must_use]
pub fn voucher_mac(keys: &KeyRing, tenant: &TenantName, user: Opaque, code: &str, now: Timestamp) -> String {
    BASE64URL.encode(keys.mac(
        MacPurpose::Voucher,
        &[tenant.as_str().as_bytes(), &user.bits(), code.trim().as_bytes()],
        now,
    ))
}

/// Whether `code` is one of the vouchers the person was given, in constant time per voucher, and none
/// is older than [`VOUCHER_LIFE`]: the keys they are hashed with do not live for ever.
#[must_use]
pub fn voucher_matches(keys: &KeyRing, user: &User, code: &str, now: Timestamp) -> bool {
    use subtle::ConstantTimeEq as _;
    let bits = user.id.0.bits();
    let parts: [&[u8]; 3] = [user.tenant.as_str().as_bytes(), &bits, code.trim().as_bytes()];
    let mut matches = subtle::Choice::from(0);
    for mac in keys.macs(MacPurpose::Voucher, &parts) {
        let text = BASE64URL.encode(mac);
        for voucher in &user.vouchers {
            matches |= voucher.as_bytes().ct_eq(text.as_bytes());
        }
    }
    let alive = now.duration_since(moment(user.provisioned_at)) < VOUCHER_LIFE;
    bool::from(matches) && alive
}

/// What makes a request one of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestIdentity {
    /// The id of the person it makes.
    pub id: Opaque,
    /// A hash of what was asked: another body under the same key is a mistake to be told.
    pub fingerprint: String,
    /// The id that the signature's nonce alone would make; none where a token stands for the signature.
    /// It is used up whether or not the id is derived from it: a signature covers no idempotency key,
    /// so a replay may have another key than the call it repeats, or none.
    pub nonce_id: Option<Opaque>,
    /// Whether the caller gave an idempotency key and so expects the first answer again.
    pub keyed: bool,
    /// Drawn for this very attempt: a write that finds it in the table finds itself.
    pub attempt: String,
}

impl RequestIdentity {
    /// Reads it off a request: `idempotency_key` before `nonce` before chance.
    #[must_use]
    pub fn of(
        client: &str,
        idempotency_key: Option<&str>,
        nonce: Option<&str>,
        body: &[u8],
        entropy: &Entropy,
    ) -> Self {
        let made_of = |what: &[u8], text: &str| Opaque::uuid(hash(&[what, client.as_bytes(), text.as_bytes()]));
        let nonce_id = nonce.map(|nonce| made_of(b"usher nonce", nonce));
        let key_id = idempotency_key.map(|key| made_of(b"usher idempotency key", key));
        Self {
            id: key_id.or(nonce_id).unwrap_or_else(|| Opaque::uuid(entropy.bytes())),
            fingerprint: fingerprint(body),
            nonce_id,
            keyed: idempotency_key.is_some(),
            attempt: BASE64URL.encode(entropy.bytes::<9>()),
        }
    }

    /// The identity of a request that is read off a stream, and may be read again: its id follows from the request.
    #[must_use]
    pub fn derived(id: Opaque, attempt: &str) -> Self {
        Self {
            id,
            fingerprint: String::new(),
            nonce_id: None,
            keyed: false,
            attempt: attempt.to_owned(),
        }
    }

    /// An id that follows from `parts`.
    #[must_use]
    pub fn id_of(parts: &[&[u8]]) -> Opaque {
        Opaque::uuid(hash(parts))
    }

    /// The identity of a request whose key was last used so long ago that it may make somebody else.
    ///
    /// The next id follows from the one before, so that a retry of this request finds its own person.
    #[must_use]
    pub fn renewed(self) -> Self {
        let id = Opaque::uuid(hash(&[b"usher idempotency key, again", &self.id.bits()]));
        Self { id, ..self }
    }
}

/// A hash of a request's body.
#[must_use]
pub fn fingerprint(body: &[u8]) -> String {
    short_hash(&[b"usher body", body])
}

/// The first 96 bits of a hash, as text: enough to tell requests of one caller apart.
fn short_hash(parts: &[&[u8]]) -> String {
    BASE64URL.encode(&hash(parts)[..12])
}

fn hash(parts: &[&[u8]]) -> [u8; 16] {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part);
    }
    let mut bits = [0; 16];
    bits.copy_from_slice(&context.finish().as_ref()[..16]);
    bits
}

#[cfg(test)]
mod tests;
