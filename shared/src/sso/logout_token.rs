//! A provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0, section 2.4).

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::id_token::{OLDEST, TOLERANCE, signed};
use super::{IdTokenRefused, KeySet, is_subject};
use crate::token::jws::Compact;

/// The member of `events` that makes a token one of a logout.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Who has signed out, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOut {
    /// What the provider calls them.
    pub subject: String,
    /// When the provider says so: what began later goes on. So a token that comes again changes nothing.
    pub at: Timestamp,
}

#[derive(Deserialize)]
struct Checked {
    iss: String,
    aud: Value,
    iat: f64,
    exp: f64,
    jti: String,
    events: Value,
    nonce: Option<Value>,
    sub: Option<Value>,
}

impl SignedOut {
    /// What a token of `issuer` for us, `client_id`, says.
    ///
    /// # Errors
    /// Why it is none. A token that names a session and no subject is none here: sessions are not told apart by the provider's.
    pub fn read(
        token: &str,
        (issuer, client_id): (&str, &str),
        keys: &KeySet,
        now: Timestamp,
    ) -> Result<Self, IdTokenRefused> {
        let token = Compact::of(token).ok_or(IdTokenRefused::Unreadable)?;
        let typ = token.header.typ.as_deref();
        // Where it says what it is, it is nothing else.
        let is_of_kind = typ.is_none_or(|typ| {
            ["logout+jwt", "application/logout+jwt", "jwt"].contains(&typ.to_ascii_lowercase().as_str())
        });
        if token.header.crit.is_some() || !is_of_kind {
            return Err(IdTokenRefused::Algorithm);
        }
        signed(&token, keys)?;
        let told: Checked = serde_json::from_slice(&token.claims).map_err(|_| IdTokenRefused::Unreadable)?;
        if told.iss != issuer {
            return Err(IdTokenRefused::OtherIssuer);
        }
        let is_for_us = match &told.aud {
            Value::String(one) => one == client_id,
            Value::Array(all) => all.iter().any(|one| one == client_id),
            _ => false,
        };
        if !is_for_us {
            return Err(IdTokenRefused::OtherAudience);
        }
        // No ID token passes for one, nor the other way round.
        let is_logout = told.events.get(EVENT).is_some_and(Value::is_object) && told.nonce.is_none();
        if !is_logout || told.jti.is_empty() {
            return Err(IdTokenRefused::OtherNonce);
        }
        let moment = now.as_duration().as_secs_f64();
        let is_over = told.exp <= moment - TOLERANCE || told.iat <= moment - OLDEST;
        if is_over || told.iat > moment + TOLERANCE {
            return Err(IdTokenRefused::OutOfTime);
        }
        match told.sub {
            Some(Value::String(subject)) if is_subject(&subject) => Ok(Self {
                subject,
                // It tells whole seconds: what began within that one is ended, too.
                at: Timestamp::from_millisecond((told.iat as i64).saturating_mul(1_000).saturating_add(999))
                    .unwrap_or(now)
                    .min(now),
            }),
            _ => Err(IdTokenRefused::WrongSubject),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing;
    use crate::token::jws;

    fn judged(typ: &str, change: &[(&str, Value)]) -> Result<String, IdTokenRefused> {
        let (keys, now) = (testing::keys(), testing::now());
        let signer = keys.signer(now);
        let (x, y) = &signer.public;
        let set = json!({ "keys": [{ "kty": "EC", "crv": "P-256", "x": x, "y": y, "kid": signer.kid }] });
        let set = KeySet::read(set.to_string().as_bytes()).expect("a set");
        let mut claims = json!({
            "iss": "https://login.acme.example", "aud": ["usher"], "iat": now.as_second(), "exp": now.as_second() + 60,
            "jti": "1", "events": { EVENT: {} }, "sub": "jane",
        });
        for (name, value) in change {
            claims[*name] = value.clone();
        }
        let token = jws::compact(signer, typ, &claims);
        let told = SignedOut::read(&token, ("https://login.acme.example", "usher"), &set, now);
        told.map(|told| told.subject)
    }

    #[test]
    fn a_logout_token_says_who_has_signed_out() {
        for typ in ["logout+jwt", "JWT"] {
            assert_eq!(judged(typ, &[]), Ok("jane".to_owned()), "{typ}");
        }
    }

    #[test]
    fn nothing_else_passes_for_one() {
        let now = testing::now().as_second();
        for (change, refused) in [
            (
                vec![("iss", json!("https://evil.example"))],
                IdTokenRefused::OtherIssuer,
            ),
            (vec![("aud", json!("other"))], IdTokenRefused::OtherAudience),
            (vec![("events", json!({}))], IdTokenRefused::OtherNonce),
            (vec![("events", json!({ EVENT: true }))], IdTokenRefused::OtherNonce),
            (vec![("nonce", json!("n"))], IdTokenRefused::OtherNonce),
            (vec![("jti", json!(""))], IdTokenRefused::OtherNonce),
            (vec![("exp", json!(now - 60))], IdTokenRefused::OutOfTime),
            (vec![("iat", json!(now - 600))], IdTokenRefused::OutOfTime),
            (vec![("iat", json!(now + 61))], IdTokenRefused::OutOfTime),
            (
                vec![("sub", json!(null)), ("sid", json!("s1"))],
                IdTokenRefused::WrongSubject,
            ),
            (vec![("sub", json!(["jane"]))], IdTokenRefused::WrongSubject),
            (vec![("events", json!(null))], IdTokenRefused::OtherNonce),
            (vec![("exp", json!(null))], IdTokenRefused::Unreadable),
        ] {
            assert_eq!(judged("logout+jwt", &change), Err(refused), "{change:?}");
        }
        for typ in ["at+jwt", "id+jwt", ""] {
            assert_eq!(judged(typ, &[]), Err(IdTokenRefused::Algorithm), "{typ}");
        }
    }
}
