//! A person makes an account of one of the tenant's kinds, address first.
//!
//! Nothing is known of them until the form behind the mailed link is sent: the link itself carries what they chose before,
//! so that it opens on any device, and the first form that is sent makes customer, person and place in one write. The
//! person's id follows from the link, which can therefore make one person only.

mod partner;
mod refused;
mod voucher;

pub use partner::{NotAPartner, Partner, PartnerCode};
pub use refused::SignUpRefused;
pub use voucher::{NotACode, Voucher, VoucherCode, VoucherRefused};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::address::EmailAddress;
use crate::agreement::Consent;
use crate::authorization::AuthorizationRequest;
use crate::customer::CustomerKind;
use crate::id::{Opaque, VoucherId};
use crate::keys::{KeyRing, Purpose};
use crate::person::PersonName;
use crate::profile::Profile;
use crate::provisioning::{NewInstallation, NewUser, RequestIdentity, provision};
use crate::sso::SsoLink;
use crate::tenant::{Tenant, TenantName};
use crate::user::{EmailKey, NoticeKind, SelfMade, Status, User, VerifiedBy, moment};

/// What somebody chose before their address was proven, as it waits for the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUp {
    /// The address.
    #[serde(rename = "em")]
    pub email: EmailAddress,
    /// The kind of account.
    #[serde(rename = "k")]
    pub kind: CustomerKind,
    /// The language of the page: a BCP 47 tag.
    #[serde(rename = "lo")]
    pub locale: String,
    /// What an app had asked for, sealed.
    #[serde(rename = "q", default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// Who asked, where they came from their identity provider: nobody else who came from there can use the link so.
    #[serde(rename = "ar", default, skip_serializing_if = "Option::is_none")]
    pub arrival: Option<[u8; 16]>,
}

/// The proof that its holder reads what is sent to an address, and the right to make one account with it.
///
/// It is sealed in a format that names no fields: none may be left out when it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpLink {
    /// Whose person it will be.
    pub tenant: TenantName,
    /// The address.
    pub email: EmailAddress,
    /// The kind of account.
    pub kind: CustomerKind,
    /// The language of the page: a BCP 47 tag.
    pub locale: String,
    /// What an app had asked for.
    pub request: Option<AuthorizationRequest>,
    /// Who asked for it, where they came from their identity provider.
    pub arrival: Option<[u8; 16]>,
    asked_at: i64,
    expires_at: i64,
}

/// What was filled in behind the link, all of it right.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    /// Given name, where the form asks for it.
    pub first_name: Option<PersonName>,
    /// Family name, where the form asks for it.
    pub last_name: Option<PersonName>,
    /// E.164, where the form asks for it.
    pub phone_number: Option<String>,
    /// What else is known of the person.
    pub profile: Profile,
    /// What is known of the customer.
    pub customer_profile: Profile,
    /// What they accepted with it, if anything.
    pub consent: Option<Consent>,
    /// The name of the place that comes with the account, if one does.
    pub location: Option<String>,
    /// What the customer is called, where a partner provider says so.
    pub customer_name: Option<String>,
    /// The organisation that the customer belongs to, likewise.
    pub organisation: Option<String>,
    /// The voucher that they typed, if any.
    pub voucher: Option<VoucherId>,
    /// The password as a PHC string; none where a link is their credential.
    pub password: Option<String>,
    /// Who they are at the tenant's identity provider, for whoever came from there.
    pub link: Option<SsoLink>,
}

impl SignUpLink {
    /// The link of what was asked for at `asked_at`; it works for as long as the tenant's links do. What an app had asked
    /// for is left out where it cannot be read any more.
    #[must_use]
    pub fn new(tenant: &Tenant, form: &SignUp, asked_at: i64, keys: &KeyRing) -> Self {
        let request = form.request.as_deref();
        Self {
            tenant: tenant.name.clone(),
            email: form.email.clone(),
            kind: form.kind,
            locale: form.locale.clone(),
            request: request.and_then(|sealed| AuthorizationRequest::open(sealed, keys, moment(asked_at))),
            arrival: form.arrival,
            asked_at,
            expires_at: asked_at.saturating_add(i64::from(tenant.link_life_seconds) * 1_000),
        }
    }

    /// The link's token: the tenant's name, a dot, the sealed link; the same each time the mail is sent.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing) -> String {
        let sealed = keys.seal(Purpose::SignUpLink, self, moment(self.asked_at));
        format!("{}.{sealed}", self.tenant)
    }

    /// Reads a token; `None` when it is none of ours. Whether it works, [`Self::check`] says.
    #[must_use]
    pub fn open(token: &str, keys: &KeyRing) -> Option<Self> {
        let (tenant, sealed) = token.split_once('.')?;
        let link: Self = keys.open(Purpose::SignUpLink, sealed)?;
        (link.tenant.as_str() == tenant).then_some(link)
    }

    /// The key of the person it makes.
    #[must_use]
    pub fn key(&self) -> EmailKey {
        EmailKey::new(&self.tenant, &self.email)
    }

    /// Until when it works.
    #[must_use]
    pub fn expires_at(&self) -> Timestamp {
        moment(self.expires_at)
    }

    /// How long it works from being asked for, in seconds.
    #[must_use]
    pub const fn life_seconds(&self) -> i64 {
        (self.expires_at - self.asked_at) / 1_000
    }

    /// Whether it would make an account, given who has the address: the rule of the write, for telling a person before they
    /// fill anything in.
    ///
    /// # Errors
    /// Why it would not.
    pub fn check(&self, stored: Option<&User>, now: Timestamp) -> Result<(), SignUpRefused> {
        if stored.is_some() {
            return Err(SignUpRefused::Taken);
        }
        match self.expires_at() > now {
            true => Ok(()),
            false => Err(SignUpRefused::Expired),
        }
    }

    /// What was chosen, to ask for another link. What an app had asked for then works as long as that link.
    #[must_use]
    pub fn again(&self, tenant: &Tenant, keys: &KeyRing, now: Timestamp) -> SignUp {
        let life = SignedDuration::from_secs(i64::from(tenant.link_life_seconds));
        let request = self.request.clone().map(|request| request.resumed(now));
        SignUp {
            email: self.email.clone(),
            kind: self.kind,
            locale: self.locale.clone(),
            request: request.map(|request| request.seal(keys, now, life)),
            arrival: self.arrival,
        }
    }

    /// What a half-filled form is kept under: the same for every link of the address, so that what was typed outlives one.
    #[must_use]
    pub fn draft(&self) -> Opaque {
        let (tenant, key) = (self.tenant.as_str(), self.key());
        RequestIdentity::id_of(&[b"usher sign-up draft", tenant.as_bytes(), key.as_text().as_bytes()])
    }

    /// The id of the person it makes, before they are known.
    #[must_use]
    pub fn user(&self) -> Opaque {
        RequestIdentity::id_of(&[
            b"usher sign-up",
            self.tenant.as_str().as_bytes(),
            self.key().as_text().as_bytes(),
            &self.asked_at.to_be_bytes(),
        ])
    }

    /// What makes the making of this person one of a kind: a second form of the same link finds the first one's person in
    /// the way. `attempt` is drawn for each form.
    #[must_use]
    pub fn identity(&self, attempt: &str) -> RequestIdentity {
        RequestIdentity::derived(self.user(), attempt)
    }

    /// The person with their customer and its place, for what was filled in behind the link.
    #[must_use]
    pub fn account(&self, tenant: &Tenant, new: NewAccount, keys: &KeyRing, now: Timestamp) -> User {
        let opening = Opening {
            id: self.user(),
            email: &self.email,
            kind: self.kind,
            locale: &self.locale,
            verified_by: VerifiedBy::Mail,
        };
        opening.account(tenant, new, keys, now)
    }
}

/// Somebody who opens an account, and has shown that the address is theirs.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// Their id.
    pub id: Opaque,
    /// The address.
    pub email: &'a EmailAddress,
    /// The kind of account.
    pub kind: CustomerKind,
    /// Their language: a BCP 47 tag.
    pub locale: &'a str,
    /// On whose word the address counts as proven.
    pub verified_by: VerifiedBy,
}

impl Opening<'_> {
    /// The person with their customer and its place: all of them are one item. They are registered, or wait for the
    /// tenant's decision where their kind says so; what is mailed then is asked for in the same breath.
    #[must_use]
    pub fn account(&self, tenant: &Tenant, new: NewAccount, keys: &KeyRing, now: Timestamp) -> User {
        let at = now.as_millisecond();
        let rules = tenant.onboarding.kinds.get(&self.kind);
        let waits = rules.is_some_and(|rules| rules.needs_approval(self.email));
        let asked = rules.and_then(|rules| rules.approval.as_ref()?.endpoint.as_ref());
        let told = [NoticeKind::AwaitingApproval, NoticeKind::ApprovalAsked];
        let told = told.into_iter().filter(|_| waits);
        let place = |name| NewInstallation {
            name: Some(name),
            ..NewInstallation::default()
        };
        let known = NewUser {
            first_name: new.first_name,
            last_name: new.last_name,
            email: self.email.clone(),
            external_id: None,
            external_authentication_provider_id: None,
            phone_number: new.phone_number,
            locale: Some(self.locale.to_owned()),
            installations: new.location.into_iter().map(place).collect(),
            profile: Some(new.profile).filter(|profile| !profile.is_empty()),
            invitation: None,
            joins: None,
            create_verified: true,
        };
        User {
            status: match waits {
                true => Status::AwaitingApproval,
                false => Status::Registered,
            },
            verified_by: Some(self.verified_by),
            proof_used_at: Some(at),
            registered_at: (!waits).then_some(at),
            endpoint_asked_at: asked.filter(|_| waits).map(|_| at),
            notices: told.map(|kind| (kind.as_str().to_owned(), at)).collect(),
            password: new.password,
            links: new.link.into_iter().collect(),
            self_made: Some(SelfMade::SignUp),
            customer_kind: self.kind,
            customer_profile: Some(new.customer_profile).filter(|profile| !profile.is_empty()),
            customer_name: new.customer_name,
            organisation: new.organisation,
            voucher: new.voucher,
            consents: new.consent.into_iter().collect(),
            // Whoever is registered is mailed no link to become so.
            asked_at: None,
            asked_name_hash: None,
            asked_until: None,
            ..provision(tenant, known, self.id, keys, now)
        }
    }
}

#[cfg(test)]
mod tests;
