//! Authorization codes (RFC 6749 section 4.1): good once, for the client and the link they were given for.
//!
//! A code is not stored. It is the beginning of a refresh-token family: redeeming it is that family's first
//! rotation, one conditional write, so of many at once one succeeds, and a second use revokes the family.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::RefreshToken;
use crate::authorization::{AuthorizationRequest, CodeChallenge};
use crate::entropy::Entropy;
use crate::keys::{KeyRing, Purpose};
use crate::session::Session;
use crate::user::moment;
use crate::verification::Completion;

/// How long a code is good for: 5 minutes; RFC 6749 section 4.1.2 allows ten.
const LIFE: SignedDuration = SignedDuration::from_mins(5);

/// The right to one set of tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorizationCode {
    /// The family it begins.
    pub grant: RefreshToken,
    /// The link it was sent to; the client has to repeat it (RFC 6749 section 4.1.3).
    pub redirect_uri: String,
    /// What the ID token repeats.
    pub nonce: Option<String>,
    /// Whose verifier the client has to show.
    pub challenge: Option<CodeChallenge>,
    /// The browser, in words, for the person's list of sessions.
    pub device: String,
}

impl AuthorizationCode {
    /// A code for the app of a person who has just registered.
    #[must_use]
    pub fn new(completion: &Completion, scope: &str, entropy: &Entropy, now: Timestamp) -> Self {
        Self {
            grant: RefreshToken::begin_for(completion, scope, entropy, now),
            redirect_uri: completion.to.clone(),
            nonce: None,
            challenge: None,
            device: String::new(),
        }
    }

    /// A code for an app whose person is signed in.
    #[must_use]
    pub fn in_session(
        session: &Session,
        request: &AuthorizationRequest,
        device: String,
        entropy: &Entropy,
        now: Timestamp,
    ) -> Self {
        Self {
            grant: RefreshToken::begin_in(session, request, entropy, now),
            redirect_uri: request.redirect_uri.clone(),
            nonce: request.nonce.clone(),
            challenge: request.code_challenge.clone(),
            device,
        }
    }

    /// Whether the one who redeems it has shown what it is bound to (RFC 7636 section 4.6): the right verifier, or none
    /// where it is bound to none.
    #[must_use]
    pub fn is_proven_by(&self, verifier: Option<&str>) -> bool {
        match (&self.challenge, verifier) {
            (Some(challenge), Some(verifier)) => challenge.is_of(verifier),
            (None, None) => true,
            _ => false,
        }
    }

    /// The code as text.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        keys.seal(Purpose::AuthorizationCode, self, now)
    }

    /// Reads a code; `None` when it is none of ours or its time is over.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing, now: Timestamp) -> Option<Self> {
        let code: Self = keys.open(Purpose::AuthorizationCode, text)?;
        (now.duration_since(moment(code.grant.started_at())) < LIFE).then_some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_code_is_good_for_five_minutes_and_for_nothing_else() {
        let (keys, now) = (testing::keys(), testing::now());
        let completion = Completion::new(&testing::user(), "app", "https://app.acme.example/", now);
        let code = AuthorizationCode::new(&completion, "openid", &Entropy::seeded(1), now);
        let text = code.seal(&keys, now);
        let end = now + LIFE;
        assert_eq!(
            AuthorizationCode::open(&text, &keys, end - SignedDuration::from_millis(1)),
            Some(code)
        );
        assert_eq!(AuthorizationCode::open(&text, &keys, end), None);
        assert_eq!(RefreshToken::open(&text, &keys, now), None);
        assert_eq!(Completion::open(&text, &keys, now), None);
    }
}
