//! Whether a sign-in of a person still counts.

use super::User;

impl User {
    /// What stands in a family's entry once it was revoked: one of its tokens was used twice, or given back.
    pub const REVOKED: &str = "revoked";

    /// Whether the family of this name, which began at `began_at` (milliseconds since 1970), was not ended.
    ///
    /// Its entry says so where there is one. Signing in writes none, so a family without one counts, unless all that
    /// began by then were ended at once.
    #[must_use]
    pub fn is_live(&self, family: &str, began_at: i64) -> bool {
        match self.families.get(family) {
            Some(serial) => serial != Self::REVOKED,
            None => self.families_floor.is_none_or(|floor| began_at > floor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    const FAMILY: &str = "6afd9b38.AAECAwQF";
    const BEGAN_AT: i64 = 1_795_000_120_123;

    fn with(entry: Option<&str>, floor: Option<i64>) -> User {
        User {
            families: entry
                .map(|entry| (FAMILY.to_owned(), entry.to_owned()))
                .into_iter()
                .collect(),
            families_floor: floor,
            ..testing::user()
        }
    }

    #[test]
    fn a_family_without_an_entry_counts_if_it_began_after_the_floor() {
        for (floor, is_live) in [
            (None, true),
            (Some(BEGAN_AT - 1), true),
            (Some(BEGAN_AT), false),
            (Some(BEGAN_AT + 1), false),
        ] {
            assert_eq!(with(None, floor).is_live(FAMILY, BEGAN_AT), is_live, "{floor:?}");
        }
    }

    #[test]
    fn an_entry_says_more_than_the_floor() {
        assert!(with(Some("AAECAwQFBgcI"), Some(BEGAN_AT)).is_live(FAMILY, BEGAN_AT));
        assert!(!with(Some(User::REVOKED), None).is_live(FAMILY, BEGAN_AT));
    }

    #[test]
    fn one_family_says_nothing_of_another() {
        let user = with(Some(User::REVOKED), None);
        assert!(user.is_live("6afd9b38.BAECAwQF", BEGAN_AT));
    }
}
