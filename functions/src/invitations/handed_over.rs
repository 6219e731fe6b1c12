//! The link of an invitation: as it is mailed, and as it is handed to a client that delivers it itself.

use jiff::Timestamp;
use serde::Serialize;
use usher::tenant::{Channel, Tenant};
use usher::user::{User, moment};
use usher::verification::{Due, Link, code};
use utoipa::ToSchema;

use super::activate;
use crate::app::App;
use crate::http::{Caller, Problem, code as codes};

/// What a client delivers itself. It is derived from the times on the person, so the same request is answered with the
/// same again; nothing of it is stored.
#[derive(Serialize, ToSchema)]
pub(crate) struct HandedOver {
    /// The link, for a letter, a QR code or the client's own mail. Whoever holds it can activate the account.
    #[schema(
        required = false,
        example = "https://id.acme.example/activate?token=acme.wOhJ1HcpQgssVGAe_M1CTJt6…"
    )]
    link: String,
    /// The code that does the same, with the person's address.
    #[schema(required = false, example = "123456")]
    code: String,
    /// Until when both work.
    #[schema(required = false, example = "2026-11-23T09:30:00Z")]
    expires_at: String,
}

impl HandedOver {
    /// What a person was given when it was asked for at `asked_at`, in milliseconds since 1970.
    pub(super) fn of(app: &App, tenant: &Tenant, user: &User, asked_at: i64) -> Self {
        let due = Due {
            asked_at: moment(asked_at),
            expires_at: user.works_until(asked_at, tenant.link_life_seconds),
        };
        Self {
            link: url(app, tenant, &Link::handed_over(user, due)),
            // Not the one that would be texted: that proves the number.
            code: code(&app.keys, user, Channel::Email, due.asked_at, tenant.link_life_seconds),
            expires_at: due.expires_at.to_string(),
        }
    }

    /// Whether a caller asks to deliver an invitation itself.
    ///
    /// # Errors
    /// When its document does not say that it may.
    pub(super) fn asked_for(caller: &Caller, deliver_self: Option<bool>) -> Result<bool, Problem> {
        let asked = deliver_self.unwrap_or(false);
        let may = |caller: &Caller| {
            caller
                .tenant
                .client(&caller.client)
                .is_some_and(|client| client.deliver_self)
        };
        match asked && !may(caller) {
            true => Err(Problem::new(&codes::DELIVER_SELF_NOT_ALLOWED)
                .detail("deliver_self is for clients whose document says deliver_self: true")),
            false => Ok(asked),
        }
    }
}

/// Where a link leads: to the tenant's own base, where an app catches links, else here.
pub(crate) fn url(app: &App, tenant: &Tenant, link: &Link) -> String {
    let base = tenant
        .link_base_url
        .as_deref()
        .map_or(app.config.public_url.as_str(), |base| base.trim_end_matches('/'));
    let path = match link.invites() {
        true => activate::PATH,
        false => "/v2/registration/verify",
    };
    format!("{base}{path}?token={}", link.seal(&app.keys))
}

/// A time as the API writes it.
pub(super) fn time(at: i64) -> String {
    let at: Timestamp = moment(at);
    at.to_string()
}
