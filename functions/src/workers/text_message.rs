//! The mailer's text messages: what they are held to, and what became of them.
//!
//! Each is paid for, whoever called for it. It goes only to a country that the tenant lists, only so often to one
//! number, whatever the tenant, and only so many times a day for one tenant. What goes over that is noted as failed
//! and not sent later: an invitation is asked for again by people, not by time.

use usher::adapters::ses::SendError;
use usher::adapters::sns::TextMessage;
use usher::store::{MayText, TextToCount};
use usher::tenant::{Channel, Sms, Tenant};
use usher::user::{Delivery, User};
use usher::verification::Due;

use super::mailer::{Failure, Mailer};
use super::proof::{invitation_id, proof};
use crate::mail::{InviteText, invite_text};
use crate::metrics::{self, Step};
use crate::page_answer;

/// Sends the text message that is due to a person: what is to be noted, unless it may be sent later.
pub(super) async fn texted(mailer: &Mailer, tenant: &Tenant, user: &User, due: Due) -> Result<Delivery, Failure> {
    let note = Delivery::queued(Channel::Sms, due.asked_at.as_millisecond());
    let (sms, number) = match recipient(tenant, user) {
        Ok(recipient) => recipient,
        Err(reason) => return Ok(refused(tenant, note, reason)),
    };
    let (now, per_number) = (mailer.clock.now(), mailer.config.limits.texts_per_number);
    let message = invitation_id(user, due).to_string();
    let counted = TextToCount {
        tenant: &tenant.name,
        number,
        message: &message,
    };
    let reason = match mailer
        .store
        .count_text(counted, per_number, sms.daily_limit, now)
        .await?
    {
        MayText::Yes => return sent(mailer, tenant, user, due, (sms, number)).await,
        MayText::NumberFull => "sms_number_limit",
        MayText::DayFull => "sms_daily_limit",
    };
    Ok(refused(tenant, note, reason))
}

/// Whom it goes to, by the tenant's leave. An invitation may be older than either: it may have been added to a person
/// whom another route made known, with any number or none.
fn recipient<'a>(tenant: &'a Tenant, user: &'a User) -> Result<(&'a Sms, &'a str), &'static str> {
    let sms = tenant.sms.as_ref().ok_or("sms_not_allowed")?;
    let number = user.phone_number.as_deref().ok_or("sms_number_missing")?;
    match sms.reaches(number) {
        true => Ok((sms, number)),
        false => Err("sms_country"),
    }
}

async fn sent(
    mailer: &Mailer,
    tenant: &Tenant,
    user: &User,
    due: Due,
    (sms, number): (&Sms, &str),
) -> Result<Delivery, Failure> {
    let note = Delivery::queued(Channel::Sms, due.asked_at.as_millisecond());
    let proof = proof(mailer, tenant, user, due);
    let content = InviteText {
        link: &proof.link,
        code: &proof.code,
        expires_at: due.expires_at,
    };
    let text = invite_text(&page_answer::brand(tenant), proof.locale, content);
    let message = TextMessage {
        to: number,
        text: &text,
        sender_id: sms.sender_id.as_deref(),
        max_price_cents: sms.max_price_cents,
    };
    match mailer.phone.send(message).await {
        Ok(()) => {
            metrics::reached(Step::TextSent, &tenant.name);
            Ok(Delivery {
                sent_at: Some(mailer.clock.now().as_millisecond()),
                ..note
            })
        }
        Err(SendError::Permanent(reason)) => {
            metrics::failed(Step::TextSent, &tenant.name, "refused");
            tracing::error!(reason, user = %user.id, "a text message can never be sent");
            Ok(failed(note, reason))
        }
        Err(temporary) => Err(temporary.into()),
    }
}

/// It is not even tried.
fn refused(tenant: &Tenant, note: Delivery, reason: &'static str) -> Delivery {
    metrics::failed(Step::TextSent, &tenant.name, reason);
    tracing::warn!(reason, tenant = %tenant.name, "a text message is not sent");
    failed(note, reason.to_owned())
}

fn failed(note: Delivery, reason: String) -> Delivery {
    Delivery {
        failure: Some(reason),
        ..note
    }
}
