//! Usher's profile: which parameters, components, digests and keys are accepted.

use proptest::prelude::*;
use rstest::rstest;

use super::{BODY, Request, TestResult, key};
use crate::signature::{Algorithm, Claimed, RequestParts, SignatureError, SigningKey, VerifyingKey};

const BODY_SHA_512: &str =
    "sha-512=:HaA1ZMuVn6Okw/JDsBpfht8CJUHNdj3nN6Ci+K8twSA6/RsGdJeldzqHZ1OjO5Rgks00pesxITKUsLC+Dl060g==:";
const COVERED: &str = r#"("@method" "@target-uri")"#;

#[rstest]
#[case(r#"nonce="n";keyid="k""#, SignatureError::ParameterMissing("created"))]
#[case(r#"created=1;keyid="k""#, SignatureError::ParameterMissing("nonce"))]
#[case(r#"created=1;nonce="n""#, SignatureError::ParameterMissing("keyid"))]
#[case(r#"created=1;nonce="n";keyid="k";x=1"#, SignatureError::ParameterUnknown("x".into()))]
#[case(r#"created=1;nonce="n";nonce="m";keyid="k""#,
    SignatureError::Repeated { header: "Signature-Input", name: "nonce".into() })]
fn each_parameter_is_required_once(#[case] parameters: &str, #[case] error: SignatureError) {
    let request = Request::claiming(&format!("a={COVERED};{parameters};tag=\"usher\""));
    assert_eq!(request.parse().err(), Some(error));
}

#[rstest]
#[case(r#"created="1";nonce="n";keyid="k""#, "created")]
#[case(r#"created=1.5;nonce="n";keyid="k""#, "created")]
#[case(r#"created=@1;nonce="n";keyid="k""#, "created")]
#[case(r#"created=999999999999999;nonce="n";keyid="k""#, "created")]
#[case(r#"created=1;nonce="";keyid="k""#, "nonce")]
#[case(r#"created=1;nonce=n;keyid="k""#, "nonce")]
#[case(r#"created=1;nonce="n";keyid=1"#, "keyid")]
#[case(r#"created=1;nonce="n";keyid="k";expires="2""#, "expires")]
#[case(r#"created=1;nonce="n";keyid="k";alg=ed25519"#, "alg")]
fn each_parameter_has_its_type(#[case] parameters: &str, #[case] name: &str) {
    let request = Request::claiming(&format!("a={COVERED};{parameters};tag=\"usher\""));
    match request.parse() {
        Err(SignatureError::ParameterInvalid { name: found, .. }) => assert_eq!(found, name),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_nonce_has_at_most_128_characters() {
    let nonce = |length| {
        let nonce = "n".repeat(length);
        Request::claiming(&format!(
            "a={COVERED};created=1;nonce=\"{nonce}\";keyid=\"k\";tag=\"usher\""
        ))
        .parse()
    };
    assert!(nonce(128).is_ok());
    assert!(matches!(
        nonce(129),
        Err(SignatureError::ParameterInvalid { name: "nonce", .. })
    ));
}

#[rstest]
#[case(r#""@target-uri""#, SignatureError::NotCovered("@method"))]
#[case(r#""@method""#, SignatureError::NotCovered("@target-uri"))]
#[case(r#""@method" "@target-uri" "@method""#, SignatureError::CoveredTwice("@method".into()))]
#[case(r#""@method" "@target-uri" "x-absent""#, SignatureError::FieldMissing("x-absent".into()))]
#[case(r#""@method" "@target-uri" "@status""#, SignatureError::ComponentUnsupported("@status".into()))]
#[case(r#""@method" "@target-uri" "Signature""#, SignatureError::ComponentUnsupported("Signature".into()))]
#[case(r#""@method";req "@target-uri""#, SignatureError::ComponentUnsupported("@method with parameters".into()))]
#[case(r#""@method" @1"#, SignatureError::ComponentUnsupported("a component that is not a string".into()))]
fn only_the_components_of_the_profile_can_be_covered(#[case] covered: &str, #[case] error: SignatureError) {
    let request = Request::claiming(&format!(r#"a=({covered});created=1;nonce="n";keyid="k";tag="usher""#));
    assert_eq!(request.parse().err(), Some(error));
}

#[rstest]
#[case::one(r#"TAGGED"#, None)]
#[case::another_application(r#"b=("@method");created=1, TAGGED"#, None)]
#[case::another_tag(r#"a=("@method");tag="other""#, Some(SignatureError::TagMissing))]
#[case::a_token(r#"a=("@method");tag=usher"#, Some(SignatureError::TagMissing))]
#[case::no_list(r#"a="x";tag="usher""#, Some(SignatureError::TagMissing))]
#[case::two(r#"TAGGED, b=();tag="usher""#, Some(SignatureError::TagRepeated))]
#[case::same_label(r#"TAGGED, a=();tag="other""#,
    Some(SignatureError::Repeated { header: "Signature-Input", name: "a".into() }))]
#[case::no_such_label(r#"c=();tag="usher""#, Some(SignatureError::LabelMissing("c".into())))]
fn exactly_one_signature_is_for_usher(#[case] input: &str, #[case] error: Option<SignatureError>) {
    let tagged = format!(r#"a={COVERED};created=1;nonce="n";keyid="k";tag="usher""#);
    assert_eq!(
        Request::claiming(&input.replace("TAGGED", &tagged)).parse().err(),
        error
    );
}

#[test]
fn labels_repeat_across_header_lines_too() -> TestResult {
    let key = key(Algorithm::Ed25519)?;
    for header in ["Signature-Input", "Signature"] {
        let mut request = Request::post().signed(&key)?;
        let again = request
            .headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(header))
            .cloned();
        request.headers.extend(again);
        let error = SignatureError::Repeated {
            header,
            name: "usher".into(),
        };
        assert_eq!(request.parse().err(), Some(error));
    }
    Ok(())
}

#[test]
fn an_unsigned_or_oversized_request_is_told_so() {
    assert_eq!(
        Request::post().parse().err(),
        Some(SignatureError::HeaderMissing("Signature-Input"))
    );
    let mut unsigned = Request::claiming(r#"a=();tag="usher""#);
    unsigned.headers.truncate(1);
    assert_eq!(unsigned.parse().err(), Some(SignatureError::HeaderMissing("Signature")));
    let oversized = Request::claiming(&"a".repeat(8200));
    assert_eq!(oversized.parse().err(), Some(SignatureError::HeadersTooLarge));
    let malformed = Request::claiming("a=(").parse().err();
    assert_eq!(malformed.map(|error| error.code()), Some("signature_malformed"));
}

#[rstest]
#[case(BODY_SHA_512, None)]
#[case("md5=:AAAA:, BODY_SHA_512", None)]
#[case("md5=:AAAA:", Some(SignatureError::DigestUnknown))]
#[case("sha-256=:AAAA:, BODY_SHA_512", Some(SignatureError::DigestMismatch("sha-256")))]
#[case("sha-512=:AAAA:, BODY_SHA_512", Some(SignatureError::Repeated { header: "Content-Digest", name: "sha-512".into() }))]
fn every_known_digest_must_be_the_bodys(#[case] digest: &str, #[case] error: Option<SignatureError>) {
    let input = r#"a=("@method" "@target-uri" "content-digest");created=1;nonce="n";keyid="k";tag="usher""#;
    let mut request = Request {
        body: BODY,
        ..Request::claiming(input)
    };
    request
        .headers
        .push(("Content-Digest", digest.replace("BODY_SHA_512", BODY_SHA_512)));
    assert_eq!(request.parse().err(), error);
}

#[test]
fn a_covered_value_cannot_forge_a_line_of_the_base() {
    let input = r#"a=("@method" "@target-uri" "x-note");created=1;nonce="n";keyid="k";tag="usher""#;
    let mut request = Request::claiming(input);
    request.headers.push(("X-Note", "x\n\"@method\": GET".to_owned()));
    assert_eq!(
        request.parse().err(),
        Some(SignatureError::ValueNotAscii("x-note".into()))
    );
}

#[rstest]
#[case("secret")]
#[case("rsa-v1_5-sha256:AAAA")]
#[case("ed25519:####")]
#[case("ed25519:AAAA")]
#[case("hmac-sha256:c2hvcnQ=")]
#[case("ecdsa-p256-sha256:BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
fn what_is_no_key_is_refused(#[case] text: &str) {
    assert!(text.parse::<VerifyingKey>().is_err());
    assert!(text.parse::<SigningKey>().is_err());
}

#[test]
fn keys_are_never_shown() -> TestResult {
    let key = key(Algorithm::HmacSha256)?;
    assert_eq!(
        format!("{key:?} {:?}", key.verifying_key()),
        "SigningKey(hmac-sha256:•••) VerifyingKey(hmac-sha256:•••)"
    );
    Ok(())
}

proptest! {
    #[test]
    fn parsing_never_panics(input in any::<String>(), signature in any::<String>(), uri in any::<String>()) {
        let headers = [("signature-input", input.as_str()), ("signature", signature.as_str())];
        let _ = Claimed::parse(&RequestParts { method: "GET", target_uri: &uri, headers: &headers, body: b"" });
    }

    #[test]
    fn no_parameters_make_parsing_panic(parameters in "[a-z;=\"0-9@.:? -]{0,60}", name in "\"[@a-z;-]{0,12}\"") {
        let input = format!("a=(\"@method\" {name});{parameters};tag=\"usher\"");
        let _ = Request::claiming(&input).parse();
    }
}
