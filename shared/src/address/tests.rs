use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn parse(text: &str) -> Result<String, AddressError> {
    EmailAddress::parse(text).map(String::from)
}

#[rstest]
#[case("ada@example.com", "ada@example.com")]
#[case("Ada.Lovelace+usher@Example.COM", "Ada.Lovelace+usher@example.com")]
#[case("o'hara@sub.example.co.uk", "o'hara@sub.example.co.uk")]
#[case("a@bücher.example", "a@xn--bcher-kva.example")]
#[case("a@BÜCHER.example", "a@xn--bcher-kva.example")]
#[case("a@bu\u{308}cher.example", "a@xn--bcher-kva.example")]
#[case("a@straße.example", "a@xn--strae-oqa.example")]
#[case("a@xn--bcher-kva.example", "a@xn--bcher-kva.example")]
#[case("a@пример.рф", "a@xn--e1afmkfd.xn--p1ai")]
#[case("a@r3---sn.example", "a@r3---sn.example")]
fn a_deliverable_address_keeps_its_local_part_and_gets_an_a_label_domain(#[case] typed: &str, #[case] sent: &str) {
    assert_eq!(parse(typed).as_deref(), Ok(sent));
}

#[rstest]
#[case("")]
#[case("ada")]
#[case("@example.com")]
#[case("a@b@example.com")]
#[case("ada@evil.example@example.com")]
#[case(".ada@example.com")]
#[case("ada.@example.com")]
#[case("a..b@example.com")]
#[case("\"ada\"@example.com")]
#[case("<ada@example.com>")]
#[case("a@example.com,b@example.com")]
#[case("a(comment)@example.com")]
fn what_is_not_one_dot_atom_at_a_domain_is_malformed(#[case] typed: &str) {
    assert_eq!(parse(typed), Err(AddressError::Malformed));
}

#[rstest]
#[case(" ada@example.com")]
#[case("ada@example.com\n")]
#[case("Ada <ada@example.com>")]
#[case("ada@example.com\u{a0}")]
#[case("ada@example.com\r\nBcc: x@example.com")]
fn white_space_is_refused_and_never_trimmed(#[case] typed: &str) {
    assert_eq!(parse(typed), Err(AddressError::WhiteSpace));
}

#[rstest]
#[case("victim＠example.com")]
#[case("victim\u{FE6B}example.com")]
#[case("victim＠evil.example@example.com")]
#[case("a\0@example.com")]
#[case("a@exam\u{ad}ple.com")]
#[case("a@exam\u{200b}ple.com")]
#[case("a@\u{202e}elpmaxe.com")]
fn imitated_at_signs_and_invisible_characters_are_refused(#[case] typed: &str) {
    assert_eq!(parse(typed), Err(AddressError::ForbiddenCharacter));
}

#[rstest]
#[case("mıke@example.com")]
#[case("mike\u{17f}@example.com")]
#[case("用户@example.com")]
#[case("\u{212a}ate@example.com")]
fn a_local_part_that_needs_smtputf8_is_refused_with_its_own_code(#[case] typed: &str) {
    assert_eq!(parse(typed), Err(AddressError::LocalPartNotAscii));
    assert_eq!(AddressError::LocalPartNotAscii.code(), "address_local_part_not_ascii");
}

#[rstest]
#[case::single_label("a@localhost")]
#[case::address_literal("a@[192.0.2.1]")]
#[case::ipv6_literal("a@[IPv6:2001:db8::1]")]
#[case::ipv4("a@192.0.2.1")]
#[case::hexadecimal("a@example.0x7f")]
#[case::trailing_dot("a@example.com.")]
#[case::leading_dot("a@.example.com")]
#[case::empty("a@")]
#[case::underscore("a@ex_ample.com")]
#[case::leading_hyphen("a@-example.com")]
#[case::list("a@example.com;")]
#[case::label_of_64("a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com")]
#[case::broken_punycode("a@xn--a.com")]
#[case::full_width_letters("a@ｅxample.com")]
#[case::kelvin_sign("a@\u{212a}ate.example")]
#[case::long_s("a@\u{17f}hop.example")]
#[case::ligature("a@ﬁsh.example")]
#[case::kelvin_in_an_idn("a@bücher\u{212a}.example")]
#[case::ideographic_full_stop("a@example。com")]
#[case::half_width_full_stop("a@bücher｡example.com")]
#[case::account_of("a@℀.example")]
#[case::variation_selector("a@exam\u{fe0f}ple.com")]
fn a_domain_that_is_not_public_and_unambiguous_is_refused(#[case] typed: &str) {
    assert_eq!(parse(typed), Err(AddressError::DomainInvalid));
}

#[test]
fn sixty_four_octets_fit_before_the_at_and_254_in_all() {
    let local = |n| "a".repeat(n);
    assert!(parse(&format!("{}@example.com", local(64))).is_ok());
    assert_eq!(parse(&format!("{}@example.com", local(65))), Err(AddressError::TooLong));

    let labels = format!("{0}.{0}.{0}.com", "d".repeat(61));
    assert!(parse(&format!("{}@{labels}", local(254 - 1 - labels.len()))).is_ok());
    assert_eq!(
        parse(&format!("{}@{labels}", local(255 - 1 - labels.len()))),
        Err(AddressError::TooLong)
    );
    assert_eq!(parse(&"a".repeat(1_000_000)), Err(AddressError::TooLong));
}

#[test]
fn a_homograph_domain_is_another_address() -> Result<(), AddressError> {
    let latin = EmailAddress::parse("a@apple.example")?;
    let cyrillic = EmailAddress::parse("a@\u{430}pple.example")?;
    assert_ne!(latin.key(), cyrillic.key());
    assert!(cyrillic.domain().starts_with("xn--"));
    Ok(())
}

#[test]
fn masking_shows_two_letters_and_the_last_label() -> Result<(), AddressError> {
    let address = EmailAddress::parse("Jane.Doe@mail.example.com")?;
    assert_eq!(address.masked(), "J•••@m•••.com");
    assert_eq!(format!("{address:?}"), "EmailAddress(J•••@m•••.com)");
    Ok(())
}

#[test]
fn json_carries_the_address_and_refuses_a_bad_one() -> Result<(), serde_json::Error> {
    let address: EmailAddress = serde_json::from_str(r#""Jo@Example.com""#)?;
    assert_eq!(serde_json::to_string(&address)?, r#""Jo@example.com""#);
    assert!(serde_json::from_str::<EmailAddress>(r#""jo""#).is_err());
    Ok(())
}

proptest! {
    #[test]
    fn parsing_never_panics(text in any::<String>()) {
        let _ = EmailAddress::parse(&text);
    }

    #[test]
    fn an_address_and_its_key_parse_to_themselves(text in "[A-Za-z0-9.+]{1,70}@[a-zA-Zäßж-]{1,12}\\.[a-z]{1,4}") {
        if let Ok(address) = EmailAddress::parse(&text) {
            prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address.clone()));
            let key = EmailAddress::parse(&address.key());
            prop_assert_eq!(key.as_ref().map(EmailAddress::key), Ok(address.key()));
        }
    }
}
