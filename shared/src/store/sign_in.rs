//! Signing in with a password, and refreshing.

use std::net::IpAddr;

use aws_sdk_dynamodb::types::{ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{Attempt, Attempted, conditional, id_text, person};
use super::{Store, StoreError, keys, number, text, user_in};
use crate::limit::{Bucket, TooOften};
use crate::tenant::TenantName;
use crate::token::{RefreshToken, Rotation, family_expires_at};
use crate::user::{EmailKey, User};

/// How many families a person may have; the oldest give way.
const FAMILIES_KEPT: usize = 20;
/// How many sources a person is known to come from.
const SOURCES_KEPT: usize = 10;
/// What stands in a family's entry once one of its tokens was used twice.
const REVOKED: &str = "revoked";

/// An attempt to sign in that was counted.
#[derive(Clone, Debug)]
pub struct SignIn {
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
    /// When strangers have used up the attempts, a source that the person is known to come from has
    /// some of its own: they slow each other, and do not lock the owner out.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn begin_sign_in(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        source: IpAddr,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<SignIn, TooOften>, StoreError> {
        let anybody = Attempt {
            bucket: "pl",
            only_if: None,
            also: "",
            limit,
            now,
        };
        let (item, too_often) = match anybody.make(|| self.update_user(tenant, key)).await? {
            Attempted::TooOften { item, too_often } => (item, too_often),
            attempted => return begun(attempted),
        };
        let source = keys::source_hash(source);
        if user_in(&item)?.is_none_or(|user| !user.known_sources.contains_key(&source)) {
            return Ok(Err(too_often));
        }
        let known = Attempt {
            bucket: "kl",
            only_if: Some("attribute_exists(ks.#source)"),
            also: "",
            limit,
            now,
        };
        let request = || {
            self.update_user(tenant, key)
                .expression_attribute_names("#source", &source)
        };
        begun(known.make(request).await?)
    }

    /// Counts a guess at a voucher and reads whoever it is about in the same write; costs the same.
    /// It is counted apart from passwords: guessing vouchers keeps nobody from signing in.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn begin_guess(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<Option<User>, TooOften>, StoreError> {
        let guess = Attempt {
            bucket: "gl",
            only_if: None,
            also: "",
            limit,
            now,
        };
        let begun = begun(guess.make(|| self.update_user(tenant, key)).await?)?;
        Ok(begun.map(|begun| begun.user))
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
            .update_expression("REMOVE pl, kl");
        if let Some(phc) = stronger {
            update = update
                .update_expression("SET pw = :new REMOVE pl, kl")
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
        source: IpAddr,
        now: Timestamp,
    ) -> Result<Rotated, StoreError> {
        let mut update = self
            .update_user(&token.tenant, &token.key)
            .update_expression("SET fam.#family = :next, ks.#source = :now")
            .expression_attribute_names("#source", keys::source_hash(source))
            .expression_attribute_values(":now", number(now.as_millisecond()))
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
                self.tidy(&user, now).await?;
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

    /// Drops what has piled up: families whose life is over and, beyond [`FAMILIES_KEPT`], the oldest;
    /// sources beyond [`SOURCES_KEPT`], those not seen for longest. A dropped family's first token
    /// must not begin it again, so the floor rises to when it began.
    async fn tidy(&self, user: &User, now: Timestamp) -> Result<(), StoreError> {
        let over = |families: usize, sources: usize| families > FAMILIES_KEPT || sources > SOURCES_KEPT;
        if !over(user.families.len(), user.known_sources.len()) {
            return Ok(());
        }
        let mut begun: Vec<(i64, &str)> = user
            .families
            .keys()
            .map(|family| (begun_at(family), family.as_str()))
            .collect();
        begun.sort_unstable();
        let surplus = begun.len().saturating_sub(FAMILIES_KEPT);
        let outlived = |(index, (at, _)): &(usize, &(i64, &str))| *index < surplus || family_expires_at(*at) <= now;
        let families: Vec<(i64, &str)> = begun
            .iter()
            .enumerate()
            .filter(outlived)
            .map(|(_, family)| *family)
            .collect();
        let mut seen: Vec<(i64, &str)> = user
            .known_sources
            .iter()
            .map(|(source, at)| (*at, source.as_str()))
            .collect();
        seen.sort_unstable();
        let sources = seen.len().saturating_sub(SOURCES_KEPT);

        // A second a family's name does not tell may lie between its beginning and the floor.
        let floor = families.iter().map(|(at, _)| at + 999).max().unwrap_or_default();
        let mut update = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND (attribute_not_exists(ff) OR ff <= :floor)")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":floor", number(floor));
        let families = families.iter().map(|(_, family)| ("fam", *family));
        let dropped = families.chain(seen.iter().take(sources).map(|(_, source)| ("ks", *source)));
        let mut paths = Vec::new();
        for (index, (map, entry)) in dropped.enumerate() {
            update = update.expression_attribute_names(format!("#e{index}"), entry);
            paths.push(format!("{map}.#e{index}"));
        }
        let expression = format!("SET ff = :floor REMOVE {}", paths.join(", "));
        conditional(update.update_expression(expression).send().await).map(|_| ())
    }
}

fn begun(attempted: Attempted) -> Result<Result<SignIn, TooOften>, StoreError> {
    Ok(match attempted {
        Attempted::Through { item, alone } => Ok(SignIn {
            user: user_in(&item)?,
            others_before: !alone,
        }),
        Attempted::Nothing { .. } => Ok(SignIn {
            user: None,
            others_before: false,
        }),
        Attempted::TooOften { too_often, .. } => Err(too_often),
    })
}

/// When a family began, in milliseconds since 1970, read off its name.
fn begun_at(family: &str) -> i64 {
    let seconds = family
        .split('.')
        .next()
        .and_then(|hex| i64::from_str_radix(hex, 16).ok());
    seconds.unwrap_or_default() * 1_000
}
