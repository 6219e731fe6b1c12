use super::*;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn ring(seed: u64) -> KeyRing {
    KeyRing::generate(&Entropy::seeded(seed), NOW).expect("a ring")
}

#[test]
fn what_is_sealed_opens_for_its_purpose_only() {
    let ring = ring(1);
    let text = ring.seal(Purpose::VerificationLink, &("acme", 7_u32), NOW);
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
        ring.seal(Purpose::VerificationLink, &5_u32, NOW),
        ring.seal(Purpose::VerificationLink, &5_u32, NOW)
    );
    assert_ne!(
        ring.seal(Purpose::VerificationLink, &5_u32, NOW),
        ring.seal(Purpose::VerificationLink, &6_u32, NOW)
    );
}

#[test]
fn a_text_with_any_character_changed_does_not_open() {
    let ring = ring(1);
    let text = ring.seal(Purpose::ActivationTicket, &("acme", 7_u32), NOW);
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
    let text = ring(1).seal(Purpose::VerificationLink, &5_u32, NOW);
    assert_eq!(ring(2).open::<u32>(Purpose::VerificationLink, &text), None);
}

#[test]
fn a_ring_reads_back_as_it_was_written() {
    let ring = ring(3);
    let again = KeyRing::from_bytes(&ring.to_bytes()).expect("readable");
    assert_eq!(again.signer(NOW).public, ring.signer(NOW).public);
    let text = ring.seal(Purpose::VerificationLink, &5_u32, NOW);
    assert_eq!(again.open(Purpose::VerificationLink, &text), Some(5_u32));
    assert_eq!(
        again.mac(MacPurpose::Voucher, &[b"x"], NOW),
        ring.mac(MacPurpose::Voucher, &[b"x"], NOW)
    );
}

#[test]
fn parts_of_a_mac_do_not_run_into_each_other() {
    let ring = ring(1);
    assert_ne!(
        ring.mac(MacPurpose::Voucher, &[b"ab", b"c"], NOW),
        ring.mac(MacPurpose::Voucher, &[b"a", b"bc"], NOW)
    );
}

#[test]
fn a_generation_is_used_from_its_moment_on_and_accepted_before() {
    let now = NOW + jiff::SignedDuration::from_hours(89 * 24);
    let old = ring(1);
    let rotated = old
        .rotate(&Entropy::seeded(2), now, &RotationPolicy::STANDARD)
        .expect("keys")
        .expect("due");
    let (ring, takes_over) = (rotated.ring, now + RotationPolicy::STANDARD.seals.lead);
    let moment_before = takes_over - jiff::SignedDuration::from_nanos(1);
    for (at, same) in [(now, true), (moment_before, true), (takes_over, false)] {
        let text = ring.seal(Purpose::VerificationLink, &5_u32, at);
        assert_eq!(text == old.seal(Purpose::VerificationLink, &5_u32, at), same, "{at}");
        assert_eq!(ring.is_sealed_at(&text, now), same, "{at}");
        assert_eq!(ring.signer(at).kid == old.signer(at).kid, same, "{at}");
        assert_eq!(ring.open(Purpose::VerificationLink, &text), Some(5_u32), "{at}");
    }
}

#[test]
fn a_ring_without_moments_has_always_been_in_use() {
    let ring = ring(1);
    let mut written: serde_json::Value = serde_json::from_slice(&ring.to_bytes()).expect("JSON");
    for kind in ["seals", "signers"] {
        written[kind][0].as_object_mut().expect("a key").remove("active_from");
    }
    let read = KeyRing::from_bytes(written.to_string().as_bytes()).expect("readable");
    assert_eq!(read.signers[0].active_from(), Timestamp::UNIX_EPOCH);
    let text = ring.seal(Purpose::SharedKey, &5_u32, NOW);
    assert_eq!(read.open(Purpose::SharedKey, &text), Some(5_u32));
}
