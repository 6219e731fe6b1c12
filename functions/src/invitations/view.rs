//! How a business customer sees an invitation.

use jiff::Timestamp;
use serde::Serialize;
use usher::tenant::Channel;
use usher::user::User;
use utoipa::ToSchema;

use super::handed_over::{HandedOver, time};
use crate::accounts::{DeliveryView, deliveries};
use crate::http::{Problem, code};

/// An invitation as a business customer sees it. Links and codes are in it only where the client delivers them itself
/// and has just asked for them.
#[derive(Serialize, ToSchema)]
pub struct InvitationAnswer {
    /// The invitation.
    #[schema(example = "inv_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    id: String,
    /// The person.
    #[schema(example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    user_id: String,
    /// The person, as `pre-register` answered.
    #[schema(example = "69ed0122-f2d9-8c6e-a636-3670cab4f15f")]
    uuid: String,
    /// The app they are invited to.
    #[schema(example = "acme-portal")]
    client_id: String,
    /// `email` or `sms`.
    #[schema(example = "email")]
    channel: &'static str,
    /// Where mail goes.
    #[schema(example = "john.smith@example.org")]
    email_address: String,
    /// The language of the mail and the pages, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "en-US")]
    locale: Option<String>,
    /// Where the person goes when done.
    #[schema(example = "https://portal.acme.example/welcome")]
    redirect_uri: String,
    /// `queued`, `sent`, `delivered`, `bounced`, `verified`, `completed`, `expired` or `revoked`.
    #[schema(example = "delivered")]
    status: &'static str,
    /// When the person was invited, RFC 3339 in UTC.
    #[schema(example = "2026-11-22T09:30:00Z")]
    created_at: String,
    /// Until when the newest link and code work; none once the invitation is completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-23T09:30:00Z")]
    expires_at: Option<String>,
    /// When a person first pressed a button of the page, or typed the code. That the link was fetched does not count:
    /// mail scanners do that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T10:02:11Z")]
    opened_at: Option<String>,
    /// When it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T11:00:00Z")]
    revoked_at: Option<String>,
    /// When the newest link was handed to the client, if it delivers that itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-22T09:30:00Z")]
    handed_over_at: Option<String>,
    /// How many reminders were sent.
    #[schema(example = 0)]
    reminders_sent: u32,
    /// Its mails, newest last.
    deliveries: Vec<DeliveryView>,
    /// What has to happen next.
    #[schema(example = json!(["verify_address"]))]
    next_actions: Vec<&'static str>,
    /// What the client delivers itself, if it has just asked for that.
    #[serde(flatten)]
    #[schema(value_type = HandedOver)]
    handed_over: Option<HandedOver>,
}

impl InvitationAnswer {
    /// The invitation of `user` at `now`.
    ///
    /// # Errors
    /// When they have none.
    pub(super) fn of(user: &User, now: Timestamp) -> Result<Self, Problem> {
        let (Some(invitation), Some(progress)) = (&user.invitation, user.progress()) else {
            return Err(Problem::new(&code::INVITATION_NOT_FOUND));
        };
        Ok(Self {
            id: user.invitation_id().to_string(),
            user_id: user.id.to_string(),
            uuid: user.id.0.as_uuid(),
            client_id: invitation.client.clone(),
            channel: match invitation.channel {
                Channel::Email => "email",
                Channel::Sms => "sms",
            },
            email_address: user.email.as_str().to_owned(),
            locale: user.locale.clone(),
            redirect_uri: invitation.redirect_uri.clone(),
            status: progress.status(now).as_str(),
            created_at: time(invitation.created_at),
            expires_at: user.asked_until.map(time),
            opened_at: user.opened_at.map(time),
            revoked_at: user.revoked_at.map(time),
            handed_over_at: user.handed_at.filter(|_| user.is_handed_over()).map(time),
            reminders_sent: user.reminders_sent.unwrap_or_default(),
            deliveries: deliveries(user),
            next_actions: user.invitation_actions(now).to_vec(),
            handed_over: None,
        })
    }

    /// With what the client delivers itself.
    pub(super) fn handing_over(self, handed_over: Option<HandedOver>) -> Self {
        Self { handed_over, ..self }
    }
}
