//! The code flow with a provider of a tenant's (OpenID Connect Core 1.0, section 3.1), from our side of it.

use std::sync::Arc;
use std::time::Duration;

use ::http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use usher::adapters::outbound::OutboundAnswer;
use usher::outbound::OutboundUrl;
use usher::sso::{Claims, Departure, Expected, IdTokenRefused, KeySet, Metadata, SignedOut};
use usher::tenant::{AccountKind, Connection, Oidc, Tenant, TenantName};

use super::outgoing::{KnownAs, form, get, post};
use crate::app::App;

/// Where providers send people back to.
pub(crate) const CALLBACK: &str = "/sso/callback/{tenant}/{connection}";
/// How long it may take until a code has become a person: the gateway waits no longer than 12 seconds for an answer.
const LONGEST: Duration = Duration::from_secs(9);
/// The most octets of a code that is passed on.
const MAX_CODE: usize = 4 * 1024;

/// We, at a provider.
#[derive(Clone, Copy)]
pub(super) struct RelyingParty<'a> {
    pub(super) app: &'a App,
    pub(super) tenant: &'a Tenant,
    pub(super) connection: &'a Connection,
    pub(super) oidc: &'a Oidc,
    /// Whether it is only looked at: what comes of that is no reason to leave the provider alone.
    only_looks: bool,
}

/// Why a provider shows nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failed {
    /// It gives no answer that can be used; why, in a word for the log.
    Trouble(&'static str),
    /// What was brought from there shows nobody; likewise.
    Refused(&'static str),
}

/// What the token endpoint gives (section 3.1.3.3).
#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    #[serde(default)]
    access_token: String,
}

impl<'a> RelyingParty<'a> {
    /// At the connection of this id, if people sign in there with their browser.
    pub(super) fn new(app: &'a App, tenant: &'a Tenant, connection: &str) -> Option<Self> {
        let connection = tenant.connection(connection)?;
        let oidc = connection.oidc.as_ref()?;
        Some(Self {
            app,
            tenant,
            connection,
            oidc,
            only_looks: false,
        })
    }

    /// The same, to look whether the provider answers.
    pub(super) const fn only_looking(self) -> Self {
        Self {
            only_looks: true,
            ..self
        }
    }

    /// The rules of the accounts that are made of people who come from there.
    pub(super) fn kind(&self) -> Option<&'a AccountKind> {
        self.tenant.onboarding.kinds.get(&self.oidc.kind?)
    }

    /// Where the provider does what, as it says itself.
    pub(super) async fn metadata(&self) -> Result<Arc<Metadata>, Failed> {
        let (name, now) = (self.name(), self.app.clock.now());
        match self.app.providers.metadata(&name, now) {
            Some(known) => Ok(known),
            None => self.read_metadata().await,
        }
    }

    /// The same as it says it at this moment.
    pub(super) async fn read_metadata(&self) -> Result<Arc<Metadata>, Failed> {
        let (name, now) = (self.name(), self.app.clock.now());
        let policy = self.app.config.outbound;
        let refused = |error: usher::sso::MetadataRefused| Failed::Trouble(error.word());
        let address = Metadata::address(&self.oidc.issuer, policy).map_err(refused)?;
        let document = self.read(&address).await?;
        let metadata = Metadata::read(&document, &self.oidc.issuer, policy).map_err(refused)?;
        Ok(self.app.providers.keep_metadata(&name, metadata, now))
    }

    /// The address that somebody is sent to (section 3.1.2.1).
    pub(super) fn authorization(&self, metadata: &Metadata, departure: &Departure, redirect_uri: &str) -> String {
        let scope = self.oidc.scopes.join(" ");
        let (state, nonce, challenge) = (departure.seal(&self.app.keys), departure.nonce(), departure.challenge());
        let mut query = vec![
            ("response_type", "code"),
            ("client_id", &self.oidc.client_id),
            ("redirect_uri", redirect_uri),
            ("scope", &scope),
            ("state", &state),
            ("nonce", &nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("ui_locales", &departure.locale),
        ];
        let max_age = departure.max_age().map(|age| age.to_string());
        query.extend(max_age.as_deref().map(|age| ("max_age", age)));
        let request = departure.request.as_ref();
        query.extend(departure.anew.then_some(("prompt", "login")));
        let hint = request.and_then(|request| request.login_hint.as_deref());
        query.extend(hint.map(|hint| ("login_hint", hint)));
        crate::oauth::with_query(metadata.authorization_endpoint.as_str(), &query)
    }

    /// What the provider tells of whoever came back with this code.
    pub(super) async fn redeem(&self, code: &str, departure: &Departure, redirect_uri: &str) -> Result<Claims, Failed> {
        let redeemed = tokio::time::timeout(LONGEST, self.ask(code, departure, redirect_uri));
        redeemed.await.unwrap_or(Err(Failed::Trouble("timed_out")))
    }

    async fn ask(&self, code: &str, departure: &Departure, redirect_uri: &str) -> Result<Claims, Failed> {
        if !(1..=MAX_CODE).contains(&code.len()) || !code.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Failed::Refused("no_code"));
        }
        let metadata = self.metadata().await?;
        let verifier = departure.verifier();
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirect_uri),
            ("code_verifier", &verifier),
        ];
        let form = form(self.app, KnownAs::from(self.oidc), &fields).ok_or(Failed::Trouble("not_authenticated"))?;
        let answer = self.heard(post(self.app, &metadata.token_endpoint, form).await)?;
        let tokens: Tokens = match answer.status {
            StatusCode::OK => serde_json::from_slice(&answer.body).map_err(|_| Failed::Trouble("unreadable"))?,
            // Another's code, or one that was used (RFC 6749 section 5.2).
            StatusCode::BAD_REQUEST => return Err(Failed::Refused("code_refused")),
            _ => return Err(Failed::Trouble("wrong_status")),
        };
        let claims = self.claims_in(&metadata, &tokens.id_token, departure).await?;
        match (&metadata.userinfo_endpoint, self.oidc.userinfo) {
            (Some(at), true) => {
                let told = self.heard(get(self.app, at, Some(&tokens.access_token)).await)?;
                let told = Some(told.body).filter(|_| told.status == StatusCode::OK);
                let told = told.ok_or(Failed::Trouble("wrong_status"))?;
                claims.with_userinfo(&told).ok_or(Failed::Refused("other_userinfo"))
            }
            (None, true) => Err(Failed::Trouble("no_userinfo")),
            (_, false) => Ok(claims),
        }
    }

    async fn claims_in(&self, metadata: &Metadata, token: &str, departure: &Departure) -> Result<Claims, Failed> {
        let nonce = departure.nonce();
        let expected = Expected {
            issuer: &self.oidc.issuer,
            client_id: &self.oidc.client_id,
            nonce: &nonce,
            shown_since: departure.shown_since(),
        };
        self.checked(metadata, |keys, now| expected.claims_in(token, keys, now))
            .await
    }

    /// Who has signed out there, as a token of the provider's says that it has brought itself.
    pub(super) async fn signed_out(&self, token: &str) -> Result<SignedOut, Failed> {
        let metadata = self.metadata().await?;
        let us = (self.oidc.issuer.as_str(), self.oidc.client_id.as_str());
        self.checked(&metadata, |keys, now| SignedOut::read(token, us, keys, now))
            .await
    }

    /// What a check with the provider's keys comes to; once more with newer ones where the token names one that is not known.
    async fn checked<T>(
        &self,
        metadata: &Metadata,
        check: impl Fn(&KeySet, Timestamp) -> Result<T, IdTokenRefused>,
    ) -> Result<T, Failed> {
        let keys = self.keys(metadata, None).await?;
        let told = match check(&keys, self.app.clock.now()) {
            Err(IdTokenRefused::UnknownKey) => {
                let keys = self.keys(metadata, Some(&keys)).await?;
                check(&keys, self.app.clock.now())
            }
            told => told,
        };
        told.map_err(|error| Failed::Refused(error.word()))
    }

    /// The keys that are known, or newer ones than those that `lack` one, if they may be read again. Of many who want them one
    /// reads them.
    async fn keys(&self, metadata: &Metadata, lack: Option<&Arc<KeySet>>) -> Result<Arc<KeySet>, Failed> {
        let (name, providers) = (self.name(), &self.app.providers);
        let _turn = providers.turn(&name).await;
        let now = self.app.clock.now();
        let is_enough = |known: &Arc<KeySet>| {
            lack.is_none_or(|lack| !Arc::ptr_eq(known, lack) || !providers.may_renew_keys(&name, now))
        };
        match providers.keys(&name, now).filter(is_enough) {
            Some(known) => Ok(known),
            None => self.read_keys(metadata).await,
        }
    }

    /// The keys that the provider signs with, from where it publishes them and from nowhere else.
    pub(super) async fn read_keys(&self, metadata: &Metadata) -> Result<Arc<KeySet>, Failed> {
        let document = self.read(&metadata.jwks_uri).await?;
        let keys = KeySet::read(&document).ok_or(Failed::Trouble("unreadable_keys"))?;
        let now = self.app.clock.now();
        Ok(self.app.providers.keep_keys(&self.name(), keys, now))
    }

    async fn read(&self, address: &OutboundUrl) -> Result<Vec<u8>, Failed> {
        let answer = self.heard(get(self.app, address, None).await)?;
        let is_good = answer.status == StatusCode::OK;
        is_good.then_some(answer.body).ok_or(Failed::Trouble("wrong_status"))
    }

    /// Whether the provider may be asked now.
    pub(super) fn is_left_alone(&self) -> bool {
        let (tenant, connection) = (&self.tenant.name, &self.connection.id);
        !self.app.breakers.lets(tenant, connection, self.app.clock.now())
    }

    /// Only what nobody's code and token can bring about counts against the provider: or whoever has odd ones could have it
    /// left alone.
    pub(super) fn heard(&self, answer: Result<OutboundAnswer, &'static str>) -> Result<OutboundAnswer, Failed> {
        let (tenant, connection) = (&self.tenant.name, &self.connection.id);
        match answer {
            // A provider that is asked too often has that from whoever asks.
            Ok(answer) if !answer.status.is_server_error() => {
                self.app.breakers.answered(tenant, connection);
                Ok(answer)
            }
            failed => {
                if !self.only_looks {
                    self.app.breakers.failed(tenant, connection, self.app.clock.now());
                }
                Err(Failed::Trouble(failed.err().unwrap_or("wrong_status")))
            }
        }
    }

    fn name(&self) -> (TenantName, String, String) {
        let connection = self.connection.id.clone();
        (self.tenant.name.clone(), connection, self.oidc.issuer.clone())
    }
}

impl RelyingParty<'_> {
    /// Where the provider sends people back to. Each has an address of its own, so that no provider's answer can be brought to
    /// another (RFC 9700 section 4.4.2). It is on the host that they are on, where that is one of the tenant's, since what their
    /// browser holds is for that host alone.
    pub(super) fn redirect_uri(&self, host: &str) -> String {
        let path = path_of(CALLBACK, &self.tenant.name, &self.connection.id);
        let config = &self.app.config;
        let is_theirs = self.tenant.hosts.iter().any(|known| known == host);
        let origin = is_theirs.then(|| config.origin_of(host));
        format!("{}{path}", origin.as_ref().unwrap_or(&config.public_url))
    }
}

/// Where a route of a connection's is.
pub(crate) fn path_of(route: &str, tenant: &TenantName, connection: &str) -> String {
    route
        .replace("{tenant}", tenant.as_str())
        .replace("{connection}", connection)
}
