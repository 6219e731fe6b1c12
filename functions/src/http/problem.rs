//! Errors as RFC 9457 `application/problem+json`.

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{HeaderValue, StatusCode};
use serde::Serialize;
use usher::limit::TooOften;
use usher::store::StoreError;
use utoipa::ToSchema;

use super::code::{self, Code};
use super::next_identity::NextIdentity;

/// `type` is this followed by the code: a name, not a place, since each deployment has its own host.
/// `docs/errors.md` explains the codes.
const TYPE_BASE: &str = "urn:usher:error:";

/// A failure on its way to the caller. What it becomes, JSON or a page, is decided by
/// [`super::finish`], which also adds the request id.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Which kind.
    pub code: &'static Code,
    /// What went wrong this time, in a sentence for the developer who calls.
    pub detail: Option<Cow<'static, str>>,
    /// What went wrong with each field.
    pub errors: Vec<FieldError>,
    /// What the person has to accept before they go on.
    pub agreements: Option<Box<[OwedAgreement]>>,
    /// Seconds until trying again makes sense.
    pub retry_after: Option<u32>,
    /// A challenge for `WWW-Authenticate`.
    pub challenge: Option<&'static str>,
    /// What the log is told and the caller is not.
    pub cause: Option<String>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// Where, as a JSON pointer (RFC 6901) into the body.
    #[schema(example = "/customer_info/email_address")]
    pub pointer: String,
    /// What kind of flaw, as a stable word.
    #[schema(example = "address_malformed")]
    pub code: Cow<'static, str>,
    /// The same as a sentence.
    #[schema(example = "an e-mail address has one @ with something on either side")]
    pub detail: String,
}

impl FieldError {
    /// A flaw at `pointer`.
    pub fn new(pointer: impl Into<String>, code: &'static str, detail: impl ToString) -> Self {
        Self {
            pointer: pointer.into(),
            code: Cow::Borrowed(code),
            detail: detail.to_string(),
        }
    }
}

/// An agreement that a person has to accept before they go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OwedAgreement {
    /// Its name.
    #[schema(example = "terms")]
    pub name: String,
    /// The version that is accepted now.
    #[schema(example = 2)]
    pub version: u32,
    /// What it is called, in the person's language.
    #[schema(example = "Terms of service")]
    pub title: String,
    /// The page with its words.
    #[schema(example = "https://id.acme.example/legal/terms?labelpartner=acme&version=2&locale=en")]
    pub url: String,
}

/// The body of every error (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody<'a> {
    /// The kind of failure as a URI.
    #[schema(example = "urn:usher:error:email_exists")]
    r#type: String,
    /// The kind of failure as a sentence.
    #[schema(example = "Somebody has this e-mail address.")]
    title: &'a str,
    /// The HTTP status.
    #[schema(example = 409)]
    status: u16,
    /// What went wrong this time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "this route takes application/json")]
    detail: Option<&'a str>,
    /// The kind of failure as a stable word.
    #[schema(example = "email_exists")]
    code: &'a str,
    /// Names this request in the log.
    #[schema(example = "b1c0a9f4-6b0e-4c55-8f0e-0d3f5a0f2a11")]
    request_id: &'a str,
    /// What is wrong with each field.
    #[serde(skip_serializing_if = "<[FieldError]>::is_empty")]
    errors: &'a [FieldError],
    /// With `agreements_pending`: what the person has to accept.
    #[serde(skip_serializing_if = "Option::is_none")]
    agreements: Option<&'a [OwedAgreement]>,
    /// On `/idp/v1/` also what Next Identity answers.
    #[serde(flatten)]
    #[schema(value_type = NextIdentity)]
    next_identity: Option<NextIdentity>,
}

impl Problem {
    /// A failure of this kind.
    #[must_use]
    pub const fn new(code: &'static Code) -> Self {
        Self {
            code,
            detail: None,
            errors: Vec::new(),
            agreements: None,
            retry_after: None,
            challenge: None,
            cause: None,
        }
    }

    /// With a sentence about this time.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// With the number of seconds after which it is worth trying again.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// With what `WWW-Authenticate` asks for (RFC 9110 section 11.6.1).
    #[must_use]
    pub const fn challenge(mut self, challenge: &'static str) -> Self {
        self.challenge = Some(challenge);
        self
    }

    /// With what is wrong with each field.
    #[must_use]
    pub fn errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// With what the person has to accept.
    #[must_use]
    pub fn agreements(mut self, agreements: Box<[OwedAgreement]>) -> Self {
        self.agreements = Some(agreements);
        self
    }

    /// The body, with the id of the request and, where they are asked for, Next Identity's members.
    #[must_use]
    pub(crate) fn body(&self, request_id: &str, next_identity: Option<NextIdentity>) -> Vec<u8> {
        let body = ProblemBody {
            r#type: format!("{TYPE_BASE}{}", self.code.word),
            title: self.code.title,
            status: self.code.status.as_u16(),
            detail: self.detail.as_deref(),
            code: self.code.word,
            request_id,
            errors: &self.errors,
            agreements: self.agreements.as_deref(),
            next_identity,
        };
        serde_json::to_vec(&body).unwrap_or_default()
    }
}

impl IntoResponse for Problem {
    /// An empty response that carries the problem for [`super::finish`] to write out.
    fn into_response(self) -> Response {
        let mut response = self.code.status.into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(challenge) = self.challenge {
            response
                .headers_mut()
                .insert(http::header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<TooOften> for Problem {
    fn from(too_often: TooOften) -> Self {
        Self {
            retry_after: Some(too_often.retry_after),
            ..Self::new(&code::TOO_MANY_REQUESTS)
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let code = match error {
            StoreError::Unreadable(_) => &code::INTERNAL_ERROR,
            StoreError::Conflict | StoreError::Throttled | StoreError::Unavailable(_) => &code::UNAVAILABLE,
        };
        let retry_after = (code.status == StatusCode::SERVICE_UNAVAILABLE).then_some(1);
        Self {
            retry_after,
            cause: Some(error.to_string()),
            ..Self::new(code)
        }
    }
}
