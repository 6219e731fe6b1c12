//! What a pre-registration asks for: from what was sent to what the domain takes.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use serde_json::{Map, Value};
use usher::address::EmailAddress;
use usher::person::PersonName;
use usher::profile::{EMAIL_ADDRESS, FIRST_NAME, LAST_NAME, MOBILE_NUMBER, Profile, ValueError};
use usher::provisioning::NewUser;
use usher::tenant::{Channel, Client, ClientKind, Sms};
use usher::user::Invitation;

use super::handed_over::HandedOver;
use super::pre_register::PreRegisterRequest;
use crate::accounts::is_locale;
use crate::http::{Caller, EMPTY, FIELD_REQUIRED, FieldError, Problem, code};

/// All values of a person together, in octets: they are one item, and each step of their journey pays for it.
const MAX_PROFILE_OCTETS: usize = 4_000;

/// How long an invitation may work: 1 h to 30 days, as for a tenant's links.
const LIFE_SECONDS: RangeInclusive<i64> = 3_600..=30 * 86_400;

/// A pre-registration that fulfils everything but the rules of the table.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) email: EmailAddress,
    pub(super) invitation: Invitation,
    pub(super) resend: bool,
    pub(super) hands_over: bool,
    first_name: Option<PersonName>,
    last_name: Option<PersonName>,
    phone_number: Option<String>,
    profile: Profile,
    locale: Option<String>,
}

impl Asked {
    /// Everything that is wrong with the parameters, else everything that is wrong with the fields: the fields are
    /// those of the app that the parameters name.
    pub(super) fn read(caller: &Caller, body: &PreRegisterRequest, now: Timestamp) -> Result<Self, Problem> {
        if body.redirect_uri.as_deref() == Some("") {
            let flaw = FieldError::new("/redirect_uri", EMPTY, "this has to be one of the app's redirect URIs");
            return Err(Problem::new(&code::MISSING_ARGUMENT).errors(vec![flaw]));
        }
        let (client, mut invitation) = parameters(caller, body)?;
        invitation.created_at = now.as_millisecond();
        let fields = body.profile_fields.as_ref().ok_or_else(|| missing("profile_fields"))?;
        let sms = caller
            .tenant
            .sms
            .as_ref()
            .filter(|_| invitation.channel == Channel::Sms);
        let (values, email) = values(client, fields, sms)?;
        let mut asked = Self {
            email,
            invitation,
            resend: body.resend.unwrap_or(false),
            hands_over: HandedOver::asked_for(caller, body.deliver_self)?,
            first_name: name(&values, FIRST_NAME),
            last_name: name(&values, LAST_NAME),
            phone_number: values.get(MOBILE_NUMBER).cloned(),
            profile: values,
            locale: body.locale.clone().filter(|tag| !tag.is_empty()),
        };
        for of_person in [FIRST_NAME, LAST_NAME, EMAIL_ADDRESS, MOBILE_NUMBER] {
            asked.profile.remove(of_person);
        }
        Ok(asked)
    }

    /// The person to be made known.
    pub(super) fn new_user(&self) -> NewUser {
        NewUser {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            email: self.email.clone(),
            external_id: None,
            external_authentication_provider_id: None,
            phone_number: self.phone_number.clone(),
            locale: self.locale.clone(),
            installations: Vec::new(),
            profile: Some(self.profile.clone()),
            invitation: Some(self.invitation.clone()),
            joins: None,
            create_verified: false,
        }
    }
}

fn missing(name: &str) -> Problem {
    let flaw = FieldError::new(format!("/{name}"), FIELD_REQUIRED, "this member is required");
    Problem::new(&code::INVALID_PARAMETERS).errors(vec![flaw])
}

/// The app, and what people are invited to.
fn parameters<'a>(caller: &'a Caller, body: &PreRegisterRequest) -> Result<(&'a Client, Invitation), Problem> {
    let mut flaws = Vec::new();
    for (name, value) in [
        ("client_id", &body.client_id),
        ("auth_type", &body.auth_type),
        ("grant_type", &body.grant_type),
        ("redirect_uri", &body.redirect_uri),
    ] {
        flaws.extend(not_given(name, value.as_deref()));
    }
    if body.profile_fields.is_none() {
        flaws.push(FieldError::new(
            "/profile_fields",
            FIELD_REQUIRED,
            "this member is required",
        ));
    }
    if !flaws.is_empty() {
        return Err(Problem::new(&code::INVALID_PARAMETERS).errors(flaws));
    }
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let client = client(caller, &text(&body.client_id))?;
    let mut wrong =
        |name: &str, message: &str| flaws.push(FieldError::new(format!("/{name}"), "parameter_invalid", message));
    let channel = channel(client, &text(&body.auth_type));
    let channel = channel.filter(|channel| *channel != Channel::Sms || caller.tenant.sms.is_some());
    if channel.is_none() {
        wrong("auth_type", "unsupported auth_type value");
    }
    if text(&body.grant_type) != "password" {
        wrong("grant_type", "unsupported grant_type value");
    }
    let redirect_uri = text(&body.redirect_uri);
    if !client.redirect_uris.contains(&redirect_uri) {
        wrong("redirect_uri", "invalid value");
    }
    if body
        .locale
        .as_deref()
        .is_some_and(|tag| !tag.is_empty() && !is_locale(tag))
    {
        wrong("locale", "invalid value");
    }
    let life = body
        .expires_in_seconds
        .unwrap_or(caller.tenant.link_life_seconds.into());
    if !LIFE_SECONDS.contains(&life) {
        wrong("expires_in_seconds", "has to be 3600 (1 hour) to 2592000 (30 days)");
    }
    match channel {
        Some(channel) if flaws.is_empty() => Ok((
            client,
            Invitation {
                client: client.id.clone(),
                redirect_uri,
                channel,
                created_at: 0,
                life_ms: life * 1_000,
            },
        )),
        _ => Err(Problem::new(&code::INVALID_PARAMETERS).errors(flaws)),
    }
}

/// What is wrong with a parameter that has to be there and have a value.
pub(super) fn not_given(name: &str, value: Option<&str>) -> Option<FieldError> {
    match value {
        Some("") => Some(FieldError::new(format!("/{name}"), EMPTY, "this must not be empty")),
        None => Some(FieldError::new(
            format!("/{name}"),
            FIELD_REQUIRED,
            "this member is required",
        )),
        Some(_) => None,
    }
}

/// How people are reached, if the app lets them be reached so.
pub(super) fn channel(client: &Client, auth_type: &str) -> Option<Channel> {
    let channel = match auth_type {
        "email" => Some(Channel::Email),
        "sms" => Some(Channel::Sms),
        _ => None,
    };
    channel.filter(|channel| client.auth_types.contains(channel))
}

/// The app, if the caller may invite people to it: a back office to each app of its tenant, an app to itself. One
/// that is another tenant's is as unknown as one that is nobody's.
pub(super) fn client<'a>(caller: &'a Caller, id: &str) -> Result<&'a Client, Problem> {
    let tenant = &caller.tenant;
    let calls_for_all = tenant
        .client(&caller.client)
        .is_some_and(|known| known.kind == ClientKind::Server);
    tenant
        .client(id)
        .filter(|client| client.invites() && (calls_for_all || client.id == caller.client))
        .ok_or_else(wrong_client)
}

pub(super) fn wrong_client() -> Problem {
    let detail = "client_id has to be an app of the caller's tenant that has redirect URIs";
    Problem::new(&code::WRONG_CLIENT).detail(detail)
}

/// Every value by its name, and the address. Where the person is to be texted, the number has to be there, too, and one
/// that may be.
fn values(client: &Client, sent: &Map<String, Value>, sms: Option<&Sms>) -> Result<(Profile, EmailAddress), Problem> {
    let mut values = Profile::new();
    let mut flaws = Vec::new();
    let mut flawed = |name: &str, code: &'static str, detail: String| {
        flaws.push(FieldError::new(
            format!("/profile_fields/{}", name.replace('~', "~0").replace('/', "~1")),
            code,
            detail,
        ));
    };
    for (name, value) in sent.iter().filter(|(name, _)| *name != EMAIL_ADDRESS) {
        match client
            .field(name)
            .ok_or_else(|| (name.clone(), ValueError::Unknown))
            .and_then(|field| field.read_json(value))
        {
            Ok(read) => values.extend(read),
            Err((name, error)) => flawed(&name, error.code(), error.to_string()),
        }
    }
    let email = match sent.get(EMAIL_ADDRESS) {
        Some(Value::String(typed)) => EmailAddress::parse(typed)
            .map_err(|error| flawed(EMAIL_ADDRESS, error.code(), error.to_string()))
            .ok(),
        Some(_) => {
            flawed(EMAIL_ADDRESS, "value_wrong_type", ValueError::WrongType.to_string());
            None
        }
        None => {
            flawed(EMAIL_ADDRESS, "value_missing", ValueError::Missing.to_string());
            None
        }
    };
    if let Some(sms) = sms {
        let wrong = match values.get(MOBILE_NUMBER) {
            Some(number) => (!sms.reaches(number)).then_some(ValueError::NotReached),
            // What is no number was complained of with the other values.
            None if sent.get(MOBILE_NUMBER).is_some_and(|value| !is_empty(value)) => None,
            None => Some(ValueError::Missing),
        };
        if let Some(error) = wrong {
            flawed(MOBILE_NUMBER, error.code(), error.to_string());
        }
    }
    let octets: usize = values.iter().map(|(name, value)| name.len() + value.len()).sum();
    if octets > MAX_PROFILE_OCTETS {
        flaws.push(FieldError::new(
            "/profile_fields",
            "profile_too_large",
            "all values together have at most 4000 octets",
        ));
    }
    match email {
        Some(email) if flaws.is_empty() => Ok((values, email)),
        _ => Err(Problem::new(&code::INVALID_FORM_FIELDS).errors(flaws)),
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// A name that was read as one.
fn name(values: &Profile, field: &str) -> Option<PersonName> {
    values.get(field).and_then(|name| PersonName::parse(name).ok())
}
