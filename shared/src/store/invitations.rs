//! Inviting people again, withdrawing that, and what they answer: each one conditional write of the person's item.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::mails::ASKED;
use super::write::{Attempt, Attempted, conditional, id_text, person};
use super::{Item, Store, StoreError, number, text, text_in, user_in};
use crate::agreement::Consent;
use crate::id::Opaque;
use crate::limit::{Bucket, TooOften};
use crate::person::PersonName;
use crate::profile::Profile;
use crate::provisioning::name_hash;
use crate::tenant::TenantName;
use crate::user::{EmailKey, Invitation, User, VerifiedBy};
use crate::verification::Ticket;

/// Inviting somebody again.
#[derive(Clone, Copy, Debug)]
pub struct Again<'a> {
    /// Which person, where the caller knows.
    pub id: Option<Opaque>,
    /// What whoever was made known without an invitation is invited to; an open one stays as it is.
    pub invitation: &'a Invitation,
    /// How long after the last mail none is sent, in seconds.
    pub cooldown_seconds: u32,
    /// Whether the tenant delivers the link itself.
    pub hands_over: bool,
    /// How many mails an address may get.
    pub limit: Bucket,
}

/// What came of inviting somebody again.
#[derive(Clone, Debug)]
pub enum Reinvited {
    /// A mail was asked for, or the link is the tenant's to deliver; the person as they are now.
    Now(Box<User>),
    /// They set a credential, or there is nobody (any more).
    Not,
    /// The invitation was withdrawn, which is final.
    Revoked,
    /// No mail goes to this person any more.
    MailStopped,
    /// The last mail was asked for a moment ago, or there were too many.
    TooOften(TooOften),
}

/// What came of withdrawing an invitation.
#[derive(Clone, Debug)]
pub enum Revoked {
    /// It is withdrawn, since now or before; the person as they are now.
    Yes(Box<User>),
    /// The person is registered.
    Completed,
    /// There is nobody (any more).
    Nobody,
}

/// Why what an invited person has filled in is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum NotAccepted {
    /// The ticket is worth nothing (any more); whoever has the address now.
    Used(Option<Box<User>>),
    /// The invitation was withdrawn.
    Withdrawn,
}

/// What an invited person has filled in, and the ticket they did it with.
#[derive(Clone, Debug)]
pub struct Acceptance<'a> {
    /// The proof of their address.
    pub ticket: &'a Ticket,
    /// The password's hash.
    pub phc: &'a str,
    /// Given name, where the form asks for it.
    pub first_name: Option<PersonName>,
    /// Family name, where the form asks for it.
    pub last_name: Option<PersonName>,
    /// E.164, where the form asks for it.
    pub phone_number: Option<String>,
    /// The other values of the form.
    pub profile: Profile,
    /// The names of values that were left empty.
    pub emptied: Vec<String>,
    /// What they accepted with it, if anything.
    pub consent: Option<Consent>,
}

impl Store {
    /// Asks for the mail of an open invitation again, unless the last one was asked for less than the cooldown
    /// ago: one round trip, one write unit; two of each when there were others. The new link works as long as the
    /// first one did.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn invite_again(
        &self,
        (tenant, key): (&TenantName, &EmailKey),
        again: &Again<'_>,
        now: Timestamp,
    ) -> Result<Reinvited, StoreError> {
        let asked = now.as_millisecond();
        let cooled = asked - i64::from(again.cooldown_seconds) * 1_000;
        let invitation: AttributeValue = serde_dynamo::to_attribute_value(again.invitation)
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let request = || {
            let update = self
                .update_user(tenant, key)
                .expression_attribute_names("#st", "st")
                .expression_attribute_values(":provisioned", text("provisioned"))
                .expression_attribute_values(":verified", text("verified"))
                .expression_attribute_values(":cooled", number(cooled))
                .expression_attribute_values(":asked", number(asked))
                .expression_attribute_values(":life", number(again.invitation.life_ms))
                .expression_attribute_values(":invitation", invitation.clone())
                .expression_attribute_values(":profile", AttributeValue::M(Item::new()));
            let update = match again.id {
                Some(id) => update.expression_attribute_values(":id", id_text(id)),
                None => update,
            };
            match again.hands_over {
                true => update.expression_attribute_values(":tenant", text(VerifiedBy::Tenant.as_str())),
                false => update,
            }
        };
        let mut only_if = "#st IN (:provisioned, :verified) AND attribute_not_exists(rv) \
                           AND (attribute_not_exists(qa) OR qa <= :cooled)"
            .to_owned();
        let mut also = format!("{ASKED}, inv = if_not_exists(inv, :invitation), pf = if_not_exists(pf, :profile)");
        match again.hands_over {
            true => also += ", ha = :asked, hv = :tenant",
            false => only_if += " AND attribute_not_exists(ms)",
        }
        if again.id.is_some() {
            only_if += " AND id = :id";
        }
        let attempt = Attempt {
            bucket: "sl",
            only_if: Some(&only_if),
            also: &also,
            limit: again.limit,
            now,
        };
        Ok(match attempt.make(request).await? {
            Attempted::Through { item, .. } => Reinvited::Now(Box::new(person(&item)?)),
            Attempted::TooOften { too_often, .. } => Reinvited::TooOften(too_often),
            Attempted::Nothing { item } => not_again(&item, again, (asked, cooled))?,
        })
    }

    /// Withdraws an invitation: its links, its codes, and what is half filled in are worth nothing from then on, and
    /// a mail that is still to be sent is not. One round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn revoke_invitation(&self, user: &User, now: Timestamp) -> Result<Revoked, StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND attribute_exists(inv) AND #st IN (:provisioned, :verified)")
            .update_expression("SET rv = if_not_exists(rv, :now)")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        Ok(match conditional(written)? {
            Ok(item) => Revoked::Yes(Box::new(person(&item)?)),
            Err(stored) => match user_in(&stored)?.filter(|stored| stored.id == user.id) {
                Some(_) => Revoked::Completed,
                None => Revoked::Nobody,
            },
        })
    }

    /// Makes an invited person registered, with everything they filled in: one round trip, one write
    /// unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn accept_invitation(
        &self,
        acceptance: &Acceptance<'_>,
        now: Timestamp,
    ) -> Result<Result<User, NotAccepted>, StoreError> {
        let ticket = acceptance.ticket;
        // Whatever was there before the address was proven ends here: attempts, sessions, vouchers.
        let mut sets = vec![
            "#st = :registered, pw = :phc, ra = :now, fam = :none, ses = :none, mq = :none, ks = :none, nk = :names"
                .to_owned(),
        ];
        let mut removes = vec!["gl, vch, qa, qk, qe, sr".to_owned()];
        let given = |name: &Option<PersonName>, known: &str| {
            name.as_ref()
                .map_or_else(|| known.to_owned(), |name| name.as_str().to_owned())
        };
        let (first, last) = (
            given(&acceptance.first_name, &ticket.names.0),
            given(&acceptance.last_name, &ticket.names.1),
        );
        let mut update = self
            .update_user(&ticket.tenant, &ticket.key)
            .condition_expression(
                "#st = :verified AND id = :id AND ua = :proof AND attribute_exists(inv) AND attribute_not_exists(rv)",
            )
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":id", id_text(ticket.user()))
            .expression_attribute_values(":proof", number(ticket.proof_used_at()))
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":phc", text(acceptance.phc))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .expression_attribute_values(":names", text(name_hash(&ticket.tenant, &first, &last)));
        let person_sets = [
            ("fn", acceptance.first_name.as_ref().map(PersonName::as_str)),
            ("ln", acceptance.last_name.as_ref().map(PersonName::as_str)),
            ("ph", acceptance.phone_number.as_deref()),
        ];
        for (attribute, value) in person_sets {
            if let Some(value) = value {
                sets.push(format!("#{attribute} = :{attribute}"));
                update = update
                    .expression_attribute_names(format!("#{attribute}"), attribute)
                    .expression_attribute_values(format!(":{attribute}"), text(value));
            }
        }
        // Whatever is there already is from before the address was proven.
        if acceptance.consent.is_none() {
            removes.push("cs".to_owned());
        }
        if let Some(consent) = &acceptance.consent {
            sets.push("cs = :consents".to_owned());
            let consents = serde_dynamo::to_attribute_value([consent]);
            let consents = consents.map_err(|error| StoreError::Unreadable(error.to_string()))?;
            update = update.expression_attribute_values(":consents", consents);
        }
        for (index, (name, value)) in acceptance.profile.iter().enumerate() {
            sets.push(format!("pf.#p{index} = :p{index}"));
            update = update
                .expression_attribute_names(format!("#p{index}"), name)
                .expression_attribute_values(format!(":p{index}"), text(value));
        }
        for (index, name) in acceptance.emptied.iter().enumerate() {
            removes.push(format!("pf.#e{index}"));
            update = update.expression_attribute_names(format!("#e{index}"), name);
        }
        let written = update
            .update_expression(format!("SET {} REMOVE {}", sets.join(", "), removes.join(", ")))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Ok),
            // The hash is salted: finding it stored means that this very call set it.
            Err(stored) if text_in(&stored, "pw") == Some(acceptance.phc) => person(&stored).map(Ok),
            Err(stored) => Ok(Err(match stored.contains_key("rv") {
                true => NotAccepted::Withdrawn,
                false => NotAccepted::Used(user_in(&stored)?.map(Box::new)),
            })),
        }
    }
}

/// Why a person is not invited again, as the item in the way tells it.
fn not_again(item: &Item, again: &Again<'_>, (asked, cooled): (i64, i64)) -> Result<Reinvited, StoreError> {
    let is_meant = |user: &User| again.id.is_none_or(|id| user.id.0 == id) && !user.status.may_sign_in();
    let Some(user) = user_in(item)?.filter(is_meant) else {
        return Ok(Reinvited::Not);
    };
    Ok(match user.asked_at {
        _ if user.revoked_at.is_some() => Reinvited::Revoked,
        // An answer that was lost on its way made the SDK try again.
        Some(at) if at == asked => Reinvited::Now(Box::new(user)),
        _ if user.mail_stopped.is_some() && !again.hands_over => Reinvited::MailStopped,
        Some(at) if at > cooled => Reinvited::TooOften(TooOften {
            retry_after: u32::try_from((at - cooled + 999) / 1_000).unwrap_or(1).max(1),
        }),
        _ => Reinvited::Not,
    })
}
