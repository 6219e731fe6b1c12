//! An authorization request, read and right.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::CodeChallenge;
use crate::keys::{KeyRing, Purpose};
use crate::tenant::TenantName;
use crate::user::moment;

/// How long a person may take from the app to the end of our pages: 1 hour.
pub const REQUEST_LIFE: SignedDuration = SignedDuration::from_hours(1);
/// How long a pushed request may be brought to `/authorize`: 10 minutes (RFC 9126 section 2.2).
pub const PUSHED_LIFE: SignedDuration = SignedDuration::from_mins(10);

/// What an app asks for. Everything in it was checked against the client.
///
/// It is sealed in a format that names no fields: none may be left out when it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorizationRequest {
    /// Whose person is to sign in.
    pub tenant: TenantName,
    /// The app.
    pub client: String,
    /// Where the answer goes: one of the app's list.
    pub redirect_uri: String,
    /// What for, separated by spaces: `openid` and what else is known.
    pub scope: String,
    /// Handed back to the app as it is.
    pub state: Option<String>,
    /// Put into the ID token as it is.
    pub nonce: Option<String>,
    /// What the code is bound to.
    pub code_challenge: Option<CodeChallenge>,
    /// How the answer travels.
    pub response_mode: ResponseMode,
    /// What the person has to do, whether or not it seems needed.
    pub prompt: Prompt,
    /// How long ago the person may have signed in, in seconds.
    pub max_age: Option<u32>,
    /// The address that the person is expected to sign in with.
    pub login_hint: Option<String>,
    /// The person whom the app knows already, by an ID token it was given: nobody else will do.
    pub hinted: Option<[u8; 16]>,
    /// The languages they read, the best first, separated by spaces.
    pub ui_locales: Option<String>,
    /// When it was asked, in milliseconds since 1970: a sign-in since then is one for this request.
    pub asked_at: i64,
    expires_at: i64,
}

/// How an answer travels (OAuth 2.0 Multiple Response Type Encoding Practices; OAuth 2.0 Form Post Response Mode).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResponseMode {
    /// In the query of the redirect URI.
    #[default]
    Query,
    /// As a form that the browser posts to it.
    FormPost,
}

/// The values of `prompt` (OpenID Connect Core 1.0, section 3.1.2.1; Initiating User Registration 1.0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word of the parameter")]
pub struct Prompt {
    /// Nothing is shown.
    pub none: bool,
    /// The person signs in anew.
    pub login: bool,
    /// The person is asked whether the app may have what it asks for.
    pub consent: bool,
    /// The person registers.
    pub create: bool,
}

impl AuthorizationRequest {
    /// An app's request, asked at `now`, without what is optional.
    #[must_use]
    pub(super) fn new(tenant: TenantName, client: String, redirect_uri: String, now: Timestamp) -> Self {
        Self {
            tenant,
            client,
            redirect_uri,
            scope: String::new(),
            state: None,
            nonce: None,
            code_challenge: None,
            response_mode: ResponseMode::Query,
            prompt: Prompt::default(),
            max_age: None,
            login_hint: None,
            hinted: None,
            ui_locales: None,
            asked_at: now.as_millisecond(),
            expires_at: 0,
        }
    }

    /// The request as text that is good for `life`.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp, life: SignedDuration) -> String {
        let sealed = Self {
            expires_at: now.saturating_add(life).unwrap_or(now).as_millisecond(),
            ..self.clone()
        };
        keys.seal(Purpose::AuthorizationRequest, &sealed, now)
    }

    /// Reads a request; `None` when it is none of ours or its time is over.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing, now: Timestamp) -> Option<Self> {
        let request: Self = keys.open(Purpose::AuthorizationRequest, text)?;
        (moment(request.expires_at) > now).then_some(request)
    }

    /// Whose request it is or was, for a page that says that its time is over.
    #[must_use]
    pub fn tenant_of(text: &str, keys: &KeyRing) -> Option<TenantName> {
        let request: Self = keys.open(Purpose::AuthorizationRequest, text)?;
        Some(request.tenant)
    }

    /// Whether it asks for this scope.
    #[must_use]
    pub fn has_scope(&self, name: &str) -> bool {
        self.scope.split(' ').any(|scope| scope == name)
    }

    /// The same request for a person who comes back to it much later, from a mail: whatever it made them do is done.
    #[must_use]
    pub fn resumed(self, now: Timestamp) -> Self {
        Self {
            prompt: Prompt::default(),
            max_age: None,
            asked_at: now.as_millisecond(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_request_opens_until_its_time_is_over_and_for_nothing_else() {
        let (keys, now) = (testing::keys(), testing::now());
        let request = AuthorizationRequest::new(
            testing::tenant().name,
            "app".to_owned(),
            "https://app.acme.example/".to_owned(),
            now,
        );
        let text = request.seal(&keys, now, PUSHED_LIFE);
        let end = now + PUSHED_LIFE;
        let last = AuthorizationRequest::open(&text, &keys, end - SignedDuration::from_millis(1));
        assert_eq!(last.map(|last| last.redirect_uri), Some(request.redirect_uri.clone()));
        assert_eq!(AuthorizationRequest::open(&text, &keys, end), None);
        assert_eq!(AuthorizationRequest::tenant_of(&text, &keys), Some(request.tenant));
        assert_eq!(crate::token::AuthorizationCode::open(&text, &keys, now), None);
    }
}
