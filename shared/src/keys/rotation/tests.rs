use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proptest::prelude::{any, proptest};
use proptest::test_runner::Config;

use super::*;
use crate::keys::{MacPurpose, Purpose};
use crate::testing;
use crate::token::{Grantee, Issuer};

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const POLICY: &RotationPolicy = &RotationPolicy::STANDARD;
const URL: &str = "https://id.acme.example";

/// A deployment over time: its ring, and what a sandbox read that began when this ring was written.
struct Deployment {
    ring: KeyRing,
    entropy: Entropy,
    now: Timestamp,
    /// When each key was first in the ring.
    published: BTreeMap<String, Timestamp>,
}

impl Deployment {
    fn new() -> Self {
        let (ring, now) = (testing::keys(), testing::now());
        let mut deployment = Self {
            ring,
            entropy: Entropy::seeded(7),
            now,
            published: BTreeMap::new(),
        };
        deployment.publish(now - POLICY.seals.period);
        deployment
    }

    /// The worker runs.
    fn rotate(&mut self) -> Vec<KeyChange> {
        let rotated = self.ring.rotate(&self.entropy, self.now, POLICY).expect("keys");
        let changes = rotated.map(|rotated| {
            self.ring = KeyRing::from_bytes(&rotated.ring.to_bytes()).expect("a ring");
            rotated.changes
        });
        self.publish(self.now);
        changes.unwrap_or_default()
    }

    fn publish(&mut self, at: Timestamp) {
        for name in self.ring.names() {
            self.published.entry(name.to_string()).or_insert(at);
        }
    }

    /// The keys that are used now, each in the ring for the whole lead.
    fn used(&self) -> [String; 2] {
        let come = |at: &Timestamp| *at <= self.now;
        assert!(self.ring.signers.iter().any(|signer| come(&signer.active_from)));
        assert!(self.ring.seals.iter().any(|seal| come(&seal.active_from)));
        let mac = self.ring.mac(MacPurpose::Voucher, &[b"x"], self.now);
        let used = [
            KeyName::Signer(self.ring.signer(self.now).kid.clone()).to_string(),
            KeyName::Seal(mac[0]).to_string(),
        ];
        for name in &used {
            let known_for = self.now.duration_since(self.published[name]);
            assert!(
                known_for >= POLICY.signers.lead,
                "{name} is used after {known_for:?} only"
            );
        }
        used
    }

    fn token(&self) -> String {
        let issuer = Issuer {
            url: URL,
            keys: &self.ring,
        };
        let tenant = testing::tenant().name;
        issuer.access_token(&Grantee::client("app", &tenant, "accounts"), &self.entropy, self.now)
    }

    fn accepts(&self, token: &str) -> bool {
        let issuer = Issuer {
            url: URL,
            keys: &self.ring,
        };
        issuer.check_access_token(token, self.now).is_ok()
    }
}

#[test]
fn over_a_year_of_hours_one_key_of_each_kind_is_used_and_every_living_token_is_accepted() {
    let mut deployment = Deployment::new();
    let mut used = BTreeSet::new();
    // What a sandbox uses that decrypted the ring two days ago.
    let mut sandboxes = VecDeque::from([deployment.ring.clone()]);
    let mut last_token = deployment.token();
    for hour in 0..366 * 24 {
        if hour % 24 == 7 {
            deployment.rotate();
        }
        assert!(deployment.ring.signers().count() <= 3, "hour {hour}");
        assert!(deployment.ring.to_bytes().len() < 4_096, "more than KMS encrypts");
        used.extend(deployment.used());
        let stale = sandboxes.front().expect("a ring");
        assert_eq!(
            stale.signer(deployment.now).kid,
            deployment.ring.signer(deployment.now).kid
        );
        assert_eq!(
            stale.mac(MacPurpose::Voucher, &[b"x"], deployment.now),
            deployment.ring.mac(MacPurpose::Voucher, &[b"x"], deployment.now)
        );
        deployment.now += HOUR - SignedDuration::from_secs(1);
        assert!(deployment.accepts(&last_token), "hour {hour}");
        deployment.now += SignedDuration::from_secs(1);
        last_token = deployment.token();
        sandboxes.push_back(deployment.ring.clone());
        if sandboxes.len() > 47 {
            sandboxes.pop_front();
        }
    }
    let of = |kind: &str| used.iter().filter(|name| name.starts_with(kind)).count();
    assert_eq!((of("signer"), of("seal")), (12, 5));
}

#[test]
fn what_is_sealed_opens_to_the_end_of_the_longest_life() {
    let mut deployment = Deployment::new();
    let mut living: VecDeque<(Timestamp, String, Vec<u8>)> = VecDeque::new();
    let mut dropped = 0;
    for _ in 0..4 * 365 {
        let changes = deployment.rotate();
        dropped += changes
            .iter()
            .filter(|change| matches!(change, KeyChange::Dropped(KeyName::Seal(_))))
            .count();
        let now = deployment.now;
        living.push_back((
            now,
            deployment.ring.seal(Purpose::RefreshToken, &now.as_second(), now),
            deployment.ring.mac(MacPurpose::Voucher, &[b"SPRING-42"], now),
        ));
        deployment.now += DAY;
        while living
            .front()
            .is_some_and(|(made, ..)| *made + VOUCHER_LIFE <= deployment.now)
        {
            let (made, text, mac) = living.pop_front().expect("there is one");
            let opened: Option<i64> = deployment.ring.open(Purpose::RefreshToken, &text);
            assert_eq!(opened, Some(made.as_second()));
            assert!(
                deployment
                    .ring
                    .macs(MacPurpose::Voucher, &[b"SPRING-42"])
                    .any(|own| own == mac)
            );
        }
        assert!(deployment.ring.seals.len() <= 8, "{}", deployment.ring.seals.len());
    }
    assert!(dropped >= 10, "{dropped} were dropped");
}

proptest! {
    #![proptest_config(Config { cases: 32, ..Config::default() })]

    /// However late the worker runs, nothing is used before it was known for the whole lead, and
    /// running twice in a row changes nothing more.
    #[test]
    fn a_worker_that_runs_irregularly_cuts_no_lead_short(gaps in proptest::collection::vec(1_i64..6_000_000, 1..60), fraction in any::<u32>()) {
        let mut deployment = Deployment::new();
        for gap in gaps {
            deployment.rotate();
            assert_eq!(deployment.rotate(), []);
            let token = deployment.token();
            deployment.now += SignedDuration::from_millis(1 + i64::from(fraction) % 1_000);
            assert!(deployment.accepts(&token));
            for minutes in [0, gap / 120, gap / 60] {
                let mut later = Deployment { ring: deployment.ring.clone(), entropy: Entropy::seeded(1), published: deployment.published.clone(), ..deployment };
                later.now += SignedDuration::from_mins(minutes);
                later.used();
            }
            deployment.now += SignedDuration::from_secs(gap);
        }
    }
}

#[test]
fn numbers_of_seals_begin_again_and_skip_those_in_use() {
    let mut deployment = Deployment::new();
    let mut last: Option<u8> = None;
    let mut seen = Vec::new();
    while seen.len() < 600 {
        for change in deployment.rotate() {
            let KeyChange::Made(KeyName::Seal(id)) = change else {
                continue;
            };
            let others = deployment.ring.seals.iter().skip(1);
            assert!(others.clone().all(|seal| seal.id != id));
            if let Some(last) = last {
                assert_eq!(id, last.wrapping_add(1), "in order");
            }
            last = Some(id);
            seen.push(id);
        }
        let by_age: Vec<_> = deployment.ring.seals.iter().map(|seal| seal.active_from).collect();
        assert!(by_age.is_sorted_by(|newer, older| newer > older));
        deployment.now += SignedDuration::from_hours(80 * 24);
    }
    // One that is still held is not given twice.
    let mut ring = deployment.ring.clone();
    let newest = ring.seals[0].id;
    let oldest = ring.seals.len() - 1;
    let taken = Seal::generate(newest.wrapping_add(1), &Entropy::seeded(1), Timestamp::UNIX_EPOCH).expect("a seal");
    ring.seals[oldest] = Arc::new(taken);
    assert_eq!(ring.free_id().expect("one"), newest.wrapping_add(2));
}

#[test]
fn keys_that_leaked_are_replaced_at_once() {
    let mut deployment = Deployment::new();
    deployment.now += SignedDuration::from_hours(89 * 24);
    deployment.rotate();
    let (before, now) = (deployment.ring.clone(), deployment.now);
    assert_eq!((before.signers.len(), before.seals.len()), (2, 2), "with the next ones");
    let (token, text) = (deployment.token(), before.seal(Purpose::SharedKey, &5_u32, now));

    let signers = before
        .replace(Replace::Signers, &deployment.entropy, now)
        .expect("keys");
    assert_eq!((signers.ring.signers.len(), signers.changes.len()), (1, 3));
    deployment.ring = signers.ring;
    assert!(!deployment.accepts(&token));
    let token = deployment.token();
    assert!(deployment.accepts(&token));

    let seals = before.replace(Replace::Seals, &deployment.entropy, now).expect("keys");
    assert_eq!(
        seals.ring.open(Purpose::SharedKey, &text),
        Some(5_u32),
        "to seal it anew"
    );
    assert!(!seals.ring.is_sealed_at(&text, now));
    let anew = seals.ring.seal(Purpose::SharedKey, &5_u32, now);
    let only = seals.ring.newest_seal_only().expect("another was there").ring;
    assert_eq!(only.open::<u32>(Purpose::SharedKey, &text), None);
    assert_eq!(only.open(Purpose::SharedKey, &anew), Some(5_u32));
    assert!(only.newest_seal_only().is_none());
}
