//! How a business customer's program sees a customer.

use std::collections::BTreeMap;

use serde::Serialize;
use usher::customer::Customer;
use usher::profile;
use usher::user::moment;
use utoipa::ToSchema;

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerAnswer {
    /// The customer: what an account calls `account_id`.
    #[schema(example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    customer_id: String,
    /// The tenant's short name.
    #[schema(example = "acme")]
    labelpartner: String,
    /// `personal`, `business`, `channel_partner` or `data_recipient`.
    #[schema(example = "business")]
    customer_kind: &'static str,
    /// What it is called, where the tenant's partner provider said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Solar Partners Ltd")]
    customer_name: Option<String>,
    /// The organisation that it belongs to, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Resellers")]
    organisation: Option<String>,
    /// What is known of it, by the names of the fields of its kind.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(value_type = BTreeMap<String, String>, example = json!({"companyName": "Doe Ltd"}))]
    customer_fields: serde_json::Map<String, serde_json::Value>,
    /// Who speaks for it; `null` once that person was erased, until another is named.
    #[schema(example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    owner_user_id: Option<String>,
    /// How many people it has.
    #[schema(example = 2)]
    user_count: u32,
    /// Its places.
    locations: Vec<LocationView>,
    /// When it was made, RFC 3339 in UTC.
    #[schema(example = "2026-11-22T09:30:00Z")]
    created_at: String,
}

/// A place: what an account calls an installation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LocationView {
    /// The place.
    #[schema(example = "loc_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    location_id: String,
    /// The caller's own id of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "home-1")]
    external_location_id: Option<String>,
    /// What its people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Home")]
    name: Option<String>,
    /// Where it is.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = BTreeMap<String, String>, example = json!({"street": "Mill Lane", "house_number": "1", "city": "Cambridge"}))]
    address_info: BTreeMap<String, serde_json::Value>,
}

impl CustomerAnswer {
    /// The view of `customer`.
    pub(super) fn of(customer: &Customer) -> Self {
        Self {
            customer_id: customer.id.to_string(),
            labelpartner: customer.tenant.to_string(),
            customer_kind: customer.kind.as_str(),
            customer_name: customer.name.clone(),
            organisation: customer.organisation.clone(),
            customer_fields: customer.profile.as_ref().map(profile::as_json).unwrap_or_default(),
            owner_user_id: customer.owner.map(|owner| owner.to_string()),
            user_count: customer.people,
            locations: locations(customer),
            created_at: moment(customer.created_at).to_string(),
        }
    }
}

/// The places of `customer`.
pub(super) fn locations(customer: &Customer) -> Vec<LocationView> {
    let places = customer.locations.iter().enumerate();
    let view = |(index, place): (usize, &usher::user::Installation)| LocationView {
        location_id: customer.location_id(index).to_string(),
        external_location_id: place.external_id.clone(),
        name: place.name.clone(),
        address_info: place.address.clone(),
    };
    places.map(view).collect()
}
