//! The worked example of `docs/signing.md` is what the code signs and accepts.

use jiff::Timestamp;
use usher::signature::{Claimed, RequestParts, SigningKey, VerifyingKey, sign};

use crate::read;

/// The block of code that begins so.
fn block(text: &str, begins: &str) -> String {
    let blocks = text.split("```").skip(1).step_by(2);
    let bodies = blocks.filter_map(|block| block.split_once('\n').map(|(_, body)| body.trim_end_matches('\n')));
    let mut found = bodies.filter(|body| body.starts_with(begins));
    found
        .next()
        .unwrap_or_else(|| panic!("docs/signing.md has no block that begins with {begins}"))
        .to_owned()
}

/// What stands behind a name at the beginning of a line.
fn after(text: &str, name: &str) -> String {
    let value = text.lines().find_map(|line| line.strip_prefix(name));
    value
        .unwrap_or_else(|| panic!("no line begins with {name}"))
        .trim()
        .to_owned()
}

#[test]
fn the_worked_example_is_signed_and_accepted_octet_by_octet() {
    let text = read("docs/signing.md");
    let keys = block(&text, "private key");
    let private: SigningKey = after(&keys, "private key").parse().expect("a key");
    let public: VerifyingKey = after(&keys, "public key").parse().expect("a key");
    let body = block(&text, "{\"labelpartner\"");
    let base = block(&text, "\"@method\"");
    let call = block(&text, "POST /v1/account HTTP/1.1");
    assert!(
        text.contains(&format!("Its body has {}\noctets", body.len())),
        "the body has {} octets",
        body.len()
    );
    assert!(
        text.contains(&format!("The signature base has {} octets", base.len())),
        "the base has {}",
        base.len()
    );

    let created = Timestamp::from_second(1_795_000_000).expect("a time");
    let parts = RequestParts {
        method: "POST",
        target_uri: "https://id.acme.example/v1/account",
        headers: &[],
        body: body.as_bytes(),
    };
    let signed = sign(&parts, &private, "acme-backoffice/demo", created, "3f1c6a0b9d5e47f2").expect("signed");
    assert_eq!(
        signed.content_digest.as_deref(),
        Some(after(&call, "Content-Digest:").as_str())
    );
    assert_eq!(signed.signature_input, after(&call, "Signature-Input:"));
    assert_eq!(signed.signature, after(&call, "Signature:"));

    let headers: Vec<_> = signed.iter().collect();
    let claimed = Claimed::parse(&RequestParts {
        headers: &headers,
        ..parts
    })
    .expect("a signature");
    assert_eq!(claimed.signature_base(), base);
    claimed.verify(&public, created).expect("valid");
}
