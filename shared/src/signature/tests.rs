//! A request to sign and to tamper with.

use jiff::Timestamp;
use ring::rand::SystemRandom;

use super::{Algorithm, Claimed, RequestParts, SignatureError, SigningKey, VerifyingKey, sign};

mod profile;
mod tampering;
mod vectors;

type TestResult = Result<(), Box<dyn std::error::Error>>;

const NOW: Timestamp = Timestamp::constant(1_790_000_000, 0);
const BODY: &str = r#"{"email_address":"ada@example.com"}"#;

/// A request that owns its parts, so that a test can change one of them.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) method: &'static str,
    pub(super) target_uri: &'static str,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: &'static str,
}

impl Request {
    pub(super) fn post() -> Self {
        Self {
            method: "POST",
            target_uri: "https://api.example/v1/account?dry=1",
            headers: Vec::new(),
            body: BODY,
        }
    }

    pub(super) fn with<T>(&self, read: impl FnOnce(&RequestParts<'_>) -> T) -> T {
        let headers: Vec<_> = self
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let (method, target_uri, body) = (self.method, self.target_uri, self.body.as_bytes());
        read(&RequestParts {
            method,
            target_uri,
            headers: &headers,
            body,
        })
    }

    pub(super) fn signed(mut self, key: &SigningKey) -> Result<Self, SignatureError> {
        let signed = self.with(|parts| sign(parts, key, "clt_1/k1", NOW, "n-1"))?;
        self.headers
            .extend(signed.iter().map(|(name, value)| (name, value.to_owned())));
        Ok(self)
    }

    /// Unsigned but for what `Signature-Input` and `Signature` say: for errors found before a key is asked for.
    pub(super) fn claiming(input: &str) -> Self {
        let headers = vec![
            ("Signature-Input", input.to_owned()),
            ("Signature", "a=:AAAA:, b=:AAAA:".to_owned()),
        ];
        Self {
            headers,
            body: "",
            ..Self::post()
        }
    }

    pub(super) fn edit(mut self, name: &str, change: impl Fn(&str) -> String) -> Self {
        for (_, value) in self.headers.iter_mut().filter(|(header, _)| *header == name) {
            *value = change(value);
        }
        self
    }

    pub(super) fn replace(self, name: &str, from: &str, to: &str) -> Self {
        self.edit(name, |value| {
            assert!(value.contains(from), "{value} lacks {from}");
            value.replace(from, to)
        })
    }

    pub(super) fn parse(&self) -> Result<Claimed, SignatureError> {
        self.with(Claimed::parse)
    }

    pub(super) fn check(&self, key: &VerifyingKey, now: Timestamp) -> Result<(), SignatureError> {
        self.parse()?.verify(key, now)
    }
}

pub(super) fn key(algorithm: Algorithm) -> Result<SigningKey, ring::error::Unspecified> {
    SigningKey::generate(algorithm, &SystemRandom::new())
}

pub(super) fn later(seconds: i64) -> Timestamp {
    Timestamp::from_second(NOW.as_second() + seconds).unwrap_or(Timestamp::MAX)
}
