use super::*;

fn ring(seed: u64) -> KeyRing {
    KeyRing::generate(&Entropy::seeded(seed), Timestamp::UNIX_EPOCH).expect("a ring")
}

#[test]
fn what_is_sealed_opens_for_its_purpose_only() {
    let ring = ring(1);
    let text = ring.seal(Purpose::VerificationLink, &("acme", 7_u32));
    assert_eq!(
        ring.open(Purpose::VerificationLink, &text),
        Some(("acme".to_owned(), 7_u32))
    );
    assert_eq!(ring.open::<(String, u32)>(Purpose::ActivationTicket, &text), None);
    assert_eq!(ring.open::<(String, u32)>(Purpose::RefreshToken, &text), None);
}

#[test]
fn the_same_payload_gives_the_same_text() {
    let ring = ring(1);
    assert_eq!(
        ring.seal(Purpose::VerificationLink, &5_u32),
        ring.seal(Purpose::VerificationLink, &5_u32)
    );
    assert_ne!(
        ring.seal(Purpose::VerificationLink, &5_u32),
        ring.seal(Purpose::VerificationLink, &6_u32)
    );
}

#[test]
fn a_text_with_any_character_changed_does_not_open() {
    let ring = ring(1);
    let text = ring.seal(Purpose::ActivationTicket, &("acme", 7_u32));
    for place in 0..text.len() {
        let mut changed = text.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        if changed != text {
            assert_eq!(
                ring.open::<(String, u32)>(Purpose::ActivationTicket, &changed),
                None,
                "place {place}"
            );
        }
    }
}

#[test]
fn another_deployments_keys_open_nothing() {
    let text = ring(1).seal(Purpose::VerificationLink, &5_u32);
    assert_eq!(ring(2).open::<u32>(Purpose::VerificationLink, &text), None);
}

#[test]
fn a_ring_reads_back_as_it_was_written() {
    let ring = ring(3);
    let again = KeyRing::from_bytes(&ring.to_bytes()).expect("readable");
    assert_eq!(again.signer().public, ring.signer().public);
    let text = ring.seal(Purpose::VerificationLink, &5_u32);
    assert_eq!(again.open(Purpose::VerificationLink, &text), Some(5_u32));
    assert_eq!(
        again.mac(MacPurpose::Voucher, &[b"x"]),
        ring.mac(MacPurpose::Voucher, &[b"x"])
    );
}

#[test]
fn parts_of_a_mac_do_not_run_into_each_other() {
    let ring = ring(1);
    assert_ne!(
        ring.mac(MacPurpose::Voucher, &[b"ab", b"c"]),
        ring.mac(MacPurpose::Voucher, &[b"a", b"bc"])
    );
}
