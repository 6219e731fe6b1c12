//! What a person is asked to accept in a form, and what they did accept.

use std::collections::BTreeMap;
use std::net::IpAddr;

use ::http::HeaderMap;
use ::http::header::USER_AGENT;
use jiff::Timestamp;
use usher::agreement::{Accepted, Agreement, Consent, SourcePrefix, Text, UserAgent, Version, primary};
use usher::customer::CustomerKind;
use usher::tenant::Tenant;

use super::legal;
use crate::pages::{AgreementBox, FieldError, WrongBox};
use crate::words::Words;

/// The boxes that were ticked: the agreement's name, and the version as it was posted.
pub(crate) type Ticked = BTreeMap<String, String>;

/// An agreement as one person meets it.
struct Offer<'a> {
    agreement: &'a Agreement,
    version: &'a Version,
    /// The language of the text, which may be another than the page's.
    language: &'a str,
    text: &'a Text,
}

/// What people of one kind of customer are asked to accept, in one language.
pub(crate) struct Offers<'a> {
    tenant: &'a Tenant,
    words: Words<'a>,
    offers: Vec<Offer<'a>>,
}

impl<'a> Offers<'a> {
    /// The tenant's agreements for this kind, each in the version that counts at `now`.
    pub(crate) fn new(tenant: &'a Tenant, kind: CustomerKind, words: Words<'a>, now: Timestamp) -> Self {
        let wanted = [words.locale().tag(), primary(&tenant.default_locale)];
        let theirs = tenant.agreements.iter().filter(|agreement| agreement.is_for(kind));
        let offer = |agreement: &'a Agreement| {
            let version = agreement.current(now)?;
            let (language, text) = version.text(&wanted)?;
            Some(Offer {
                agreement,
                version,
                language,
                text,
            })
        };
        Self {
            tenant,
            words,
            offers: theirs.filter_map(offer).collect(),
        }
    }

    /// The same, of those with these names alone.
    pub(crate) fn among(mut self, names: &[String]) -> Self {
        self.offers.retain(|offer| names.contains(&offer.agreement.name));
        self
    }

    /// The words they are told in.
    pub(crate) const fn words(&self) -> Words<'a> {
        self.words
    }

    /// The first of the ticked boxes that was not offered.
    pub(crate) fn unknown<'t>(&self, ticked: &'t Ticked) -> Option<&'t str> {
        let is_offered = |name: &str| self.offers.iter().any(|offer| offer.agreement.name == name);
        ticked.keys().map(String::as_str).find(|name| !is_offered(name))
    }

    /// What was accepted.
    ///
    /// # Errors
    /// A mistake for each required one that was not, and each whose version has changed meanwhile.
    pub(crate) fn accepted(&self, ticked: &Ticked) -> Result<Vec<Accepted>, Vec<FieldError>> {
        let (mut accepted, mut mistakes) = (Vec::new(), Vec::new());
        for Offer {
            agreement,
            version,
            language,
            text,
        } in &self.offers
        {
            let wrong = match ticked.get(&agreement.name) {
                Some(shown) if *shown == version.version.to_string() => {
                    accepted.push(Accepted {
                        agreement: agreement.name.clone(),
                        version: version.version,
                        locale: (*language).to_owned(),
                        sha256: text.sha256.clone().unwrap_or_default(),
                    });
                    continue;
                }
                Some(_) => WrongBox::Changed,
                None if agreement.required => WrongBox::Missing,
                None => continue,
            };
            mistakes.push(wrong.say(&agreement.name, &text.title, self.words));
        }
        match mistakes.is_empty() {
            true => Ok(accepted),
            false => Err(mistakes),
        }
    }

    /// The boxes of the form.
    pub(crate) fn boxes(&self, ticked: &Ticked) -> Vec<AgreementBox> {
        let to_box = |offer: &Offer<'_>| {
            let (name, version) = (&offer.agreement.name, offer.version.version);
            AgreementBox {
                name: name.clone(),
                version,
                title: offer.text.title.clone(),
                href: legal::href(&self.tenant.name, name, version, self.words.locale().tag()),
                required: offer.agreement.required,
                ticked: ticked.get(name) == Some(&version.to_string()),
            }
        };
        self.offers.iter().map(to_box).collect()
    }

    /// The evidence, given on `channel`; none where nothing was accepted.
    pub(crate) fn consent(
        &self,
        accepted: Vec<Accepted>,
        channel: &str,
        source: IpAddr,
        headers: &HeaderMap,
        now: Timestamp,
    ) -> Option<Consent> {
        (!accepted.is_empty()).then(|| Consent {
            accepted,
            ..act(channel, source, headers, now)
        })
    }
}

/// When and how something is accepted or taken back, before it is said what.
pub(super) fn act(channel: &str, source: IpAddr, headers: &HeaderMap, now: Timestamp) -> Consent {
    let browser = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
    Consent {
        at: now.as_millisecond(),
        channel: channel.to_owned(),
        source: SourcePrefix::of(source),
        user_agent: UserAgent::of(browser.unwrap_or_default()),
        accepted: Vec::new(),
        withdrawn: Vec::new(),
    }
}
