//! Reading the parameters of an authorization request.
//!
//! A mistake in `client_id` or `redirect_uri` is shown on a page of ours: nobody is sent anywhere before both are proven
//! right (RFC 6749 section 4.1.2.1). Every other mistake is told to the app.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::Timestamp;

use super::{AuthorizationRequest, CodeChallenge, Prompt, ResponseMode};
use crate::tenant::{Client, Grant, Tenant};

/// Longer values are no use to an app, and would not fit into the address of a page.
const LONGEST: usize = 1_024;
/// The longest address (RFC 5321), and then some.
const LONGEST_HINT: usize = 320;

/// The parameters as they came, each with its first value, and which of them came twice.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    values: BTreeMap<String, String>,
    doubled: Option<String>,
}

impl FromIterator<(String, String)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut parameters = Self::default();
        for (name, value) in pairs {
            match parameters.values.entry(name) {
                Entry::Vacant(entry) => drop(entry.insert(value)),
                Entry::Occupied(entry) => drop(parameters.doubled.get_or_insert(entry.key().clone())),
            }
        }
        parameters
    }
}

impl Parameters {
    /// The value of a parameter; one without a value counts as left out (RFC 6749 section 3.1).
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    fn is_doubled(&self, name: &str) -> bool {
        self.doubled.as_deref() == Some(name)
    }
}

/// A mistake that is told to the app (RFC 6749 section 4.1.2.1, OpenID Connect Core 1.0 section 3.1.2.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where the app is told.
    pub redirect_uri: String,
    /// As the app gave it.
    pub state: Option<String>,
    /// How.
    pub response_mode: ResponseMode,
    /// The word of the standards.
    pub error: &'static str,
    /// For the developer of the app.
    pub description: Cow<'static, str>,
}

/// Why a request is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The redirect URI is none of the client's, or missing: a page says so.
    RedirectUri,
    /// Something else: the app is told.
    Told(Box<Refusal>),
}

/// Reads a request of `client`.
///
/// # Errors
/// What is wrong with it, and who is to be told.
pub fn read(
    parameters: &Parameters,
    tenant: &Tenant,
    client: &Client,
    now: Timestamp,
) -> Result<AuthorizationRequest, Refused> {
    let redirect_uri = parameters
        .get("redirect_uri")
        .filter(|_| !parameters.is_doubled("redirect_uri"));
    let redirect_uri = redirect_uri
        .filter(|uri| client.redirect_uris.iter().any(|known| known == uri))
        .ok_or(Refused::RedirectUri)?;
    let (name, id) = (tenant.name.clone(), client.id.clone());
    let mut request = AuthorizationRequest::new(name, id, redirect_uri.to_owned(), now);
    let state = parameters.get("state").filter(|_| !parameters.is_doubled("state"));
    request.state = state.filter(|state| state.len() <= LONGEST).map(str::to_owned);
    match parameters.get("response_mode") {
        Some("form_post") => request.response_mode = ResponseMode::FormPost,
        _ => request.response_mode = ResponseMode::Query,
    }
    match fill_in(&mut request, parameters, tenant, client) {
        Ok(()) => Ok(request),
        Err((error, description)) => Err(Refused::Told(Box::new(Refusal {
            redirect_uri: request.redirect_uri,
            state: request.state,
            response_mode: request.response_mode,
            error,
            description,
        }))),
    }
}

type Mistake = (&'static str, Cow<'static, str>);

fn invalid(description: impl Into<Cow<'static, str>>) -> Mistake {
    ("invalid_request", description.into())
}

fn fill_in(
    request: &mut AuthorizationRequest,
    parameters: &Parameters,
    tenant: &Tenant,
    client: &Client,
) -> Result<(), Mistake> {
    if let Some(name) = &parameters.doubled {
        return Err(invalid(format!("{name} is given twice")));
    }
    for (name, error) in [
        ("request", "request_not_supported"),
        ("request_uri", "request_uri_not_supported"),
        ("registration", "registration_not_supported"),
    ] {
        if parameters.get(name).is_some() {
            return Err((error, format!("{name} is not taken here").into()));
        }
    }
    if !client.may(Grant::AuthorizationCode) {
        return Err(("unauthorized_client", "the client may not use this flow".into()));
    }
    match parameters.get("response_type") {
        Some("code") => {}
        None => return Err(invalid("response_type is missing")),
        Some(_) => return Err(("unsupported_response_type", "response_type is code".into())),
    }
    if !matches!(parameters.get("response_mode"), None | Some("query" | "form_post")) {
        return Err(invalid("response_mode is query or form_post"));
    }
    for name in ["state", "nonce", "scope", "ui_locales"] {
        if parameters.get(name).is_some_and(|value| value.len() > LONGEST) {
            return Err(invalid(format!("{name} is longer than {LONGEST} characters")));
        }
    }
    whose(parameters, tenant, client)?;
    request.prompt = prompt(parameters.get("prompt"))?;
    request.max_age = max_age(parameters.get("max_age"))?;
    request.code_challenge = challenge(parameters, client)?;
    request.nonce = parameters.get("nonce").map(str::to_owned);
    let hint = parameters.get("login_hint").filter(|hint| hint.len() <= LONGEST_HINT);
    request.login_hint = hint.map(str::to_owned);
    request.ui_locales = parameters.get("ui_locales").map(str::to_owned);
    request.scope = scope(parameters, client);
    Ok(())
}

/// Next Identity's `organization_id` and `environment_id`: where they are given, they have to be the client's.
fn whose(parameters: &Parameters, tenant: &Tenant, client: &Client) -> Result<(), Mistake> {
    let organization = tenant.organization_id.as_deref().unwrap_or(tenant.name.as_str());
    if parameters
        .get("organization_id")
        .is_some_and(|given| given != organization)
    {
        return Err(invalid("organization_id is not the client's"));
    }
    let environment = client.environment_id.as_deref();
    match (parameters.get("environment_id"), environment) {
        (Some(given), Some(own)) if given != own => Err(invalid("environment_id is not the client's")),
        _ => Ok(()),
    }
}

fn prompt(words: Option<&str>) -> Result<Prompt, Mistake> {
    let mut prompt = Prompt::default();
    for word in words.unwrap_or_default().split(' ').filter(|word| !word.is_empty()) {
        match word {
            "none" => prompt.none = true,
            "login" => prompt.login = true,
            "consent" => prompt.consent = true,
            "create" => prompt.create = true,
            _ => return Err(invalid("prompt holds a word that is not known")),
        }
    }
    if prompt.none && (prompt.login || prompt.consent || prompt.create) {
        return Err(invalid("prompt is none, or others"));
    }
    Ok(prompt)
}

fn max_age(text: Option<&str>) -> Result<Option<u32>, Mistake> {
    let read = |text: &str| text.parse().map_err(|_| invalid("max_age is no number of seconds"));
    text.map(read).transpose()
}

/// RFC 7636 section 4.3: only S256, and required of clients that have nothing else to show.
fn challenge(parameters: &Parameters, client: &Client) -> Result<Option<CodeChallenge>, Mistake> {
    let method = parameters.get("code_challenge_method");
    match (parameters.get("code_challenge"), method) {
        (Some(text), Some("S256")) => CodeChallenge::parse(text)
            .map(Some)
            .map_err(|error| invalid(error.to_string())),
        (Some(_), _) | (None, Some(_)) => Err(invalid("code_challenge comes with code_challenge_method=S256")),
        (None, None) if client.is_public() => Err(invalid("code_challenge is missing, which a public client needs")),
        (None, None) => Ok(None),
    }
}

/// What the client may have of what is asked for; what is not known is left out (OpenID Connect Core 1.0, section
/// 3.1.2.1).
fn scope(parameters: &Parameters, client: &Client) -> String {
    let asked: Vec<&str> = parameters.get("scope").unwrap_or_default().split(' ').collect();
    let offline = parameters.get("access_type") == Some("offline");
    let is_asked = |scope: &&str| match *scope {
        "openid" => true,
        "offline_access" => client.may(Grant::RefreshToken) && (offline || asked.contains(scope)),
        scope => asked.contains(&scope),
    };
    let granted: Vec<&str> = client.person_scopes().into_iter().filter(is_asked).collect();
    granted.join(" ")
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
