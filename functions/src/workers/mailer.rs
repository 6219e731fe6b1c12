//! The table's stream: sends the mail or text message that a write called for.
//!
//! A request for a mail is written down for known and unknown addresses alike; this worker passes it
//! on to the person whose names and address it gives, if there is one. What it then reads off the
//! person's own item, before and after, is whether a mail is due. What can never be sent is noted on
//! the person, for their business customer to see, and not tried again.
//!
//! A record that fails holds up the later ones of the same person and nobody else's. The stream comes
//! again from the first that failed, so others come again, too: wherever that may be the case, the
//! person is read before anything is sent. What remains is at least once, after a crash between
//! sending and noting, say; the mail that is then sent again is the same one, link and all.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use aws_lambda_events::event::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use usher::adapters::ses::{Mail, Mailbox, SendError};
use usher::adapters::sns::Phone;
use usher::person::PersonName;
use usher::store::StoreError;
use usher::tenant::{Channel, Tenant};
use usher::user::{Delivery, User};
use usher::verification::{Due, due};

use crate::app::App;
use crate::mail::{ConfirmMail, RenderedMail, confirm_address};
use crate::metrics::{self, Step};
use crate::pages::Occasion;
use crate::workers::looking_back::{LookingBack, Watch};
use crate::workers::proof::{invitation_id, proof};
use crate::workers::records::{Change, changes, new_request, person_of};
use crate::workers::{notices, registrations, sign_ups, text_message};
use crate::{Trigger, Worker, page_answer};

/// This worker.
pub const WORKER: Worker = Worker {
    name: "mailer",
    trigger: Trigger::Stream,
};

/// The records that may call for a mail, as the event source mapping's filters say it: a person who
/// asked and has no password yet, a request, an account whose owner is to be told something, or one that is gone because
/// its owner wanted so. Nothing else needs to wake the worker.
///
/// `exists` is true of leaves only, so each pattern goes down to the value.
pub const FILTERS: &[&str] = &[
    r#"{"dynamodb":{"NewImage":{"qa":{"N":[{"exists":true}]},"st":{"S":["provisioned","verified"]}}}}"#,
    r#"{"dynamodb":{"NewImage":{"uk":{"S":[{"exists":true}]},"qk":{"S":[{"exists":true}]}}}}"#,
    r#"{"dynamodb":{"NewImage":{"mw":{"N":[{"exists":true}]}}}}"#,
    r#"{"eventName":["REMOVE"],"dynamodb":{"OldImage":{"dx":{"N":[{"exists":true}]}}}}"#,
];

/// What every function has, and the ways out for mail and text messages, which no other has.
#[derive(Clone, Debug)]
pub struct Mailer {
    app: App,
    mailbox: Mailbox,
    pub(super) phone: Phone,
    /// Whether records of the stream may have come before.
    looking_back: Arc<Watch>,
}

impl Mailer {
    /// Sends mail through `ses` and text messages through `sns`.
    #[must_use]
    pub fn new(app: App, ses: aws_sdk_sesv2::Client, sns: aws_sdk_sns::Client) -> Self {
        let mailbox = Mailbox::new(ses, app.config.configuration_set.clone());
        Self {
            app,
            mailbox,
            phone: Phone::new(sns),
            looking_back: Arc::default(),
        }
    }
}

impl Deref for Mailer {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl Mailer {
    /// Hands a mail to the mail service, unless it may be sent later. One that can never be sent is told in the log.
    pub(super) async fn hand_over(&self, tenant: &Tenant, mail: &Mail<'_>) -> Result<(), SendError> {
        match self.mailbox.send(mail).await {
            Ok(()) => metrics::reached(Step::MailSent, &tenant.name),
            Err(SendError::Permanent(reason)) => {
                metrics::failed(Step::MailSent, &tenant.name, "refused");
                tracing::error!(reason, "a mail can never be sent");
            }
            Err(temporary) => return Err(temporary),
        }
        Ok(())
    }
}

/// Why a record has to come again.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("the record cannot be read: {0}")]
    Unreadable(#[from] serde_dynamo::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Send(#[from] SendError),
    #[error("the tenant is gone")]
    NoTenant,
    #[error("an earlier record of the same person has to come again")]
    Behind,
}

/// Handles a batch in order and names every record that failed. Once one of a person's has, their
/// later ones wait for it, which keeps their mails in order.
pub async fn handle(mailer: &Mailer, event: Event) -> DynamoDbEventResponse {
    let mut response = DynamoDbEventResponse::default();
    let looking_back = mailer.looking_back.begin(mailer.clock.now());
    let mut waiting = BTreeSet::new();
    for record in &event.records {
        let person = person_of(record);
        let outcome = match person {
            Some(person) if waiting.contains(person) => Err(Failure::Behind),
            _ => handle_record(mailer, record, looking_back).await,
        };
        if let Err(failure) = outcome {
            tracing::warn!(cause = %failure, event_id = %record.event_id, "a mail has to wait");
            waiting.extend(person);
            let mut failed = DynamoDbBatchItemFailure::default();
            failed.item_identifier = record.change.sequence_number.clone();
            response.batch_item_failures.push(failed);
        }
    }
    if response.batch_item_failures.is_empty() {
        mailer.looking_back.all_done(looking_back);
    }
    response
}

async fn handle_record(mailer: &Mailer, record: &EventRecord, looking_back: LookingBack) -> Result<(), Failure> {
    if let Some(request) = new_request(record)? {
        let Some(tenant) = mailer.tenant(request.tenant()).await? else {
            return Ok(());
        };
        return Ok(match (&request.registration, &request.sign_up) {
            (_, Some(chosen)) => return sign_ups::admit(mailer, &tenant, &request, chosen, looking_back).await,
            (Some(form), None) => registrations::admit(mailer, &tenant, &request, form).await,
            (None, None) if request.recovers() => registrations::recover(mailer, &tenant, &request).await,
            (None, None) => mailer.store.pass_on(&request, tenant.link_life_seconds).await,
        }?);
    }
    for change in changes(record)? {
        tell(mailer, change, looking_back).await?;
    }
    Ok(())
}

/// Mails a person what has come due for them.
async fn tell(mailer: &Mailer, (before, after): Change, looking_back: LookingBack) -> Result<(), Failure> {
    let Some(after) = after else {
        return match &before {
            Some(gone) => notices::say_farewell(mailer, gone).await,
            None => Ok(()),
        };
    };
    notices::send_due(mailer, before.as_ref(), &after, looking_back).await?;
    let now = mailer.clock.now();
    if after.invitation_asked_at().is_none() {
        return Ok(());
    }
    let tenant = mailer.tenant(&after.tenant).await?.ok_or(Failure::NoTenant)?;
    let Some(due) = due(before.as_ref(), &after, &tenant, now) else {
        return Ok(());
    };
    let user = if looking_back.is_needed(due.asked_at, now) {
        still_due(mailer, &after, due).await?
    } else {
        Some(after)
    };
    let Some(user) = user else {
        return Ok(());
    };

    let delivery = match (user.channel(), user.mail_stopped) {
        (Channel::Sms, _) => text_message::texted(mailer, &tenant, &user, due).await?,
        (Channel::Email, Some(stopped)) => {
            metrics::failed(Step::MailSent, &tenant.name, stopped.failure());
            failed(due, stopped.failure().to_owned())
        }
        (Channel::Email, None) => mailed(mailer, &tenant, &user, due).await?,
    };
    mailer.store.note_delivery(&user, &delivery, due.expires_at).await?;
    Ok(())
}

/// The person as they are now, unless this mail is noted already, or there is none due any more.
async fn still_due(mailer: &Mailer, then: &User, due: Due) -> Result<Option<User>, StoreError> {
    let now = mailer.store.get_user(&then.tenant, &then.key()).await?;
    Ok(now.filter(|now| {
        let noted = now.was_mailed_for(due.asked_at.as_millisecond());
        let wanted = !now.status.may_sign_in() && now.revoked_at.is_none();
        now.id == then.id && !noted && wanted
    }))
}

/// Sends a mail: what is to be noted, unless it may be sent later.
async fn mailed(mailer: &Mailer, tenant: &Tenant, user: &User, due: Due) -> Result<Delivery, SendError> {
    match send(mailer, tenant, user, due).await {
        Ok(()) => {
            metrics::reached(Step::MailSent, &tenant.name);
            Ok(Delivery {
                sent_at: Some(mailer.clock.now().as_millisecond()),
                ..Delivery::queued(Channel::Email, due.asked_at.as_millisecond())
            })
        }
        Err(SendError::Permanent(reason)) => {
            metrics::failed(Step::MailSent, &tenant.name, "refused");
            tracing::error!(reason, user = %user.id, "a mail can never be sent");
            Ok(failed(due, reason))
        }
        Err(temporary) => Err(temporary),
    }
}

fn failed(due: Due, reason: String) -> Delivery {
    Delivery {
        failure: Some(reason),
        ..Delivery::queued(Channel::Email, due.asked_at.as_millisecond())
    }
}

async fn send(mailer: &Mailer, tenant: &Tenant, user: &User, due: Due) -> Result<(), SendError> {
    let rendered = render(mailer, tenant, user, due);
    let mail = Mail {
        sender: &tenant.sender,
        to: &user.email,
        subject: &rendered.subject,
        html: &rendered.html,
        text: &rendered.text,
        tags: &[
            ("tenant", tenant.name.to_string()),
            (
                "purpose",
                if user.invitation.is_some() {
                    "invite"
                } else {
                    "confirm-address"
                }
                .to_owned(),
            ),
            ("invitation", invitation_id(user, due).to_string()),
            // By this a notice of what became of the mail finds it.
            ("asked", due.asked_at.as_millisecond().to_string()),
        ],
    };
    mailer.mailbox.send(&mail).await
}

fn render(mailer: &Mailer, tenant: &Tenant, user: &User, due: Due) -> RenderedMail {
    let proof = proof(mailer, tenant, user, due);
    let mail = ConfirmMail {
        first_name: user.first_name.as_ref().map(PersonName::as_str),
        link: &proof.link,
        code: &proof.code,
        expires_at: due.expires_at,
        occasion: Occasion::of(user),
        reminds: user.reminded_at == Some(due.asked_at.as_millisecond()),
    };
    confirm_address(&page_answer::brand(tenant), proof.locale, mail)
}
