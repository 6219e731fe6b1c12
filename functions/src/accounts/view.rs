//! How a business customer sees a person.

use std::collections::BTreeMap;

use serde::Serialize;
use usher::customer::Customer;
use usher::id::LocationId;
use usher::profile;
use usher::store::StoreError;
use usher::user::{Installation, MailStopped, User, VerifiedBy, moment};
use utoipa::ToSchema;

use super::evidence::{ConsentView, consents};
use super::history::{HistoryView, history};
use crate::app::App;

/// A person as a business customer sees them. Links, codes and credentials are in no answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Account {
    /// The household or company.
    #[schema(example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    account_id: String,
    /// The person.
    #[schema(example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    user_id: String,
    /// The caller's own id of the person, if it gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "customer-4711")]
    external_account_id: Option<String>,
    /// What the customer's identity provider calls the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "idp-123")]
    external_authentication_provider_id: Option<String>,
    /// The tenant's short name.
    #[schema(example = "acme")]
    labelpartner: String,
    /// Where the person is: `provisioned`, `verified`, `awaiting_approval`, `registered` or `active`.
    #[schema(example = "provisioned")]
    status: &'static str,
    /// Since when, RFC 3339 in UTC.
    #[schema(example = "2026-11-22T09:30:00Z")]
    since: String,
    /// What brought them there.
    #[schema(example = "provisioned_by_tenant")]
    reason: &'static str,
    /// On whose word the person counts as verified: `tenant`, `mail`, or `sms`, which proves the number and not the
    /// address. It is `tenant` too where the tenant itself delivered the link or the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "mail")]
    verified_by: Option<&'static str>,
    /// What has to happen next.
    #[schema(example = json!(["verify_address"]))]
    next_actions: Vec<&'static str>,
    /// What kind of customer it is: `personal`, `business`, `channel_partner` or `data_recipient`.
    #[schema(example = "personal")]
    customer_kind: &'static str,
    /// `owner` for whoever speaks for the customer, and `member` for its other people.
    #[schema(example = "owner")]
    customer_role: &'static str,
    /// What the customer is called, where the tenant's partner provider said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Solar Partners Ltd")]
    customer_name: Option<String>,
    /// The organisation that the customer belongs to, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Resellers")]
    organisation: Option<String>,
    /// What is known of the customer itself, by the names of the fields of its kind.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(value_type = BTreeMap<String, String>, example = json!({"companyName": "Doe Ltd"}))]
    customer_fields: serde_json::Map<String, serde_json::Value>,
    /// Who the person is.
    customer_info: CustomerView,
    /// Their places.
    installations: Vec<InstallationView>,
    /// What else is known of a person who was invited, by the names of the app's fields.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(value_type = BTreeMap<String, String>, example = json!({"companyName": "Doe Ltd"}))]
    profile_fields: serde_json::Map<String, serde_json::Value>,
    /// When the person confirmed or corrected what was known, where their kind asks for it; RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T09:30:00Z")]
    customer_verified_at: Option<String>,
    /// What the person accepted, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    consents: Vec<ConsentView>,
    /// What happened to the person so far, oldest first.
    history: Vec<HistoryView>,
    /// Why no more mail is sent to the person: `bounced` where their mail server refuses the address for
    /// good, `complained` where they called a mail unwanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "bounced")]
    mail_stopped: Option<&'static str>,
    /// What became of the invitation; none for people who registered themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<InvitationView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CustomerView {
    /// Given name, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Jane")]
    first_name: Option<String>,
    /// Family name, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Doe")]
    last_name: Option<String>,
    /// Where mail goes.
    #[schema(example = "jane.doe@example.org")]
    email_address: String,
    /// With country code, without anything between the digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "+442079460000")]
    phone_number: Option<String>,
    /// The language the person reads, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "en")]
    locale: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InstallationView {
    /// The place.
    #[schema(example = "loc_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    pub(crate) installation_id: String,
    /// The caller's own id of it.
    #[schema(example = "home-1")]
    pub(crate) external_installation_id: Option<String>,
    /// What its people call it, for the place that came with an account they made themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Home")]
    pub(crate) name: Option<String>,
    /// Where it is.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = BTreeMap<String, String>, example = json!({"street": "Mill Lane", "house_number": "1", "city": "Cambridge"}))]
    pub(crate) address_info: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InvitationView {
    /// Its mails or text messages, newest last.
    deliveries: Vec<DeliveryView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeliveryView {
    /// `email` or `sms`.
    #[schema(example = "email")]
    channel: &'static str,
    /// `queued`, `sent`, `delivered`, `bounced`, `complained` or `failed`.
    #[schema(example = "sent")]
    status: &'static str,
    /// When it was asked for.
    #[schema(example = "2026-11-22T09:30:00Z")]
    queued_at: String,
    /// When the service that carries it took it; the last that is known of a text message.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T09:30:01Z")]
    sent_at: Option<String>,
    /// When the person's mail server took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T09:30:03Z")]
    delivered_at: Option<String>,
    /// When the person's mail server turned it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T09:30:03Z")]
    bounced_at: Option<String>,
    /// When the person called it unwanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T10:12:45Z")]
    complained_at: Option<String>,
    /// Why it can never be sent: what the service said, or `address_bounced` or `complained` where mail to the person
    /// has stopped, or one of the `sms_…` reasons of a text message that is over a limit or allowed no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "MessageRejected")]
    reason: Option<String>,
}

impl Account {
    /// The view of `user` as they are in the table.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn read(app: &App, user: &User) -> Result<Self, StoreError> {
        let kept = app.store.customer_of(user).await?;
        Ok(Self::of(user, &kept.customer))
    }

    /// The view of `user`, a person of `customer`.
    pub(crate) fn of(user: &User, customer: &Customer) -> Self {
        Self {
            account_id: user.customer_id().to_string(),
            user_id: user.id.to_string(),
            external_account_id: user.external_id.clone(),
            external_authentication_provider_id: user.external_authentication_provider_id.clone(),
            labelpartner: user.tenant.to_string(),
            status: user.status.as_str(),
            since: user.since().to_string(),
            reason: user.reason(),
            verified_by: user.verified_by.map(VerifiedBy::as_str),
            next_actions: user.next_actions().to_vec(),
            customer_kind: customer.kind.as_str(),
            customer_role: match customer.owner == Some(user.id) {
                true => "owner",
                false => "member",
            },
            customer_name: customer.name.clone(),
            organisation: customer.organisation.clone(),
            customer_fields: customer.profile.as_ref().map(profile::as_json).unwrap_or_default(),
            customer_info: CustomerView {
                first_name: user.first_name.as_ref().map(|name| name.as_str().to_owned()),
                last_name: user.last_name.as_ref().map(|name| name.as_str().to_owned()),
                email_address: user.email.as_str().to_owned(),
                phone_number: user.phone_number.clone(),
                locale: user.locale.clone(),
            },
            installations: installations(customer),
            profile_fields: user.profile.as_ref().map(profile::as_json).unwrap_or_default(),
            customer_verified_at: user.customer_verified_at.map(|at| moment(at).to_string()),
            consents: consents(user),
            history: history(user),
            mail_stopped: user.mail_stopped.map(MailStopped::as_str),
            invitation: (!user.status.may_sign_in() || !user.deliveries.is_empty()).then(|| InvitationView {
                deliveries: deliveries(user),
            }),
        }
    }
}

impl InstallationView {
    /// The view of a place with this id.
    pub(crate) fn of(id: LocationId, place: &Installation) -> Self {
        Self {
            installation_id: id.to_string(),
            external_installation_id: place.external_id.clone(),
            name: place.name.clone(),
            address_info: place.address.clone(),
        }
    }
}

/// The places of `customer` with their ids.
pub(crate) fn installations(customer: &Customer) -> Vec<InstallationView> {
    let places = customer.locations.iter().enumerate();
    let view = |(index, place)| InstallationView::of(customer.location_id(index), place);
    places.map(view).collect()
}

/// The mails to `user`, newest last.
pub(crate) fn deliveries(user: &User) -> Vec<DeliveryView> {
    let time = |at: Option<i64>| at.map(|at| moment(at).to_string());
    let deliveries = user.deliveries().into_iter();
    let view = |delivery: usher::user::Delivery| DeliveryView {
        channel: delivery.channel.as_str(),
        status: delivery.status(),
        queued_at: moment(delivery.queued_at).to_string(),
        sent_at: time(delivery.sent_at),
        delivered_at: time(delivery.delivered_at),
        bounced_at: time(delivery.bounced_at),
        complained_at: time(delivery.complained_at),
        reason: delivery.failure,
    };
    deliveries.map(view).collect()
}
