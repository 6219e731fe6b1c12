//! What people are told who do not get in by their identity provider.

use ::http::StatusCode;
use ::http::header::RETRY_AFTER;
use axum::response::{IntoResponse as _, Response};

use usher::sso::IdTokenRefused;

use super::breaker::LEFT_ALONE;
use super::relying_party::{Failed, RelyingParty};
use crate::hosted::{Visit, sign_in};
use crate::metrics::{self, Step};
use crate::page_answer::{Reader, page};
use crate::pages::{self, Languages, ProblemKind};

/// A page of a visit, with the way on from it.
pub(super) fn problem(reader: &Reader, visit: &Visit, (status, kind): (StatusCode, ProblemKind), to: &str) -> Response {
    let shown = visit.shown(reader);
    let content = pages::Problem {
        kind,
        next: Some(visit.href(to, &shown)),
        request_id: None,
    };
    page(status, content.render(&shown.frame(Languages::None)))
}

/// What was begun elsewhere, or too long ago: it begins anew.
pub(super) fn again(reader: &Reader, visit: &Visit) -> Response {
    let told = (StatusCode::BAD_REQUEST, ProblemKind::SsoAgain);
    problem(reader, visit, told, sign_in::PATH)
}

/// The provider shows nobody. Why is told to the log alone: what a provider says of its people is between the two.
pub(super) fn failed(reader: &Reader, visit: &Visit, party: &RelyingParty<'_>, failed: Failed) -> Response {
    let (tenant, connection) = (party.tenant.name.as_str(), party.connection.id.as_str());
    let provider = party.connection.display_name.clone();
    match failed {
        Failed::Trouble(reason) => {
            tracing::warn!(tenant, connection, reason, "a provider gave no answer that can be used");
            let told = (
                StatusCode::SERVICE_UNAVAILABLE,
                ProblemKind::ProviderTrouble { provider },
            );
            let page = problem(reader, visit, told, sign_in::PATH);
            ([(RETRY_AFTER, LEFT_ALONE.as_secs().to_string())], page).into_response()
        }
        Failed::Refused(reason) => {
            tracing::info!(tenant, connection, reason, "a sign-in by a provider was refused");
            metrics::failed(Step::Registered, &party.tenant.name, "provider_refused");
            let kind = match reason == IdTokenRefused::TooLongAgo.word() {
                true => ProblemKind::SsoTooLongAgo { provider },
                false => ProblemKind::SsoRefused { provider },
            };
            let told = (StatusCode::FORBIDDEN, kind);
            problem(reader, visit, told, sign_in::PATH)
        }
    }
}
