//! Signing in with a password, and refreshing.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{conditional, id_text, person};
use super::{Store, StoreError, number, text, user_in};
use crate::limit::{Bucket, TooOften};
use crate::tenant::TenantName;
use crate::token::{RefreshToken, Rotation, family_expires_at};
use crate::user::{EmailKey, User};

/// How many families a person may have; the oldest give way.
const FAMILIES_KEPT: usize = 20;
/// What stands in a family's entry once one of its tokens was used twice.
const REVOKED: &str = "revoked";

/// An attempt to sign in that was counted.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Whoever has this address; nobody is not told apart until a hash has been computed.
    pub user: Option<User>,
    /// Whether other attempts went before, which a right password wipes out.
    pub others_before: bool,
}

/// What came of a refresh.
#[derive(Clone, Debug)]
pub enum Rotated {
    /// The family goes on; the person as they are now.
    Now(Box<User>),
    /// The token was used before: its family is revoked.
    Reused,
    /// The person cannot sign in (any more), or has a newer credential.
    Refused,
}

impl Store {
    /// Counts an attempt and reads whoever it is about in the same write: one round trip, one write
    /// unit; two of each when there were attempts a moment ago.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn begin_sign_in(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<Attempt, TooOften>, StoreError> {
        match self
            .attempt("gl", "", || self.update_user(tenant, key), limit, now)
            .await?
        {
            Ok(attempted) => Ok(Ok(Attempt {
                user: user_in(&attempted.item)?,
                others_before: !attempted.alone,
            })),
            Err(too_often) => Ok(Err(too_often)),
        }
    }

    /// Wipes out counted attempts after a right password, and keeps a stronger hash of it where one
    /// is given: one round trip, one write unit. Needed only after wrong attempts or for a new hash.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn finish_sign_in(&self, user: &User, stronger: Option<&str>) -> Result<(), StoreError> {
        let mut update = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND pw = :old")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":old", text(user.password.as_deref().unwrap_or_default()))
            .update_expression("REMOVE gl");
        if let Some(phc) = stronger {
            update = update
                .update_expression("SET pw = :new REMOVE gl")
                .expression_attribute_values(":new", text(phc));
        }
        conditional(update.send().await).map(|_| ())
    }

    /// Uses a refresh token: one round trip, one write unit; a second one when it was used before.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn rotate(
        &self,
        token: &RefreshToken,
        rotation: &Rotation,
        now: Timestamp,
    ) -> Result<Rotated, StoreError> {
        let mut update = self
            .update_user(&token.tenant, &token.key)
            .update_expression("SET fam.#family = :next")
            .expression_attribute_names("#family", &rotation.family)
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":next", text(&rotation.next))
            .expression_attribute_values(":id", id_text(token.user()))
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":active", text("active"))
            .expression_attribute_values(":started", number(token.started_at()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let family = match &rotation.expected {
            None => "attribute_not_exists(fam.#family) AND (attribute_not_exists(ff) OR ff < :started)",
            Some(serial) => {
                update = update.expression_attribute_values(":serial", text(serial));
                "fam.#family = :serial"
            }
        };
        let condition = format!("id = :id AND #st IN (:registered, :active) AND ra <= :started AND {family}");
        match conditional(update.condition_expression(condition).send().await)? {
            Ok(item) => {
                let user = person(&item)?;
                self.drop_old_families(&user, now).await?;
                Ok(Rotated::Now(Box::new(user)))
            }
            Err(stored) => {
                let stored = user_in(&stored)?.filter(|user| user.id.0 == token.user() && user.status.may_sign_in());
                let Some(user) = stored.filter(|user| user.registered_at.is_some_and(|at| at <= token.started_at()))
                else {
                    return Ok(Rotated::Refused);
                };
                match user.families.get(&rotation.family).map(String::as_str) {
                    // An answer that was lost made the SDK try again: the write in the way is this one.
                    Some(serial) if serial == rotation.next => Ok(Rotated::Now(Box::new(user))),
                    Some(REVOKED) | None => Ok(Rotated::Reused),
                    Some(_) => self.revoke(&user, &rotation.family).await.map(|()| Rotated::Reused),
                }
            }
        }
    }

    async fn revoke(&self, user: &User, family: &str) -> Result<(), StoreError> {
        let revoked = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND attribute_exists(fam.#family)")
            .update_expression("SET fam.#family = :revoked")
            .expression_attribute_names("#family", family)
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":revoked", text(REVOKED))
            .send()
            .await;
        conditional(revoked).map(|_| ())
    }

    /// Drops families whose life is over and, beyond [`FAMILIES_KEPT`], the oldest. A dropped
    /// family's first token must not begin it again, so the floor rises to when it began.
    async fn drop_old_families(&self, user: &User, now: Timestamp) -> Result<(), StoreError> {
        if user.families.len() <= FAMILIES_KEPT {
            return Ok(());
        }
        let mut begun: Vec<(i64, &str)> = user
            .families
            .keys()
            .map(|family| (begun_at(family), family.as_str()))
            .collect();
        begun.sort_unstable();
        let surplus = begun.len() - FAMILIES_KEPT;
        let dropped: Vec<_> = begun
            .iter()
            .enumerate()
            .filter(|(index, (at, _))| *index < surplus || family_expires_at(*at) <= now)
            .map(|(_, family)| *family)
            .collect();
        let floor = dropped.iter().map(|(at, _)| *at).max().unwrap_or_default() + 999;
        let mut update = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":floor", AttributeValue::N(floor.to_string()));
        let mut names = Vec::new();
        for (index, (_, family)) in dropped.iter().enumerate() {
            let name = format!("#f{index}");
            update = update.expression_attribute_names(&name, *family);
            names.push(format!("fam.{name}"));
        }
        let expression = format!("SET ff = :floor REMOVE {}", names.join(", "));
        conditional(update.update_expression(expression).send().await).map(|_| ())
    }
}

/// When a family began, in milliseconds since 1970, read off its name.
fn begun_at(family: &str) -> i64 {
    let seconds = family
        .split('.')
        .next()
        .and_then(|hex| i64::from_str_radix(hex, 16).ok());
    seconds.unwrap_or_default() * 1_000
}
