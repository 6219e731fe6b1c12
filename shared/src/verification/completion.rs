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

/// How many octets a count takes at most in a draft that fits into a cookie.
const COUNT: usize = 2;

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
    /// The voucher, or a partner's code.
    pub code: String,
}

impl Draft {
    /// What the person with this id has typed.
    #[must_use]
    pub const fn new(user: Opaque, values: Profile, ticked: BTreeMap<String, String>) -> Self {
        Self {
            user: user.bits(),
            values,
            ticked,
            code: String::new(),
        }
    }

    /// The same with the code that was typed.
    #[must_use]
    pub fn with_code(self, code: &str) -> Self {
        Self {
            code: code.to_owned(),
            ..self
        }
    }

    fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        keys.seal(Purpose::Draft, self, now)
    }

    /// As text of at most `longest` octets. Where that is too few, the longest of what was typed is left out, so that as
    /// many fields as possible are filled in again.
    #[must_use]
    pub fn seal_within(mut self, longest: usize, keys: &KeyRing, now: Timestamp) -> String {
        let bare = Self::new(Opaque::new(self.user), Profile::new(), BTreeMap::new());
        // Base 64 writes three octets as four.
        let mut room = longest.saturating_sub(bare.seal(keys, now).len()) * 3 / 4;
        let mut takes = |octets: usize| {
            let left = room.checked_sub(octets);
            room = left.unwrap_or(room);
            left.is_some()
        };
        // The counts of both lists, which grow with them.
        takes(2 * COUNT);
        if !takes(self.code.len() + COUNT) {
            self.code.clear();
        }
        let typed = self.values.iter().map(|pair| (false, pair));
        let ticked = self.ticked.iter().map(|pair| (true, pair));
        let mut all: Vec<_> = typed
            .chain(ticked)
            .map(|(is_tick, (name, value))| (name.len() + value.len() + 2 * COUNT, is_tick, name.clone()))
            .collect();
        all.sort_unstable();
        let too_long = all.into_iter().skip_while(|(octets, ..)| takes(*octets));
        for (_, is_tick, name) in too_long {
            match is_tick {
                true => self.ticked.remove(&name),
                false => self.values.remove(&name),
            };
        }
        self.seal(keys, now)
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
    fn a_draft_that_is_too_long_loses_its_longest_values_and_no_others() {
        let (keys, now) = (testing::keys(), testing::now());
        let user = testing::user().id.0;
        let kept_of = |values: &Profile, longest| {
            let ticked = BTreeMap::from([("terms".to_owned(), "1".to_owned())]);
            let draft = Draft::new(user, values.clone(), ticked).with_code("SPRING-2027");
            let text = draft.seal_within(longest, &keys, now);
            assert!(text.len() <= longest, "{} of {longest}", text.len());
            Draft::open(&text, user, &keys).expect("a draft")
        };
        let values: Profile = (0..40_usize)
            .map(|n| (format!("field{n:02}"), "é".repeat(n * 10)))
            .collect();
        let few: Profile = values.clone().into_iter().take(10).collect();
        assert_eq!(kept_of(&few, 3_800).values, few);
        let kept = kept_of(&values, 3_800);
        let shortest: Profile = values.into_iter().take(kept.values.len()).collect();
        assert_eq!((kept.values.len(), &kept.values), (16, &shortest));
        assert_eq!((kept.ticked.len(), kept.code.as_str()), (1, "SPRING-2027"));
        // Of several that are equally long as many as fit, of very many, too.
        for (count, length, fits) in [(20, 300, 8), (5_000, 3, 174)] {
            let values = (0..count)
                .map(|n| (format!("field{n:04}"), "x".repeat(length)))
                .collect();
            assert_eq!(kept_of(&values, 3_800).values.len(), fits);
        }
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
