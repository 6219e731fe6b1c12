//! What each grant takes and gives.

use std::net::IpAddr;

use http::HeaderMap;
use usher::address::EmailAddress;
use usher::agreement::AcceptedVersions;
use usher::authorization::Pending;
use usher::password::Password;
use usher::store::Rotated;
use usher::tenant::{Client, Grant};
use usher::token::{
    Authentication, AuthorizationCode, Grantee, Issuer, OFFLINE_SCOPE, OPENID_SCOPE, RefreshToken, TOKEN_LIFE_SECONDS,
};
use usher::user::User;

use super::client::Known;
use super::error::OAuthError;
use super::token::{TokenAnswer, TokenRequest};
use crate::agreements::before_token::{SaidByApp, settled};
use crate::app::App;
use crate::hosted::{ShownPassword, sign_in_with};
use crate::http::ACCOUNTS_SCOPE;

const WRONG_PASSWORD: &str = "the user name or password is wrong";

/// The person's own password (RFC 6749 section 4.3). Nobody learns whether an address is known: the
/// attempt is counted and a hash computed for anybody's.
pub(super) async fn password(
    app: &App,
    (source, headers): (IpAddr, &HeaderMap),
    known: &Known,
    asked: TokenRequest,
) -> Result<TokenAnswer, OAuthError> {
    allowed(known, Grant::Password)?;
    let accepted = accepted(&asked)?;
    let scope = scope(asked.scope.as_deref(), &known.client.person_scopes())?;
    let username = asked
        .username
        .ok_or_else(|| OAuthError::invalid_request("username is missing"))?;
    let password = asked
        .password
        .ok_or_else(|| OAuthError::invalid_request("password is missing"))?;
    let (Ok(email), Ok(password)) = (EmailAddress::parse(&username), Password::new(password)) else {
        return Err(OAuthError::invalid_grant(WRONG_PASSWORD));
    };
    let attempt = sign_in_with(app, source, &known.tenant.name, &email, password);
    let user = match app.guarded(source, attempt).await? {
        ShownPassword::Person(user) => user,
        ShownPassword::WhoeverWaits | ShownPassword::WhoeverWasRefused => {
            return Err(OAuthError::invalid_grant(
                "the account waits for a decision, or was refused",
            ));
        }
        ShownPassword::WhoeverIsSuspended => return Err(OAuthError::invalid_grant("the account is suspended")),
        ShownPassword::Nobody => return Err(OAuthError::invalid_grant(WRONG_PASSWORD)),
    };
    let said = SaidByApp {
        accepted: &accepted,
        source,
        headers,
    };
    let user = settled(app, &known.tenant, *user, said).await?;
    Ok(begun(app, known, &user, &scope))
}

/// What an app says that the person accepted.
pub(super) fn accepted(asked: &TokenRequest) -> Result<AcceptedVersions, OAuthError> {
    const SHAPE: &str =
        "agreements_accepted is a JSON object with the version of each agreement, such as {\"terms\":1}";
    let said = asked.agreements_accepted.as_deref().unwrap_or("{}");
    serde_json::from_str(said).map_err(|_| OAuthError::invalid_request(SHAPE))
}

/// The tokens of a sign-in that begins with this, without a page of ours.
fn begun(app: &App, known: &Known, user: &User, scope: &str) -> TokenAnswer {
    let token = RefreshToken::begin(user, &known.client.id, scope, &app.entropy, app.clock.now());
    let signed_in = SignedIn {
        user,
        is_handed_out: known.client.may(Grant::RefreshToken),
        token: &token,
        scope,
        nonce: None,
    };
    tokens(app, known, signed_in)
}

/// The tokens for somebody who has shown who they are elsewhere.
pub(crate) fn tokens_of(app: &App, known: &Known, user: &User, asked: Option<&str>) -> Result<TokenAnswer, OAuthError> {
    let scope = scope(asked, &known.client.person_scopes())?;
    Ok(begun(app, known, user, &scope))
}

/// A refresh token (RFC 6749 section 6), good for one use.
pub(super) async fn refresh(
    app: &App,
    source: IpAddr,
    known: &Known,
    asked: TokenRequest,
) -> Result<TokenAnswer, OAuthError> {
    const REFUSED: OAuthError = OAuthError::invalid_grant("the refresh token is not good (any more)");
    allowed(known, Grant::RefreshToken)?;
    let text = asked
        .refresh_token
        .ok_or_else(|| OAuthError::invalid_request("refresh_token is missing"))?;
    let now = app.clock.now();
    let token = RefreshToken::open(&text, &app.keys, now)
        .filter(|token| token.client == known.client.id && token.tenant == known.tenant.name)
        .ok_or(REFUSED)?;
    let granted: Vec<&str> = token.scope.split(' ').collect();
    let scope = match asked.scope.as_deref() {
        Some(asked) => scope(Some(asked), &granted)?,
        None => token.scope.clone(),
    };
    let (next, rotation) = token.rotate(&app.entropy);
    match app.store.rotate(&token, &rotation, None, source, now).await? {
        Rotated::Now(user) => {
            let signed_in = SignedIn {
                user: &user,
                is_handed_out: true,
                token: &next,
                scope: &scope,
                nonce: None,
            };
            Ok(tokens(app, known, signed_in))
        }
        Rotated::Reused | Rotated::Refused => Err(REFUSED),
    }
}

/// A code that a person has brought from our pages (RFC 6749 section 4.1.3).
pub(super) async fn authorization_code(
    app: &App,
    source: IpAddr,
    known: &Known,
    asked: TokenRequest,
) -> Result<TokenAnswer, OAuthError> {
    const REFUSED: OAuthError = OAuthError::invalid_grant("the code is not good (any more)");
    allowed(known, Grant::AuthorizationCode)?;
    let text = asked
        .code
        .ok_or_else(|| OAuthError::invalid_request("code is missing"))?;
    let redirect_uri = asked
        .redirect_uri
        .ok_or_else(|| OAuthError::invalid_request("redirect_uri is missing"))?;
    let now = app.clock.now();
    let code = AuthorizationCode::open(&text, &app.keys, now)
        .filter(|code| code.grant.client == known.client.id && code.grant.tenant == known.tenant.name)
        .filter(|code| code.redirect_uri == redirect_uri)
        // Whoever redeems it has to show something: a verifier, or who they are.
        .filter(|code| code.challenge.is_some() || known.client.gets_codes())
        .filter(|code| code.is_proven_by(asked.code_verifier.as_deref()))
        .ok_or(REFUSED)?;
    let (next, rotation) = code.grant.rotate(&app.entropy);
    match app
        .store
        .rotate(&code.grant, &rotation, Some(&code.device), source, now)
        .await?
    {
        Rotated::Now(user) => {
            let scope = &code.grant.scope;
            let stays = scope.split(' ').any(|scope| scope == OFFLINE_SCOPE);
            let signed_in = SignedIn {
                user: &user,
                is_handed_out: stays && known.client.may(Grant::RefreshToken),
                token: &next,
                scope,
                nonce: code.nonce,
            };
            Ok(tokens(app, known, signed_in))
        }
        Rotated::Reused | Rotated::Refused => Err(REFUSED),
    }
}

/// Everything that a client may ask for on behalf of a person; to stay signed in only where it may refresh.
pub(crate) fn person_scope(client: &Client) -> String {
    let mut scopes = client.person_scopes();
    scopes.retain(|scope| client.may(Grant::RefreshToken) || *scope != OFFLINE_SCOPE);
    scopes.join(" ")
}

/// The client's own secret (RFC 6749 section 4.4).
pub(super) fn client_credentials(app: &App, known: &Known, asked: &TokenRequest) -> Result<TokenAnswer, OAuthError> {
    allowed(known, Grant::ClientCredentials)?;
    let scope = scope(asked.scope.as_deref(), &[ACCOUNTS_SCOPE])?;
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let id = &known.client.id;
    let grantee = Grantee::client(id, &known.tenant.name, &scope);
    let access_token = issuer.access_token(&grantee, &app.entropy, app.clock.now());
    Ok(TokenAnswer {
        access_token,
        refresh_token: None,
        id_token: None,
        expires_in: TOKEN_LIFE_SECONDS,
        token_type: "Bearer",
        scope,
        issued_token_type: None,
    })
}

/// A person who has shown who they are, and what comes of it.
struct SignedIn<'a> {
    user: &'a User,
    /// The refresh token of the sign-in, which names it in any case.
    token: &'a RefreshToken,
    /// Whether the client gets it.
    is_handed_out: bool,
    scope: &'a str,
    nonce: Option<String>,
}

fn tokens(app: &App, known: &Known, signed_in: SignedIn<'_>) -> TokenAnswer {
    let SignedIn { user, token, scope, .. } = signed_in;
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let (client, now) = (&known.client, app.clock.now());
    let grantee = Grantee {
        sub: &user.id.to_string(),
        client: &client.id,
        tenant: &user.tenant,
        scope,
        family: Some(token.begun()),
        pending: Pending::of(user, &known.tenant, now),
    };
    let authentication = Authentication {
        time: token.auth_time,
        nonce: signed_in.nonce,
    };
    TokenAnswer {
        access_token: issuer.access_token(&grantee, &app.entropy, now),
        refresh_token: signed_in.is_handed_out.then(|| token.seal(&app.keys, now)),
        id_token: scope
            .split(' ')
            .any(|scope| scope == OPENID_SCOPE)
            .then(|| issuer.id_token(user, client, &grantee, &authentication, now)),
        expires_in: TOKEN_LIFE_SECONDS,
        token_type: "Bearer",
        scope: scope.to_owned(),
        issued_token_type: None,
    }
}

pub(super) fn allowed(known: &Known, grant: Grant) -> Result<(), OAuthError> {
    if known.client.may(grant) {
        Ok(())
    } else {
        Err(OAuthError::unauthorized_client())
    }
}

/// What is asked for, if all of it may be had; all there is, if nothing is asked for.
pub(super) fn scope(asked: Option<&str>, allowed: &[&str]) -> Result<String, OAuthError> {
    let asked: Vec<&str> = asked
        .unwrap_or_default()
        .split(' ')
        .filter(|scope| !scope.is_empty())
        .collect();
    if asked.is_empty() {
        return Ok(allowed.join(" "));
    }
    if asked.iter().all(|scope| allowed.contains(scope)) {
        Ok(asked.join(" "))
    } else {
        Err(OAuthError::invalid_scope())
    }
}
