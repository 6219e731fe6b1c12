use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn parse(text: &str) -> Result<String, PersonNameError> {
    PersonName::parse(text).map(String::from)
}

#[rstest]
#[case("Ada", "Ada")]
#[case("  Mary \u{a0}  Ann ", "Mary Ann")]
#[case("Zoe\u{308}", "Zoë")]
#[case("O’Neill-Åström", "O’Neill-Åström")]
#[case(
    "<a href=https://evil.example>{{7*7}}${x}",
    "<a href=https://evil.example>{{7*7}}${x}"
)]
#[case("می\u{200c}خواهم", "می\u{200c}خواهم")]
#[case("👩\u{200d}🚀", "👩\u{200d}🚀")]
fn a_name_is_kept_as_typed_but_for_nfc_and_white_space(#[case] typed: &str, #[case] kept: &str) {
    assert_eq!(parse(typed).as_deref(), Ok(kept));
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("\u{200d}")]
#[case("\u{3164}")]
fn a_name_that_cannot_be_seen_is_empty(#[case] typed: &str) {
    assert_eq!(parse(typed), Err(PersonNameError::Empty));
}

#[rstest]
#[case("Ada\nLovelace")]
#[case("Ada\u{2028}")]
#[case("\u{1b}[31mAda")]
#[case("\u{202e}adA")]
#[case("\u{2066}Ada")]
#[case("A\u{200b}da")]
#[case("\u{feff}Ada")]
#[case("Ada\0")]
fn line_breaks_controls_and_direction_tricks_are_refused(#[case] typed: &str) {
    assert_eq!(parse(typed), Err(PersonNameError::ForbiddenCharacter));
}

#[test]
fn a_hundred_characters_fit_whatever_their_bytes() {
    assert!(parse(&"ß".repeat(100)).is_ok());
    assert!(parse(&"e\u{301}".repeat(100)).is_ok());
    assert_eq!(parse(&"a".repeat(101)), Err(PersonNameError::TooLong));
}

#[test]
fn a_logged_name_is_hidden() {
    assert_eq!(format!("{:?}", PersonName("Ada".into())), "PersonName(•••)");
}

#[rstest]
#[case(("René", "Descartes"), ("rene", "DESCARTES"))]
#[case(("Jürgen", "Groß"), ("Jurgen", "GROSS"))]
#[case(("Jean-Luc", "O'Neill"), ("Jean Luc", "O’Neill"))]
#[case(("Søren", "Ærø"), ("Soren", "Aero"))]
#[case(("Łukasz", "Đorđević"), ("lukasz", "dordevic"))]
#[case(("İbrahim", "Işık"), ("ibrahim", "isik"))]
#[case(("J. R.", "van der Berg"), ("JR", "Vanderberg"))]
#[case(("Ｊｏｈｎ", "Doe"), ("John", "Doe"))]
#[case(("Ноябрь", "Йот"), ("ноябрь", "ЙОТ"))]
#[case(("Οδυσσεύς", "Ελύτης"), ("ΟΔΥΣΣΕΥΣ", "ΕΛΥΤΗΣ"))]
fn spellings_of_one_name_share_a_key(#[case] one: (&str, &str), #[case] other: (&str, &str)) {
    assert_eq!(name_key(one.0, one.1), name_key(other.0, other.1));
}

#[rstest]
#[case(("Ada", "Lovelace"), ("Lovelace", "Ada"))]
#[case(("Ann", "Amaria"), ("Anna", "Maria"))]
#[case(("が", "き"), ("か", "き"))]
#[case(("राम", "क"), ("रम", "क"))]
fn different_people_have_different_keys(#[case] one: (&str, &str), #[case] other: (&str, &str)) {
    assert_ne!(name_key(one.0, one.1), name_key(other.0, other.1));
}

#[test]
fn marks_that_meet_once_what_was_between_them_is_gone_have_one_order() {
    let folded = fold("\u{1e01b}`\u{dca}");
    assert_eq!(fold(&folded), folded);
}

proptest! {
    #[test]
    fn parsing_never_panics_and_is_idempotent(text in any::<String>()) {
        if let Ok(name) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
        }
    }

    #[test]
    fn the_separator_cannot_be_smuggled_in(first in any::<String>(), last in any::<String>()) {
        prop_assert_eq!(name_key(&first, &last).matches('\u{1f}').count(), 1);
    }

    #[test]
    fn folding_is_idempotent(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }
}
