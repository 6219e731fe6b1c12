//! The steps from an address to a first credential. Each is one conditional write of one item, and
//! its condition is the rule.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{Attempt, conditional, id_text, is_own, person, through};
use super::{Item, Store, StoreError, number, number_in, text, text_in, user_in};
use crate::limit::{Bucket, TooOften};
use crate::tenant::{Channel, TenantName};
use crate::user::{EmailKey, User, VerifiedBy};
use crate::verification::{CodeWindows, Link, LinkRefused, Ticket};

/// The address or number is proven; the person as they are now.
pub type Proven = User;

/// What came of a typed code.
#[derive(Clone, Debug, PartialEq)]
pub enum CodeOutcome {
    /// It was right, and the address is proven.
    Proven(Box<Proven>),
    /// It was not, or there is nobody to prove anything for: the two are not told apart.
    Refused,
    /// Too many were tried.
    TooOften(TooOften),
}

/// What the holder of a first credential shows.
#[derive(Clone, Debug)]
pub enum CredentialProof<'a> {
    /// A ticket from a proven address.
    Ticket(&'a Ticket),
    /// A voucher that matched the person as read: `user`.
    Voucher {
        /// The person the voucher matched.
        user: &'a User,
    },
    /// Nothing, where the tenant asks for nothing.
    None {
        /// Whose person.
        tenant: &'a TenantName,
        /// Which address.
        key: EmailKey,
    },
}

/// A text message proves the number and not the address: whoever was verified before, by mail or on the tenant's word,
/// stays so.
const BY_TEXT_MESSAGE: &str = "vb = if_not_exists(vb, :word), np = :now";

impl Store {
    /// Proves an address with a mailed link, or a number with a texted one: one round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails; the inner error says why the link proves nothing.
    pub async fn prove_by_link(
        &self,
        link: &Link,
        attempt: &str,
        now: Timestamp,
    ) -> Result<Result<Proven, LinkRefused>, StoreError> {
        if link.has_expired(now) {
            // What is told then, expired or used, only reading can say.
            let stored = self.get_user(&link.tenant, &link.key).await?;
            return Ok(Err(link
                .check(stored.as_ref(), now)
                .err()
                .unwrap_or(LinkRefused::Expired)));
        }
        let written = self
            .prove(
                self.update_user(&link.tenant, &link.key),
                link.issued_at(),
                attempt,
                now,
                match link.proves_by() {
                    VerifiedBy::Mail => "vb = :word",
                    VerifiedBy::Sms => BY_TEXT_MESSAGE,
                    // The tenant's word takes nothing from an address that a mail has proven.
                    VerifiedBy::Tenant | VerifiedBy::Provider => "vb = if_not_exists(vb, :word)",
                },
            )
            .expression_attribute_values(":word", text(link.proves_by().as_str()))
            .condition_expression(
                "id = :id AND #st IN (:provisioned, :verified) AND attribute_not_exists(rv) \
                 AND (attribute_not_exists(ua) OR ua < :issued)",
            )
            .expression_attribute_values(":id", id_text(link.user()))
            .expression_attribute_values(":issued", number(link.issued_at()))
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => Ok(Ok(person(&item)?)),
            Err(stored) if is_own(&stored, attempt) => Ok(Ok(person(&stored)?)),
            Err(stored) => {
                let stored = user_in(&stored)?;
                Ok(Err(link
                    .check(stored.as_ref(), now)
                    .err()
                    .unwrap_or(LinkRefused::Unknown)))
            }
        }
    }

    /// Proves an address or number with the six digits of the newest message to it, whose `windows` the digits
    /// were found to belong to, or counts the guess. A mailed code does not say who delivered it: where a link was ever
    /// handed to the tenant, it proves by the tenant's word. One round trip, one write unit either way; two of each
    /// for a wrong code soon after another guess.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn prove_by_code(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        windows: CodeWindows,
        attempt: &str,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<CodeOutcome, StoreError> {
        let channel = windows.channel();
        let (whose, by, word) = match channel {
            // A code that was handed over is made like a mailed one.
            Channel::Email => (
                "(attribute_not_exists(inv) OR inv.ch = :channel OR attribute_exists(hv))",
                "vb = if_not_exists(hv, :word)",
                VerifiedBy::Mail,
            ),
            // Only a code that was sent the way this person is reached was sent to them.
            Channel::Sms => ("inv.ch = :channel", BY_TEXT_MESSAGE, VerifiedBy::Sms),
        };
        let families = [
            (windows.usual, "(attribute_not_exists(inv.l) OR inv.l <= :life)"),
            (windows.long, "inv.l > :life"),
        ];
        let made_at = windows.made_at().unwrap_or_default();
        let mut update = self.prove(self.update_user(tenant, key), made_at, attempt, now, by);
        let mut found = Vec::new();
        for (index, (window, is_of)) in families.into_iter().enumerate() {
            let Some(window) = window.filter(|window| window.channel == channel) else {
                continue;
            };
            // The message may be read before the mailer has noted that it went out, hence the second half.
            found.push(format!(
                "({is_of} AND ((ia BETWEEN :s{index} AND :e{index} AND (attribute_not_exists(ua) OR ua < ia) \
                 AND (attribute_not_exists(ie) OR ie > :now)) \
                 OR (qa BETWEEN :s{index} AND :e{index} AND qk = nk AND (attribute_not_exists(ua) OR ua < qa) \
                 AND (attribute_not_exists(qe) OR qe > :now))))"
            ));
            update = update
                .expression_attribute_values(format!(":s{index}"), number(window.start))
                .expression_attribute_values(format!(":e{index}"), number(window.end - 1));
        }
        if found.is_empty() {
            let guess = Attempt {
                bucket: "gl",
                only_if: None,
                also: "",
                limit,
                now,
            };
            let counted = through(guess.make(|| self.update_user(tenant, key)).await?)?;
            return Ok(counted.map_or_else(CodeOutcome::TooOften, |()| CodeOutcome::Refused));
        }
        let written = update
            .condition_expression(format!(
                "#st IN (:provisioned, :verified) AND attribute_not_exists(rv) \
                 AND (attribute_not_exists(gl) OR gl <= :horizon) AND {whose} AND {}",
                // DynamoDB refuses parentheses that change nothing.
                match found.as_slice() {
                    [one] => one.clone(),
                    both => format!("({})", both.join(" OR ")),
                }
            ))
            .expression_attribute_values(":word", text(word.as_str()))
            .expression_attribute_values(":channel", text(channel.as_str()))
            .expression_attribute_values(":life", number(windows.tenant_life_ms))
            .expression_attribute_values(":horizon", number(limit.horizon(now)))
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => Ok(CodeOutcome::Proven(Box::new(person(&item)?))),
            Err(stored) if is_own(&stored, attempt) => Ok(CodeOutcome::Proven(Box::new(person(&stored)?))),
            Err(stored) => Ok(match number_in(&stored, "gl") {
                Some(spoken_for) if spoken_for > limit.horizon(now) => CodeOutcome::TooOften(TooOften {
                    retry_after: limit.retry_after(spoken_for, now),
                }),
                _ => CodeOutcome::Refused,
            }),
        }
    }

    /// The write that proves an address or number with something that was made at `issued_at`. `by` sets on whose word;
    /// `:word` is that. The proof counts as used no earlier than it was made, so that a clock that went back gives nobody
    /// a second use.
    fn prove(
        &self,
        update: UpdateItemFluentBuilder,
        issued_at: i64,
        attempt: &str,
        now: Timestamp,
        by: &str,
    ) -> UpdateItemFluentBuilder {
        update
            .update_expression(format!(
                "SET #st = :verified, ua = :used, un = :attempt, va = if_not_exists(va, :now), {by}, \
                 oa = if_not_exists(oa, :now)"
            ))
            .expression_attribute_values(":used", number(now.as_millisecond().max(issued_at)))
            .expression_attribute_values(":attempt", text(attempt))
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
    }

    /// Sets the first credential: one round trip, one write unit. `None` when the proof is worth
    /// nothing (any more). Who was invited to an app sets theirs with what it asks for beside
    /// ([`Self::accept_invitation`]), and nowhere else.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn set_first_password(
        &self,
        proof: &CredentialProof<'_>,
        phc: &str,
        now: Timestamp,
    ) -> Result<Option<User>, StoreError> {
        let update = match proof {
            CredentialProof::Ticket(ticket) => self
                .update_user(&ticket.tenant, &ticket.key)
                .condition_expression("#st = :verified AND id = :id AND ua = :proof AND attribute_not_exists(inv)")
                .expression_attribute_values(":id", id_text(ticket.user()))
                .expression_attribute_values(":proof", number(ticket.proof_used_at())),
            CredentialProof::Voucher { user } => self
                .update_user(&user.tenant, &user.key())
                .condition_expression("#st = :verified AND id = :id AND attribute_not_exists(inv)")
                .expression_attribute_values(":id", id_text(user.id.0)),
            CredentialProof::None { tenant, key } => self
                .update_user(tenant, key)
                .condition_expression("#st = :verified AND attribute_not_exists(vch) AND attribute_not_exists(inv)"),
        };
        let written = update
            // Whatever was there before the address was proven ends here: attempts, sessions, vouchers.
            .update_expression(
                "SET #st = :registered, pw = :phc, ra = :now, fam = :none, ses = :none, mq = :none, ks = :none REMOVE gl, vch, qa, qk, qe",
            )
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":phc", text(phc))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            // The hash is salted: finding it stored means that this very call set it, and that the
            // answer was lost on its way.
            Err(stored) if text_in(&stored, "pw") == Some(phc) => person(&stored).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// Makes a registered person active: one round trip, one write unit. The person as they are
    /// afterwards, or `None` when they were not just registered.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn activate(&self, user: &User, at: Timestamp) -> Result<Option<User>, StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("#st = :registered AND id = :id")
            .update_expression("SET #st = :active, aa = :at")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":active", text("active"))
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":at", number(at.as_millisecond()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }
}
