//! Another address for an account: asking for it, and moving the person to it once it is confirmed.
//!
//! A person's item is kept under their address. So another address is another item: the one is written and the other
//! deleted in one transaction, on the condition that the old one is as it was read.

use aws_sdk_dynamodb::types::builders::{DeleteBuilder, UpdateBuilder};
use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem};
use jiff::Timestamp;

use super::notices::ASKED_NOTICE;
use super::parts::{delete, update};
use super::write::{Attempt, Attempted, id_text, is_condition, password_values, person, reasons, same_password};
use super::{Item, Store, StoreError, keys, number, text, user_in};
use crate::address::EmailAddress;
use crate::limit::{Bucket, TooOften};
use crate::new_address::{NewAddress, NewAddressLink, NewAddressRefused};
use crate::user::{NoticeKind, User};

/// How often a move is tried when the person changes meanwhile.
const TRIES: usize = 4;
/// What belongs to the address and not to the person, or ends with the address: keys, counters, wishes, and why the
/// address got no more mail.
const LEFT_BEHIND: [&str; 13] = [
    "pk", "sk", "ttl", "nt", "pl", "kl", "gl", "sl", "ne", "ms", "fam", "ses", "mw",
];
/// Counters, which strangers move, and what the table itself needs: no reason to look again.
const MAY_CHANGE: [&str; 6] = ["ttl", "nt", "pl", "kl", "gl", "sl"];
/// What may have come since the item was read, where it was not there.
const MAY_COME: [&str; 11] = ["dx", "ms", "cs", "aa", "pt", "np", "dl", "pf", "cu", "ins", "cv"];

impl Store {
    /// Notes the address that a person wants to change to who has just shown their password, or who they are where they
    /// have none, and asks for the mail to it:
    /// one round trip, one write unit; two of each when they asked for a mail a moment ago. An earlier wish is forgotten,
    /// and so is one to be deleted. `None` when their password was changed meanwhile.
    ///
    /// # Errors
    /// When the table fails; the inner error says when to ask again.
    pub async fn ask_for_new_address(
        &self,
        user: &User,
        email: &EmailAddress,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<Option<()>, TooOften>, StoreError> {
        let wanted = NewAddress {
            email: email.clone(),
            asked_at: now.as_millisecond(),
        };
        let wanted: AttributeValue =
            serde_dynamo::to_attribute_value(wanted).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let request = || {
            self.update_user(&user.tenant, &user.key())
                .expression_attribute_names("#notice", NoticeKind::ConfirmNewEmail.as_str())
                .set_expression_attribute_values(Some(password_values(user)))
                .expression_attribute_values(":wanted", wanted.clone())
                .expression_attribute_values(":asked", number(now.as_millisecond()))
        };
        let attempt = Attempt {
            bucket: "sl",
            only_if: Some(same_password(user)),
            also: &format!("ne = :wanted, {ASKED_NOTICE} REMOVE dx"),
            limit,
            now,
        };
        Ok(match attempt.make(request).await? {
            Attempted::Through { .. } => Ok(Some(())),
            Attempted::Nothing { .. } => Ok(None),
            Attempted::TooOften { too_often, .. } => Err(too_often),
        })
    }

    /// Why a link confirms nothing, or whom it does: one round trip, two where it confirms nothing.
    ///
    /// # Errors
    /// When the table fails; the inner error says what is wrong with the link.
    pub async fn check_new_address(
        &self,
        link: &NewAddressLink,
        now: Timestamp,
    ) -> Result<Result<User, NewAddressRefused>, StoreError> {
        let user = self.get_user(&link.tenant, &link.key).await?;
        match (link.check(user.as_ref(), now), user) {
            (Ok(()), Some(user)) => Ok(Ok(user)),
            (Err(refused), _) => self.used_or(link, refused).await.map(Err),
            (Ok(()), None) => Ok(Err(NewAddressRefused::Unknown)),
        }
    }

    /// Moves the person to the address that a link confirms, and asks for the mail that tells the old one: three round
    /// trips at most times, six write units, two more for each of the other ways in. All sessions and refresh tokens end,
    /// and the old address is free again. The person as they were, and as they are now.
    ///
    /// # Errors
    /// When the table fails; the inner error says what is wrong with the link.
    pub async fn change_address(
        &self,
        link: &NewAddressLink,
        now: Timestamp,
    ) -> Result<Result<(User, User), NewAddressRefused>, StoreError> {
        for _ in 0..TRIES {
            let stored = self.get(&keys::user(&link.tenant, &link.key)).await?;
            let stored = stored.unwrap_or_default();
            let user = user_in(&stored)?;
            if let Err(refused) = link.check(user.as_ref(), now) {
                return self.used_or(link, refused).await.map(Err);
            }
            let Some(user) = user else {
                return Ok(Err(NewAddressRefused::Unknown));
            };
            let moved = moved(&stored, &user, now)?;
            let writes = self.writes(link, &user, &stored, &moved)?;
            let sent = self
                .client
                .transact_write_items()
                .set_transact_items(Some(writes))
                .send()
                .await;
            let Err(error) = sent else {
                return Ok(Ok((user, person(&moved)?)));
            };
            let reasons = reasons(&error)?;
            if reasons.first().is_some_and(is_condition) {
                return self.used_or(link, NewAddressRefused::Taken).await.map(Err);
            }
            // The person changed meanwhile, or somebody wrote in the same moment: look again.
        }
        Err(StoreError::Conflict)
    }

    /// Whether the person has the address already that a link was for: then it was used.
    async fn used_or(
        &self,
        link: &NewAddressLink,
        refused: NewAddressRefused,
    ) -> Result<NewAddressRefused, StoreError> {
        if refused == NewAddressRefused::Expired {
            return Ok(refused);
        }
        let holder = self.get_user(&link.tenant, &link.new_key).await?;
        let is_theirs = holder.is_some_and(|holder| holder.id.0 == link.user());
        Ok(if is_theirs { NewAddressRefused::Used } else { refused })
    }

    /// The new item first, whose condition says whether the address is free; then the old one, and every way in.
    fn writes(
        &self,
        link: &NewAddressLink,
        user: &User,
        stored: &Item,
        moved: &Item,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let tenant = &user.tenant;
        let mut writes = vec![
            update(set_all(self.update_of(&keys::user(tenant, &link.new_key)), moved))?,
            delete(unchanged(self.delete_at(&keys::user(tenant, &link.key)), stored))?,
            update(
                self.update_of(&keys::by_id(tenant, user.id.0))
                    .update_expression("SET uk = :new")
                    .condition_expression("uk = :old")
                    .expression_attribute_values(":new", text(link.new_key.as_text()))
                    .expression_attribute_values(":old", text(link.key.as_text())),
            )?,
        ];
        let others = [
            user.external_id.as_ref().map(|id| keys::by_external_id(tenant, id)),
            user.external_authentication_provider_id
                .as_ref()
                .map(|subject| keys::by_subject(tenant, subject)),
        ];
        let links = user.links.iter();
        let links = links.map(|link| keys::by_link(tenant, link));
        for way_in in others.into_iter().flatten().chain(links) {
            writes.push(update(
                self.update_of(&way_in)
                    .update_expression("SET uk = :new")
                    .condition_expression("id = :id")
                    .expression_attribute_values(":new", text(link.new_key.as_text()))
                    .expression_attribute_values(":id", id_text(user.id.0)),
            )?);
        }
        Ok(writes)
    }
}

/// The person's item under their new address, but for its key.
fn moved(stored: &Item, user: &User, now: Timestamp) -> Result<Item, StoreError> {
    let written = |value: Result<AttributeValue, serde_dynamo::Error>| {
        value.map_err(|error| StoreError::Unreadable(error.to_string()))
    };
    let wanted = user.new_address.as_ref().map(|wanted| wanted.email.as_str());
    let at = now.as_millisecond();
    let mut notices = user.notices.clone();
    // What these two lead to is bound to the old address.
    for kind in [NoticeKind::ConfirmNewEmail, NoticeKind::Recover] {
        notices.remove(kind.as_str());
    }
    let mut left = user.left_addresses.clone();
    if user.mail_stopped.is_none() {
        left.push(user.email.clone());
        notices.insert(NoticeKind::EmailChanged.as_str().to_owned(), at);
    }
    let floor = |known: Option<i64>| number(at.max(known.unwrap_or(at)));
    let mut item = stored.clone();
    item.retain(|name, _| !LEFT_BEHIND.contains(&name.as_str()));
    let none = || AttributeValue::M(Item::new());
    item.extend([
        ("em".to_owned(), text(wanted.unwrap_or_default())),
        ("vb".to_owned(), text("mail")),
        ("oe".to_owned(), written(serde_dynamo::to_attribute_value(&left))?),
        ("mq".to_owned(), written(serde_dynamo::to_attribute_value(&notices))?),
        ("fam".to_owned(), none()),
        ("ses".to_owned(), none()),
        // Who comes back to an address finds nothing of then alive.
        ("ff".to_owned(), floor(user.families_floor)),
        ("sf".to_owned(), floor(user.sessions_floor)),
        ("ttl".to_owned(), number(keys::NEVER)),
        ("nt".to_owned(), number(keys::NEVER)),
    ]);
    if !notices.is_empty() {
        item.insert("mw".to_owned(), number(at));
    }
    Ok(item)
}

/// Writes a whole person where nobody is. An item that only counts attempts on the address keeps its counts.
fn set_all(mut update: UpdateBuilder, item: &Item) -> UpdateBuilder {
    let mut sets = Vec::new();
    for (index, (name, value)) in item.iter().enumerate() {
        update = update
            .expression_attribute_names(format!("#a{index}"), name)
            .expression_attribute_values(format!(":a{index}"), value.clone());
        sets.push(format!("#a{index} = :a{index}"));
    }
    update
        .update_expression(format!("SET {}", sets.join(", ")))
        .condition_expression("attribute_not_exists(id)")
}

/// On the condition that the item is as it was read: whatever was written since would be lost.
fn unchanged(mut delete: DeleteBuilder, stored: &Item) -> DeleteBuilder {
    let mut conditions = Vec::new();
    let kept = stored.iter().filter(|(name, _)| !["pk", "sk"].contains(&name.as_str()));
    let kept = kept.filter(|(name, _)| !MAY_CHANGE.contains(&name.as_str()));
    for (index, (name, value)) in kept.enumerate() {
        delete = delete
            .expression_attribute_names(format!("#a{index}"), name)
            .expression_attribute_values(format!(":a{index}"), value.clone());
        conditions.push(format!("#a{index} = :a{index}"));
    }
    for name in MAY_COME.into_iter().filter(|name| !stored.contains_key(*name)) {
        conditions.push(format!("attribute_not_exists({name})"));
    }
    delete.condition_expression(conditions.join(" AND "))
}
