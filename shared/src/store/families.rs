//! Refresh tokens and the sessions they were given in: using one, revoking a family, and keeping both few.

use std::net::IpAddr;

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{conditional, id_text, person};
use super::{Store, StoreError, keys, number, text, user_in};
use crate::id::Opaque;
use crate::session::{Entry, name_of};
use crate::tenant::TenantName;
use crate::token::{RefreshToken, Rotation, family_expires_at};
use crate::user::{EmailKey, User};

/// How many families a person may have; the oldest give way.
const FAMILIES_KEPT: usize = 20;
/// How many sessions a person is told of; the oldest give way, which ends them.
const SESSIONS_KEPT: usize = 10;
/// How many sources a person is known to come from.
const SOURCES_KEPT: usize = 10;

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
    /// Uses a refresh token, or a code, which also notes the browser's session under `device`: one round trip, one write
    /// unit; a second one when it was used before.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn rotate(
        &self,
        token: &RefreshToken,
        rotation: &Rotation,
        device: Option<&str>,
        source: IpAddr,
        now: Timestamp,
    ) -> Result<Rotated, StoreError> {
        let mut update = self
            .update_user(&token.tenant, &token.key)
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
        let mut sets = "SET fam.#family = :next, ks.#source = :now".to_owned();
        let mut condition = "id = :id AND #st IN (:registered, :active) AND ra <= :started".to_owned();
        match &rotation.expected {
            None => {
                condition += " AND attribute_not_exists(fam.#family) AND (attribute_not_exists(ff) OR ff < :started)"
            }
            Some(serial) => {
                update = update.expression_attribute_values(":serial", text(serial));
                condition += " AND fam.#family = :serial";
            }
        }
        let lives_in = token.session.filter(|_| device.is_some()).or(token.ends_with());
        if let Some(session) = lives_in {
            condition += " AND attribute_not_exists(ses.#session.x) AND (attribute_not_exists(sf) OR sf < :began)";
            update = update
                .expression_attribute_names("#session", name_of(session))
                .expression_attribute_values(":began", number(token.session_began_at()));
        }
        if let (Some(_), Some(device)) = (token.session, device) {
            sets += ", ses.#session = :session";
            update = update.expression_attribute_values(":session", entry(token, device, now)?);
        }
        let written = update
            .update_expression(sets)
            .condition_expression(condition)
            .send()
            .await;
        match conditional(written)? {
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
                    Some(User::REVOKED) | None => Ok(Rotated::Reused),
                    Some(_) => self
                        .revoke_family(&user, &rotation.family)
                        .await
                        .map(|()| Rotated::Reused),
                }
            }
        }
    }

    /// Ends a family of a person's, begun or not: none of its tokens is good any more. One round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn revoke_family(&self, user: &User, family: &str) -> Result<(), StoreError> {
        let revoked = self.revoke(&user.tenant, &user.key(), user.id.0, family).await;
        revoked.map(|_| ())
    }

    /// The same for whoever gives one of its tokens back, which names the person by key and id. Where nobody is both,
    /// nothing happens. Every sign-in may leave an entry this way, so they are kept few here as well.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn give_family_back(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        id: Opaque,
        family: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        match self.revoke(tenant, key, id, family).await? {
            Some(user) => self.tidy(&user, now).await,
            None => Ok(()),
        }
    }

    /// The person as they are afterwards.
    async fn revoke(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        id: Opaque,
        family: &str,
    ) -> Result<Option<User>, StoreError> {
        let revoked = self
            .update_user(tenant, key)
            .condition_expression("id = :id AND attribute_exists(fam)")
            .update_expression("SET fam.#family = :revoked")
            .expression_attribute_names("#family", family)
            .expression_attribute_values(":id", id_text(id))
            .expression_attribute_values(":revoked", text(User::REVOKED))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(revoked)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// Drops what has piled up: families whose life is over and, beyond [`FAMILIES_KEPT`], the oldest; sessions beyond
    /// [`SESSIONS_KEPT`], likewise; sources beyond [`SOURCES_KEPT`], those not seen for longest. What is dropped must not
    /// begin again, so a floor rises to when it began.
    pub(super) async fn tidy(&self, user: &User, now: Timestamp) -> Result<(), StoreError> {
        let mut families: Vec<(i64, &str)> = user
            .families
            .keys()
            .map(|name| (begun_at(name), name.as_str()))
            .collect();
        let mut sessions: Vec<(i64, &str)> = entries(&user.sessions, |entry| entry.began_at);
        let mut sources: Vec<(i64, &str)> = entries(&user.known_sources, |seen| *seen);
        let surplus = [
            surplus(&mut families, FAMILIES_KEPT),
            surplus(&mut sessions, SESSIONS_KEPT),
            surplus(&mut sources, SOURCES_KEPT),
        ];
        if surplus == [0; 3] {
            return Ok(());
        }
        let over = families.iter().filter(|(at, _)| family_expires_at(*at) <= now).count();
        families.truncate(surplus[0].max(over));
        sessions.truncate(surplus[1]);
        sources.truncate(surplus[2]);
        let mut update = self
            .update_user(&user.tenant, &user.key())
            .expression_attribute_values(":id", id_text(user.id.0));
        let (mut sets, mut condition) = (Vec::new(), "id = :id".to_owned());
        // A second a family's name does not tell may lie between its beginning and the floor.
        let floors = [
            ("ff", families.last().map(|(at, _)| at + 999)),
            ("sf", sessions.last().map(|(at, _)| *at)),
        ];
        for (floor, at) in floors {
            if let Some(at) = at {
                sets.push(format!("{floor} = :{floor}"));
                condition += &format!(" AND (attribute_not_exists({floor}) OR {floor} <= :{floor})");
                update = update.expression_attribute_values(format!(":{floor}"), number(at));
            }
        }
        let expression = removing(&mut update, [("fam", families), ("ses", sessions), ("ks", sources)]);
        let sets = match sets.is_empty() {
            true => String::new(),
            false => format!("SET {} ", sets.join(", ")),
        };
        let update = update
            .condition_expression(condition)
            .update_expression(format!("{sets}{expression}"));
        conditional(update.send().await).map(|_| ())
    }
}

/// What a person is told of the session that a code was given in.
fn entry(token: &RefreshToken, device: &str, now: Timestamp) -> Result<AttributeValue, StoreError> {
    let entry = Entry {
        began_at: token.session_began_at(),
        seen_at: now.as_millisecond(),
        device: device.to_owned(),
        ended: false,
    };
    serde_dynamo::to_attribute_value(entry).map_err(|error| StoreError::Unreadable(error.to_string()))
}

fn entries<T>(map: &std::collections::BTreeMap<String, T>, at: impl Fn(&T) -> i64) -> Vec<(i64, &str)> {
    map.iter().map(|(name, value)| (at(value), name.as_str())).collect()
}

/// Sorts `entries`, the oldest first, and says how many there are too many.
fn surplus(entries: &mut [(i64, &str)], kept: usize) -> usize {
    entries.sort_unstable();
    entries.len().saturating_sub(kept)
}

fn removing(update: &mut UpdateItemFluentBuilder, dropped: [(&str, Vec<(i64, &str)>); 3]) -> String {
    let all = dropped
        .into_iter()
        .flat_map(|(map, entries)| entries.into_iter().map(move |(_, entry)| (map, entry)));
    let mut paths = Vec::new();
    for (index, (map, entry)) in all.enumerate() {
        *update = update.clone().expression_attribute_names(format!("#e{index}"), entry);
        paths.push(format!("{map}.#e{index}"));
    }
    format!("REMOVE {}", paths.join(", "))
}

/// When a family began, in milliseconds since 1970, read off its name.
fn begun_at(family: &str) -> i64 {
    let seconds = family
        .split('.')
        .next()
        .and_then(|hex| i64::from_str_radix(hex, 16).ok());
    seconds.unwrap_or_default() * 1_000
}
