//! People who register themselves: writing down what they filled in, making them known, and what becomes of it.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::mails::{Asked, REGISTERS};
use super::write::{conditional, id_text, is_own, person};
use super::{Item, Store, StoreError, number, text};
use crate::limit::{Bucket, TooOften};
use crate::person::PersonName;
use crate::registration::Registration;
use crate::tenant::{Tenant, TenantName};
use crate::user::{EmailKey, User};
use crate::verification::Ticket;

impl Store {
    /// Writes down what somebody has filled in to register, whether or not the address is anybody's: the mailer reads it
    /// off the stream and looks whose it is. One round trip and one write unit; two of each when somebody registered with
    /// the address a moment ago.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_to_register(
        &self,
        tenant: &TenantName,
        form: &Registration,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let key = EmailKey::new(tenant, &form.email);
        let noted: AttributeValue =
            serde_dynamo::to_attribute_value(form).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let asked = Asked {
            tenant,
            key,
            name_hash: REGISTERS,
        };
        self.note_request(&asked, Some(("rg", noted)), limit, now).await
    }

    /// Takes a newer form in place of the one that somebody registered with who has not shown that the address is theirs,
    /// and asks for the mail again unless the last one was asked for a moment ago: one round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn register_again(
        &self,
        user: &User,
        tenant: &Tenant,
        form: &Registration,
        asked_at: Timestamp,
    ) -> Result<(), StoreError> {
        let asked = asked_at.as_millisecond();
        let cooldown = i64::from(tenant.resend_cooldown_seconds) * 1_000;
        let is_cool = user.asked_at.is_none_or(|last| last <= asked - cooldown);
        let invitation = form.invitation(tenant, asked_at);
        let known = |value: Result<AttributeValue, serde_dynamo::Error>| {
            value.map_err(|error| StoreError::Unreadable(error.to_string()))
        };
        let values = [
            (
                "fn",
                form.first_name.as_ref().map(|name| text(PersonName::as_str(name))),
            ),
            ("ln", form.last_name.as_ref().map(|name| text(PersonName::as_str(name)))),
            ("ph", form.phone_number.as_ref().map(text)),
            ("lo", Some(text(&form.locale))),
            ("nk", Some(text(form.name_hash(&user.tenant)))),
            ("pf", Some(known(serde_dynamo::to_attribute_value(&form.profile))?)),
            ("sr", Some(known(serde_dynamo::to_attribute_value(&form.own))?)),
            (
                "cs",
                form.consent
                    .as_ref()
                    .map(|consent| known(serde_dynamo::to_attribute_value([consent])))
                    .transpose()?,
            ),
            ("inv", Some(known(serde_dynamo::to_attribute_value(&invitation))?)),
            ("qa", is_cool.then(|| number(asked))),
            ("qk", is_cool.then(|| text(form.name_hash(&user.tenant)))),
            ("qe", is_cool.then(|| number(asked.saturating_add(invitation.life_ms)))),
        ];
        let mut update = self
            .update_user(&user.tenant, &user.key())
            .condition_expression(
                "id = :id AND #st IN (:provisioned, :verified) AND attribute_exists(sr) AND attribute_not_exists(rv) \
                 AND qa < :asked_at",
            )
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":asked_at", number(asked));
        let (mut sets, mut removes) = (Vec::new(), Vec::new());
        for (name, value) in values {
            match value {
                Some(value) => {
                    sets.push(format!("#{name} = :{name}"));
                    update = update
                        .expression_attribute_names(format!("#{name}"), name)
                        .expression_attribute_values(format!(":{name}"), value);
                }
                None if ["qa", "qk", "qe"].contains(&name) => {}
                None => {
                    removes.push(format!("#{name}"));
                    update = update.expression_attribute_names(format!("#{name}"), name);
                }
            }
        }
        let removes = match removes.is_empty() {
            true => String::new(),
            false => format!(" REMOVE {}", removes.join(", ")),
        };
        let written = update
            .update_expression(format!("SET {}{removes}", sets.join(", ")))
            .send()
            .await;
        conditional(written).map(|_| ())
    }

    /// Makes a person registered who has proven their address in the browser they registered with: the password they
    /// typed there is theirs. One round trip, one write unit. `None` when the ticket is worth nothing (any more), or
    /// somebody has registered with the address from elsewhere since.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn finish_registration(
        &self,
        ticket: &Ticket,
        browser: &str,
        attempt: &str,
        now: Timestamp,
    ) -> Result<Option<User>, StoreError> {
        let written = self
            .update_user(&ticket.tenant, &ticket.key)
            .condition_expression(
                "#st = :verified AND id = :id AND ua = :proof AND sr.b = :browser AND attribute_not_exists(rv)",
            )
            .update_expression(
                "SET #st = :registered, pw = sr.h, ra = :now, un = :attempt, fam = :none, ses = :none, mq = :none, \
                 ks = :none REMOVE sr, gl, vch, qa, qk, qe",
            )
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":id", id_text(ticket.user()))
            .expression_attribute_values(":proof", number(ticket.proof_used_at()))
            .expression_attribute_values(":browser", text(browser))
            .expression_attribute_values(":attempt", text(attempt))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(stored) if is_own(&stored, attempt) => person(&stored).map(Some),
            Err(_) => Ok(None),
        }
    }
}
