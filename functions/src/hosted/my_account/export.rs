//! `GET /account/export`: a person takes along everything that is kept of them.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_DISPOSITION;
use serde::Serialize;
use usher::session::Entry;
use usher::sso::SsoLink;
use usher::user::{SelfMade, User, moment};

use super::own::Own;
use crate::accounts::{AccountView, DeliveryView, deliveries};
use crate::app::App;
use crate::http::Problem;

pub(super) const PATH: &str = "/account/export";

/// Everything that is kept of a person, but for what only proves who they are: the password, hashes, and what browsers
/// and apps hold.
#[derive(Serialize)]
struct Everything {
    #[serde(flatten)]
    account: AccountView,
    /// What happened to them, and when.
    times: BTreeMap<&'static str, String>,
    /// By which form they opened the account themselves, if they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    self_made: Option<SelfMade>,
    /// What the tenant decided about their account, where it had to.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<Decided>,
    /// The voucher that opened their account.
    #[serde(skip_serializing_if = "Option::is_none")]
    voucher: Option<String>,
    /// What they were invited to.
    #[serde(skip_serializing_if = "Option::is_none")]
    invited: Option<Invited>,
    /// The address they want to change to.
    #[serde(skip_serializing_if = "Option::is_none")]
    new_address: Option<String>,
    /// Addresses they have left that have not been told so yet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_addresses: Vec<String>,
    /// Where they sign in elsewhere.
    identity_providers: Vec<Linked>,
    /// Mails and text messages, newest last.
    deliveries: Vec<DeliveryView>,
    /// What they took back of what they had accepted.
    withdrawals: Vec<Withdrawal>,
    /// Browsers they are or were signed in with.
    sessions: Vec<SeenSession>,
    /// How many apps may stay signed in.
    apps_signed_in: usize,
    /// How many networks they are known to come from; kept as hashes alone.
    known_networks: usize,
}

#[derive(Serialize)]
struct Linked {
    connection: String,
    subject: String,
    linked_at: String,
}

#[derive(Serialize)]
struct Decided {
    approved: bool,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Serialize)]
struct Invited {
    app: String,
    leads_to: String,
    channel: &'static str,
}

#[derive(Serialize)]
struct Withdrawal {
    agreements: Vec<String>,
    at: String,
    channel: String,
    source: String,
    user_agent: String,
}

#[derive(Serialize)]
struct SeenSession {
    device: String,
    began_at: String,
    last_seen_at: String,
    ended: bool,
}

/// Take along everything that is kept of oneself
///
/// A file with the person's data as JSON. It holds no password, and nothing that opens anything.
#[utoipa::path(
    get, path = "/account/export", operation_id = "export_account", tag = "Pages",
    responses(
        (status = 200, description = "The file `account.json`", body = serde_json::Value),
        (status = 303, description = "On to sign in"),
    ),
)]
pub(crate) async fn handle(State(app): State<App>, own: Own) -> Result<Response, Problem> {
    let headers = [(CONTENT_DISPOSITION, "attachment; filename=\"account.json\"")];
    let account = AccountView::read(&app, &own.user).await?;
    let file = (headers, Json(Everything::of(&own.user, account))).into_response();
    Ok(own.keep(&app, &own.session, file))
}

impl Everything {
    fn of(user: &User, account: AccountView) -> Self {
        let withdrawals = user.consents.iter().filter(|act| !act.withdrawn.is_empty());
        Self {
            account,
            times: times(user),
            self_made: user.self_made,
            decision: user.decision.as_ref().map(|decision| Decided {
                approved: decision.approved,
                at: moment(decision.at).to_string(),
                reason: decision.reason.clone(),
            }),
            voucher: user.voucher.map(|voucher| voucher.to_string()),
            invited: user.invitation.as_ref().map(|invitation| Invited {
                app: invitation.client.clone(),
                leads_to: invitation.redirect_uri.clone(),
                channel: invitation.channel.as_str(),
            }),
            new_address: user.new_address.as_ref().map(|wanted| wanted.email.as_str().to_owned()),
            left_addresses: user
                .left_addresses
                .iter()
                .map(|left| left.as_str().to_owned())
                .collect(),
            identity_providers: user.links.iter().map(Linked::of).collect(),
            deliveries: deliveries(user),
            withdrawals: withdrawals
                .map(|act| Withdrawal {
                    agreements: act.withdrawn.clone(),
                    at: moment(act.at).to_string(),
                    channel: act.channel.clone(),
                    source: act.source.to_string(),
                    user_agent: act.user_agent.to_string(),
                })
                .collect(),
            sessions: user.sessions.values().map(SeenSession::of).collect(),
            apps_signed_in: user.families.len(),
            known_networks: user.known_sources.len(),
        }
    }
}

impl Linked {
    fn of(link: &SsoLink) -> Self {
        Self {
            connection: link.connection.clone(),
            subject: link.subject.clone(),
            linked_at: moment(link.linked_at).to_string(),
        }
    }
}

impl SeenSession {
    fn of(entry: &Entry) -> Self {
        Self {
            device: entry.device.clone(),
            began_at: moment(entry.began_at).to_string(),
            last_seen_at: moment(entry.seen_at).to_string(),
            ended: entry.ended,
        }
    }
}

fn times(user: &User) -> BTreeMap<&'static str, String> {
    let known = [
        ("provisioned_at", Some(user.provisioned_at)),
        ("verified_at", user.verified_at),
        ("address_last_proven_at", user.proof_used_at),
        ("number_proven_at", user.number_proven_at),
        ("registered_at", user.registered_at),
        ("customer_verified_at", user.customer_verified_at),
        ("active_at", user.active_at),
        ("password_changed_at", user.password_changed_at),
        ("invited_at", user.invited_at),
        ("invitation_opened_at", user.opened_at),
        ("last_reminded_at", user.reminded_at),
        ("approvers_reminded_at", user.approvers_reminded_at),
        ("all_sessions_ended_at", user.sessions_floor),
        (
            "new_address_asked_at",
            user.new_address.as_ref().map(|wanted| wanted.asked_at),
        ),
        ("deletion_asked_at", user.deletion_asked_at),
    ];
    let told = known
        .into_iter()
        .filter_map(|(name, at)| Some((name, moment(at?).to_string())));
    told.collect()
}
