//! What a tenant's document must fulfil beyond its types, each flaw pointing at its field.

use std::collections::BTreeSet;

use super::onboarding::NOBODY;
use super::shape::{is_app_link, is_client_id, is_display_name, is_host_name, is_https, is_redirect_uri};
use super::texts::{MAX_OCTETS, MAX_TEXTS};
use super::{AddressPattern, Channel, Client, ClientKind, Grant, Tenant, connection};
use crate::agreement::Agreement;
use crate::outbound::OutboundPolicy;
use crate::profile::{Field, MOBILE_NUMBER};

/// One thing wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Where, as a JSON pointer (RFC 6901) into the tenant.
    pub pointer: String,
    /// What, as a sentence.
    pub message: String,
}

/// 1 h to 30 days: longer than that, a forgotten mail is a standing key to the account.
pub(crate) const LINK_LIFE_SECONDS: std::ops::RangeInclusive<u32> = 3_600..=30 * 86_400;
/// 5 minutes to 24 h.
pub(crate) const TICKET_LIFE_SECONDS: std::ops::RangeInclusive<u32> = 300..=86_400;

/// 5 minutes to 30 days.
const SESSION_IDLE_SECONDS: std::ops::RangeInclusive<u32> = 300..=30 * 86_400;
/// 15 minutes to 30 days.
const SESSION_LIFE_SECONDS: std::ops::RangeInclusive<u32> = 900..=30 * 86_400;

/// 10 seconds to 24 h.
const RESEND_COOLDOWN_SECONDS: std::ops::RangeInclusive<u32> = 10..=86_400;

impl Tenant {
    /// Everything wrong with this tenant at once; empty when it may be applied.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        self.flaws_under(OutboundPolicy::public())
    }

    /// The same where calls to addresses that it names may go this far.
    #[must_use]
    pub fn flaws_under(&self, outbound: OutboundPolicy) -> Vec<Flaw> {
        let mut flaws = Flaws::default();
        flaws.unless(
            is_display_name(&self.display_name),
            "/display_name",
            "has to be 1 to 60 characters, none of them a control character",
        );
        flaws.unless(
            LINK_LIFE_SECONDS.contains(&self.link_life_seconds),
            "/link_life_seconds",
            "has to be 3600 (1 hour) to 2592000 (30 days)",
        );
        flaws.unless(
            TICKET_LIFE_SECONDS.contains(&self.ticket_life_seconds),
            "/ticket_life_seconds",
            "has to be 300 (5 minutes) to 86400 (24 hours)",
        );
        flaws.unless(
            RESEND_COOLDOWN_SECONDS.contains(&self.resend_cooldown_seconds),
            "/resend_cooldown_seconds",
            "has to be 10 to 86400 (24 hours)",
        );
        flaws.unless(
            SESSION_IDLE_SECONDS.contains(&self.session_idle_seconds),
            "/session_idle_seconds",
            "has to be 300 (5 minutes) to 2592000 (30 days)",
        );
        flaws.unless(
            SESSION_LIFE_SECONDS.contains(&self.session_life_seconds),
            "/session_life_seconds",
            "has to be 900 (15 minutes) to 2592000 (30 days)",
        );
        flaws.unless(
            is_display_name(&self.sender.name),
            "/sender/name",
            "has to be 1 to 60 characters, none of them a control character",
        );
        flaws.unless(
            self.app_link.as_deref().is_none_or(is_app_link),
            "/app_link",
            "has to be an absolute link: https://…, or a scheme of the app's own",
        );
        flaws.unless(
            self.link_base_url.as_deref().is_none_or(is_https),
            "/link_base_url",
            "has to begin with https://",
        );
        let of_console = self.console_flaws().map(|(at, message)| (at.to_owned(), message));
        let sms = self.sms.iter().flat_map(|sms| sms.flaws());
        let of_sms = sms.map(|(at, message)| (format!("/sms{at}"), message));
        let connections = connection::flaws(self, outbound).into_iter();
        let of_connections = connections.map(|(at, message)| (format!("/connections{at}"), message));
        let others = self
            .housekeeping_flaws()
            .into_iter()
            .chain(self.onboarding_flaws(outbound));
        let of_brand = self
            .brand
            .flaws()
            .into_iter()
            .map(|(at, message)| (format!("/brand{at}"), message));
        let others = others.chain(of_brand).chain(of_sms);
        for (at, message) in others.chain(of_connections).chain(of_console) {
            flaws.unless(false, &at, message);
        }
        self.host_flaws(&mut flaws);
        self.text_flaws(&mut flaws);
        for (pointer, message) in Agreement::flaws(&self.agreements) {
            flaws.unless(false, &format!("/agreements{pointer}"), message);
        }
        self.client_flaws(&mut flaws);
        flaws.0
    }

    fn host_flaws(&self, flaws: &mut Flaws) {
        for (index, host) in self.hosts.iter().enumerate() {
            flaws.unless(
                is_host_name(host),
                &format!("/hosts/{index}"),
                "has to be a host name in lower case, without port",
            );
        }
    }

    /// Of what can be told without knowing the words themselves.
    fn text_flaws(&self, flaws: &mut Flaws) {
        flaws.unless(self.texts.iter().count() <= MAX_TEXTS, "/texts", "are more than 200");
        let octets: usize = self.texts.iter().map(|(_, _, pattern)| pattern.as_str().len()).sum();
        flaws.unless(octets <= MAX_OCTETS, "/texts", "are more than 40000 octets in all");
    }

    fn client_flaws(&self, flaws: &mut Flaws) {
        let mut seen = BTreeSet::new();
        for (index, client) in self.clients.iter().enumerate() {
            let at = format!("/clients/{index}");
            flaws.unless(seen.insert(&client.id), &format!("{at}/id"), "is used twice");
            client.flaws(&at, flaws);
            let texts = client.auth_types.contains(&Channel::Sms);
            flaws.unless(
                !texts || self.sms.is_some(),
                &format!("{at}/auth_types"),
                "hold sms, which needs the tenant's sms with the countries that may be texted",
            );
            flaws.unless(
                !texts || client.field(MOBILE_NUMBER).is_some(),
                &format!("{at}/fields"),
                "have to hold mobileNumber, which sms needs",
            );
        }
    }
}

impl Client {
    fn flaws(&self, at: &str, flaws: &mut Flaws) {
        flaws.unless(
            is_client_id(&self.id),
            &format!("{at}/id"),
            "has to be 1 to 64 characters of a-z, A-Z, 0-9, - and _",
        );
        let confidential = self.secret_sha256.is_some() || self.can_assert();
        flaws.unless(
            confidential || !self.may(Grant::ClientCredentials),
            &format!("{at}/grants"),
            "hold client_credentials, which needs a secret or a key that is not HMAC",
        );
        flaws.unless(
            confidential || !self.introspects,
            &format!("{at}/introspects"),
            "needs a secret or a key that is not HMAC",
        );
        flaws.unless(
            self.kind == ClientKind::Server || !self.may(Grant::ClientCredentials),
            &format!("{at}/grants"),
            "hold client_credentials, which is for server clients",
        );
        flaws.unless(
            self.kind == ClientKind::App || !(self.may(Grant::Password) || self.may(Grant::TokenExchange)),
            &format!("{at}/grants"),
            "hold password or token_exchange, which are for app clients",
        );
        flaws.unless(
            self.kind == ClientKind::Server || !self.configures,
            &format!("{at}/configures"),
            "is for server clients",
        );
        flaws.unless(
            self.kind == ClientKind::App || self.redirect_uris.is_empty(),
            &format!("{at}/redirect_uris"),
            "are for app clients",
        );
        for (index, uri) in self.redirect_uris.iter().enumerate() {
            flaws.unless(
                is_redirect_uri(uri),
                &format!("{at}/redirect_uris/{index}"),
                "has to be https://… without a fragment, http://localhost or 127.0.0.1, or a scheme of the app's own",
            );
        }
        for (index, uri) in self.post_logout_redirect_uris.iter().enumerate() {
            flaws.unless(
                is_redirect_uri(uri),
                &format!("{at}/post_logout_redirect_uris/{index}"),
                "has to be what a redirect URI has to be",
            );
        }
        flaws.unless(
            self.display_name.as_deref().is_none_or(is_display_name),
            &format!("{at}/display_name"),
            "has to be 1 to 60 characters, none of them a control character",
        );
        flaws.unless(
            !self.self_registration || self.may(Grant::AuthorizationCode),
            &format!("{at}/self_registration"),
            "needs the grant authorization_code, by which people get to the app",
        );
        flaws.unless(
            !AddressPattern::take_nobody(&self.allowed_addresses, &self.denied_addresses),
            &format!("{at}/allowed_addresses"),
            NOBODY,
        );
        flaws.unless(
            !self.sign_up || self.may(Grant::AuthorizationCode),
            &format!("{at}/sign_up"),
            "needs the grant authorization_code, by which people get to the app",
        );
        flaws.unless(
            self.app_link.as_deref().is_none_or(is_app_link),
            &format!("{at}/app_link"),
            "has to be an absolute link: https://…, or a scheme of the app's own",
        );
        flaws.unless(
            !self.auth_types.is_empty(),
            &format!("{at}/auth_types"),
            "have to hold email, sms, or both",
        );
        for (pointer, message) in Field::flaws(&self.fields) {
            flaws.unless(false, &format!("{at}/fields{pointer}"), message);
        }
        flaws.unless(
            self.kind == ClientKind::App || !self.may(Grant::AuthorizationCode),
            &format!("{at}/grants"),
            "hold authorization_code, which is for app clients",
        );
        let mut seen = BTreeSet::new();
        for (index, key) in self.keys.iter().enumerate() {
            flaws.unless(
                is_client_id(&key.id),
                &format!("{at}/keys/{index}/id"),
                "has to be 1 to 64 characters of a-z, A-Z, 0-9, - and _",
            );
            flaws.unless(seen.insert(&key.id), &format!("{at}/keys/{index}/id"), "is used twice");
        }
    }
}

#[derive(Default)]
struct Flaws(Vec<Flaw>);

impl Flaws {
    fn unless(&mut self, holds: bool, pointer: &str, message: &str) {
        if !holds {
            self.0.push(Flaw {
                pointer: pointer.to_owned(),
                message: message.to_owned(),
            });
        }
    }
}

#[cfg(test)]
mod tests;
