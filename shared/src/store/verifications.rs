//! What a person has confirmed or corrected: one write of their item, with one of their customer's where that is an item of
//! its own.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

use super::parts::update;
use super::write::{Written, conditional, id_text, outcome};
use super::{KeptCustomer, Store, StoreError, keys, number, text};
use crate::customer::Verified;
use crate::profile::Profile;
use crate::user::User;

/// An update and its condition.
#[derive(Default)]
struct Change {
    sets: Vec<String>,
    removes: Vec<&'static str>,
    conditions: Vec<String>,
    values: HashMap<String, AttributeValue>,
}

impl Store {
    /// Keeps what `user` has said of themselves and their customer, if both are as they were read and the person was never
    /// asked before: one round trip, one write unit; four where the customer is an item of its own and changes.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn verify_customer(
        &self,
        user: &User,
        kept: &KeptCustomer,
        verified: &Verified,
    ) -> Result<Written, StoreError> {
        let mut person = Change::of_person(user, &verified.user)?;
        let mut customer = Change::default();
        let is_within = kept.only.is_some();
        let of_customer = if is_within { &mut person } else { &mut customer };
        of_customer.profile("cp", kept.customer.profile.as_ref(), &verified.customer_profile)?;
        if is_within {
            person.only_if("attribute_not_exists(cu)");
        }
        if customer.sets.is_empty() {
            let written = self
                .update_user(&user.tenant, &user.key())
                .update_expression(person.update())
                .condition_expression(person.condition())
                .set_expression_attribute_values(Some(person.values))
                .send()
                .await;
            return Ok(match conditional(written)? {
                Ok(_) => Written::Now,
                Err(_) => Written::Changed,
            });
        }
        // Whoever speaks for the customer may have changed since.
        customer.only_if("ow = :id");
        customer.value(":id", id_text(user.id.0));
        let request = self.client.transact_write_items().set_transact_items(Some(vec![
            update(
                self.update_of(&keys::user(&user.tenant, &user.key()))
                    .update_expression(person.update())
                    .condition_expression(person.condition())
                    .set_expression_attribute_values(Some(person.values)),
            )?,
            update(
                self.update_of(&keys::customer(&user.tenant, kept.customer.id))
                    .update_expression(customer.update())
                    .condition_expression(customer.condition())
                    .set_expression_attribute_values(Some(customer.values)),
            )?,
        ]));
        outcome(request.send().await, None)
    }
}

impl Change {
    /// What is other of a person than it was. Who was erased, or asked meanwhile, is left alone.
    fn of_person(before: &User, after: &User) -> Result<Self, StoreError> {
        let mut change = Self::default();
        change.only_if("id = :id AND attribute_exists(ra) AND attribute_not_exists(cv)");
        change.value(":id", id_text(before.id.0));
        change.set("cv", number(after.customer_verified_at.unwrap_or_default()));
        let (old, new) = (before.names(), after.names());
        if old != new {
            change.text("fn", Some(new.0).filter(|name| !name.is_empty()));
            change.text("ln", Some(new.1).filter(|name| !name.is_empty()));
            change.set("nk", text(&after.name_hash));
        }
        if before.phone_number != after.phone_number {
            change.text("ph", after.phone_number.as_deref());
        }
        let none = Profile::new();
        change.profile("pf", before.profile.as_ref(), after.profile.as_ref().unwrap_or(&none))?;
        Ok(change)
    }

    fn only_if(&mut self, condition: &str) {
        self.conditions.push(condition.to_owned());
    }

    fn value(&mut self, name: &str, value: AttributeValue) {
        self.values.insert(name.to_owned(), value);
    }

    fn set(&mut self, name: &str, value: AttributeValue) {
        self.sets.push(format!("{name} = :{name}"));
        self.value(&format!(":{name}"), value);
    }

    fn text(&mut self, name: &'static str, value: Option<&str>) {
        match value {
            Some(value) => self.set(name, text(value)),
            None => self.removes.push(name),
        }
    }

    /// Replaces what is known, if it is still what was read.
    fn profile(&mut self, name: &str, before: Option<&Profile>, after: &Profile) -> Result<(), StoreError> {
        let written = |profile| {
            let value = serde_dynamo::to_attribute_value(profile);
            value.map_err(|error| StoreError::Unreadable(error.to_string()))
        };
        match before {
            Some(before) if before == after => return Ok(()),
            None if after.is_empty() => return Ok(()),
            Some(before) => {
                self.only_if(&format!("{name} = :{name}_read"));
                self.value(&format!(":{name}_read"), written(before)?);
            }
            None => self.only_if(&format!("attribute_not_exists({name})")),
        }
        self.set(name, written(after)?);
        Ok(())
    }

    fn update(&self) -> String {
        match self.removes.is_empty() {
            true => format!("SET {}", self.sets.join(", ")),
            false => format!("SET {} REMOVE {}", self.sets.join(", "), self.removes.join(", ")),
        }
    }

    fn condition(&self) -> String {
        self.conditions.join(" AND ")
    }
}
