//! A person whom the back office made known confirms or corrects what it wrote of them and of their customer.

use jiff::Timestamp;

use super::Customer;
use crate::profile::{Answers, FIRST_NAME, Field, LAST_NAME, MOBILE_NUMBER, Profile};
use crate::provisioning::name_hash;
use crate::tenant::{AccountKind, Tenant};
use crate::user::User;

/// What is known once a person has said what is right.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// The person.
    pub user: User,
    /// What is known of their customer, as it was where they are not asked about it.
    pub customer_profile: Profile,
}

impl User {
    /// The rules of this person's kind, where they still have to say whether what is known is right: the back office made
    /// them known, and they were never asked before. A kind that is off makes no more accounts by its form; whom the back
    /// office makes known is asked all the same.
    #[must_use]
    pub fn owed_verification<'a>(&self, tenant: &'a Tenant) -> Option<&'a AccountKind> {
        let rules = tenant.onboarding.kinds.get(&self.customer_kind);
        let rules = rules.filter(|rules| rules.verify_customer);
        rules.filter(|_| self.self_made.is_none() && self.customer_verified_at.is_none())
    }
}

impl Customer {
    /// What `user` is asked: about the customer only whoever speaks for it, about themselves everybody.
    #[must_use]
    pub fn questions_for(&self, user: &User, rules: &AccountKind) -> Vec<Field> {
        match self.owner == Some(user.id) {
            true => rules.fields(),
            false => rules.user_fields.clone(),
        }
    }

    /// What is known once `user` has given these answers. What they were not asked stays; what they emptied goes.
    #[must_use]
    pub fn verified(&self, user: &User, rules: &AccountKind, answers: Answers, now: Timestamp) -> Verified {
        let mut user = user.clone();
        let mut of_person = user.profile.take().unwrap_or_default();
        let mut of_customer = self.profile.clone().unwrap_or_default();
        for key in &answers.emptied {
            match key.as_str() {
                FIRST_NAME => user.first_name = None,
                LAST_NAME => user.last_name = None,
                MOBILE_NUMBER => user.phone_number = None,
                _ if rules.is_of_customer(key) => drop(of_customer.remove(key)),
                _ => drop(of_person.remove(key)),
            }
        }
        for (key, value) in answers.profile {
            match rules.is_of_customer(&key) {
                true => of_customer.insert(key, value),
                false => of_person.insert(key, value),
            };
        }
        user.first_name = answers.first_name.or(user.first_name);
        user.last_name = answers.last_name.or(user.last_name);
        user.phone_number = answers.phone_number.or(user.phone_number);
        let (first, last) = user.names();
        user.name_hash = name_hash(&user.tenant, first, last);
        user.profile = Some(of_person);
        user.customer_verified_at = Some(now.as_millisecond());
        Verified {
            user,
            customer_profile: of_customer,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::CustomerKind;
    use crate::id::{Opaque, UserId};
    use crate::testing;
    use crate::user::SelfMade;

    fn tenant(verify: bool) -> Tenant {
        let kinds = json!({ "business": {
            "enabled": false,
            "verify_customer": verify,
            "customer_fields": [{ "name": "companyName", "required": true }, { "name": "seat", "type": "address", "label": { "en": "Seat" } }],
            "user_fields": [{ "name": "firstName" }, { "name": "lastName" }, { "name": "mobileNumber" }, { "name": "twoStepMobile" }],
        }});
        Tenant {
            onboarding: serde_json::from_value(json!({ "kinds": kinds })).expect("an onboarding"),
            ..testing::tenant()
        }
    }

    fn person() -> User {
        User {
            customer_kind: CustomerKind::Business,
            ..testing::user()
        }
    }

    fn profile(values: &[(&str, &str)]) -> Profile {
        let values = values.iter();
        values
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn whom_the_back_office_made_known_is_asked_once_where_the_kind_says_so() {
        let asks = |change: fn(&mut User), verify| {
            let mut user = person();
            change(&mut user);
            user.owed_verification(&tenant(verify)).is_some()
        };
        assert!(asks(|_| {}, true));
        assert!(!asks(|_| {}, false));
        assert!(!asks(|user| user.customer_verified_at = Some(1), true));
        assert!(!asks(|user| user.self_made = Some(SelfMade::SignUp), true));
        assert!(!asks(|user| user.self_made = Some(SelfMade::Register), true));
        assert!(!asks(|user| user.customer_kind = CustomerKind::Personal, true));
    }

    #[test]
    fn whoever_speaks_for_the_customer_is_asked_about_it_and_nobody_else() {
        let (tenant, user) = (tenant(true), person());
        let rules = user.owed_verification(&tenant).expect("rules");
        let mut customer = Customer::of_only(&user);
        let asked = |customer: &Customer| customer.questions_for(&user, rules).len();
        assert_eq!(asked(&customer), 6);
        customer.owner = Some(UserId(Opaque::new([9; 16])));
        assert_eq!(asked(&customer), 4);
        customer.owner = None;
        assert_eq!(asked(&customer), 4);
    }

    #[test]
    fn what_was_said_counts_what_was_emptied_goes_and_what_was_not_asked_stays() {
        let (tenant, now) = (tenant(true), testing::now());
        let user = User {
            phone_number: Some("+442079460000".to_owned()),
            profile: Some(profile(&[("twoStepMobile", "+442079460001"), ("energy", "gas")])),
            customer_profile: Some(profile(&[
                ("companyName", "Dow Ltd"),
                ("seat.region", "Kent"),
                ("erp", "4711"),
            ])),
            ..person()
        };
        let rules = user.owed_verification(&tenant).expect("rules");
        let answers = Answers {
            first_name: Some("Joan".parse().expect("a name")),
            profile: profile(&[("companyName", "Doe Ltd"), ("seat.locality", "Dover")]),
            emptied: ["lastName", "mobileNumber", "twoStepMobile", "seat.region"]
                .map(str::to_owned)
                .to_vec(),
            ..Answers::default()
        };
        let verified = Customer::of_only(&user).verified(&user, rules, answers, now);
        let expected = [("companyName", "Doe Ltd"), ("erp", "4711"), ("seat.locality", "Dover")];
        assert_eq!(verified.customer_profile, profile(&expected));
        let known = verified.user;
        assert_eq!(known.names(), ("Joan", ""));
        assert_eq!(known.name_hash, name_hash(&tenant.name, "Joan", ""));
        assert_eq!(
            (known.phone_number, known.profile),
            (None, Some(profile(&[("energy", "gas")])))
        );
        assert_eq!(known.customer_verified_at, Some(now.as_millisecond()));
    }
}
