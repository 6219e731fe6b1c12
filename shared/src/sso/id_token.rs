//! What a provider's ID token has to be (OpenID Connect Core 1.0, section 3.1.3.7).

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::key_set::NotSigned;
use super::{Claims, KeySet, is_subject};
use crate::token::jws::Compact;

/// How far the provider's clock may be from ours, in seconds.
pub(super) const TOLERANCE: f64 = 60.0;
/// How old a token may be that was made for an answer of this moment, in seconds: 10 minutes.
pub(super) const OLDEST: f64 = 600.0;

/// What a sign-in that we began has to come back with.
#[derive(Clone, Debug)]
pub struct Expected<'a> {
    /// Who the provider is.
    pub issuer: &'a str,
    /// What it knows us as.
    pub client_id: &'a str,
    /// What we gave it for this sign-in.
    pub nonce: &'a str,
    /// Since when the person has to have shown their credential there, in seconds since 1970, where an app asks for that.
    pub shown_since: Option<i64>,
}

/// Why an ID token shows nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdTokenRefused {
    /// No token at all, or claims of other types.
    Unreadable,
    /// It is not signed with a key pair, or demands what nobody here understands.
    Algorithm,
    /// No such key among those that are known.
    UnknownKey,
    /// The signature is another's.
    NotSigned,
    /// It is another provider's.
    OtherIssuer,
    /// It was made for somebody else.
    OtherAudience,
    /// It was made for another sign-in.
    OtherNonce,
    /// Its time is over, or has not come.
    OutOfTime,
    /// The person showed their credential longer ago than the app takes, or the provider does not say when.
    TooLongAgo,
    /// Its subject is none: of another type than a text, empty, too long, or with control characters.
    WrongSubject,
}

impl IdTokenRefused {
    /// A stable word for the log.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Algorithm => "wrong_algorithm",
            Self::UnknownKey => "unknown_key",
            Self::NotSigned => "not_signed",
            Self::OtherIssuer => "other_issuer",
            Self::OtherAudience => "other_audience",
            Self::OtherNonce => "other_nonce",
            Self::OutOfTime => "out_of_time",
            Self::TooLongAgo => "too_long_ago",
            Self::WrongSubject => "wrong_subject",
        }
    }
}

/// The claims that are looked at; times are seconds since 1970, with fractions or without (RFC 7519 section 2).
#[derive(Deserialize)]
struct Checked {
    iss: String,
    sub: Value,
    aud: Value,
    azp: Option<String>,
    exp: f64,
    iat: f64,
    nbf: Option<f64>,
    nonce: Option<String>,
    auth_time: Option<f64>,
}

impl Expected<'_> {
    /// What the token says, if it is one for this sign-in.
    ///
    /// # Errors
    /// Why it is not. With [`IdTokenRefused::UnknownKey`] newer keys may help.
    pub fn claims_in(&self, token: &str, keys: &KeySet, now: Timestamp) -> Result<Claims, IdTokenRefused> {
        let token = Compact::of(token).ok_or(IdTokenRefused::Unreadable)?;
        if token.header.crit.is_some() || token.header.typ.as_deref().is_some_and(|typ| !is_id_token(typ)) {
            return Err(IdTokenRefused::Algorithm);
        }
        signed(&token, keys)?;
        let claims: Value = serde_json::from_slice(&token.claims).map_err(|_| IdTokenRefused::Unreadable)?;
        let checked = Checked::deserialize(&claims).map_err(|_| IdTokenRefused::Unreadable)?;
        self.check(&checked, now.as_duration().as_secs_f64())?;
        match checked.sub {
            Value::String(subject) if is_subject(&subject) => Ok(Claims::new(subject, claims)),
            _ => Err(IdTokenRefused::WrongSubject),
        }
    }

    fn check(&self, token: &Checked, now: f64) -> Result<(), IdTokenRefused> {
        if token.iss != self.issuer {
            return Err(IdTokenRefused::OtherIssuer);
        }
        let is_for_us = match &token.aud {
            Value::String(one) => one == self.client_id,
            // Of several, it has to say that we are whom it was made for.
            Value::Array(all) if all.len() > 1 => all.iter().any(|one| one == self.client_id) && token.azp.is_some(),
            Value::Array(all) => all.iter().any(|one| one == self.client_id),
            _ => false,
        };
        if !is_for_us || token.azp.as_deref().is_some_and(|azp| azp != self.client_id) {
            return Err(IdTokenRefused::OtherAudience);
        }
        if token.nonce.as_deref() != Some(self.nonce) {
            return Err(IdTokenRefused::OtherNonce);
        }
        let is_over = token.exp <= now - TOLERANCE || token.iat <= now - OLDEST;
        let has_come = token.iat <= now + TOLERANCE && token.nbf.is_none_or(|nbf| nbf <= now + TOLERANCE);
        if is_over || !has_come {
            return Err(IdTokenRefused::OutOfTime);
        }
        let is_recent = |since: i64| token.auth_time.is_some_and(|at| at >= since as f64 - TOLERANCE);
        match self.shown_since.is_none_or(is_recent) {
            true => Ok(()),
            false => Err(IdTokenRefused::TooLongAgo),
        }
    }
}

/// Whether one of the provider's keys has signed it.
pub(super) fn signed(token: &Compact<'_>, keys: &KeySet) -> Result<(), IdTokenRefused> {
    keys.check(token).map_err(|error| match error {
        NotSigned::Algorithm => IdTokenRefused::Algorithm,
        NotSigned::UnknownKey => IdTokenRefused::UnknownKey,
        NotSigned::Signature => IdTokenRefused::NotSigned,
    })
}

/// No other kind of token passes for one: an access token (RFC 9068) or a logout token has a type of its own.
fn is_id_token(typ: &str) -> bool {
    typ.eq_ignore_ascii_case("JWT") || typ.eq_ignore_ascii_case("application/jwt")
}

#[cfg(test)]
mod tests;
