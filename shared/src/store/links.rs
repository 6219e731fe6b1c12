//! Linking people to who they are at an identity provider.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem};
use jiff::Timestamp;

use super::new_person::way_in;
use super::notices::ASKED_NOTICE;
use super::parts::update;
use super::passwords::ENDS;
use super::write::{id_text, is_condition, reasons};
use super::{Item, Store, StoreError, keys, number, text};
use crate::sso::SsoLink;
use crate::user::{NoticeKind, User};

/// What came of linking somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linked {
    /// They are linked.
    Now,
    /// Somebody is known by that already; it may be them, by a call that ran beside this one.
    Taken,
    /// They are not as they were when they were read.
    Changed,
}

impl Store {
    /// Registers a person whom the back office made known by what their provider calls them, `meant`: the link is their
    /// credential. Whatever was there before ends, as with a first password. One round trip, four write units.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn register_by_link(
        &self,
        user: &User,
        (link, meant): (&SsoLink, &str),
        now: Timestamp,
    ) -> Result<Linked, StoreError> {
        let person = self
            .update_of(&keys::user(&user.tenant, &user.key()))
            .condition_expression(
                "id = :id AND sso = :subject AND #st IN (:provisioned, :verified) AND attribute_not_exists(rv) \
                 AND attribute_not_exists(inv)",
            )
            .update_expression(
                "SET #st = :registered, lk = :links, ra = :now, fam = :none, ses = :none, mq = :none, ks = :none \
                 REMOVE gl, vch, qa, qk, qe",
            )
            .expression_attribute_values(":subject", text(meant))
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"));
        self.link(user, link, (person, "registered", Vec::new()), now).await
    }

    /// Gives a person who has just shown that the account is theirs a link in place of their password: every session and
    /// every refresh token ends with that, and they are told by mail. Where the back office would know them by something that
    /// the provider tells, `meant`, it does from now on, so that nobody else can be meant by it. One round trip, four write units, or
    /// six.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn move_to_link(
        &self,
        user: &User,
        link: &SsoLink,
        meant: Option<&str>,
        now: Timestamp,
    ) -> Result<Linked, StoreError> {
        let new = meant.filter(|_| user.external_authentication_provider_id.is_none());
        let (sets, holds) = match new {
            Some(_) => (", sso = :subject", " AND attribute_not_exists(sso)"),
            None => ("", ""),
        };
        let mut person = self
            .update_of(&keys::user(&user.tenant, &user.key()))
            .condition_expression(format!("id = :id AND pw = :phc AND #st = :registered{holds}"))
            .update_expression(format!(
                "SET lk = :links, {ENDS}, {ASKED_NOTICE}{sets} REMOVE pw, pl, kl, ne"
            ))
            .expression_attribute_names("#notice", NoticeKind::SignInMoved.as_str())
            .expression_attribute_values(":asked", number(now.as_millisecond()))
            .expression_attribute_values(":phc", text(user.password.as_deref().unwrap_or_default()));
        let mut also = Vec::new();
        if let Some(meant) = new {
            person = person.expression_attribute_values(":subject", text(meant));
            let by_subject = keys::by_subject(&user.tenant, meant);
            also.push(self.put_new(way_in(by_subject, user))?);
        }
        self.link(user, link, (person, user.status.as_str(), also), now).await
    }

    async fn link(
        &self,
        user: &User,
        link: &SsoLink,
        (person, status, also): (UpdateBuilder, &str, Vec<TransactWriteItem>),
        now: Timestamp,
    ) -> Result<Linked, StoreError> {
        let mut linked = user.clone();
        linked.links.push(link.clone());
        let person = person
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":registered", text(status))
            .expression_attribute_values(":links", links_of(&linked)?)
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()));
        let by_link = keys::by_link(&user.tenant, link);
        let mut writes = vec![update(person)?, self.put_new(way_in(by_link, user))?];
        writes.extend(also);
        let request = self.client.transact_write_items().set_transact_items(Some(writes));
        let Err(error) = request.send().await else {
            return Ok(Linked::Now);
        };
        let reasons = reasons(&error)?;
        let (person, ways_in) = reasons.split_first().ok_or(StoreError::Conflict)?;
        match (ways_in.iter().any(is_condition), is_condition(person)) {
            (true, _) => Ok(Linked::Taken),
            (false, true) => Ok(Linked::Changed),
            (false, false) => Err(StoreError::Conflict),
        }
    }
}

/// The links of a person as they are kept.
pub(super) fn links_of(user: &User) -> Result<AttributeValue, StoreError> {
    serde_dynamo::to_attribute_value(&user.links).map_err(|error| StoreError::Unreadable(error.to_string()))
}
