//! What a provider says of an access token of its own (RFC 7662).

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::is_subject;
use crate::answered::Answered;
use crate::tenant::Introspection;

/// How far a provider's clock may be ahead of ours.
const CLOCKS_APART: SignedDuration = SignedDuration::from_mins(1);

/// Why a provider's token shows nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRefused {
    /// The provider says that it counts no more.
    Inactive,
    /// Its time is over, whatever the provider says.
    Expired,
    /// Its time has not come yet.
    NotYet,
    /// It is meant for somebody else.
    OtherAudience,
    /// The answer has no subject where the connection says.
    NoSubject,
    /// What stands there is none: another type than a text, empty, too long, or with control characters.
    WrongSubject,
    /// The answer is none that RFC 7662 knows.
    Unreadable,
}

impl TokenRefused {
    /// A stable word for the log.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inactive => "inactive",
            Self::Expired => "expired",
            Self::NotYet => "not_yet",
            Self::OtherAudience => "other_audience",
            Self::NoSubject => "no_subject",
            Self::WrongSubject => "wrong_subject",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether the provider is to blame rather than whoever brought the token.
    #[must_use]
    pub const fn is_trouble(self) -> bool {
        matches!(self, Self::Unreadable)
    }
}

impl Introspection {
    /// The subject that an answer of the provider's shows (RFC 7662 section 2.2).
    ///
    /// # Errors
    /// Why it shows nobody. Only `true` is true, and only a text is a subject: what has to be guessed is refused.
    pub fn subject_in(&self, answer: &[u8], now: Timestamp) -> Result<String, TokenRefused> {
        let Answered(answer) = serde_json::from_slice(answer).map_err(|_| TokenRefused::Unreadable)?;
        match answer.get("active") {
            Some(Value::Bool(true)) => {}
            Some(Value::Bool(false)) => return Err(TokenRefused::Inactive),
            _ => return Err(TokenRefused::Unreadable),
        }
        match answer.get("exp") {
            None => {}
            Some(Value::Number(at)) if at.as_f64().is_some_and(|at| at > now.as_second() as f64) => {}
            Some(Value::Number(_)) => return Err(TokenRefused::Expired),
            Some(_) => return Err(TokenRefused::Unreadable),
        }
        match answer.get("nbf") {
            None => {}
            Some(Value::Number(at))
                if at
                    .as_f64()
                    .is_some_and(|at| at <= (now + CLOCKS_APART).as_second() as f64) => {}
            Some(Value::Number(_)) => return Err(TokenRefused::NotYet),
            Some(_) => return Err(TokenRefused::Unreadable),
        }
        if let Some(audience) = &self.audience {
            let is_meant = match answer.get("aud") {
                Some(Value::String(one)) => one == audience,
                Some(Value::Array(all)) => all.iter().any(|one| one == audience),
                _ => false,
            };
            if !is_meant {
                return Err(TokenRefused::OtherAudience);
            }
        }
        let answer = Value::Object(answer);
        match answer.pointer(&self.subject) {
            None | Some(Value::Null) => Err(TokenRefused::NoSubject),
            Some(Value::String(subject)) if is_subject(subject) => Ok(subject.clone()),
            Some(_) => Err(TokenRefused::WrongSubject),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing;

    fn asked(audience: Option<&str>) -> Introspection {
        serde_json::from_value(json!({
            "url": "https://login.acme.example/introspect", "client_id": "usher", "client_secret": "s3cret",
            "subject": "/person/id", "audience": audience,
        }))
        .expect("an introspection")
    }

    fn judged(audience: Option<&str>, answer: &str) -> Result<String, TokenRefused> {
        asked(audience).subject_in(answer.as_bytes(), testing::now())
    }

    #[test]
    fn an_active_token_shows_its_subject_where_the_connection_says() {
        let later = testing::now().as_second() + 1;
        for answer in [
            json!({ "active": true, "person": { "id": "jane" } }),
            json!({ "active": true, "person": { "id": "jane" }, "exp": later, "nbf": later, "sub": "other", "aud": "other" }),
        ] {
            assert_eq!(judged(None, &answer.to_string()), Ok("jane".to_owned()));
        }
        for aud in [json!("usher"), json!(["other", "usher"])] {
            let answer = json!({ "active": true, "aud": aud, "person": { "id": "jane" } });
            assert_eq!(judged(Some("usher"), &answer.to_string()), Ok("jane".to_owned()));
        }
    }

    #[test]
    fn what_has_to_be_guessed_is_refused() {
        let now = testing::now().as_second();
        let person = json!({ "id": "jane" });
        for (answer, refused) in [
            (json!({ "active": false, "person": person }), TokenRefused::Inactive),
            (json!({ "active": "true", "person": person }), TokenRefused::Unreadable),
            (json!({ "active": 1, "person": person }), TokenRefused::Unreadable),
            (json!({ "person": person }), TokenRefused::Unreadable),
            (json!([true]), TokenRefused::Unreadable),
            (
                json!({ "active": true, "person": person, "exp": now }),
                TokenRefused::Expired,
            ),
            (
                json!({ "active": true, "person": person, "exp": "soon" }),
                TokenRefused::Unreadable,
            ),
            (
                json!({ "active": true, "person": person, "nbf": now + 61 }),
                TokenRefused::NotYet,
            ),
            (
                json!({ "active": true, "person": person, "nbf": "now" }),
                TokenRefused::Unreadable,
            ),
            (json!({ "active": true }), TokenRefused::NoSubject),
            (json!({ "active": true, "person": "jane" }), TokenRefused::NoSubject),
            (
                json!({ "active": true, "person": { "id": null } }),
                TokenRefused::NoSubject,
            ),
            (
                json!({ "active": true, "person": { "id": 7 } }),
                TokenRefused::WrongSubject,
            ),
            (
                json!({ "active": true, "person": { "id": ["jane"] } }),
                TokenRefused::WrongSubject,
            ),
            (
                json!({ "active": true, "person": { "id": "" } }),
                TokenRefused::WrongSubject,
            ),
            (
                json!({ "active": true, "person": { "id": " " } }),
                TokenRefused::WrongSubject,
            ),
            (
                json!({ "active": true, "person": { "id": "a\u{0}b" } }),
                TokenRefused::WrongSubject,
            ),
            (
                json!({ "active": true, "person": { "id": "x".repeat(256) } }),
                TokenRefused::WrongSubject,
            ),
        ] {
            assert_eq!(judged(None, &answer.to_string()), Err(refused), "{answer}");
        }
        let twice = r#"{"active":false,"active":true,"person":{"id":"jane"}}"#;
        for answer in ["", "<html>", "null", "true", "{\"active\":true", twice] {
            assert_eq!(judged(None, answer), Err(TokenRefused::Unreadable), "{answer}");
        }
        for aud in [json!("Usher"), json!([]), json!({ "usher": true }), json!(null)] {
            let answer = json!({ "active": true, "aud": aud, "person": person });
            assert_eq!(
                judged(Some("usher"), &answer.to_string()),
                Err(TokenRefused::OtherAudience)
            );
        }
    }
}
