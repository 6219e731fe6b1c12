//! The form behind the mailed link: what it asks, and what was filled in.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use usher::customer::CustomerKind;
use usher::password::PasswordPolicy;
use usher::profile::{Field, Profile};
use usher::sign_up::{NewAccount, SignUpLink, SignUpRefused};
use usher::tenant::{AccountKind, Tenant, VoucherRule};
use usher::user::User;
use usher::verification::{Draft, Link};

use super::signup_complete::PATH;
use super::typed_voucher::Typed;
use super::{closed, signup};
use crate::agreements::accepting::Offers;
use crate::app::App;
use crate::app_form::{AppForm, Filled, Form, Questions, VOUCHER};
use crate::hosted::sign_in;
use crate::http::Problem;
use crate::page_answer::{Reader, Shown, page};
use crate::pages::{self, FieldError, Languages, LinkProblem, NewLink, ProblemKind};
use crate::registration::set_password::rule;
use crate::words::Words;

/// A link that is one of ours, of a kind of account that can be made.
pub(super) struct Opened {
    token: String,
    pub(super) link: SignUpLink,
    pub(super) tenant: Arc<Tenant>,
    pub(super) rules: AccountKind,
    fields: Vec<Field>,
}

impl Opened {
    /// Reads a token. The inner error is the page that says what is wrong.
    pub(super) async fn read(app: &App, reader: &Reader, token: &str) -> Result<Result<Self, Response>, Problem> {
        let tenant = match Link::claimed_tenant(token) {
            Some(name) => app.tenant(&name).await?,
            None => None,
        };
        let link = SignUpLink::open(token, &app.keys);
        let (Some(link), Some(tenant)) = (link, tenant.clone()) else {
            return Ok(Err(unknown(reader, tenant.as_deref())));
        };
        if app.is_host_of_another(&reader.host, &tenant.name).await? {
            return Ok(Err(unknown(reader, None)));
        }
        let Some(rules) = tenant.onboarding.kind(link.kind).cloned() else {
            return Ok(Err(closed(
                &reader.or_in(Some(&link.locale)),
                &tenant,
                link.request.is_some(),
            )));
        };
        Ok(Ok(Self {
            token: token.to_owned(),
            fields: rules.fields(),
            link,
            tenant,
            rules,
        }))
    }

    /// Whether the link works, for telling a person before they fill anything in: one whose account is erased is used as
    /// well. One request, which may be answered as of a moment ago: what counts is the write.
    pub(super) async fn check_late(&self, app: &App) -> Result<Result<(), SignUpRefused>, Problem> {
        let (stored, was_used) = app.store.seen_by_link(&self.link).await?;
        Ok(match was_used {
            true => Err(SignUpRefused::Taken),
            false => self.checked(stored.as_ref(), app),
        })
    }

    /// Whether the link works: one read.
    pub(super) async fn check(&self, app: &App) -> Result<Result<(), SignUpRefused>, Problem> {
        let stored = app.store.get_user(&self.tenant.name, &self.link.key()).await?;
        Ok(self.checked(stored.as_ref(), app))
    }

    /// The addresses that the kind takes may have changed since the link was mailed.
    fn checked(&self, stored: Option<&User>, app: &App) -> Result<(), SignUpRefused> {
        self.link.check(stored, app.clock.now())?;
        match self.rules.takes(&self.link.email) {
            true => Ok(()),
            false => Err(SignUpRefused::NotAllowed),
        }
    }

    /// Whose page it is, in the language that it was asked for in, unless another is wanted now.
    pub(super) fn shown(&self, reader: &Reader) -> Shown {
        Shown::new(&reader.or_in(Some(&self.link.locale)), Some(&self.tenant), None)
    }

    /// The address of the form, as it was mailed.
    pub(super) fn href(&self, reader: &Reader) -> String {
        // A token of ours needs no escape.
        format!("{PATH}?token={}&locale={}", self.token, self.shown(reader).locale.tag())
    }

    /// What the person is asked to accept.
    pub(super) fn offers<'a>(&'a self, words: Words<'a>, now: Timestamp) -> Offers<'a> {
        Offers::new(&self.tenant, self.link.kind, words, now)
    }

    fn policy(&self) -> PasswordPolicy {
        self.tenant.password_policy_of(self.link.kind)
    }

    fn questions(&self) -> Questions<'_> {
        Questions {
            fields: &self.fields,
            number_is_proven: false,
            own: &["token", VOUCHER, "password", "locale"],
        }
    }

    fn app_form(&self) -> AppForm<'_> {
        AppForm {
            tenant: &self.tenant,
            policy: self.policy(),
            questions: self.questions(),
            email: self.link.email.as_str(),
            names: ("", ""),
        }
    }

    /// Everything that is wrong with a form, or everything that is in it.
    pub(super) fn check_form(
        &self,
        form: &Form,
        offers: &Offers<'_>,
    ) -> Result<Result<Filled, Vec<FieldError>>, Problem> {
        self.app_form().check(form, offers)
    }

    /// What was filled in, each value where it belongs. What a code fills in is so whatever the form says.
    pub(super) fn account(&self, filled: &mut Filled, typed: Typed) -> NewAccount {
        let answers = std::mem::take(&mut filled.answers);
        let mut values = answers.profile;
        let mut new = NewAccount::default();
        match typed {
            Typed::Nothing => {}
            Typed::Voucher(voucher) => {
                new.voucher = Some(voucher.id);
                values.extend(voucher.presets);
            }
            Typed::Partner(partner) => {
                new.customer_name = Some(partner.name);
                new.organisation = partner.organisation;
                values.extend(partner.values);
            }
        }
        let (customer_profile, profile): (Profile, Profile) =
            values.into_iter().partition(|(key, _)| self.rules.is_of_customer(key));
        NewAccount {
            first_name: answers.first_name,
            last_name: answers.last_name,
            phone_number: answers.phone_number,
            profile,
            customer_profile,
            ..new
        }
    }

    /// The name of the place that comes with the account, in the person's language, if one does.
    pub(super) fn location(&self, words: Words<'_>) -> Option<String> {
        default_location(&self.tenant, self.link.kind, &self.rules, words)
    }

    /// What an app had asked for, sealed anew: who comes back to it has done what it made them do.
    pub(super) fn request(&self, app: &App, now: Timestamp) -> Option<String> {
        let request = self.link.request.clone()?.resumed(now);
        Some(request.seal(&app.keys, now, SignedDuration::from_hours(1)))
    }

    /// Whether a voucher is asked for.
    pub(super) fn voucher_rule(&self) -> VoucherRule {
        self.rules.voucher(self.link.kind)
    }

    /// The form as a page.
    pub(super) fn page(
        &self,
        app: &App,
        reader: &Reader,
        draft: &Draft,
        errors: Vec<FieldError>,
        languages: Languages,
    ) -> String {
        let shown = self.shown(reader);
        let offers = self.offers(shown.words(), app.clock.now());
        let content = pages::SignUpComplete {
            action: format!("{PATH}?locale={}", shown.locale.tag()),
            token: self.token.clone(),
            address: self.link.email.as_str().to_owned(),
            voucher: (self.voucher_rule() != VoucherRule::None).then(|| pages::Voucher {
                required: self.voucher_rule() == VoucherRule::Required,
                value: draft.code.clone(),
            }),
            fields: self.questions().shown(&draft.values),
            agreements: offers.boxes(&draft.ticked),
            rule: rule(self.policy()),
            errors,
        };
        content.render(&shown.frame(languages))
    }

    /// What is wrong with the link, and what helps.
    pub(super) fn refused(&self, reader: &Reader, reason: SignUpRefused) -> Response {
        let shown = self.shown(reader);
        let locale = shown.locale.tag();
        let (status, content) = match reason {
            SignUpRefused::Expired => (
                StatusCode::GONE,
                LinkProblem::Expired {
                    link_life: u64::try_from(self.link.life_seconds()).unwrap_or_default(),
                    new_link: NewLink {
                        masked_address: self.link.email.masked(),
                        token: self.token.clone(),
                        action: format!("{PATH}?locale={locale}"),
                    },
                },
            ),
            SignUpRefused::Taken => {
                let (path, tenant) = (sign_in::PATH, &self.tenant.name);
                let sign_in = Some(format!("{path}?labelpartner={tenant}&locale={locale}"));
                let new_link = None;
                (StatusCode::CONFLICT, LinkProblem::Used { sign_in, new_link })
            }
            SignUpRefused::NotAllowed => {
                let reader = reader.or_in(Some(&self.link.locale));
                return closed(&reader, &self.tenant, self.link.request.is_some());
            }
        };
        page(status, content.render(&shown.frame(reader.languages())))
    }
}

/// The name of the place that comes with an account of this kind, in the person's language, if one does.
pub(crate) fn default_location(
    tenant: &Tenant,
    kind: CustomerKind,
    rules: &AccountKind,
    words: Words<'_>,
) -> Option<String> {
    let names = &rules.default_location.as_ref()?.name;
    let own = names
        .get(words.locale().tag())
        .or_else(|| names.get(&tenant.default_locale));
    let usual = match kind {
        CustomerKind::Personal => "location-home",
        _ => "location-place",
    };
    Some(own.cloned().unwrap_or_else(|| words.say(usual, &[])))
}

/// None of ours, or cut off: a new one is asked for where it began.
fn unknown(reader: &Reader, tenant: Option<&Tenant>) -> Response {
    let shown = Shown::new(reader, tenant, None);
    let next = tenant.map(|tenant| {
        let (path, locale) = (signup::PATH, shown.locale.tag());
        format!("{path}?labelpartner={}&locale={locale}", tenant.name)
    });
    let content = pages::Problem {
        kind: ProblemKind::RecoveryLink(pages::RecoveryLink::Unknown),
        next,
        request_id: None,
    };
    page(StatusCode::NOT_FOUND, content.render(&shown.frame(reader.languages())))
}
