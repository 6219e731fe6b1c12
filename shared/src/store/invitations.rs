//! Inviting people again, and what they answer: each one conditional write of the person's item.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{Attempt, Attempted, conditional, id_text, person};
use super::{Item, Store, StoreError, number, number_in, text, text_in, user_in};
use crate::agreement::Consent;
use crate::limit::{Bucket, TooOften};
use crate::person::PersonName;
use crate::profile::Profile;
use crate::provisioning::name_hash;
use crate::tenant::TenantName;
use crate::user::{EmailKey, Invitation, User};
use crate::verification::Ticket;

/// What came of inviting somebody again.
#[derive(Clone, Debug)]
pub enum Reinvited {
    /// A mail was asked for; the person as they are now.
    Now(Box<User>),
    /// They set a credential, or there is nobody (any more).
    Not,
    /// The last mail was asked for a moment ago, or there were too many.
    TooOften(TooOften),
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
    /// Asks for the mail of an open invitation again, unless the last one was asked for less than
    /// `cooldown_seconds` ago: one round trip, one write unit; two of each when there were others.
    ///
    /// Whoever was made known without an invitation gets this one; an open one stays as it is.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn invite_again(
        &self,
        (tenant, key): (&TenantName, &EmailKey),
        invitation: &Invitation,
        cooldown_seconds: u32,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Reinvited, StoreError> {
        let cooldown = i64::from(cooldown_seconds) * 1_000;
        let cooled = now.as_millisecond() - cooldown;
        let invitation: AttributeValue =
            serde_dynamo::to_attribute_value(invitation).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let request = || {
            self.update_user(tenant, key)
                .expression_attribute_names("#st", "st")
                .expression_attribute_values(":provisioned", text("provisioned"))
                .expression_attribute_values(":verified", text("verified"))
                .expression_attribute_values(":cooled", number(cooled))
                .expression_attribute_values(":asked", number(now.as_millisecond()))
                .expression_attribute_values(":invitation", invitation.clone())
                .expression_attribute_values(":profile", AttributeValue::M(Item::new()))
        };
        let attempt = Attempt {
            bucket: "sl",
            only_if: Some("#st IN (:provisioned, :verified) AND (attribute_not_exists(qa) OR qa <= :cooled)"),
            also: "qa = :asked, qk = nk, inv = if_not_exists(inv, :invitation), pf = if_not_exists(pf, :profile)",
            limit,
            now,
        };
        Ok(match attempt.make(request).await? {
            Attempted::Through { item, .. } => Reinvited::Now(Box::new(person(&item)?)),
            Attempted::TooOften { too_often, .. } => Reinvited::TooOften(too_often),
            Attempted::Nothing { item } => {
                let open = user_in(&item)?.is_some_and(|user| !user.status.may_sign_in());
                match number_in(&item, "qa").filter(|asked| open && *asked > cooled) {
                    Some(asked) => Reinvited::TooOften(TooOften {
                        retry_after: u32::try_from((asked - cooled + 999) / 1_000).unwrap_or(1).max(1),
                    }),
                    None => Reinvited::Not,
                }
            }
        })
    }

    /// Makes an invited person registered, with everything they filled in: one round trip, one write
    /// unit. `None` when the ticket is worth nothing (any more).
    ///
    /// # Errors
    /// When the table fails.
    pub async fn accept_invitation(
        &self,
        acceptance: &Acceptance<'_>,
        now: Timestamp,
    ) -> Result<Option<User>, StoreError> {
        let ticket = acceptance.ticket;
        // Whatever was there before the address was proven ends here: attempts, sessions, vouchers.
        let mut sets =
            vec!["#st = :registered, pw = :phc, ra = :now, fam = :families, ks = :sources, nk = :names".to_owned()];
        let mut removes = vec!["gl, vch, qa, qk".to_owned()];
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
            .condition_expression("#st = :verified AND id = :id AND ua = :proof AND attribute_exists(inv)")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":id", id_text(ticket.user()))
            .expression_attribute_values(":proof", number(ticket.proof_used_at()))
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":phc", text(acceptance.phc))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":families", AttributeValue::M(Item::new()))
            .expression_attribute_values(":sources", AttributeValue::M(Item::new()))
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
        if let Some(consent) = &acceptance.consent {
            // Whatever is there already would be from before the address was proven.
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
            Ok(item) => person(&item).map(Some),
            // The hash is salted: finding it stored means that this very call set it.
            Err(stored) if text_in(&stored, "pw") == Some(acceptance.phc) => person(&stored).map(Some),
            Err(_) => Ok(None),
        }
    }
}
