//! What a person has confirmed or corrected: one write of their item, with one of their customer's where that is an item of
//! its own.

use super::changes::Change;
use super::parts::update;
use super::write::{Written, conditional, id_text, outcome};
use super::{KeptCustomer, Store, StoreError, keys, number};
use crate::customer::Verified;
use crate::user::User;

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
        // Whoever has said it meanwhile is asked once.
        person.only_if("attribute_not_exists(cv)");
        person.set("cv", number(verified.user.customer_verified_at.unwrap_or_default()));
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

    /// Keeps what is other of `after` than of `before`, names, number and profile alone, if the person is as they were read
    /// in what changes: one round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn take_over(&self, before: &User, after: &User) -> Result<Written, StoreError> {
        let person = Change::of_person(before, after)?;
        if person.sets.is_empty() {
            return Ok(Written::Now);
        }
        let written = self
            .update_user(&before.tenant, &before.key())
            .update_expression(person.update())
            .condition_expression(person.condition())
            .set_expression_attribute_values(Some(person.values))
            .send()
            .await;
        Ok(match conditional(written)? {
            Ok(_) => Written::Now,
            Err(_) => Written::Changed,
        })
    }
}
