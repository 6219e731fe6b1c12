//! Round trips, and that no change to a signed request goes unnoticed.

use rstest::rstest;

use super::{NOW, Request, TestResult, key, later};
use crate::signature::{Algorithm, SignatureError, SigningKey, VerifyingKey};

#[rstest]
fn a_signed_request_verifies_with_its_key_alone(
    #[values(Algorithm::Ed25519, Algorithm::EcdsaP256Sha256, Algorithm::HmacSha256)] algorithm: Algorithm,
) -> TestResult {
    let signing: SigningKey = key(algorithm)?.to_text().parse()?;
    let verifying: VerifyingKey = signing.verifying_key().to_text().parse()?;
    let request = Request::post().signed(&signing)?;
    let claimed = request.parse()?;
    assert_eq!(
        (claimed.keyid(), claimed.nonce(), claimed.created()),
        ("clt_1/k1", "n-1", NOW)
    );
    assert_eq!(claimed.verify(&verifying, NOW), Ok(()));
    assert_eq!(
        claimed.verify(&key(algorithm)?.verifying_key(), NOW),
        Err(SignatureError::Mismatch)
    );

    let bodiless = Request {
        method: "GET",
        body: "",
        ..Request::post()
    }
    .signed(&signing)?;
    assert!(bodiless.headers.iter().all(|(name, _)| *name != "content-digest"));
    assert_eq!(bodiless.check(&verifying, NOW), Ok(()));
    Ok(())
}

#[test]
fn every_changed_part_is_refused() -> TestResult {
    let key = key(Algorithm::Ed25519)?;
    let verifying = key.verifying_key();
    let good = Request::post().signed(&key)?;
    let input = "signature-input";

    for changed in [
        Request {
            method: "PUT",
            ..good.clone()
        },
        Request {
            target_uri: "https://api.example/v1/account?dry=0",
            ..good.clone()
        },
        Request {
            target_uri: "https://other.example/v1/account?dry=1",
            ..good.clone()
        },
        good.clone()
            .replace(input, r#""@method" "@target-uri""#, r#""@target-uri" "@method""#),
        good.clone().replace(
            input,
            r#";nonce="n-1";keyid="clt_1/k1""#,
            r#";keyid="clt_1/k1";nonce="n-1""#,
        ),
        good.clone().replace(input, "n-1", "n-2"),
        good.clone().replace(input, "clt_1/k1", "clt_1/k2"),
        good.clone().replace(input, "1790000000", "1790000001"),
        good.clone().replace(input, ";tag", ";expires=1790000200;tag"),
        good.clone().replace("signature", "usher=:", "usher=:AAAA"),
        good.clone().edit("signature", |_| "usher=::".to_owned()),
    ] {
        assert_eq!(
            changed.check(&verifying, NOW),
            Err(SignatureError::Mismatch),
            "{changed:?}"
        );
    }

    let swapped = Request {
        body: r#"{"email_address":"eve@example.com"}"#,
        ..good.clone()
    };
    assert_eq!(
        swapped.check(&verifying, NOW),
        Err(SignatureError::DigestMismatch("sha-256"))
    );
    let emptied = Request {
        body: "",
        ..good.clone()
    };
    assert_eq!(
        emptied.check(&verifying, NOW),
        Err(SignatureError::DigestMismatch("sha-256"))
    );
    let mut undigested = good.clone();
    undigested.headers.retain(|(name, _)| *name != "content-digest");
    assert_eq!(
        undigested.check(&verifying, NOW),
        Err(SignatureError::FieldMissing("content-digest".into()))
    );
    let uncovered = good.replace(input, r#" "content-digest""#, "");
    assert_eq!(
        uncovered.check(&verifying, NOW),
        Err(SignatureError::NotCovered("content-digest"))
    );
    Ok(())
}

#[test]
fn a_public_key_never_serves_as_a_shared_secret() -> TestResult {
    let ed25519 = key(Algorithm::Ed25519)?.verifying_key();
    let text = ed25519.to_text().replace("ed25519:", "hmac-sha256:");
    let forged = Request::post().signed(&text.parse()?)?;
    assert_eq!(forged.check(&ed25519, NOW), Err(SignatureError::Mismatch));

    let named = forged.replace("signature-input", ";tag", ";alg=\"hmac-sha256\";tag");
    let expected = SignatureError::AlgorithmMismatch {
        claimed: "hmac-sha256".into(),
        key: "ed25519",
    };
    assert_eq!(named.check(&ed25519, NOW), Err(expected));
    Ok(())
}

#[test]
fn time_is_allowed_to_be_300_seconds_off() -> TestResult {
    let key = key(Algorithm::HmacSha256)?;
    let request = Request::post().signed(&key)?;
    let at = |seconds| request.check(&key.verifying_key(), later(seconds));
    assert_eq!((at(300), at(-300)), (Ok(()), Ok(())));
    assert_eq!(at(412), Err(SignatureError::TooOld { seconds: 412 }));
    assert_eq!(at(-301), Err(SignatureError::FromTheFuture { seconds: 301 }));
    let message = at(412).err().map(|error| error.to_string());
    assert_eq!(
        message.as_deref(),
        Some("`created` is 412 s old; at most 300 s is allowed")
    );
    Ok(())
}

#[rstest]
#[case("1790000010", 10, SignatureError::Mismatch)]
#[case("1790000010", 11, SignatureError::Expired { seconds: 1 })]
#[case("1790000000", 0, SignatureError::ExpiresBeforeCreated)]
fn expiry_is_checked_before_the_signature(
    #[case] expires: &str,
    #[case] at: i64,
    #[case] error: SignatureError,
) -> TestResult {
    let key = key(Algorithm::HmacSha256)?;
    let request = Request::post()
        .signed(&key)?
        .replace("signature-input", ";tag", &format!(";expires={expires};tag"));
    assert_eq!(request.check(&key.verifying_key(), later(at)), Err(error));
    Ok(())
}
