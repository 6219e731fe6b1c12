//! New passwords in place of old ones.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::erasing::linked_as_read;
use super::notices::ASKED_NOTICE;
use super::parts::{delete, update};
use super::write::{conditional, id_text, is_condition, person, reasons};
use super::{Item, Store, StoreError, keys, number, text, text_in, user_in};
use crate::recovery::{RecoveryLink, RecoveryRefused};
use crate::tenant::Tenant;
use crate::user::{NoticeKind, User};

/// What setting a new password ends: whatever was open before, and what others may have begun.
pub(super) const ENDS: &str = "fam = :none, ff = :now, ses = :none, sf = :now";

/// Whose password a link replaces, beside what they have until then.
const RECOVERS: &str = "id = :id AND #st IN (:registered, :active) AND vb <> :sms AND ra < :asked_for \
                        AND (attribute_not_exists(pt) OR pt < :asked_for)";

impl Store {
    /// Sets the password of whoever holds a recovery link, who was read just now, and asks for the mail that tells the owner: one
    /// round trip, one write unit; four or six where the password takes the place of a link to a provider. It proves the address, and ends
    /// every session, every refresh token, a change of the address that was not confirmed, and every other link of a mail.
    ///
    /// # Errors
    /// When the table fails; the inner error says why the link is worth nothing.
    pub async fn recover(
        &self,
        link: &RecoveryLink,
        (user, tenant): (&User, &Tenant),
        phc: &str,
        now: Timestamp,
    ) -> Result<Result<(), RecoveryRefused>, StoreError> {
        if link.expires_at() <= now {
            return Ok(Err(RecoveryRefused::Expired));
        }
        let stored = match user.password {
            Some(_) => self.replace_password(link, phc, now).await?,
            None => self.replace_links(link, (user, tenant), phc, now).await?,
        };
        Ok(match stored {
            None => Ok(()),
            // The hash is salted: finding it stored means that this very call set it.
            Some(stored) if text_in(&stored, "pw") == Some(phc) => Ok(()),
            Some(stored) => {
                let refused = link.check(user_in(&stored)?.as_ref(), tenant, now);
                Err(refused.err().unwrap_or(RecoveryRefused::Used))
            }
        })
    }

    /// Nothing where it is done, and what stands in the way where it is not.
    async fn replace_password(
        &self,
        link: &RecoveryLink,
        phc: &str,
        now: Timestamp,
    ) -> Result<Option<Item>, StoreError> {
        let written = self
            .update_user(&link.tenant, &link.key)
            .condition_expression(format!("attribute_exists(pw) AND {RECOVERS}"))
            .update_expression(recovered())
            .expression_attribute_names("#st", "st")
            .expression_attribute_names("#notice", NoticeKind::PasswordChanged.as_str())
            .set_expression_attribute_values(Some(recovery_values(link, phc, now)))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        Ok(conditional(written)?.err())
    }

    /// The same for somebody whose links lead nowhere any more: they end with it, or a provider that comes back would let in
    /// beside the password. What that provider called them goes as well, or they could not connect to another one.
    async fn replace_links(
        &self,
        link: &RecoveryLink,
        (user, tenant): (&User, &Tenant),
        phc: &str,
        now: Timestamp,
    ) -> Result<Option<Item>, StoreError> {
        let meant = user.external_authentication_provider_id.as_ref();
        let meant = meant.filter(|_| user.was_meant_elsewhere(tenant));
        let gone = if meant.is_some() { "lk, sso" } else { "lk" };
        let (as_read, links) = linked_as_read(user)?;
        let mut values = recovery_values(link, phc, now);
        values.extend(links.map(|links| (":links".to_owned(), links)));
        let person = self
            .update_of(&keys::user(&link.tenant, &link.key))
            .condition_expression(format!(
                "attribute_not_exists(pw) AND attribute_exists(vb) AND {as_read} AND {RECOVERS}"
            ))
            .update_expression(format!("{}, {gone}", recovered()))
            .expression_attribute_names("#st", "st")
            .expression_attribute_names("#notice", NoticeKind::PasswordChanged.as_str())
            .set_expression_attribute_values(Some(values))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let mut writes = vec![update(person)?];
        writes.extend(self.unlinking(user)?);
        if let Some(meant) = meant {
            writes.push(delete(self.delete_of(&keys::by_subject(&user.tenant, meant), user))?);
        }
        let request = self.client.transact_write_items().set_transact_items(Some(writes));
        let Err(error) = request.send().await else {
            return Ok(None);
        };
        let refused = reasons(&error)?.first().filter(|reason| is_condition(reason));
        let stored = refused.and_then(|reason| reason.item().cloned());
        stored.map(Some).ok_or(StoreError::Conflict)
    }

    /// Sets the password of a person who has just shown the one they have, and asks for the mail that tells them: one
    /// round trip, one write unit. Every session and every refresh token ends. `None` when the password was changed
    /// meanwhile.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn change_password(&self, user: &User, phc: &str, now: Timestamp) -> Result<Option<User>, StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND pw = :old")
            .update_expression(format!(
                "SET pw = :phc, pt = :now, {ENDS}, {ASKED_NOTICE} REMOVE pl, kl, ne"
            ))
            .expression_attribute_names("#notice", NoticeKind::PasswordChanged.as_str())
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":old", text(user.password.as_deref().unwrap_or_default()))
            .expression_attribute_values(":phc", text(phc))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":asked", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(stored) if text_in(&stored, "pw") == Some(phc) => person(&stored).map(Some),
            Err(_) => Ok(None),
        }
    }
}

/// What becomes of somebody who sets a new password by mail; it ends in the attributes that go.
fn recovered() -> String {
    format!("SET pw = :phc, pt = :changed, vb = :mail, {ENDS}, ks = :none, {ASKED_NOTICE} REMOVE pl, kl, ne")
}

/// What [`RECOVERS`] and [`recovered`] speak of.
fn recovery_values(link: &RecoveryLink, phc: &str, now: Timestamp) -> HashMap<String, AttributeValue> {
    let at = now.as_millisecond();
    let values = [
        (":id", id_text(link.user())),
        (":registered", text("registered")),
        (":active", text("active")),
        (":sms", text("sms")),
        (":mail", text("mail")),
        (":asked_for", number(link.asked_at)),
        (":phc", text(phc)),
        // Never before the link was asked for, so that a clock that went back gives nobody a second use.
        (":changed", number(at.max(link.asked_at))),
        (":now", number(at)),
        (":asked", number(at)),
        (":none", AttributeValue::M(Item::new())),
    ];
    values.map(|(name, value)| (name.to_owned(), value)).into()
}
