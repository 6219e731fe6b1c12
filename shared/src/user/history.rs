//! What happened to a person so far, read off the time stamps that the steps leave.

use super::{SelfMade, User, VerifiedBy};

/// Something that happened to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened<'a> {
    /// What, as the API says it.
    pub what: &'static str,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// On whose word or decision, where it was one.
    pub by: Option<&'a str>,
    /// Why, where a decision was given a reason.
    pub reason: Option<&'a str>,
}

impl User {
    /// What happened so far, oldest first. Each step is there once: of what happened several times, the item knows the last.
    #[must_use]
    pub fn history(&self) -> Vec<Happened<'_>> {
        let once = |what, at: Option<i64>| at.map(|at| Happened::new(what, at));
        let verified = self.verified_at.map(|at| Happened {
            by: self.first_verified_by().map(VerifiedBy::as_str),
            ..Happened::new("verified", at)
        });
        let decided = self.decision.as_ref().map(|decision| Happened {
            what: match decision.approved {
                true => "approved",
                false => "refused",
            },
            at: decision.at,
            by: Some(&decision.client),
            reason: decision.reason.as_deref(),
        });
        let mut all: Vec<Happened<'_>> = [
            Some(Happened::new(self.beginning(), self.provisioned_at)),
            verified,
            once("approval_asked", self.approval_asked_at()),
            decided,
            once("registered", self.registered_at),
            once("details_confirmed", self.customer_verified_at),
            once("active", self.active_at),
            once("password_changed", self.password_changed_at),
            self.suspension.as_ref().map(|suspension| Happened {
                what: "suspended",
                at: suspension.at,
                by: Some(&suspension.client),
                reason: suspension.reason.as_deref(),
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        // In the order of the steps where they were one write.
        all.sort_by_key(|happened| happened.at);
        all
    }

    /// How the person became known.
    const fn beginning(&self) -> &'static str {
        match (self.self_made, &self.self_registration, &self.invitation) {
            (Some(SelfMade::SignUp), ..) => "signed_up",
            (Some(SelfMade::Register), ..) | (None, Some(_), _) => "self_registered",
            (None, None, Some(_)) => "invited",
            (None, None, None) => "provisioned",
        }
    }

    /// On whose word they counted as verified at first: who was made known so may have proven the address since.
    fn first_verified_by(&self) -> Option<VerifiedBy> {
        let vouched_for = self.self_made.is_none() && self.verified_at == Some(self.provisioned_at);
        match vouched_for {
            true => Some(VerifiedBy::Tenant),
            false => self.verified_by,
        }
    }
}

impl Happened<'_> {
    const fn new(what: &'static str, at: i64) -> Self {
        Self {
            what,
            at,
            by: None,
            reason: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crate::user::{Decision, Status};

    fn told(user: &User) -> Vec<(&'static str, i64)> {
        user.history()
            .into_iter()
            .map(|happened| (happened.what, happened.at))
            .collect()
    }

    #[test]
    fn a_history_has_each_step_with_its_time_and_the_oldest_is_first() {
        let user = User {
            provisioned_at: 1_000,
            verified_at: Some(2_000),
            verified_by: Some(VerifiedBy::Mail),
            registered_at: Some(3_000),
            password_changed_at: Some(3_500),
            active_at: Some(4_000),
            customer_verified_at: Some(5_000),
            status: Status::Active,
            ..testing::user()
        };
        let steps = [
            ("provisioned", 1_000),
            ("verified", 2_000),
            ("registered", 3_000),
            ("password_changed", 3_500),
            ("active", 4_000),
            ("details_confirmed", 5_000),
        ];
        assert_eq!(told(&user), steps);
        assert_eq!(user.history()[1].by, Some("mail"));
        let vouched_for = User {
            verified_at: Some(1_000),
            ..user
        };
        assert_eq!(
            vouched_for.history()[1].by,
            Some("tenant"),
            "and they answered a mail later"
        );
    }

    #[test]
    fn a_decision_is_told_with_its_reason_and_whose_it_was() {
        let user = User {
            self_made: Some(SelfMade::SignUp),
            provisioned_at: 1_000,
            verified_at: Some(1_000),
            verified_by: Some(VerifiedBy::Mail),
            status: Status::AwaitingApproval,
            decision: Some(Decision {
                approved: false,
                at: 2_000,
                client: "acme-backoffice".to_owned(),
                reason: Some("No contract.".to_owned()),
            }),
            ..testing::user()
        };
        let steps = [
            ("signed_up", 1_000),
            ("verified", 1_000),
            ("approval_asked", 1_000),
            ("refused", 2_000),
        ];
        assert_eq!(told(&user), steps);
        let refused = user.history()[3];
        assert_eq!(
            (refused.by, refused.reason),
            (Some("acme-backoffice"), Some("No contract."))
        );
    }
}
