//! What the browser of a person holds who has just set their credential on a page of ours.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::id::Opaque;
use crate::keys::{KeyRing, Purpose};
use crate::profile::Profile;
use crate::tenant::TenantName;
use crate::user::{EmailKey, Status, User, moment};

/// How long the last page leads back to the app signed in: 10 minutes.
const LIFE: SignedDuration = SignedDuration::from_mins(10);

/// The proof that this browser has just made a person registered: the way back to the app follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// Whose person.
    pub tenant: TenantName,
    /// Which address.
    pub key: EmailKey,
    /// The app they were invited to.
    pub client: String,
    /// Where they go back to.
    pub to: String,
    /// What the app had asked for, sealed: they go on with it instead.
    pub request: Option<String>,
    /// Whether the tenant still has to decide about the account: there is nowhere to go on to yet.
    pub waits: bool,
    user: [u8; 16],
    at: i64,
}

impl Completion {
    /// What a person gets who was registered at `now` and goes on to `to`.
    #[must_use]
    pub fn new(user: &User, client: &str, to: &str, now: Timestamp) -> Self {
        Self {
            tenant: user.tenant.clone(),
            key: user.key(),
            client: client.to_owned(),
            to: to.to_owned(),
            request: None,
            waits: user.status == Status::AwaitingApproval,
            user: user.id.0.bits(),
            at: now.as_millisecond(),
        }
    }

    /// The same for a person who goes on with what an app had asked for, where it had.
    #[must_use]
    pub fn going_on_with(self, request: Option<String>) -> Self {
        Self { request, ..self }
    }

    /// As text.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        keys.seal(Purpose::Completion, self, now)
    }

    /// Reads one; `None` when it is none of ours or its time is over.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing, now: Timestamp) -> Option<Self> {
        let completion: Self = keys.open(Purpose::Completion, text)?;
        (now.duration_since(moment(completion.at)) < LIFE).then_some(completion)
    }

    /// The person.
    #[must_use]
    pub const fn user(&self) -> Opaque {
        Opaque::new(self.user)
    }
}

/// A half-filled form, kept by the person's own browser and by nobody else. It never holds a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    user: [u8; 16],
    /// What was typed, by the names of the values.
    pub values: Profile,
    /// The agreements that were ticked, each with the version as it was shown.
    pub ticked: BTreeMap<String, String>,
}

impl Draft {
    /// What the person with this id has typed.
    #[must_use]
    pub const fn new(user: Opaque, values: Profile, ticked: BTreeMap<String, String>) -> Self {
        Self {
            user: user.bits(),
            values,
            ticked,
        }
    }

    /// As text.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        keys.seal(Purpose::Draft, self, now)
    }

    /// Reads what this person, and nobody else, has typed.
    #[must_use]
    pub fn open(text: &str, user: Opaque, keys: &KeyRing) -> Option<Self> {
        let draft: Self = keys.open(Purpose::Draft, text)?;
        (draft.user == user.bits()).then_some(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_completion_leads_back_for_ten_minutes() {
        let (keys, now) = (testing::keys(), testing::now());
        let completion = Completion::new(&testing::user(), "app", "https://app.acme.example/", now);
        let text = completion.seal(&keys, now);
        let end = now + LIFE;
        assert_eq!(
            Completion::open(&text, &keys, end - SignedDuration::from_millis(1)),
            Some(completion)
        );
        assert_eq!(Completion::open(&text, &keys, end), None);
    }

    #[test]
    fn a_draft_is_its_persons_only() {
        let (keys, now) = (testing::keys(), testing::now());
        let user = testing::user().id.0;
        let values = Profile::from([("companyName".to_owned(), "Doe Ltd".to_owned())]);
        let text = Draft::new(user, values.clone(), BTreeMap::new()).seal(&keys, now);
        assert_eq!(Draft::open(&text, user, &keys).map(|draft| draft.values), Some(values));
        assert_eq!(Draft::open(&text, Opaque::new([9; 16]), &keys), None);
    }
}
