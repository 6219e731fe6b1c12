//! Client assertions: a client shows who it is by a token that it signs itself (`private_key_jwt`; RFC 7523 section 3,
//! OpenID Connect Core 1.0 section 9).
//!
//! What it is for is read strictly, so that an assertion for us is good nowhere else, and one for somebody else not here:
//! `aud` is our issuer alone, as one text, and no address of an endpoint.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::jws::Compact;
use crate::signature::{Algorithm, VerifyingKey};
use crate::tenant::Client;

/// The header `typ` of an assertion that says what it is.
const TYPE: &str = "client-authentication+jwt";
/// How far ahead its end may be, in seconds: 5 minutes.
const LONGEST_LIFE: f64 = 300.0;
/// How far a client's clock may be ahead of ours, in seconds.
const TOLERANCE: f64 = 60.0;

/// An assertion that is right; whether it comes for the first time, its nonce has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    jti: String,
}

/// Why an assertion shows nothing; all of it follows from the client's own words, so it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AssertionRefused {
    /// No token at all, or one with a header that must not be ignored.
    #[error("client_assertion is no JSON Web Token with a header that is known")]
    Unreadable,
    /// A token of another kind.
    #[error("the assertion's typ is client-authentication+jwt, or is left out")]
    WrongType,
    /// No such key, or one for another algorithm.
    #[error("kid and alg name no key of the client that signs with ES256, EdDSA or Ed25519")]
    UnknownKey,
    /// The signature, or claims that are missing or of another type.
    #[error("the assertion is not signed with that key, or iss, sub, aud, exp or jti is missing or of another type")]
    NotSigned,
    /// Of somebody else.
    #[error("the assertion's iss and sub are the client's id")]
    WrongSubject,
    /// For somebody else, or for others as well.
    #[error("the assertion's aud is the issuer alone, as a text")]
    WrongAudience,
    /// Too old, too young, or good for too long.
    #[error("the assertion's exp is in the future, at most 5 minutes ahead, and iat and nbf are not")]
    OutOfTime,
    /// A name that is none.
    #[error("the assertion's jti has 1 to 255 characters")]
    WrongId,
}

/// The claims that count; times are seconds since 1970, with fractions or without (RFC 7519 section 2).
#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Value,
    exp: f64,
    iat: Option<f64>,
    nbf: Option<f64>,
    jti: String,
}

impl Assertion {
    /// The client that an assertion says it is of. Nothing of it is checked.
    #[must_use]
    pub fn claimed_client(text: &str) -> Option<String> {
        #[derive(Deserialize)]
        struct Subject {
            sub: String,
        }
        let claimed: Subject = serde_json::from_slice(&Compact::of(text)?.claims).ok()?;
        Some(claimed.sub)
    }

    /// Checks an assertion of `client` for us, the `issuer`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(text: &str, client: &Client, issuer: &str, now: Timestamp) -> Result<Self, AssertionRefused> {
        let parts = Compact::of(text).ok_or(AssertionRefused::Unreadable)?;
        if parts.header.crit.is_some() {
            return Err(AssertionRefused::Unreadable);
        }
        if parts.header.typ.as_deref().is_some_and(|kind| kind != TYPE) {
            return Err(AssertionRefused::WrongType);
        }
        let key = key(client, parts.header.kid.as_deref()).ok_or(AssertionRefused::UnknownKey)?;
        if !signs_with(key, &parts.header.alg) {
            return Err(AssertionRefused::UnknownKey);
        }
        if !key.verify(parts.message.as_bytes(), &parts.signature) {
            return Err(AssertionRefused::NotSigned);
        }
        let claims: Claims = serde_json::from_slice(&parts.claims).map_err(|_| AssertionRefused::NotSigned)?;
        claims.check(client, issuer, now)
    }

    /// What has to be spent before it counts. No signed call can have the same: their nonces hold no line break.
    #[must_use]
    pub fn nonce(&self) -> String {
        format!("client-assertion\n{}", self.jti)
    }
}

impl Claims {
    fn check(self, client: &Client, issuer: &str, now: Timestamp) -> Result<Assertion, AssertionRefused> {
        if self.iss != client.id || self.sub != client.id {
            return Err(AssertionRefused::WrongSubject);
        }
        if self.aud.as_str() != Some(issuer) {
            return Err(AssertionRefused::WrongAudience);
        }
        let now = now.as_duration().as_secs_f64();
        let has_come = |at: Option<f64>| at.is_none_or(|at| at <= now + TOLERANCE);
        let ends_in_time = self.exp > now && self.exp <= now + LONGEST_LIFE;
        if !ends_in_time || !has_come(self.iat) || !has_come(self.nbf) {
            return Err(AssertionRefused::OutOfTime);
        }
        if !(1..=255).contains(&self.jti.chars().count()) {
            return Err(AssertionRefused::WrongId);
        }
        Ok(Assertion { jti: self.jti })
    }
}

/// The key that `kid` names, with or without the client in front; the only one there is may stay unnamed.
fn key<'a>(client: &'a Client, kid: Option<&str>) -> Option<&'a VerifyingKey> {
    match (kid, client.keys.as_slice()) {
        (Some(kid), keys) => client
            .key(kid)
            .or_else(|| keys.iter().find(|key| key.id == kid).map(|key| &key.public)),
        (None, [only]) => Some(&only.public),
        (None, _) => None,
    }
}

/// Whether a header names the algorithm of the key. Ed25519 has two names: its own, and an older one that means any
/// curve of its kind (RFC 9864). A secret that we share proves nothing that we could not have said ourselves.
fn signs_with(key: &VerifyingKey, named: &str) -> bool {
    match key.algorithm() {
        Algorithm::Ed25519 => matches!(named, "EdDSA" | "Ed25519"),
        Algorithm::EcdsaP256Sha256 => named == "ES256",
        Algorithm::HmacSha256 => false,
    }
}

#[cfg(test)]
mod tests;
