//! The test cases of RFC 9421, appendix B.2, that use Usher's algorithms.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rstest::rstest;
use sfv::{Dictionary, InnerList, ListEntry, Parser};

use super::TestResult;
use crate::signature::base::signature_base;
use crate::signature::{RequestParts, SigningKey, VerifyingKey};

/// Appendix B.1.3, the point of the public key.
const TEST_KEY_ECC_P256: &str = "ecdsa-p256-sha256:\
    BKiFWGVSwqz2Rxh4z9ewk1tP/g/S38NBJI6he8QeBYrwMc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0=";

/// Appendix B.1.4, the octets of the public key and the PKCS #8 document of the private one.
const TEST_KEY_ED25519: &str = "ed25519:JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";
const TEST_KEY_ED25519_PRIVATE: &str = "ed25519:MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF";

/// Appendix B.1.5.
const TEST_SHARED_SECRET: &str = "hmac-sha256:\
    uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==";

const B24_SIGNATURE: &str = "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==";
const B25_INPUT: &str = r#"("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret""#;
const B25_SIGNATURE: &str = "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=";
const B26_INPUT: &str = r#"("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519""#;
const B26_SIGNATURE: &str = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";

/// Appendix B.2, the message `test-request`.
const TEST_REQUEST: RequestParts<'_> = RequestParts {
    method: "POST",
    target_uri: "https://example.com/foo?param=Value&Pet=dog",
    headers: &[
        ("Host", "example.com"),
        ("Date", "Tue, 20 Apr 2021 02:07:55 GMT"),
        ("Content-Type", "application/json"),
        ("Content-Length", "18"),
    ],
    body: br#"{"hello": "world"}"#,
};

fn input(text: &str) -> Result<InnerList, Box<dyn std::error::Error>> {
    let text = format!("sig={text}");
    let mut dictionary: Dictionary = Parser::new(&text).parse()?;
    match dictionary.swap_remove("sig") {
        Some(ListEntry::InnerList(list)) => Ok(list),
        other => Err(format!("{other:?}").into()),
    }
}

#[rstest]
#[case::b_2_5(TEST_SHARED_SECRET, B25_INPUT, B25_SIGNATURE)]
#[case::b_2_6(TEST_KEY_ED25519, B26_INPUT, B26_SIGNATURE)]
fn the_signed_requests_of_the_rfc_verify(#[case] key: &str, #[case] list: &str, #[case] signature: &str) -> TestResult {
    let base = signature_base(&TEST_REQUEST, &input(list)?)?;
    let key: VerifyingKey = key.parse()?;
    assert!(key.verify(base.as_bytes(), &BASE64_STANDARD.decode(signature)?));
    assert!(!key.verify(
        base.replace("example.com", "example.org").as_bytes(),
        &BASE64_STANDARD.decode(signature)?
    ));
    Ok(())
}

#[test]
fn the_base_of_b_2_5_is_that_of_the_rfc() -> TestResult {
    let expected = concat!(
        "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n",
        "\"@authority\": example.com\n",
        "\"content-type\": application/json\n",
        "\"@signature-params\": (\"date\" \"@authority\" \"content-type\")",
        ";created=1618884473;keyid=\"test-shared-secret\"",
    );
    assert_eq!(signature_base(&TEST_REQUEST, &input(B25_INPUT)?)?, expected);
    Ok(())
}

/// B.2.4 signs a response, whose `@status` no request has, so its base is spelt out.
#[test]
fn the_ecdsa_signature_of_b_2_4_verifies() -> TestResult {
    let base = concat!(
        "\"@status\": 200\n",
        "\"content-type\": application/json\n",
        "\"content-digest\": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ4",
        "1QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:\n",
        "\"content-length\": 23\n",
        "\"@signature-params\": (\"@status\" \"content-type\" \"content-digest\" \"content-length\")",
        ";created=1618884473;keyid=\"test-key-ecc-p256\"",
    );
    let key: VerifyingKey = TEST_KEY_ECC_P256.parse()?;
    assert!(key.verify(base.as_bytes(), &BASE64_STANDARD.decode(B24_SIGNATURE)?));
    assert!(!key.verify(
        base.replace("200", "500").as_bytes(),
        &BASE64_STANDARD.decode(B24_SIGNATURE)?
    ));
    Ok(())
}

#[test]
fn deterministic_signatures_are_those_of_the_rfc() -> TestResult {
    for (key, list, signature) in [
        (TEST_SHARED_SECRET, B25_INPUT, B25_SIGNATURE),
        (TEST_KEY_ED25519_PRIVATE, B26_INPUT, B26_SIGNATURE),
    ] {
        let key: SigningKey = key.parse()?;
        let base = signature_base(&TEST_REQUEST, &input(list)?)?;
        assert_eq!(BASE64_STANDARD.encode(key.sign(base.as_bytes())?), signature);
    }
    let private: SigningKey = TEST_KEY_ED25519_PRIVATE.parse()?;
    assert_eq!(private.verifying_key().to_text().as_str(), TEST_KEY_ED25519);
    Ok(())
}

#[rstest]
#[case("https://Example.COM:443", "@authority", "example.com")]
#[case("http://example.com:80/a", "@authority", "example.com")]
#[case("http://example.com:9000/a", "@authority", "example.com:9000")]
#[case("https://example.com:80?x", "@authority", "example.com:80")]
#[case("HTTPS://example.com", "@scheme", "https")]
#[case("https://example.com", "@path", "/")]
#[case("https://example.com?a/b", "@path", "/")]
#[case("https://example.com/a%20b/?q", "@path", "/a%20b/")]
#[case("https://example.com/a?b=c?d", "@query", "?b=c?d")]
#[case("https://example.com/a", "@query", "?")]
#[case("https://example.com/a#?b", "@query", "?")]
fn derived_components_follow_section_2_2(#[case] uri: &str, #[case] name: &str, #[case] value: &str) -> TestResult {
    let parts = RequestParts {
        target_uri: uri,
        ..TEST_REQUEST
    };
    let base = signature_base(&parts, &input(&format!("(\"{name}\")"))?)?;
    assert_eq!(base.lines().next(), Some(format!("\"{name}\": {value}").as_str()));
    Ok(())
}

#[test]
fn the_lines_of_a_field_are_trimmed_and_joined() -> TestResult {
    let headers = [("X-Step", " one "), ("Other", "x"), ("x-step", "two, three\t")];
    let base = signature_base(
        &RequestParts {
            headers: &headers,
            ..TEST_REQUEST
        },
        &input(r#"("x-step")"#)?,
    )?;
    assert_eq!(base.lines().next(), Some(r#""x-step": one, two, three"#));
    Ok(())
}
