//! A person, and the life they lead here.
//!
//! ```text
//!  provisioned ──address proven──▶ verified ──credential set──▶ registered ──first data──▶ active
//! ```
//!
//! A user is one item of the table, keyed by tenant and address, and almost every step of a journey is one conditional write of
//! it. The short attribute names are what keeps it under 1 KB, which is what a write unit pays for. Each step leaves its own time
//! stamp; `since` and `reason` are read off them, so that they cannot disagree with the status.

mod approval;
mod as_text;
mod delivery;
mod families;
mod history;
mod installation;
mod invitation;
mod key;
mod notice;
mod self_made;
mod self_registration;
mod status;
mod suspension;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use approval::{Decision, NotADecision, ReasonTooLong};
pub use delivery::{Delivery, MailStopped};
pub use history::Happened;
pub use installation::{Installation, location_id};
pub use invitation::{Invitation, InvitationStatus, Phase, Progress};
pub use key::EmailKey;
pub use notice::{NoticeKind, Notices};
pub use self_made::SelfMade;
pub use self_registration::SelfRegistration;
pub use status::{Status, VerifiedBy};
pub use suspension::Suspension;

pub use crate::clock::moment;

use crate::address::EmailAddress;
use crate::agreement::Consent;
use crate::customer::CustomerKind;
use crate::id::{CustomerId, UserId, VoucherId};
use crate::new_address::NewAddress;
use crate::person::PersonName;
use crate::profile::Profile;
use crate::session::Entries;
use crate::sso::SsoLink;
use crate::tenant::{Channel, TenantName};

/// A person, as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// Whose person this is.
    #[serde(rename = "t")]
    pub tenant: TenantName,
    /// The 128 bits behind the user's and the customer's id.
    #[serde(rename = "id")]
    pub id: UserId,
    /// The address mail goes to.
    #[serde(rename = "em")]
    pub email: EmailAddress,
    /// Given name; a person who was invited may be the first to tell it.
    #[serde(rename = "fn", default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<PersonName>,
    /// Family name; likewise.
    #[serde(rename = "ln", default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<PersonName>,
    /// Both names as they are compared: hashed, so that an asker's wrong names are not kept either.
    #[serde(rename = "nk")]
    pub name_hash: String,
    /// The business customer's own id of this person, if it gave one.
    #[serde(rename = "xi", default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// What the customer's identity provider calls this person.
    #[serde(rename = "sso", default, skip_serializing_if = "Option::is_none")]
    pub external_authentication_provider_id: Option<String>,
    /// Who they are at their tenant's identity providers.
    #[serde(rename = "lk", default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<SsoLink>,
    /// E.164.
    #[serde(rename = "ph", default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// The language the person reads: a BCP 47 tag.
    #[serde(rename = "lo", default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The places of the customer; none for a person who was invited by themselves.
    #[serde(rename = "ins", default, skip_serializing_if = "Vec::is_empty")]
    pub installations: Vec<Installation>,
    /// What else is known of the person, by the names of the fields of the app they were invited to.
    #[serde(rename = "pf", default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// What the person was invited to; such a person sets their first credential on the activation page
    /// only, where the app's fields and agreements are.
    #[serde(rename = "inv", default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
    /// What they typed where they registered themselves; gone with the proof of their address.
    #[serde(rename = "sr", default, skip_serializing_if = "Option::is_none")]
    pub self_registration: Option<SelfRegistration>,
    /// How they opened the account themselves; none where the back office made it.
    #[serde(rename = "sm", default, skip_serializing_if = "Option::is_none")]
    pub self_made: Option<SelfMade>,
    /// The customer they belong to, once it has several people; its fields and places are then with it and not here.
    #[serde(rename = "cu", default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The kind of customer they belong to.
    #[serde(rename = "ck", default, skip_serializing_if = "CustomerKind::is_usual")]
    pub customer_kind: CustomerKind,
    /// What is known of the customer, by the names of the fields of its kind.
    #[serde(rename = "cp", default, skip_serializing_if = "Option::is_none")]
    pub customer_profile: Option<Profile>,
    /// What the customer is called, where a partner provider said so.
    #[serde(rename = "cn", default, skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<String>,
    /// The organisation that the customer belongs to, in its tenant's words; likewise.
    #[serde(rename = "og", default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The voucher that opened the account.
    #[serde(rename = "vo", default, skip_serializing_if = "Option::is_none")]
    pub voucher: Option<VoucherId>,
    /// What they accepted, oldest first.
    #[serde(rename = "cs", default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    /// Keyed hashes of the vouchers given to this person outside the mail.
    #[serde(rename = "vch", default, skip_serializing_if = "Vec::is_empty")]
    pub vouchers: Vec<String>,
    /// Where the person is.
    #[serde(rename = "st")]
    pub status: Status,
    /// When the person was provisioned, in milliseconds since 1970, as all times here.
    #[serde(rename = "cr")]
    pub provisioned_at: i64,
    /// When the person first counted as verified.
    #[serde(rename = "va", default, skip_serializing_if = "Option::is_none")]
    pub verified_at: Option<i64>,
    /// When a link or code was last used. Every link, code and ticket from before it is used
    /// up; the ticket that was given for it is the only good one.
    #[serde(rename = "ua", default, skip_serializing_if = "Option::is_none")]
    pub proof_used_at: Option<i64>,
    /// On whose word.
    #[serde(rename = "vb", default, skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<VerifiedBy>,
    /// When the person last answered a text message: their number is proven since.
    #[serde(rename = "np", default, skip_serializing_if = "Option::is_none")]
    pub number_proven_at: Option<i64>,
    /// What the tenant has decided about the account, where it had to.
    #[serde(rename = "dc", default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// When those who decide were last reminded that the account waits.
    #[serde(rename = "ar", default, skip_serializing_if = "Option::is_none")]
    pub approvers_reminded_at: Option<i64>,
    /// When the tenant's endpoint was last asked to decide; gone with its answer.
    #[serde(rename = "ae", default, skip_serializing_if = "Option::is_none")]
    pub endpoint_asked_at: Option<i64>,
    /// That the account is out of use, and what it was before.
    #[serde(rename = "sp", default, skip_serializing_if = "Option::is_none")]
    pub suspension: Option<Suspension>,
    /// When the credential was set, or began to count.
    #[serde(rename = "ra", default, skip_serializing_if = "Option::is_none")]
    pub registered_at: Option<i64>,
    /// When they confirmed or corrected what was known of them and, if they spoke for it, of their customer.
    #[serde(rename = "cv", default, skip_serializing_if = "Option::is_none")]
    pub customer_verified_at: Option<i64>,
    /// When the first data arrived.
    #[serde(rename = "aa", default, skip_serializing_if = "Option::is_none")]
    pub active_at: Option<i64>,
    /// The password as a PHC string.
    #[serde(rename = "pw", default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// When it was last changed for another.
    #[serde(rename = "pt", default, skip_serializing_if = "Option::is_none")]
    pub password_changed_at: Option<i64>,
    /// The address they want to change to, until they confirm it.
    #[serde(rename = "ne", default, skip_serializing_if = "Option::is_none")]
    pub new_address: Option<NewAddress>,
    /// Addresses they have left that have not been told so, oldest first.
    #[serde(rename = "oe", default, skip_serializing_if = "Vec::is_empty")]
    pub left_addresses: Vec<EmailAddress>,
    /// When they asked for the end of their account.
    #[serde(rename = "dx", default, skip_serializing_if = "Option::is_none")]
    pub deletion_asked_at: Option<i64>,
    /// Mails about the account that have not gone out.
    #[serde(rename = "mq", default, skip_serializing_if = "Notices::is_empty")]
    pub notices: Notices,
    /// When somebody last asked for the mail. A newer one is what the mailer has to answer.
    #[serde(rename = "qa", default, skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<i64>,
    /// The names they gave, hashed like `name_hash`; the mail only goes out when they match.
    #[serde(rename = "qk", default, skip_serializing_if = "Option::is_none")]
    pub asked_name_hash: Option<String>,
    /// Until when what was last asked for works: the newest link, and the code beside it.
    #[serde(rename = "qe", default, skip_serializing_if = "Option::is_none")]
    pub asked_until: Option<i64>,
    /// When a link was last handed to the tenant, which delivers it itself: what was asked for then is not mailed.
    #[serde(rename = "ha", default, skip_serializing_if = "Option::is_none")]
    pub handed_at: Option<i64>,
    /// On whose word an address counts as proven by a code since; a code does not say who delivered it.
    #[serde(rename = "hv", default, skip_serializing_if = "Option::is_none")]
    pub handed_by: Option<VerifiedBy>,
    /// When the newest mail that went out had been asked for.
    #[serde(rename = "ia", default, skip_serializing_if = "Option::is_none")]
    pub invited_at: Option<i64>,
    /// Until when that mail's link and code work.
    #[serde(rename = "ie", default, skip_serializing_if = "Option::is_none")]
    pub invited_until: Option<i64>,
    /// When a button of the mailed link's page was first pressed, or the code typed: that a link is fetched says nothing.
    #[serde(rename = "oa", default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<i64>,
    /// How many reminders were asked for.
    #[serde(rename = "rn", default, skip_serializing_if = "Option::is_none")]
    pub reminders_sent: Option<u32>,
    /// When the last of them was: a message that was asked for then is a reminder.
    #[serde(rename = "rm", default, skip_serializing_if = "Option::is_none")]
    pub reminded_at: Option<i64>,
    /// When the tenant withdrew the invitation.
    #[serde(rename = "rv", default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<i64>,
    /// What went out, newest last, at most [`Self::DELIVERIES_KEPT`].
    #[serde(rename = "dl", default, skip_serializing_if = "Vec::is_empty")]
    pub deliveries: Vec<Delivery>,
    /// Why no more mail is sent, if so.
    #[serde(rename = "ms", default, skip_serializing_if = "Option::is_none")]
    pub mail_stopped: Option<MailStopped>,
    /// Refresh-token families: their id, and the one token of each that is good now.
    #[serde(rename = "fam", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub families: BTreeMap<String, String>,
    /// Browsers that are signed in, or were signed out, as far as they are known.
    #[serde(rename = "ses", default, skip_serializing_if = "Entries::is_empty")]
    pub sessions: Entries,
    /// Every session from then or before is ended.
    #[serde(rename = "sf", default, skip_serializing_if = "Option::is_none")]
    pub sessions_floor: Option<i64>,
    /// Every family of refresh tokens that began then or before is ended, unless it has an entry.
    #[serde(rename = "ff", default, skip_serializing_if = "Option::is_none")]
    pub families_floor: Option<i64>,
    /// Sources that the person's own sessions were refreshed from, hashed: what strangers do does not
    /// keep these from signing in.
    #[serde(rename = "ks", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub known_sources: BTreeMap<String, i64>,
}

impl User {
    /// How many deliveries a user remembers.
    pub const DELIVERIES_KEPT: usize = 10;

    /// The key of this person's item.
    #[must_use]
    pub fn key(&self) -> EmailKey {
        EmailKey::new(&self.tenant, &self.email)
    }

    /// How the person is reached until they are registered.
    #[must_use]
    pub fn channel(&self) -> Channel {
        self.invitation
            .as_ref()
            .map_or(Channel::Email, |invitation| invitation.channel)
    }

    /// Given and family name, each empty where it is not known.
    #[must_use]
    pub fn names(&self) -> (&str, &str) {
        (
            self.first_name.as_ref().map_or("", PersonName::as_str),
            self.last_name.as_ref().map_or("", PersonName::as_str),
        )
    }

    /// The household or company. It shares the bits of its first person.
    #[must_use]
    pub fn customer_id(&self) -> CustomerId {
        self.customer.unwrap_or(CustomerId(self.id.0))
    }

    /// Whether the mail that was asked for then is noted, or was once: of many, the oldest are forgotten.
    #[must_use]
    pub fn was_mailed_for(&self, asked_at: i64) -> bool {
        let mut noted = self.deliveries.iter().map(|delivery| delivery.queued_at);
        noted.any(|queued_at| queued_at == asked_at)
            || self.deliveries.len() >= Self::DELIVERIES_KEPT
                && self.deliveries.iter().all(|delivery| delivery.queued_at > asked_at)
    }

    /// The deliveries of the invitation, with the one that is still queued, if any, last.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        let mut deliveries = self.deliveries.clone();
        let newest = deliveries.iter().map(|delivery| delivery.queued_at).max();
        if let Some(asked) = self
            .invitation_asked_at()
            .filter(|asked| newest.is_none_or(|newest| newest < *asked))
        {
            deliveries.push(Delivery::queued(self.channel(), asked));
        }
        deliveries
    }
}
