//! Customers: read wherever they are kept, given another person, another place or another owner.
//!
//! A customer of one person is in that person's item. The write that gives it a second one takes it out of there.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, TransactWriteItem};
use jiff::Timestamp;

use super::parts::{delete, update};
use super::write::{Written, outcome};
use super::{Item, Mark, Store, StoreError, keys, number, text, text_in};
use crate::customer::Customer;
use crate::id::{CustomerId, Opaque, UserId};
use crate::tenant::TenantName;
use crate::user::{EmailKey, Installation, User};

/// A customer, and where it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptCustomer {
    /// The customer.
    pub customer: Customer,
    /// Its only person, in whose item it is; none where it is an item of its own.
    pub only: Option<Box<User>>,
}

/// A part of a list of people.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The people: a customer's in the order of their ids.
    pub users: Vec<User>,
    /// Behind what the next part begins, if there may be one.
    pub next: Option<String>,
}

impl KeptCustomer {
    /// The customer of its only person.
    fn of_only(user: User) -> Self {
        Self {
            customer: Customer::of_only(&user),
            only: Some(Box::new(user)),
        }
    }

    fn key(&self) -> keys::Key {
        match &self.only {
            Some(user) => keys::user(&user.tenant, &user.key()),
            None => keys::customer(&self.customer.tenant, self.customer.id),
        }
    }
}

impl Store {
    /// The customer of a person: no round trip while they are its only one, else one.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn customer_of(&self, user: &User) -> Result<KeptCustomer, StoreError> {
        let Some(id) = user.customer else {
            return Ok(KeptCustomer::of_only(user.clone()));
        };
        let customer = self.get_customer(&user.tenant, id).await?;
        // Its last person was erased in this very moment.
        let customer = customer.ok_or(StoreError::Conflict)?;
        Ok(KeptCustomer { customer, only: None })
    }

    /// The customer with this id: one round trip; three while it has one person only.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_customer(&self, tenant: &TenantName, id: CustomerId) -> Result<Option<KeptCustomer>, StoreError> {
        if let Some(customer) = self.get_customer(tenant, id).await? {
            return Ok(Some(KeptCustomer { customer, only: None }));
        }
        let user = self.find_user_by_id(tenant, id.0).await?;
        // Whoever joined another customer has none of their own.
        Ok(user
            .filter(|user| user.customer_id() == id && user.customer.is_none())
            .map(KeptCustomer::of_only))
    }

    async fn get_customer(&self, tenant: &TenantName, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        let item = self.get(&keys::customer(tenant, id)).await?;
        let read = |item| serde_dynamo::from_item(item).map_err(|error| StoreError::Unreadable(error.to_string()));
        item.map(read).transpose()
    }

    /// At most `limit` people of a customer, behind a place: no round trip while it has one only, else three, half a read
    /// unit per 4 KB of entries and two for each person.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn list_people(
        &self,
        kept: &KeptCustomer,
        after: Option<&str>,
        limit: usize,
    ) -> Result<People, StoreError> {
        let tenant = &kept.customer.tenant;
        if let Some(only) = &kept.only {
            let users = vec![(**only).clone()];
            return Ok(People { users, next: None });
        }
        let range = (
            format!("{}!", after.unwrap_or(keys::MEMBER)),
            format!("{}~", keys::MEMBER),
        );
        let collection = keys::customer_text(tenant, kept.customer.id);
        let (entries, more) = self.entries(&collection, range, limit).await?;
        let next = entries.last().and_then(|item| text_in(item, "sk")).map(str::to_owned);
        let id_of = |item: &Item| text_in(item, "sk")?.strip_prefix(keys::MEMBER)?.parse::<Opaque>().ok();
        let ids = entries
            .iter()
            .filter_map(id_of)
            .map(|id| keys::by_id(tenant, id).item());
        // Their addresses may have changed since they joined, their ids have not.
        let ways_in = self.items(ids.collect()).await?;
        let key_of = |item: &Item| Some(EmailKey::from_text(text_in(item, "uk")?)?.as_text());
        let people = self.people(tenant, ways_in.iter().filter_map(key_of).collect()).await?;
        let mut users: Vec<User> = people.into_values().collect();
        users.retain(|user| user.customer == Some(kept.customer.id));
        users.sort_by_key(|user| user.id);
        Ok(People {
            users,
            next: next.filter(|_| more),
        })
    }

    /// Replaces the places of a customer by `places`, if they are still what they were: one round trip, two write units,
    /// two more with a mark.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn set_locations(
        &self,
        kept: &KeptCustomer,
        places: &[Installation],
        mark: Option<&Mark>,
        now: Timestamp,
    ) -> Result<Written, StoreError> {
        let key = kept.key();
        let replaced = self
            .update_of(&key)
            .update_expression("SET ins = :new")
            .expression_attribute_values(":new", list(places)?);
        let is_there = match &kept.only {
            Some(_) => "id = :id AND attribute_not_exists(cu)",
            None => "id = :id",
        };
        let id = match &kept.only {
            Some(user) => user.id.to_string(),
            None => kept.customer.id.to_string(),
        };
        let (as_read, replaced) = as_read(replaced, &kept.customer.locations)?;
        let replaced = replaced
            .condition_expression(format!("{is_there} AND {as_read}"))
            .expression_attribute_values(":id", text(id));
        let mut writes = Vec::new();
        if let Some(mark) = mark {
            writes.push(mark.put(&self.table, now)?);
        }
        writes.push(update(replaced)?);
        let request = self.client.transact_write_items().set_transact_items(Some(writes));
        outcome(request.send().await, mark)
    }

    /// Makes one of its people the owner of a customer that is an item of its own: one round trip, four write units.
    /// `false` when they are none of its people.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn set_owner(&self, customer: &Customer, person: UserId) -> Result<bool, StoreError> {
        let member = keys::member(&customer.tenant, customer.id, person);
        let check = ConditionCheck::builder()
            .table_name(&self.table)
            .key("pk", member.pk())
            .key("sk", member.sk())
            .condition_expression("attribute_exists(pk)")
            .build();
        let named = self
            .update_of(&keys::customer(&customer.tenant, customer.id))
            .update_expression("SET ow = :person")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":person", text(person.to_string()));
        let check = check.map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let request = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().condition_check(check).build())
            .transact_items(update(named)?);
        Ok(outcome(request.send().await, None)? == Written::Now)
    }

    /// What gives a customer another person, as parts of the write that makes the person: an item of the customer's own with
    /// its second, one more there with each further.
    pub(super) fn joining(&self, kept: &KeptCustomer, joins: &User) -> Result<Vec<TransactWriteItem>, StoreError> {
        let customer = &kept.customer;
        let member = |person| self.put_new(keys::member(&customer.tenant, customer.id, person).item());
        let Some(only) = &kept.only else {
            let more = self
                .update_of(&keys::customer(&customer.tenant, customer.id))
                .update_expression("SET n = n + :one")
                .condition_expression("attribute_exists(pk)")
                .expression_attribute_values(":one", number(1));
            return Ok(vec![update(more)?, member(joins.id)?]);
        };
        let own = Customer {
            people: 2,
            ..customer.clone()
        };
        let mut item: Item = serde_dynamo::to_item(&own).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        item.extend(keys::customer(&own.tenant, own.id).item());
        let key = kept.key();
        let emptied = self
            .update_of(&key)
            .update_expression("SET cu = :customer REMOVE ins, cp, cn, og")
            .expression_attribute_values(":customer", text(own.id.to_string()))
            .expression_attribute_values(":id", text(only.id.to_string()));
        let (as_read, emptied) = as_read(emptied, &own.locations)?;
        let emptied = emptied.condition_expression(format!("id = :id AND attribute_not_exists(cu) AND {as_read}"));
        Ok(vec![
            self.put_new(item)?,
            member(only.id)?,
            member(joins.id)?,
            update(emptied)?,
        ])
    }

    /// What takes a person from their customer, as parts of the write that erases the person: the last one takes it along.
    pub(super) async fn leaving(&self, user: &User, id: CustomerId) -> Result<Vec<TransactWriteItem>, StoreError> {
        let member = keys::member(&user.tenant, id, user.id);
        let gone = self.delete_at(&member).condition_expression("attribute_exists(pk)");
        let Some(customer) = self.get_customer(&user.tenant, id).await? else {
            return Ok(Vec::new());
        };
        let people = AttributeValue::N(customer.people.to_string());
        if customer.people <= 1 {
            let key = keys::customer(&user.tenant, id);
            let last = self
                .delete_at(&key)
                .condition_expression("n = :n")
                .expression_attribute_values(":n", people);
            return Ok(vec![delete(gone)?, delete(last)?]);
        }
        let speaks = customer.owner == Some(user.id);
        let fewer = self
            .update_of(&keys::customer(&customer.tenant, customer.id))
            .update_expression(match speaks {
                true => "SET n = n - :one REMOVE ow",
                false => "SET n = n - :one",
            })
            // An owner who is named in this very moment is not overlooked.
            .condition_expression(match speaks {
                true => "n = :n AND ow = :id",
                false => "n = :n AND (attribute_not_exists(ow) OR ow <> :id)",
            })
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":n", people)
            .expression_attribute_values(":id", text(user.id.to_string()));
        Ok(vec![delete(gone)?, update(fewer)?])
    }
}

fn list(places: &[Installation]) -> Result<AttributeValue, StoreError> {
    serde_dynamo::to_attribute_value(places).map_err(|error| StoreError::Unreadable(error.to_string()))
}

/// The condition that the places are still these.
fn as_read(update: UpdateBuilder, places: &[Installation]) -> Result<(&'static str, UpdateBuilder), StoreError> {
    let update = update.expression_attribute_values(":places", list(places)?);
    Ok(match places {
        // An empty list is not written at first, and is what is left when the last place was taken away.
        [] => ("(attribute_not_exists(ins) OR ins = :places)", update),
        _ => ("ins = :places", update),
    })
}
