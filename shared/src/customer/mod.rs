//! The household, company, partner or data recipient that a person belongs to.
//!
//! ```text
//!  one person:      [ person with kind, fields and places ]
//!  several people:  [ customer with kind, fields and places ] ◀── [ person ] [ person ] …
//! ```
//!
//! A customer of one person is part of that person's item: it is made in the write that makes the person, and read with
//! them. With its second person it becomes an item of its own, under the id it always had.

mod kind;
mod verification;

use serde::{Deserialize, Serialize};

pub use kind::CustomerKind;
pub use verification::Verified;

use crate::id::{CustomerId, LocationId, UserId};
use crate::profile::Profile;
use crate::tenant::TenantName;
use crate::user::{Installation, User, location_id};

/// A customer, as stored once it has several people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// Whose customer it is.
    #[serde(rename = "t")]
    pub tenant: TenantName,
    /// By what it is found. It shares the bits of its first person.
    #[serde(rename = "id")]
    pub id: CustomerId,
    /// What kind it is.
    #[serde(rename = "ck")]
    pub kind: CustomerKind,
    /// What it is called, where a partner provider said so.
    #[serde(rename = "cn", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The organisation that it belongs to, in its tenant's words; likewise.
    #[serde(rename = "og", default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// What is known of it, by the names of the fields of its kind.
    #[serde(rename = "cp", default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Its places.
    #[serde(rename = "ins", default, skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Installation>,
    /// Who speaks for it; nobody once that person was erased, until another is named.
    #[serde(rename = "ow", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<UserId>,
    /// How many people it has.
    #[serde(rename = "n")]
    pub people: u32,
    /// When it was made, in milliseconds since 1970.
    #[serde(rename = "cr")]
    pub created_at: i64,
}

/// A place cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// The customer has as many as it may have.
    Full,
    /// It has one with this external id.
    ExternalIdExists,
}

impl Customer {
    /// How many places a customer may have: it is one item, and each write of it pays for its size.
    pub const MOST_LOCATIONS: usize = 20;

    /// The customer of `user`, who is its only person.
    #[must_use]
    pub fn of_only(user: &User) -> Self {
        Self {
            tenant: user.tenant.clone(),
            id: user.customer_id(),
            kind: user.customer_kind,
            name: user.customer_name.clone(),
            organisation: user.organisation.clone(),
            profile: user.customer_profile.clone(),
            locations: user.installations.clone(),
            owner: Some(user.id),
            people: 1,
            created_at: user.provisioned_at,
        }
    }

    /// The id of the place at `index`.
    #[must_use]
    pub fn location_id(&self, index: usize) -> LocationId {
        let told = self.locations.get(index).and_then(|place| place.id);
        told.unwrap_or_else(|| location_id(self.id.0, index))
    }

    /// Where the place with this id stands.
    #[must_use]
    pub fn place_of(&self, id: LocationId) -> Option<usize> {
        (0..self.locations.len()).find(|index| self.location_id(*index) == id)
    }

    /// Where the place with this id of the business customer's stands.
    #[must_use]
    pub fn place_of_external(&self, id: &str) -> Option<usize> {
        let mut places = self.locations.iter();
        places.position(|place| place.external_id.as_deref() == Some(id))
    }

    /// The places with one more.
    ///
    /// # Errors
    /// Why there cannot be one more.
    pub fn with_location(&self, new: Installation) -> Result<Vec<Installation>, NotAdded> {
        if self.locations.len() >= Self::MOST_LOCATIONS {
            return Err(NotAdded::Full);
        }
        let taken = new.external_id.as_deref().and_then(|id| self.place_of_external(id));
        if taken.is_some() {
            return Err(NotAdded::ExternalIdExists);
        }
        Ok(self.named().into_iter().chain([new]).collect())
    }

    /// The places without the one at `index`.
    #[must_use]
    pub fn without_location(&self, index: usize) -> Vec<Installation> {
        let mut places = self.named();
        if index < places.len() {
            places.remove(index);
        }
        places
    }

    /// The places with their ids: once some come and go, where one stands does not say its id any more.
    fn named(&self) -> Vec<Installation> {
        let places = self.locations.iter().enumerate();
        let named = places.map(|(index, place)| Installation {
            id: Some(self.location_id(index)),
            ..place.clone()
        });
        named.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Opaque;
    use crate::testing;

    fn place(external_id: &str) -> Installation {
        Installation {
            external_id: Some(external_id.to_owned()),
            ..Installation::default()
        }
    }

    fn customer(places: usize) -> Customer {
        let user = testing::user();
        Customer {
            locations: (0..places).map(|number| place(&number.to_string())).collect(),
            ..Customer::of_only(&user)
        }
    }

    #[test]
    fn a_place_keeps_its_id_whatever_becomes_of_the_others() {
        let customer = customer(3);
        let ids: Vec<_> = (0..3).map(|index| customer.location_id(index)).collect();
        let fewer = Customer {
            locations: customer.without_location(0),
            ..customer.clone()
        };
        assert_eq!([fewer.location_id(0), fewer.location_id(1)], ids[1..]);
        let id = LocationId(Opaque::new([9; 16]));
        let new = Installation {
            id: Some(id),
            ..place("new")
        };
        let more = Customer {
            locations: fewer.with_location(new).expect("room"),
            ..fewer.clone()
        };
        assert_eq!((more.place_of(ids[2]), more.place_of(id)), (Some(1), Some(2)));
        assert_eq!(more.place_of(ids[0]), None, "an id is never given twice");
    }

    #[test]
    fn a_customer_has_so_many_places_and_each_external_id_once() {
        let full = customer(Customer::MOST_LOCATIONS);
        assert_eq!(full.with_location(place("new")), Err(NotAdded::Full));
        assert_eq!(customer(2).with_location(place("1")), Err(NotAdded::ExternalIdExists));
        assert_eq!(
            customer(2)
                .with_location(Installation::default())
                .map(|places| places.len()),
            Ok(3)
        );
    }
}
