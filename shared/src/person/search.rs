//! Finding people by the beginning of a name.

use std::collections::BTreeSet;

use super::fold;

/// As much of the names of one person as can be searched by, in characters: whoever has longer ones is found by their
/// beginning. A key of the table has room for it in any script.
const LONGEST: usize = 120;
/// The fewest characters that are searched by.
const SHORTEST: usize = 2;

/// What a person is found by: their names as they are compared, with the family name first and with the given name
/// first. It is one text where both are the same, and none where no name is known.
#[must_use]
pub fn search_keys(first: &str, last: &str) -> BTreeSet<String> {
    let (first, last) = (fold(first), fold(last));
    let orders = [format!("{last}{first}"), format!("{first}{last}")];
    let keys = orders.iter().map(|names| cut(names));
    keys.filter(|names| !names.is_empty()).collect()
}

/// The beginning of a name, or of both in either order, as somebody types it who searches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePrefix(String);

impl NamePrefix {
    /// Reads what was typed; none where fewer than two characters are left of it as names are compared.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let folded = cut(&fold(typed));
        (folded.chars().count() >= SHORTEST).then_some(Self(folded))
    }

    /// It as names are compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which of a person's [`search_keys`] leads to them: one, though both may begin so, or a list would show them twice.
    #[must_use]
    pub fn key_among<'a>(&self, keys: &'a BTreeSet<String>) -> Option<&'a str> {
        let mut begin_so = keys.iter().filter(|key| key.starts_with(&self.0));
        begin_so.next().map(String::as_str)
    }
}

fn cut(folded: &str) -> String {
    folded.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, first: &str, last: &str) -> bool {
        let prefix = NamePrefix::read(typed).expect("enough to search by");
        prefix.key_among(&search_keys(first, last)).is_some()
    }

    #[test]
    fn people_are_found_by_the_beginning_of_either_name_and_by_both_in_either_order() {
        for typed in [
            "zo",
            "Zoë",
            "zoe",
            "VAN DER",
            "vander",
            "Van der Berg Zo",
            "zoe van",
            "van-der-berg",
        ] {
            assert!(found(typed, "Zoë", "van der Berg"), "{typed}");
        }
        for typed in ["berg", "oe", "zoe berg", "van der Bergh"] {
            assert!(!found(typed, "Zoë", "van der Berg"), "{typed}");
        }
        assert!(found("山田", "太郎", "山田") && found("太郎", "太郎", "山田"));
        assert!(found("só", "", "Sousa") && found("so", "Sofia", ""));
    }

    #[test]
    fn less_than_two_characters_is_not_searched_by() {
        for typed in ["", " ", "z", "z.", "é", "--'"] {
            assert_eq!(NamePrefix::read(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn whose_names_both_begin_so_is_found_once_and_who_has_none_not_at_all() {
        let keys = search_keys("Anna", "Anders");
        let prefix = NamePrefix::read("an").expect("enough");
        assert_eq!((keys.len(), prefix.key_among(&keys)), (2, Some("andersanna")));
        assert_eq!(search_keys("Ali", "Ali").len(), 1);
        assert!(search_keys("", "").is_empty());
    }

    #[test]
    fn names_of_any_length_are_found_and_fit_into_a_key() {
        let long = "\u{fdfa}".repeat(100);
        let keys = search_keys(&long, &long);
        assert!(keys.iter().all(|key| key.len() <= 480), "{keys:?}");
        assert!(found(&long, &long, "Doe") && found(&"ß".repeat(100), &"ß".repeat(100), "Doe"));
    }
}
