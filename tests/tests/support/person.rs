//! People to be provisioned.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

/// Somebody with an address and ids that no other test uses.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) tenant: &'static str,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) email: String,
    pub(crate) external_id: String,
    pub(crate) voucher: Option<String>,
    pub(crate) verified: bool,
    pub(crate) locale: Option<&'static str>,
    pub(crate) subject: Option<String>,
}

impl Person {
    /// A person of `acme`, not verified, without voucher.
    pub(crate) fn new() -> Self {
        static MADE: AtomicU64 = AtomicU64::new(1);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        Self {
            tenant: "acme",
            first_name: "Zoë".to_owned(),
            last_name: "van der Berg".to_owned(),
            email: format!("resident-{number}@example.org"),
            external_id: format!("customer-{number}"),
            voucher: None,
            verified: false,
            locale: None,
            subject: None,
        }
    }

    /// Of `netgrid`, which invites nobody by itself, wants six digits and asks for no proof.
    pub(crate) fn of_netgrid(mut self) -> Self {
        self.tenant = "netgrid";
        self
    }

    /// With an address that the tenant vouches for.
    pub(crate) fn verified(mut self) -> Self {
        self.verified = true;
        self
    }

    /// With a voucher.
    pub(crate) fn voucher(mut self, code: &str) -> Self {
        self.voucher = Some(code.to_owned());
        self
    }

    /// Who reads this language.
    pub(crate) fn locale(mut self, tag: &'static str) -> Self {
        self.locale = Some(tag);
        self
    }

    /// With a name at the customer's identity provider.
    pub(crate) fn subject(mut self) -> Self {
        self.subject = Some(format!("subject-of-{}", self.external_id));
        self
    }

    /// With this address.
    pub(crate) fn email(mut self, email: &str) -> Self {
        email.clone_into(&mut self.email);
        self
    }

    /// With these names.
    pub(crate) fn named(mut self, first: &str, last: &str) -> Self {
        first.clone_into(&mut self.first_name);
        last.clone_into(&mut self.last_name);
        self
    }

    /// The body of the call that provisions them.
    pub(crate) fn body(&self) -> Value {
        let mut customer = json!({
            "first_name": self.first_name,
            "last_name": self.last_name,
            "email_address": self.email,
            "external_account_id": self.external_id,
        });
        if let Some(locale) = self.locale {
            customer["locale"] = locale.into();
        }
        if let Some(subject) = &self.subject {
            customer["external_authentication_provider_id"] = subject.as_str().into();
        }
        let mut installation = json!({
            "external_installation_id": "home-1",
            "address_info": { "street": "Mill Lane", "house_number": 1, "city": "Cambridge" },
        });
        if let Some(voucher) = &self.voucher {
            installation["order_information"] = json!({ "voucher_code": voucher });
        }
        let mut body = json!({
            "labelpartner": self.tenant,
            "customer_info": customer,
            "installation_info": [installation],
        });
        if self.verified {
            body["create_verified_user"] = true.into();
        }
        body
    }

    /// What they send to be mailed a link.
    pub(crate) fn asking(&self) -> Value {
        json!({
            "first_name": self.first_name, "last_name": self.last_name, "email_address": self.email,
            "labelpartner": self.tenant, "imported": "true",
        })
    }
}
