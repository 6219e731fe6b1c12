//! Providers that people sign in with in their browser (OpenID Connect Core 1.0).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ClientAuthentication, Flaws, NAME, POINTER, is_pointer};
use crate::customer::CustomerKind;
use crate::outbound::{OutboundPolicy, OutboundUrl};
use crate::tenant::service::is_name;
use crate::tenant::shape::{LANGUAGE, escaped, is_language};
use crate::tenant::{AccountKind, Secret, VoucherRule};
use crate::token::OPENID_SCOPE;

/// The most scopes, and the most values that are taken over.
const MOST: usize = 20;
/// The most characters of the words on a button.
const MAX_BUTTON: usize = 60;

/// What people can often write themselves (OpenID Connect Core 1.0, section 5.1): it is nobody's id.
const OF_PEOPLE: [&str; 8] = [
    "/email",
    "/preferred_username",
    "/name",
    "/nickname",
    "/given_name",
    "/family_name",
    "/phone_number",
    "/profile",
];

/// How people sign in with a provider in their browser: the code flow, with PKCE.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Oidc {
    /// Who the provider is: what its metadata, its answers and its tokens have to name, character by character. Its metadata
    /// are read from below this address (OpenID Connect Discovery 1.0, section 4).
    pub issuer: String,
    /// What the provider knows Usher as.
    pub client_id: String,
    /// How Usher shows that, unless it signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<Secret>,
    /// How Usher shows who it is.
    #[serde(default, skip_serializing_if = "ClientAuthentication::is_usual")]
    pub client_authentication: ClientAuthentication,
    /// What Usher asks for.
    #[serde(default = "scopes")]
    pub scopes: Vec<String>,
    /// Where a person's values stand in what the provider tells: the name of a field, and a JSON Pointer (RFC 6901). They are
    /// taken over at each sign-in. What is about the customer is taken over once, with the account.
    #[serde(default = "claims")]
    pub claims: BTreeMap<String, String>,
    /// Where `external_authentication_provider_id` of people whom the back office made known stands in what the provider
    /// tells; `matches_provisioned` says whether anybody looks.
    #[serde(default = "sub")]
    pub provisioned_id: String,
    /// Whether the provider is also asked for its UserInfo: some tell there what their ID tokens do not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub userinfo: bool,
    /// What the button on the sign-in page says, by language; without it, "Continue with" and the display name, translated.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub button: BTreeMap<String, String>,
    /// What becomes of people whom nobody here knows.
    #[serde(default)]
    pub newcomers: Newcomers,
    /// The kind of account that they make, with `create_customer`. It need not be one that people can choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<CustomerKind>,
}

/// What becomes of people who sign in with a provider and whom nobody here knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Newcomers {
    /// They are told whom to ask: the tenant makes its people known.
    #[default]
    LinkedOnly,
    /// A person is made of what the provider tells.
    CreateUser,
    /// They fill in what is missing of their kind, and customer, person and default place are made at once.
    CreateCustomer,
}

fn scopes() -> Vec<String> {
    [OPENID_SCOPE, "email", "profile"].map(str::to_owned).to_vec()
}

fn claims() -> BTreeMap<String, String> {
    let usual = [("firstName", "/given_name"), ("lastName", "/family_name")];
    usual.map(|(field, claim)| (field.to_owned(), claim.to_owned())).into()
}

fn sub() -> String {
    "/sub".to_owned()
}

impl Oidc {
    pub(super) fn flaws<'a>(
        &self,
        flaws: &mut Flaws,
        at: &str,
        kind: &impl Fn(CustomerKind) -> Option<&'a AccountKind>,
        policy: OutboundPolicy,
    ) {
        let at = |member: &str| format!("{at}{member}");
        match OutboundUrl::parse(&self.issuer, policy) {
            Ok(_) => flaws.unless(!self.issuer.contains('?'), at("/issuer"), "may have no query"),
            Err(error) => flaws.unless(false, at("/issuer"), error.sentence()),
        }
        flaws.unless(is_name(&self.client_id), at("/client_id"), NAME);
        if let Some(secret) = &self.client_secret {
            flaws.unless_secret(secret, at("/client_secret"));
        }
        flaws.unless(
            self.client_secret.is_some() != (self.client_authentication == ClientAuthentication::PrivateKeyJwt),
            at("/client_secret"),
            "has to be there, unless client_authentication is private_key_jwt",
        );
        flaws.unless(
            self.scopes.len() <= MOST
                && self.scopes.iter().all(|scope| is_scope(scope))
                && self.scopes.iter().any(|scope| scope == OPENID_SCOPE),
            at("/scopes"),
            "has to be at most 20 scopes (RFC 6749 section 3.3), openid among them",
        );
        flaws.unless(self.claims.len() <= MOST, at("/claims"), "has to have at most 20");
        for (field, claim) in &self.claims {
            flaws.unless(is_pointer(claim), at(&format!("/claims/{}", escaped(field))), POINTER);
        }
        flaws.unless(is_pointer(&self.provisioned_id), at("/provisioned_id"), POINTER);
        flaws.unless(
            !OF_PEOPLE.contains(&self.provisioned_id.as_str()),
            at("/provisioned_id"),
            "is what people type there themselves: name an id that the provider gives",
        );
        for (locale, label) in &self.button {
            let is_label = is_name(label) && label.chars().count() <= MAX_BUTTON;
            let at = at(&format!("/button/{}", escaped(locale)));
            flaws.unless(is_language(locale), at.clone(), LANGUAGE);
            flaws.unless(
                is_label,
                at,
                "has to be 1 to 60 characters, none of them a control character",
            );
        }
        self.kind_flaws(flaws, &at("/kind"), kind);
    }

    fn kind_flaws<'a>(&self, flaws: &mut Flaws, at: &str, kind: &impl Fn(CustomerKind) -> Option<&'a AccountKind>) {
        let wants = self.newcomers == Newcomers::CreateCustomer;
        flaws.unless(
            self.kind.is_some() == wants,
            at.to_owned(),
            "has to be there with newcomers create_customer, and with nothing else",
        );
        let Some(wanted) = self.kind.filter(|_| wants) else {
            return;
        };
        match kind(wanted) {
            Some(rules) => flaws.unless(
                rules.voucher(wanted) != VoucherRule::Required,
                at.to_owned(),
                "is a kind that needs a voucher, which nobody is asked for here",
            ),
            None => flaws.unless(false, at.to_owned(), "is a kind that onboarding has no rules for"),
        }
    }
}

/// RFC 6749 section 3.3.
fn is_scope(text: &str) -> bool {
    (1..=100).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"\"\\".contains(&byte))
}
