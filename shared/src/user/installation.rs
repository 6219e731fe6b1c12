//! A place of a customer, and its id.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::as_text;
use crate::id::{LocationId, Opaque};

/// A place of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Installation {
    /// Its id, where it does not follow from its place among the others (see [`location_id`]).
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub id: Option<LocationId>,
    /// The business customer's own id of this place.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// What its people call it.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it is, as the business customer wrote it; stored as JSON text, since the table's numbers
    /// are not JSON's.
    #[serde(rename = "a", default, skip_serializing_if = "BTreeMap::is_empty", with = "as_text")]
    pub address: BTreeMap<String, serde_json::Value>,
}

/// The id of the installation at `index` of the customer with these bits: derived, so that the
/// same request always answers the same ids.
#[must_use]
pub fn location_id(bits: Opaque, index: usize) -> LocationId {
    use ring::digest::{SHA256, digest};
    let hash = digest(
        &SHA256,
        &[
            b"usher location".as_slice(),
            &bits.bits(),
            &(index as u64).to_be_bytes(),
        ]
        .concat(),
    );
    let mut derived = [0; 16];
    derived.copy_from_slice(&hash.as_ref()[..16]);
    LocationId(Opaque::new(derived))
}
