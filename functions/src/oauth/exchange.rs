//! The grant that takes a token of somebody else's (RFC 8693).

use std::net::IpAddr;

use http::{HeaderMap, StatusCode};
use usher::tenant::Grant;

use super::client::Known;
use super::error::OAuthError;
use super::grants::{accepted, allowed, scope};
use super::token::{TokenAnswer, TokenRequest};
use crate::agreements::before_token::SaidByApp;
use crate::app::App;
use crate::http::Problem;
use crate::sso::exchange_token::exchanged;

/// RFC 8693 section 2.1.
pub(super) const TOKEN_EXCHANGE: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
/// RFC 8693 section 3.
pub(super) const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";

/// A token of the person's identity provider (RFC 8693).
pub(super) async fn token_exchange(
    app: &App,
    (source, headers): (IpAddr, &HeaderMap),
    known: &Known,
    asked: &TokenRequest,
) -> Result<TokenAnswer, OAuthError> {
    allowed(known, Grant::TokenExchange)?;
    let missing = |name: &str| OAuthError::invalid_request(format!("{name} is missing"));
    let token = asked.subject_token.as_deref().ok_or_else(|| missing("subject_token"))?;
    match asked.subject_token_type.as_deref() {
        Some(ACCESS_TOKEN) => {}
        Some(_) => {
            return Err(OAuthError::invalid_request(format!(
                "subject_token_type is {ACCESS_TOKEN}"
            )));
        }
        None => return Err(missing("subject_token_type")),
    }
    asked.can_be_exchanged_so()?;
    let scope = scope(asked.scope.as_deref(), &known.client.person_scopes())?;
    let shown = (token, asked.connection.as_deref());
    let accepted = accepted(asked)?;
    let said = SaidByApp {
        accepted: &accepted,
        source,
        headers,
    };
    let exchanged = exchanged(app, known, shown, Some(&scope), said);
    let answer = app.guarded(source, exchanged).await.map_err(exchange_refused)?;
    Ok(TokenAnswer {
        issued_token_type: Some(ACCESS_TOKEN),
        ..answer
    })
}

/// A token that shows nobody is `invalid_request` (RFC 8693 section 2.2.2); whatever is not the client's doing is told as
/// anywhere.
fn exchange_refused(problem: Problem) -> OAuthError {
    let status = problem.code.status;
    if problem.agreements.is_some() {
        return problem.into();
    }
    match status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS {
        true => OAuthError::invalid_request(problem.code.title),
        false => problem.into(),
    }
}
