//! The fields of a provisioning call: from what was sent to what the domain takes.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use usher::provisioning::{NewInstallation, NewUser};
use utoipa::ToSchema;

use super::values::{is_address, is_text};
use super::who::{Who, check_id};
use crate::http::FieldError;

/// A call has at most this many places.
const MAX_INSTALLATIONS: usize = 20;
/// All addresses of a person together: they are one item, and each step of their journey pays for it.
const MAX_ADDRESSES_OCTETS: usize = 4_000;

/// A person to be made known.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvisionRequest {
    /// The tenant's short name; has to be the caller's own.
    #[schema(example = "acme")]
    pub labelpartner: String,
    /// Who the person is.
    pub customer_info: CustomerInfo,
    /// The places of the person; at least one.
    pub installation_info: Vec<InstallationInfo>,
    /// Whether the tenant vouches for the address. If not, the person proves it by mail.
    #[serde(default)]
    #[schema(example = false)]
    pub create_verified_user: Option<bool>,
}

/// Who the person is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerInfo {
    /// Given name, 1 to 100 characters.
    #[schema(example = "Jane")]
    first_name: String,
    /// Family name, 1 to 100 characters.
    #[schema(example = "Doe")]
    last_name: String,
    /// Unique in the tenant. The part before the @ has to be ASCII.
    #[schema(example = "jane.doe@example.org")]
    email_address: String,
    /// The caller's own id of the person, unique in the tenant, 1 to 128 characters.
    #[schema(example = "customer-4711")]
    external_account_id: String,
    /// What the customer's identity provider calls the person, unique in the tenant.
    #[serde(default)]
    #[schema(example = "idp-123")]
    external_authentication_provider_id: Option<String>,
    /// With country code: `+44 20 7946 0000`.
    #[serde(default)]
    #[schema(example = "+442079460000")]
    phone_number: Option<String>,
    /// The language the person reads, as a BCP 47 tag.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

/// A place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstallationInfo {
    /// The caller's own id of the place.
    #[serde(default)]
    #[schema(example = "home-1")]
    external_installation_id: Option<String>,
    /// Where it is: up to 20 named texts or numbers, kept as they are.
    #[serde(default)]
    #[schema(value_type = Option<BTreeMap<String, String>>, example = json!({"street": "Mill Lane", "house_number": "1", "city": "Cambridge"}))]
    address_info: Option<AddressInfo>,
    /// How the place was ordered.
    #[serde(default)]
    order_information: Option<OrderInformation>,
}

/// How a place was ordered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrderInformation {
    /// A code given to the person outside the mail, 4 to 64 characters; they may set their password
    /// with it instead of a ticket.
    #[serde(default)]
    #[schema(example = "SPRING-2027")]
    voucher_code: Option<String>,
}

/// Named texts or numbers, none of them twice.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct AddressInfo(BTreeMap<String, Value>);

impl<'de> Deserialize<'de> for AddressInfo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = AddressInfo;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts and numbers")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<AddressInfo, M::Error> {
                let mut parts = BTreeMap::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    if parts.insert(name.clone(), value).is_some() {
                        return Err(serde::de::Error::custom(format!("duplicate field `{name}`")));
                    }
                }
                Ok(AddressInfo(parts))
            }
        }
        deserializer.deserialize_map(Parts)
    }
}

impl ProvisionRequest {
    /// What the domain takes, or everything that is wrong.
    ///
    /// # Errors
    /// One entry per flawed field.
    pub fn check(self) -> Result<NewUser, Vec<FieldError>> {
        let mut errors = Vec::new();
        let who = self.customer_info.who().check("/customer_info", &mut errors);
        let installations = installations(self.installation_info, &mut errors);
        match (who, errors.is_empty()) {
            (Some(who), true) => Ok(NewUser {
                installations,
                create_verified: self.create_verified_user.unwrap_or(false),
                ..who
            }),
            _ => Err(errors),
        }
    }
}

impl CustomerInfo {
    fn who(self) -> Who {
        Who {
            first_name: self.first_name,
            last_name: self.last_name,
            email_address: self.email_address,
            external_account_id: Some(self.external_account_id),
            external_authentication_provider_id: self.external_authentication_provider_id,
            phone_number: self.phone_number,
            locale: self.locale,
        }
    }
}

/// The caller's id of a place and where it is, with what is wrong with either.
pub(crate) fn check_place(
    external_id: Option<String>,
    address: Option<AddressInfo>,
    at: &str,
    errors: &mut Vec<FieldError>,
) -> (Option<String>, BTreeMap<String, Value>) {
    if let Some(id) = &external_id {
        check_id(id, errors, format!("{at}/external_installation_id"));
    }
    let address = address.unwrap_or_default().0;
    if !is_address(&address) {
        let sentence =
            "an address has at most 20 parts, each a text of up to 200 characters or a number, and 1000 octets in all";
        errors.push(FieldError::new(
            format!("{at}/address_info"),
            "address_info_malformed",
            sentence,
        ));
    }
    (external_id, address)
}

fn installations(sent: Vec<InstallationInfo>, errors: &mut Vec<FieldError>) -> Vec<NewInstallation> {
    if !(1..=MAX_INSTALLATIONS).contains(&sent.len()) {
        errors.push(FieldError::new(
            "/installation_info",
            "installation_count",
            "there have to be 1 to 20 installations",
        ));
    }
    let mut installations = Vec::new();
    for (index, info) in sent.into_iter().enumerate() {
        let at = format!("/installation_info/{index}");
        let (external_id, address) = check_place(info.external_installation_id, info.address_info, &at, errors);
        let voucher_code = info.order_information.and_then(|order| order.voucher_code);
        if voucher_code.as_deref().is_some_and(|code| !is_text(code, 4, 64)) {
            let sentence = "a voucher code is 4 to 64 characters";
            errors.push(FieldError::new(
                format!("{at}/order_information/voucher_code"),
                "voucher_code_malformed",
                sentence,
            ));
        }
        installations.push(NewInstallation {
            name: None,
            external_id,
            address,
            voucher_code,
        });
    }
    let octets = |place: &NewInstallation| serde_json::to_string(&place.address).map_or(0, |text| text.len());
    if installations.iter().map(octets).sum::<usize>() > MAX_ADDRESSES_OCTETS {
        let sentence = "the addresses of all installations have at most 4000 octets";
        errors.push(FieldError::new(
            "/installation_info",
            "address_info_too_large",
            sentence,
        ));
    }
    installations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flaw_of_a_call_is_told_at_once() {
        let request: ProvisionRequest = serde_json::from_value(serde_json::json!({
            "labelpartner": "acme",
            "customer_info": {"first_name": " ", "last_name": "Doe\u{0}", "email_address": "jane@localhost", "external_account_id": "",
                              "phone_number": "123", "locale": "e"},
            "installation_info": [{"order_information": {"voucher_code": "x"}, "address_info": {"a": [1]}}],
        }))
        .expect("the right types");
        let pointers: Vec<_> = request
            .check()
            .expect_err("flaws")
            .into_iter()
            .map(|error| error.pointer)
            .collect();
        assert_eq!(
            pointers,
            [
                "/customer_info/first_name",
                "/customer_info/last_name",
                "/customer_info/email_address",
                "/customer_info/external_account_id",
                "/customer_info/phone_number",
                "/customer_info/locale",
                "/installation_info/0/address_info",
                "/installation_info/0/order_information/voucher_code",
            ]
        );
    }
}
