//! A tenant's own identity providers, whose people sign in there.

use serde::{Deserialize, Serialize};

use super::Secret;
use super::service::{is_name, is_secret};
use crate::outbound::{OutboundPolicy, OutboundUrl};

/// The most connections of a tenant.
const MAX_CONNECTIONS: usize = 20;
/// The most characters of an id.
const MAX_ID: usize = 40;
/// The most characters of the JSON Pointer to a subject.
const MAX_POINTER: usize = 200;

/// An identity provider of the tenant's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Connection {
    /// What it is known by; whoever signed in by it is known by this and their subject there, so it never changes.
    pub id: String,
    /// What people know it by.
    pub display_name: String,
    /// How the provider's access tokens are looked at.
    pub introspection: Introspection,
    /// Whether `external_authentication_provider_id` of people whom the back office made known is their subject here. Of
    /// several connections one at most: another provider's subject may read the same and be somebody else.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub matches_provisioned: bool,
}

/// How to ask a provider about an access token of its own (RFC 7662).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Introspection {
    /// Where it is asked: `https://…`.
    pub url: String,
    /// What the provider knows Usher as.
    pub client_id: String,
    /// How Usher shows that.
    pub client_secret: Secret,
    /// Where the secret goes.
    #[serde(default, skip_serializing_if = "ClientAuthentication::is_usual")]
    pub client_authentication: ClientAuthentication,
    /// Where the person's subject stands in the answer: a JSON Pointer (RFC 6901).
    #[serde(default = "external_authentication_provider_id")]
    pub subject: String,
    /// Whom a token has to be meant for, which its `aud` has to name; without it, nobody looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
}

/// How a client shows its secret, as RFC 7591 section 2 calls it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClientAuthentication {
    /// As `client_id` and `client_secret` in the form, as NET2GRID does.
    #[default]
    ClientSecretPost,
    /// In the header (RFC 6749 section 2.3.1).
    ClientSecretBasic,
}

impl ClientAuthentication {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

const fn yes() -> bool {
    true
}

fn external_authentication_provider_id() -> String {
    "/external_authentication_provider_id".to_owned()
}

/// Everything wrong with a tenant's connections, and where.
pub(super) fn flaws(connections: &[Connection], policy: OutboundPolicy) -> Vec<(String, &'static str)> {
    let mut flaws = Vec::new();
    let mut unless = |holds: bool, at: String, message| {
        if !holds {
            flaws.push((at, message));
        }
    };
    unless(
        connections.len() <= MAX_CONNECTIONS,
        String::new(),
        "has to have at most 20",
    );
    let matching = connections.iter().filter(|one| one.matches_provisioned).count();
    for (index, connection) in connections.iter().enumerate() {
        let at = |member: &str| format!("/{index}{member}");
        let before = &connections[..index];
        unless(
            is_id(&connection.id),
            at("/id"),
            "has to be 1 to 40 of a-z, 0-9 and -, and to begin with a letter",
        );
        unless(
            before.iter().all(|other| other.id != connection.id),
            at("/id"),
            "is the id of another connection",
        );
        let of_a_name = "has to be 1 to 100 characters, none of them a control character";
        unless(is_name(&connection.display_name), at("/display_name"), of_a_name);
        unless(
            !connection.matches_provisioned || matching == 1,
            at("/matches_provisioned"),
            "has to be false for all connections but one",
        );
        let asked = &connection.introspection;
        if let Err(error) = OutboundUrl::parse(&asked.url, policy) {
            unless(false, at("/introspection/url"), error.sentence());
        }
        unless(is_name(&asked.client_id), at("/introspection/client_id"), of_a_name);
        unless(
            is_secret(&asked.client_secret),
            at("/introspection/client_secret"),
            "has to be 1 to 2000 visible characters of ASCII or spaces",
        );
        unless(
            is_pointer(&asked.subject),
            at("/introspection/subject"),
            "has to be a JSON Pointer, such as /sub",
        );
        unless(
            asked.audience.as_deref().is_none_or(is_name),
            at("/introspection/audience"),
            of_a_name,
        );
    }
    flaws
}

fn is_id(text: &str) -> bool {
    let is_of_it = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    text.len() <= MAX_ID && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(is_of_it)
}

/// RFC 6901 section 3.
fn is_pointer(text: &str) -> bool {
    let mut escapes = text.split('~').skip(1);
    text.starts_with('/') && text.chars().count() <= MAX_POINTER && escapes.all(|rest| rest.starts_with(['0', '1']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connections(change: &[(&str, serde_json::Value)]) -> Vec<Connection> {
        let mut document = serde_json::json!([{
            "id": "acme-login", "display_name": "Acme account",
            "introspection": { "url": "https://login.acme.example/introspect", "client_id": "usher", "client_secret": "s3cret" },
        }]);
        for (at, value) in change {
            *document.pointer_mut(at).expect("a member") = value.clone();
        }
        serde_json::from_value(document).expect("connections")
    }

    #[test]
    fn a_connection_asks_where_net2grid_documents_it() {
        let [connection] = &connections(&[])[..] else {
            panic!("one")
        };
        assert_eq!(connection.introspection.subject, "/external_authentication_provider_id");
        assert_eq!(
            connection.introspection.client_authentication,
            ClientAuthentication::ClientSecretPost
        );
        assert!(connection.matches_provisioned);
        assert_eq!(flaws(&connections(&[]), OutboundPolicy::public()), []);
    }

    #[test]
    fn each_flaw_is_told_at_its_place() {
        let long = "x".repeat(101);
        for (at, value) in [
            ("/0/id", ""),
            ("/0/id", "Acme"),
            ("/0/id", "1st"),
            ("/0/id", "a_b"),
            ("/0/display_name", " "),
            ("/0/introspection/url", "http://login.acme.example/introspect"),
            ("/0/introspection/url", "https://169.254.169.254/introspect"),
            ("/0/introspection/client_id", long.as_str()),
            ("/0/introspection/client_secret", ""),
            ("/0/introspection/client_secret", "a\nb"),
        ] {
            let told = flaws(&connections(&[(at, value.into())]), OutboundPolicy::public());
            assert_eq!(
                told.iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(),
                [at],
                "{value}"
            );
        }
        let mut pointers = connections(&[]);
        for pointer in ["", "sub", "/~2", "/a~"] {
            pointers[0].introspection.subject = pointer.to_owned();
            assert_eq!(
                flaws(&pointers, OutboundPolicy::public())[0].0,
                "/0/introspection/subject"
            );
        }
    }

    #[test]
    fn of_several_one_alone_knows_the_subjects_of_the_back_office() {
        let mut two = [connections(&[]), connections(&[])].concat();
        let places = |all: &[Connection]| -> Vec<String> {
            let told = flaws(all, OutboundPolicy::public());
            told.into_iter().map(|(at, _)| at).collect()
        };
        assert_eq!(
            places(&two),
            ["/0/matches_provisioned", "/1/id", "/1/matches_provisioned"]
        );
        two[1].id = "other".to_owned();
        two[1].matches_provisioned = false;
        assert!(places(&two).is_empty());
    }
}
