//! Asking the tenant's own service whose code it is.

use http::StatusCode;
use usher::id::Opaque;
use usher::provisioning::RequestIdentity;
use usher::sign_up::{Partner, PartnerCode};
use usher::tenant::PartnerProvider;

use super::form::Opened;
use crate::app::App;
use crate::tenant_service;

/// What is known of a code.
pub(super) enum Resolved {
    /// Whose it is.
    Partner(Partner),
    /// It is nobody's.
    Unknown,
    /// The service does not answer, or not as it should. An operator finds the reason in the log.
    NotNow,
}

/// Asks, unless it was answered a moment ago.
pub(super) async fn resolve(app: &App, opened: &Opened, provider: &PartnerProvider, code: &PartnerCode) -> Resolved {
    let (question, now) = (question(opened, provider, code), app.clock.now());
    let answer = match app.partners.get(question, now) {
        Some(known) => known,
        None => match ask(app, opened, provider, code).await {
            Ok(answer) => {
                app.partners.put(question, answer.clone(), now);
                answer
            }
            Err(reason) => {
                let tenant = opened.tenant.name.as_str();
                tracing::warn!(tenant, reason, "the partner provider gave no answer that can be used");
                return Resolved::NotNow;
            }
        },
    };
    answer.map_or(Resolved::Unknown, Resolved::Partner)
}

/// What an answer is remembered under. A provider that is set otherwise is another one; the code itself is not kept.
fn question(opened: &Opened, provider: &PartnerProvider, code: &PartnerCode) -> Opaque {
    let provider = serde_json::to_vec(provider).unwrap_or_default();
    RequestIdentity::id_of(&[
        b"usher partner",
        opened.tenant.name.as_str().as_bytes(),
        opened.link.kind.as_str().as_bytes(),
        &provider,
        code.as_str().as_bytes(),
    ])
}

/// The partner, or that there is none; the error is a word for the log.
async fn ask(
    app: &App,
    opened: &Opened,
    provider: &PartnerProvider,
    code: &PartnerCode,
) -> Result<Option<Partner>, &'static str> {
    let body = code.question(&opened.tenant.name);
    let answer = tenant_service::ask(app, &provider.url, provider.authentication.as_ref(), body).await?;
    match answer.status {
        StatusCode::OK => {
            let read = Partner::read(provider, &opened.rules, &answer.body);
            read.map(Some).map_err(|error| error.word())
        }
        StatusCode::NOT_FOUND => Ok(None),
        _ => Err("wrong_status"),
    }
}
