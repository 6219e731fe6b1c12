//! Errors as OAuth clients know them (RFC 6749 section 5.2, RFC 6750 section 3).

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, PRAGMA, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use serde::Serialize;
use usher::authorization::Refused;
use usher::limit::TooOften;
use usher::store::StoreError;
use utoipa::ToSchema;

use crate::http::{OwedAgreement, Problem, code};

/// Why nothing was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct OAuthError {
    /// One of the words of RFC 6749 section 5.2 and RFC 6750 section 3.1, or `interaction_required`, `too_many_requests`,
    /// `server_error`, `temporarily_unavailable`.
    #[schema(value_type = String, example = "invalid_grant")]
    error: &'static str,
    /// For the developer of the client.
    #[schema(value_type = String, example = "the user name or password is wrong")]
    error_description: Cow<'static, str>,
    /// With `interaction_required`: what the person has to accept.
    #[serde(skip_serializing_if = "Option::is_none")]
    agreements: Option<Box<[OwedAgreement]>>,
    #[serde(skip)]
    status: StatusCode,
    #[serde(skip)]
    retry_after: Option<u32>,
    /// What `WWW-Authenticate` asks for.
    #[serde(skip)]
    challenge: Option<&'static str>,
}

/// How a client shows itself where it may do so in a header.
const BASIC: &str = "Basic realm=\"usher\"";

impl OAuthError {
    const fn new(status: StatusCode, error: &'static str, description: &'static str) -> Self {
        Self {
            error,
            error_description: Cow::Borrowed(description),
            agreements: None,
            status,
            retry_after: None,
            challenge: None,
        }
    }

    pub(crate) fn invalid_request(description: impl Into<Cow<'static, str>>) -> Self {
        Self {
            error_description: description.into(),
            ..Self::new(StatusCode::BAD_REQUEST, "invalid_request", "")
        }
    }

    pub(super) fn invalid_client() -> Self {
        let said = Self::new(
            StatusCode::UNAUTHORIZED,
            "invalid_client",
            "the client is unknown, or does not show what it has to",
        );
        Self {
            challenge: Some(BASIC),
            ..said
        }
    }

    /// What a client has signed does not show who it is.
    pub(super) fn assertion_refused(description: impl Into<Cow<'static, str>>) -> Self {
        Self {
            error_description: description.into(),
            ..Self::invalid_client()
        }
    }

    pub(super) const fn invalid_grant(description: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_grant", description)
    }

    pub(super) const fn unauthorized_client() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "unauthorized_client",
            "the client may not use this grant type",
        )
    }

    pub(super) const fn unsupported_grant_type() -> Self {
        let known = "the grant type is password, authorization_code, refresh_token, client_credentials or RFC 8693's token-exchange";
        Self::new(StatusCode::BAD_REQUEST, "unsupported_grant_type", known)
    }

    /// RFC 8693 section 2.2.2.
    pub(super) const fn invalid_target() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "invalid_target",
            "tokens are for this service alone: audience and resource are not taken",
        )
    }

    pub(super) const fn invalid_scope() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "invalid_scope",
            "the client may not have this scope",
        )
    }

    /// A token that no sign-in ends with.
    pub(super) const fn unsupported_token_type() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "unsupported_token_type",
            "a token that a client got for itself ends by itself",
        )
    }

    /// Whoever shows a token that is worth nothing.
    pub(super) fn invalid_token() -> Self {
        let said = Self::new(
            StatusCode::UNAUTHORIZED,
            "invalid_token",
            "the access token is not good (any more)",
        );
        Self {
            challenge: Some("Bearer realm=\"usher\", error=\"invalid_token\""),
            ..said
        }
    }

    /// Whoever shows a token that was not given for this.
    pub(super) fn insufficient_scope() -> Self {
        let said = Self::new(
            StatusCode::FORBIDDEN,
            "insufficient_scope",
            "the access token was not given for openid",
        );
        Self {
            challenge: Some("Bearer realm=\"usher\", error=\"insufficient_scope\", scope=\"openid\""),
            ..said
        }
    }
}

impl From<Refused> for OAuthError {
    /// What an app that handed its request over directly is told at once.
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::RedirectUri => Self::invalid_request("redirect_uri is missing, or is none of the client's"),
            Refused::Told(refusal) => Self {
                error_description: refusal.description,
                ..Self::new(StatusCode::BAD_REQUEST, refusal.error, "")
            },
        }
    }
}

impl From<TooOften> for OAuthError {
    fn from(too_often: TooOften) -> Self {
        let said = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_requests",
            "there were too many attempts",
        );
        Self {
            retry_after: Some(too_often.retry_after),
            ..said
        }
    }
}

impl From<StoreError> for OAuthError {
    fn from(error: StoreError) -> Self {
        Problem::from(error).into()
    }
}

impl From<Problem> for OAuthError {
    /// What went wrong before or below: an unreadable body, a limit, the table.
    fn from(problem: Problem) -> Self {
        if let Some(cause) = &problem.cause {
            tracing::error!(cause, "a client could not be answered");
        }
        let status = match problem.code.status {
            // RFC 6749 section 5.2 has this for all that is not the client's own authentication.
            StatusCode::FORBIDDEN | StatusCode::UNPROCESSABLE_ENTITY => StatusCode::BAD_REQUEST,
            status => status,
        };
        let error = match status {
            StatusCode::TOO_MANY_REQUESTS => "too_many_requests",
            StatusCode::SERVICE_UNAVAILABLE => "temporarily_unavailable",
            _ if status.is_server_error() => "server_error",
            // OpenID Connect Core section 3.1.2.6.
            _ if problem.code == &code::AGREEMENTS_PENDING => "interaction_required",
            _ => "invalid_request",
        };
        let description = problem.detail.unwrap_or(Cow::Borrowed(problem.code.title));
        Self {
            error,
            error_description: description,
            agreements: problem.agreements,
            status,
            retry_after: problem.retry_after,
            challenge: None,
        }
    }
}

impl From<OAuthError> for Problem {
    /// The same on a route that answers problems.
    fn from(error: OAuthError) -> Self {
        let code = match error.status {
            StatusCode::UNAUTHORIZED => &code::UNAUTHENTICATED,
            StatusCode::TOO_MANY_REQUESTS => &code::TOO_MANY_REQUESTS,
            StatusCode::SERVICE_UNAVAILABLE => &code::UNAVAILABLE,
            status if status.is_server_error() => &code::INTERNAL_ERROR,
            _ => &code::VALIDATION_FAILED,
        };
        Self {
            retry_after: error.retry_after,
            challenge: error.challenge,
            ..Self::new(code).detail(error.error_description)
        }
    }
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        let (status, retry_after, challenge) = (self.status, self.retry_after, self.challenge);
        let caching = [(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")];
        let mut response = (status, caching, axum::Json(self)).into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(challenge) = challenge {
            response
                .headers_mut()
                .insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        response
    }
}
