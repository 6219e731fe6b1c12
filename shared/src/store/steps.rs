//! The steps from an address to a first credential. Each is one conditional write of one item, and
//! its condition is the rule.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{conditional, id_text, person};
use super::{Item, Store, StoreError, number, number_in, text, user_in};
use crate::limit::{Bucket, TooOften};
use crate::tenant::TenantName;
use crate::user::{Delivery, EmailKey, User};
use crate::verification::{CodeWindow, Link, LinkRefused, Ticket};

/// Somebody asked for a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Whose person.
    pub tenant: &'a TenantName,
    /// Which address.
    pub key: EmailKey,
    /// The names they gave, as they are compared.
    pub name_hash: &'a str,
}

/// The address is proven; the person as they are now.
pub type Proven = User;

/// What came of a typed code.
#[derive(Clone, Debug, PartialEq)]
pub enum CodeOutcome {
    /// It was right, and the address is proven.
    Proven(Box<Proven>),
    /// It was not, or there is nobody to prove anything for: the two are not told apart.
    Refused,
    /// Too many were tried.
    TooOften(TooOften),
}

/// What the holder of a first credential shows.
#[derive(Clone, Debug)]
pub enum CredentialProof<'a> {
    /// A ticket from a proven address.
    Ticket(&'a Ticket),
    /// A voucher that matched the person as read: `user`.
    Voucher {
        /// The person the voucher matched.
        user: &'a User,
    },
    /// Nothing, where the tenant asks for nothing.
    None {
        /// Whose person.
        tenant: &'a TenantName,
        /// Which address.
        key: EmailKey,
    },
}

impl Store {
    /// Remembers that somebody asked for a mail, whether or not the address is anybody's: the stream
    /// of this write is what the mailer reads. One round trip and one write unit; two of each when
    /// the address was asked for a moment ago.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_for_mail(
        &self,
        asked: &Asked<'_>,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let request = || {
            self.update_user(asked.tenant, &asked.key)
                .expression_attribute_values(":name", text(asked.name_hash))
                .expression_attribute_values(":asked", number(now.as_millisecond()))
        };
        self.attempt("sl", "qa = :asked, qk = :name", request, limit, now)
            .await
            .map(|attempt| attempt.map(|_| ()))
    }

    /// The same, for the holder of a link that was once mailed to the person: no names are needed.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_for_another_link(
        &self,
        link: &Link,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let request = || {
            self.update_user(&link.tenant, &link.key)
                .expression_attribute_values(":id", id_text(link.user()))
                .expression_attribute_values(":asked", number(now.as_millisecond()))
        };
        let outcome = self
            .attempt_if("sl", Some("id = :id"), "qa = :asked, qk = nk", request, limit, now)
            .await;
        outcome.map(|attempt| attempt.map(|_| ()))
    }

    /// Proves an address with a mailed link: one round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails; the inner error says why the link proves nothing.
    pub async fn prove_by_link(&self, link: &Link, now: Timestamp) -> Result<Result<Proven, LinkRefused>, StoreError> {
        if link.has_expired(now) {
            // What is told then, expired or used, only reading can say.
            let stored = self.get_user(&link.tenant, &link.key).await?;
            return Ok(Err(link
                .check(stored.as_ref(), now)
                .err()
                .unwrap_or(LinkRefused::Expired)));
        }
        let written = self
            .prove(self.update_user(&link.tenant, &link.key), now)
            .condition_expression(
                "id = :id AND #st IN (:provisioned, :verified) AND (attribute_not_exists(ua) OR ua < :issued)",
            )
            .expression_attribute_values(":id", id_text(link.user()))
            .expression_attribute_values(":issued", number(link.issued_at()))
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => Ok(Ok(person(&item)?)),
            Err(stored) => {
                let stored = user_in(&stored)?;
                Ok(Err(link
                    .check(stored.as_ref(), now)
                    .err()
                    .unwrap_or(LinkRefused::Unknown)))
            }
        }
    }

    /// Proves an address with the six digits of its newest mail, whose `window` the digits were
    /// found to belong to, or counts the guess. One round trip, one write unit either way.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn prove_by_code(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        window: Option<CodeWindow>,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<CodeOutcome, StoreError> {
        let Some(window) = window else {
            let counted = self
                .attempt("gl", "", || self.update_user(tenant, key), limit, now)
                .await?;
            return Ok(counted.map_or_else(CodeOutcome::TooOften, |_| CodeOutcome::Refused));
        };
        // The mail may be read before the mailer has noted that it went out, hence the second half.
        let written = self
            .prove(self.update_user(tenant, key), now)
            .condition_expression(
                "#st IN (:provisioned, :verified) AND (attribute_not_exists(gl) OR gl <= :horizon) \
                 AND (((ia BETWEEN :start AND :end) AND (attribute_not_exists(ua) OR ua < ia)) \
                 OR ((qa BETWEEN :start AND :end) AND qk = nk AND (attribute_not_exists(ua) OR ua < qa)))",
            )
            .expression_attribute_values(":horizon", number(limit.horizon(now)))
            .expression_attribute_values(":start", number(window.start))
            .expression_attribute_values(":end", number(window.end - 1))
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => Ok(CodeOutcome::Proven(Box::new(person(&item)?))),
            Err(stored) => Ok(match number_in(&stored, "gl") {
                Some(spoken_for) if spoken_for > limit.horizon(now) => CodeOutcome::TooOften(TooOften {
                    retry_after: limit.retry_after(spoken_for, now),
                }),
                _ => CodeOutcome::Refused,
            }),
        }
    }

    fn prove(&self, update: UpdateItemFluentBuilder, now: Timestamp) -> UpdateItemFluentBuilder {
        update
            .update_expression("SET #st = :verified, ua = :now, va = if_not_exists(va, :now), vb = :mail")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":mail", text("mail"))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
    }

    /// Sets the first credential: one round trip, one write unit. `None` when the proof is worth
    /// nothing (any more).
    ///
    /// # Errors
    /// When the table fails.
    pub async fn set_first_password(
        &self,
        proof: &CredentialProof<'_>,
        phc: &str,
        now: Timestamp,
    ) -> Result<Option<User>, StoreError> {
        let update = match proof {
            CredentialProof::Ticket(ticket) => self
                .update_user(&ticket.tenant, &ticket.key)
                .condition_expression("#st = :verified AND id = :id AND ua = :proof")
                .expression_attribute_values(":id", id_text(ticket.user()))
                .expression_attribute_values(":proof", number(ticket.proof_used_at())),
            CredentialProof::Voucher { user } => self
                .update_user(&user.tenant, &user.key())
                .condition_expression("#st = :verified AND id = :id")
                .expression_attribute_values(":id", id_text(user.id.0)),
            CredentialProof::None { tenant, key } => self
                .update_user(tenant, key)
                .condition_expression("#st = :verified AND attribute_not_exists(vch)"),
        };
        let written = update
            // Whatever was there before the address was proven ends here: attempts, sessions, vouchers.
            .update_expression("SET #st = :registered, pw = :phc, ra = :now, fam = :none REMOVE gl, vch, qa, qk")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":phc", text(phc))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// Makes a registered person active: one round trip, one write unit. The person as they are
    /// afterwards, or `None` when they were not just registered.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn activate(&self, user: &User, at: Timestamp) -> Result<Option<User>, StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("#st = :registered AND id = :id")
            .update_expression("SET #st = :active, aa = :at")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":active", text("active"))
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":at", number(at.as_millisecond()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// Notes what became of a mail: one round trip, one write unit. Noting the same mail twice
    /// changes nothing, and neither does a note about somebody who is gone.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn note_delivery(&self, user: &User, delivery: &Delivery) -> Result<(), StoreError> {
        // Appended rather than replaced: the image a mail was sent from may lack the one before it.
        // Only a list that has grown long is replaced, to cut it.
        let full = user.deliveries.len() >= User::DELIVERIES_KEPT;
        let mut deliveries = if full {
            user.deliveries[1..].to_vec()
        } else {
            Vec::new()
        };
        deliveries.push(delivery.clone());
        let deliveries: AttributeValue =
            serde_dynamo::to_attribute_value(&deliveries).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let mut update = self.update_user(&user.tenant, &user.key());
        update = if full {
            update.update_expression("SET ia = :queued, dl = :deliveries")
        } else {
            update
                .update_expression("SET ia = :queued, dl = list_append(if_not_exists(dl, :none), :deliveries)")
                .expression_attribute_values(":none", AttributeValue::L(Vec::new()))
        };
        let written = update
            .condition_expression("id = :id AND (attribute_not_exists(ia) OR ia < :queued)")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":queued", number(delivery.queued_at))
            .expression_attribute_values(":deliveries", deliveries)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        conditional(written).map(|_| ())
    }
}
