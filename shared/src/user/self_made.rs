//! People who opened their account themselves, and what their kind of account says of them.

use serde::{Deserialize, Serialize};

use super::User;
use crate::password::PasswordPolicy;
use crate::tenant::Tenant;

/// How somebody opened their account themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfMade {
    /// By the form of a kind of account.
    SignUp,
    /// By the form of an app.
    Register,
}

impl User {
    /// What a new password of this person has to be. Whoever opened the account by the form of its kind keeps to the kind's
    /// rule where it has one now; everybody else was known before their kind counted, and keeps to the tenant's.
    #[must_use]
    pub fn password_policy(&self, tenant: &Tenant) -> PasswordPolicy {
        match self.self_made {
            Some(SelfMade::SignUp) => tenant.password_policy_of(self.customer_kind),
            Some(SelfMade::Register) | None => tenant.password_policy,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customer::CustomerKind;
    use crate::testing;

    fn tenant(of_tenant: &str, kinds: serde_json::Value) -> Tenant {
        let text = format!("\"{of_tenant}\"");
        Tenant {
            password_policy: serde_json::from_str(&text).expect("a policy"),
            onboarding: serde_json::from_value(serde_json::json!({ "kinds": kinds })).expect("an onboarding"),
            ..testing::tenant()
        }
    }

    #[test]
    fn a_kinds_rule_holds_for_whoever_opened_the_account_by_its_form_and_for_nobody_else() {
        let user = |self_made, customer_kind| User {
            self_made,
            customer_kind,
            ..testing::user()
        };
        let tenant = tenant(
            "modern",
            serde_json::json!({
                "personal": { "enabled": false, "password_policy": "pincode" },
                "business": { "enabled": true },
            }),
        );
        for (self_made, kind, policy) in [
            (Some(SelfMade::SignUp), CustomerKind::Personal, PasswordPolicy::Pincode),
            (Some(SelfMade::SignUp), CustomerKind::Business, PasswordPolicy::Modern),
            (
                Some(SelfMade::SignUp),
                CustomerKind::ChannelPartner,
                PasswordPolicy::Modern,
            ),
            (Some(SelfMade::Register), CustomerKind::Personal, PasswordPolicy::Modern),
            (None, CustomerKind::Personal, PasswordPolicy::Modern),
        ] {
            assert_eq!(
                user(self_made, kind).password_policy(&tenant),
                policy,
                "{self_made:?} {kind:?}"
            );
        }
    }

    #[test]
    fn a_page_that_does_not_know_the_person_asks_for_a_pin_only_where_nobody_has_anything_else() {
        let of_kind = |policy: &str| serde_json::json!({ "personal": { "enabled": true, "password_policy": policy } });
        assert!(tenant("pincode", serde_json::json!({})).has_pincodes_only());
        assert!(tenant("pincode", of_kind("pincode")).has_pincodes_only());
        assert!(!tenant("pincode", of_kind("modern")).has_pincodes_only());
        assert!(!tenant("modern", of_kind("pincode")).has_pincodes_only());
    }
}
