//! What of a person's profile an app gets in the ID token.

use serde_json::{Map, Value};

use super::{Field, MOBILE_NUMBER, as_json};
use crate::user::User;

/// The claims that an ID token has of its own or that the standard names (OpenID Connect Core sections 2 and 5.1, and
/// what is registered beside them); no field can be told under one of these.
const OWN: [&str; 25] = [
    "iss",
    "sub",
    "aud",
    "exp",
    "iat",
    "nbf",
    "jti",
    "auth_time",
    "nonce",
    "acr",
    "amr",
    "azp",
    "at_hash",
    "c_hash",
    "sid",
    "tenant",
    "email",
    "email_verified",
    "given_name",
    "family_name",
    "locale",
    "phone_number",
    "phone_number_verified",
    "agreements_pending",
    "customer_verification_pending",
];

/// Whether an ID token can hold a field of this name.
pub(super) fn can_be_claimed(name: &str) -> bool {
    !OWN.contains(&name)
}

/// The values of the fields whose scopes are among those granted, which are separated by spaces.
#[must_use]
pub fn claims(user: &User, fields: &[Field], granted: &str) -> Map<String, Value> {
    let known = user.profile.as_ref().map(as_json).unwrap_or_default();
    let is_granted = |field: &&Field| {
        let scope = field.scope.as_deref();
        scope.is_some_and(|scope| granted.split(' ').any(|granted| granted == scope))
    };
    let value = |field: &Field| {
        let value = match field.name.as_str() {
            MOBILE_NUMBER => user.phone_number.clone().map(Value::String),
            name => known.get(name).cloned(),
        };
        Some((field.name.clone(), value?))
    };
    fields.iter().filter(is_granted).filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::profile::Profile;
    use crate::testing;

    #[test]
    fn an_app_gets_what_the_granted_scopes_open_and_nothing_else() {
        let fields = json!([
            {"name": "companyName", "scope": "company"}, {"name": "mobileNumber", "scope": "phone"}, {"name": "region"},
            {"name": "home", "type": "address", "label": {"en": "Home"}, "scope": "company"}, {"name": "locality", "scope": "company"},
        ]);
        let fields: Vec<Field> = serde_json::from_value(fields).expect("fields");
        let mut user = testing::user();
        user.phone_number = Some("+442079460000".to_owned());
        let values = [
            ("companyName", "Doe Ltd"),
            ("region", "Kent"),
            ("home.locality", "Dover"),
        ];
        user.profile = Some(Profile::from(
            values.map(|(name, value)| (name.to_owned(), value.to_owned())),
        ));
        let told = |granted| Value::Object(claims(&user, &fields, granted));
        assert_eq!(told("openid profile"), json!({}));
        let company = json!({"companyName": "Doe Ltd", "home": {"locality": "Dover"}});
        assert_eq!(told("openid company"), company);
        assert_eq!(told("phone"), json!({"mobileNumber": "+442079460000"}));
    }
}
