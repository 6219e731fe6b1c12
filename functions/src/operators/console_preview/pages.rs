//! The pages that people see, with made-up content and buttons that lead back to the list.

use usher::clock::Clock;
use usher::customer::CustomerKind;
use usher::password::PasswordPolicy;
use usher::profile::{Field, Profile};
use usher::tenant::{AccountKind, Channel, Client, Tenant, VoucherRule};

use super::PATH;
use crate::agreements::accepting::{Offers, Ticked};
use crate::pages::console::{KINDS, kind_name};
use crate::pages::{self, AppField, Finished, Frame, Occasion};
use crate::registration::set_password::rule;
use crate::sso::labels;
use crate::words::ConsoleWords;

/// Somebody whom there is not.
const ADDRESS: &str = "jane.doe@example.org";
pub(super) const MASKED: &str = "j•••@example.org";

/// What there is to look at: where, and the title that people read. The forms are told apart by the kind of account.
pub(super) fn all(tenant: &Tenant, frame: &Frame<'_>, console: ConsoleWords) -> Vec<(&'static str, String)> {
    let title = |id| frame.words().say(id, &[]);
    let [password, new_password] = match tenant.password_policy {
        PasswordPolicy::Pincode => ["pincode-title", "new-pincode-title"],
        _ => ["password-title", "new-password-title"],
    };
    let mut list = vec![
        ("sign-in", title("sign-in-title")),
        ("sign-up", title("register-title")),
        ("check-mail", title("link-sent-title")),
    ];
    list.extend(
        KINDS
            .into_iter()
            .filter(|kind| enabled(tenant, kind).is_some())
            .map(|kind| {
                let name = kind_name(console, kind);
                (kind, console.say("preview-form", &[("kind", name.into())]))
            }),
    );
    list.extend([
        ("confirm", title("confirm-title")),
        ("password", title(password)),
        ("invitation", title("activate-title")),
        ("waiting", title("awaiting-title")),
        ("done", title("done-title")),
        ("expired", title("link-expired-title")),
        ("recovery", title(new_password)),
        ("agreements", title("agreements-title")),
    ]);
    if verifying(tenant).is_some() {
        list.push(("details", title("details-title")));
    }
    list
}

/// One of [`all`].
pub(super) fn sample(tenant: &Tenant, frame: &Frame<'_>, what: &str, clock: &Clock) -> Option<String> {
    let sample = Samples { tenant, frame, clock };
    Some(match what {
        "sign-in" => sample.sign_in(),
        "sign-up" => sample.sign_up(),
        "check-mail" => sample.check_mail(),
        "confirm" => sample.confirm(),
        "password" => sample.password(),
        "invitation" => sample.invitation(),
        "waiting" => sample.done(Finished::Waiting),
        "done" => sample.done(Finished::Registration),
        "expired" => sample.expired(),
        "recovery" => sample.recovery(),
        "details" => sample.details(verifying(tenant)?),
        "agreements" => sample.agreements(),
        kind => return sample.form(enabled(tenant, kind)?),
    })
}

fn enabled(tenant: &Tenant, kind: &str) -> Option<CustomerKind> {
    tenant.onboarding.enabled().find(|enabled| enabled.as_str() == kind)
}

/// The first kind whose people confirm what the back office wrote of them.
fn verifying(tenant: &Tenant) -> Option<&AccountKind> {
    let kinds = tenant
        .onboarding
        .enabled()
        .filter_map(|kind| tenant.onboarding.kind(kind));
    kinds.into_iter().find(|rules| rules.verify_customer)
}

#[derive(Clone, Copy)]
struct Samples<'a> {
    tenant: &'a Tenant,
    frame: &'a Frame<'a>,
    clock: &'a Clock,
}

impl Samples<'_> {
    fn list(&self) -> String {
        format!("{PATH}?labelpartner={}", self.tenant.name)
    }

    /// The app that people may be on their way to.
    fn app(&self) -> Option<&Client> {
        let leads_on = |client: &&Client| client.app_link.is_some() || !client.redirect_uris.is_empty();
        self.tenant.clients.iter().find(leads_on)
    }

    /// The kind of account that its people get.
    fn customers(&self) -> CustomerKind {
        self.app().map(|app| app.customers).unwrap_or_default()
    }

    fn app_name(&self) -> String {
        let named = self.app().and_then(|app| app.display_name.clone());
        named.unwrap_or_else(|| self.tenant.display_name.clone())
    }

    fn boxes(&self, kind: CustomerKind) -> Vec<pages::AgreementBox> {
        Offers::new(self.tenant, kind, self.frame.words(), self.clock.now()).boxes(&Ticked::new())
    }

    fn sign_in(&self) -> String {
        let providers = labels(self.tenant, self.frame.words());
        let content = pages::SignIn {
            action: self.list(),
            request: String::new(),
            email: String::new(),
            pincode: self.tenant.has_pincodes_only(),
            providers: providers.into_iter().map(|(label, _)| (label, self.list())).collect(),
            register: Some(self.list()),
            recover: self.list(),
            notice: None,
            errors: Vec::new(),
        };
        content.render(self.frame)
    }

    fn sign_up(&self) -> String {
        let content = pages::SignUp {
            action: self.list(),
            request: String::new(),
            kinds: self.tenant.onboarding.enabled().collect(),
            kind: None,
            email: String::new(),
            sign_in: self.list(),
            errors: Vec::new(),
        };
        content.render(self.frame)
    }

    fn check_mail(&self) -> String {
        let content = pages::CheckMail {
            kind: pages::CheckMailKind::SignUp,
            address: ADDRESS.to_owned(),
            works_for: self.tenant.link_life_seconds.into(),
            sign_in: Some(self.list()),
        };
        content.render(self.frame)
    }

    /// The form of a kind of account.
    fn form(&self, kind: CustomerKind) -> Option<String> {
        let rules = self.tenant.onboarding.kind(kind)?;
        let voucher = rules.voucher(kind);
        let fields = rules.fields().into_iter().filter(Field::is_typed);
        let content = pages::SignUpComplete {
            action: self.list(),
            token: String::new(),
            address: ADDRESS.to_owned(),
            fields: fields.map(empty).collect(),
            voucher: (voucher != VoucherRule::None).then(|| pages::Voucher {
                required: voucher == VoucherRule::Required,
                value: String::new(),
            }),
            agreements: self.boxes(kind),
            rule: rule(self.tenant.password_policy_of(kind)),
            errors: Vec::new(),
        };
        Some(content.render(self.frame))
    }

    fn confirm(&self) -> String {
        let content = pages::ConfirmAddress {
            masked_address: MASKED.to_owned(),
            channel: Channel::Email,
            token: String::new(),
            action: self.list(),
            occasion: Occasion::Verification,
        };
        content.render(self.frame)
    }

    fn password(&self) -> String {
        let content = pages::SetPassword {
            just_confirmed: false,
            masked_address: MASKED.to_owned(),
            address: Some(ADDRESS.to_owned()),
            ticket: String::new(),
            action: self.list(),
            rule: rule(self.tenant.password_policy),
            voucher: None,
            errors: Vec::new(),
        };
        content.render(self.frame)
    }

    fn invitation(&self) -> String {
        let app = self.app();
        let fields = app
            .map_or(&[][..], |app| &app.fields)
            .iter()
            .filter(|field| field.is_typed());
        let content = pages::Activate {
            just_confirmed: false,
            again: false,
            address: ADDRESS.to_owned(),
            number: None,
            ticket: String::new(),
            action: self.list(),
            rule: rule(self.tenant.password_policy),
            fields: fields.cloned().map(empty).collect(),
            agreements: self.boxes(self.customers()),
            errors: Vec::new(),
        };
        content.render(self.frame)
    }

    fn done(&self, finished: Finished) -> String {
        // Who waits has nothing to do there yet.
        let app_link = (self.tenant.app_link.clone()).filter(|_| finished != Finished::Waiting);
        pages::Done { finished, app_link }.render(self.frame)
    }

    fn expired(&self) -> String {
        let content = pages::LinkProblem::Expired {
            link_life: self.tenant.link_life_seconds.into(),
            new_link: pages::NewLink {
                masked_address: MASKED.to_owned(),
                token: String::new(),
                action: self.list(),
            },
        };
        content.render(self.frame)
    }

    fn recovery(&self) -> String {
        let content = pages::NewPassword {
            action: self.list(),
            ticket: String::new(),
            address: Some(ADDRESS.to_owned()),
            rule: rule(self.tenant.password_policy),
            errors: Vec::new(),
        };
        content.render(self.frame)
    }

    fn details(&self, rules: &AccountKind) -> String {
        let content = pages::CheckDetails {
            action: self.list(),
            request: String::new(),
            app: self.app_name(),
            address: ADDRESS.to_owned(),
            number: None,
            fields: rules.fields().into_iter().filter(Field::is_typed).map(empty).collect(),
            errors: Vec::new(),
            other_account: self.list(),
        };
        content.render(self.frame)
    }

    fn agreements(&self) -> String {
        let content = pages::Continue {
            action: self.list(),
            request: String::new(),
            app: self.app_name(),
            address: ADDRESS.to_owned(),
            scopes: Vec::new(),
            agreements: self.boxes(self.customers()),
            asks_consent: false,
            errors: Vec::new(),
            other_account: self.list(),
        };
        content.render(self.frame)
    }
}

/// A field with nothing in it.
fn empty(field: Field) -> AppField {
    let values = Profile::new();
    AppField { field, values }
}
