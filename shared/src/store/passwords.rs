//! New passwords in place of old ones.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::notices::ASKED_NOTICE;
use super::write::{conditional, id_text, person};
use super::{Item, Store, StoreError, number, text, text_in, user_in};
use crate::recovery::{RecoveryLink, RecoveryRefused};
use crate::user::{NoticeKind, User};

/// What setting a new password ends: whatever was open before, and what others may have begun.
pub(super) const ENDS: &str = "fam = :none, ff = :now, ses = :none, sf = :now";

impl Store {
    /// Sets the password of whoever holds a recovery link, and asks for the mail that tells the owner: one round trip,
    /// one write unit. It proves the address, and ends every session, every refresh token, a change of the address that
    /// was not confirmed, and every other link.
    ///
    /// # Errors
    /// When the table fails; the inner error says why the link is worth nothing.
    pub async fn recover(
        &self,
        link: &RecoveryLink,
        phc: &str,
        now: Timestamp,
    ) -> Result<Result<User, RecoveryRefused>, StoreError> {
        if link.expires_at() <= now {
            return Ok(Err(RecoveryRefused::Expired));
        }
        let written = self
            .update_user(&link.tenant, &link.key)
            .condition_expression(
                "id = :id AND #st IN (:registered, :active) AND attribute_exists(pw) AND vb <> :sms \
                 AND ra < :asked_for AND (attribute_not_exists(pt) OR pt < :asked_for)",
            )
            .update_expression(format!(
                "SET pw = :phc, pt = :changed, vb = :mail, {ENDS}, ks = :none, {ASKED_NOTICE} REMOVE pl, kl, ne"
            ))
            .expression_attribute_names("#st", "st")
            .expression_attribute_names("#notice", NoticeKind::PasswordChanged.as_str())
            .expression_attribute_values(":id", id_text(link.user()))
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":active", text("active"))
            .expression_attribute_values(":sms", text("sms"))
            .expression_attribute_values(":mail", text("mail"))
            .expression_attribute_values(":asked_for", number(link.asked_at))
            .expression_attribute_values(":phc", text(phc))
            // Never before the link was asked for, so that a clock that went back gives nobody a second use.
            .expression_attribute_values(":changed", number(now.as_millisecond().max(link.asked_at)))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":asked", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Ok),
            // The hash is salted: finding it stored means that this very call set it.
            Err(stored) if text_in(&stored, "pw") == Some(phc) => person(&stored).map(Ok),
            Err(stored) => {
                let refused = link.check(user_in(&stored)?.as_ref(), now);
                Ok(Err(refused.err().unwrap_or(RecoveryRefused::Used)))
            }
        }
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
