//! Asking for mails, and what became of them.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;
use serde::Deserialize;

use super::write::{Attempt, conditional, id_text, through};
use super::{Store, StoreError, keys, number, text};
use crate::limit::{Bucket, TooOften};
use crate::registration::Registration;
use crate::sign_up::SignUp;
use crate::tenant::TenantName;
use crate::user::{Delivery, EmailKey, User};
use crate::verification::Link;

/// Stands for the names where a request gave none; no hash of names looks like it.
const WHOEVER_WAS_INVITED: &str = "*";

/// Stands there where somebody registers.
pub(super) const REGISTERS: &str = "+register";
/// Stands there where somebody wants to make an account of one of the tenant's kinds.
pub(super) const SIGNS_UP: &str = "+sign-up";
/// Stands there where somebody wants a new password.
const RECOVERS: &str = "+recover";

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

/// A request for a mail, as the table holds it and the mailer reads it off the stream.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MailRequest {
    #[serde(rename = "t")]
    tenant: TenantName,
    #[serde(rename = "uk")]
    key: String,
    #[serde(rename = "qk")]
    name_hash: String,
    /// When, in milliseconds since 1970: the same request noted twice has the same.
    #[serde(rename = "qa")]
    pub asked_at: i64,
    /// What they filled in, where they register.
    #[serde(rename = "rg", default)]
    pub registration: Option<Registration>,
    /// What they chose, where they want to make an account.
    #[serde(rename = "su", default)]
    pub sign_up: Option<SignUp>,
}

/// What a write sets that asks for a mail to a person at `:asked`. Its link works for `:life` milliseconds, or as long
/// as their invitation says.
pub(super) const ASKED: &str = "qa = :asked, qk = nk, qe = :asked + if_not_exists(inv.l, :life)";

impl MailRequest {
    /// Whose person it is about.
    #[must_use]
    pub const fn tenant(&self) -> &TenantName {
        &self.tenant
    }

    /// Which address it is about.
    ///
    /// # Errors
    /// When it names none.
    pub fn key(&self) -> Result<EmailKey, StoreError> {
        EmailKey::from_text(&self.key).ok_or_else(|| StoreError::Unreadable("a request for nobody".to_owned()))
    }

    /// Whether it is for a new password.
    #[must_use]
    pub fn recovers(&self) -> bool {
        self.name_hash == RECOVERS
    }
}

impl Store {
    /// Remembers that somebody asked for a mail, whether or not the address is anybody's: the mailer
    /// reads it off the stream and looks whose it is. One round trip and one write unit; two of each
    /// when the same was asked for a moment ago.
    ///
    /// It is counted per address and names, in an item of its own: whoever knows only the address
    /// can use up nobody's mails.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_for_mail(
        &self,
        asked: &Asked<'_>,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        self.note_request(asked, None, limit, now).await
    }

    /// The same with what they filled in, as the attribute of that name.
    pub(super) async fn note_request(
        &self,
        asked: &Asked<'_>,
        form: Option<(&str, AttributeValue)>,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let request = || {
            self.update(&keys::request(asked.tenant, &asked.key, asked.name_hash))
                .expression_attribute_values(":tenant", text(asked.tenant.as_str()))
                .expression_attribute_values(":key", text(asked.key.as_text()))
                .expression_attribute_values(":name", text(asked.name_hash))
                .expression_attribute_values(":asked", number(now.as_millisecond()))
        };
        let request = || match &form {
            Some((_, form)) => request().expression_attribute_values(":form", form.clone()),
            None => request(),
        };
        let also = "qa = :asked, t = :tenant, uk = :key, qk = :name";
        let also = match &form {
            Some((name, _)) => format!("{also}, {name} = :form"),
            None => also.to_owned(),
        };
        let attempt = Attempt {
            bucket: "sl",
            only_if: None,
            also: &also,
            limit,
            now,
        };
        through(attempt.make(request).await?)
    }

    /// Remembers that somebody asked for the mail of an invitation again, naming nothing but whose it is: as
    /// [`Self::ask_for_mail`] does it, and at the same cost, whether or not anybody was invited.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_for_invitation(
        &self,
        tenant: &TenantName,
        key: EmailKey,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let asked = Asked {
            tenant,
            key,
            name_hash: WHOEVER_WAS_INVITED,
        };
        self.ask_for_mail(&asked, limit, now).await
    }

    /// Remembers that somebody wants a new password, as [`Self::ask_for_mail`] does it, and at the same cost, whether or
    /// not the address is anybody's.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_to_recover(
        &self,
        tenant: &TenantName,
        key: EmailKey,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let asked = Asked {
            tenant,
            key,
            name_hash: RECOVERS,
        };
        self.ask_for_mail(&asked, limit, now).await
    }

    /// Passes a request for a mail on to the person it is about, if names and address are theirs and
    /// they are not registered yet: one round trip, one write unit. That write is what the mail
    /// follows from. The link works for `life_seconds`, unless the person's invitation has a life of its own. A request
    /// that gave no names reaches people who were invited to an app, and nobody else.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn pass_on(&self, request: &MailRequest, life_seconds: u32) -> Result<(), StoreError> {
        let key = request.key()?;
        let update = self.update_user(&request.tenant, &key);
        let (theirs, update) = match request.name_hash.as_str() {
            WHOEVER_WAS_INVITED => ("attribute_exists(inv)", update),
            // Who registers again, or wants a new password and has none yet, is led to their first.
            RECOVERS | REGISTERS | SIGNS_UP => ("attribute_exists(id)", update),
            names => ("nk = :name", update.expression_attribute_values(":name", text(names))),
        };
        let written = update
            .condition_expression(format!(
                "{theirs} AND #st IN (:provisioned, :verified) AND attribute_not_exists(rv) \
                 AND (attribute_not_exists(qa) OR qa < :asked)"
            ))
            .update_expression(format!("SET {ASKED}"))
            .expression_attribute_values(":life", number(i64::from(life_seconds) * 1_000))
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":asked", number(request.asked_at))
            .send()
            .await;
        conditional(written).map(|_| ())
    }

    /// Asks for a mail on behalf of the holder of a link that was once mailed to the person: no
    /// names are needed, and nobody else's requests count. The new one works as long as [`Self::pass_on`] says.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_for_another_link(
        &self,
        link: &Link,
        life_seconds: u32,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let also = format!("{ASKED}, oa = if_not_exists(oa, :asked)");
        let request = || {
            self.update_user(&link.tenant, &link.key)
                .expression_attribute_values(":id", id_text(link.user()))
                .expression_attribute_values(":life", number(i64::from(life_seconds) * 1_000))
                .expression_attribute_values(":asked", number(now.as_millisecond()))
        };
        let attempt = Attempt {
            bucket: "sl",
            only_if: Some("id = :id AND attribute_not_exists(rv)"),
            also: &also,
            limit,
            now,
        };
        through(attempt.make(request).await?)
    }

    /// Notes what became of a mail whose link works until `until`: one round trip, one write unit. Noting the same mail twice
    /// changes nothing, and neither does a note about somebody who is gone.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn note_delivery(&self, user: &User, delivery: &Delivery, until: Timestamp) -> Result<(), StoreError> {
        // Changed in place rather than replaced: the image a mail was sent from may lack the mail before
        // it, and what has become of others since. An index beyond the end appends.
        let update = self.update_user(&user.tenant, &user.key());
        let noted: AttributeValue =
            serde_dynamo::to_attribute_value(delivery).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let update = if user.deliveries.len() >= User::DELIVERIES_KEPT {
            update
                .update_expression("SET ia = :queued, ie = :until, dl[1000] = :delivery REMOVE dl[0]")
                .expression_attribute_values(":delivery", noted)
        } else {
            update
                .update_expression(
                    "SET ia = :queued, ie = :until, dl = list_append(if_not_exists(dl, :none), :deliveries)",
                )
                .expression_attribute_values(":none", AttributeValue::L(Vec::new()))
                .expression_attribute_values(":deliveries", AttributeValue::L(vec![noted]))
        };
        let written = update
            .condition_expression("id = :id AND (attribute_not_exists(ia) OR ia <> :queued)")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":queued", number(delivery.queued_at))
            .expression_attribute_values(":until", number(until.as_millisecond()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        conditional(written).map(|_| ())
    }
}
