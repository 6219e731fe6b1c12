//! Vouchers of a campaign: codes that open accounts of one kind, as often and as long as their tenant says.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::customer::CustomerKind;
use crate::id::VoucherId;
use crate::keys::{KeyRing, MacPurpose};
use crate::profile::Profile;
use crate::provisioning::RequestIdentity;
use crate::tenant::TenantName;
use crate::user::moment;

/// How long a code may be, without what [`VoucherCode::read`] leaves out.
const LENGTH: std::ops::RangeInclusive<usize> = 8..=40;
/// The letters and digits of a code that is made here: none that is taken for another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them: 60 bits.
const MADE: usize = 12;

/// A code as it is compared: letters in capitals, and digits.
#[derive(Clone, PartialEq, Eq)]
pub struct VoucherCode(String);

/// The text is no code: 8 to 40 letters and digits, beside spaces and dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code is 8 to 40 letters (a-z) and digits; spaces and dashes count for nothing")]
pub struct NotACode;

impl VoucherCode {
    /// Reads what somebody typed: capitals, spaces and dashes make no difference.
    ///
    /// # Errors
    /// When it is no code.
    pub fn read(typed: &str) -> Result<Self, NotACode> {
        let code: String = typed
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .map(|letter| letter.to_ascii_uppercase())
            .collect();
        let fits = LENGTH.contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self(code)) } else { Err(NotACode) }
    }

    /// A code that nobody guesses, the same for the same request.
    #[must_use]
    pub fn made_for(client: &str, request: &str, keys: &KeyRing, at: Timestamp) -> Self {
        let mac = keys.mac(MacPurpose::MadeVoucher, &[client.as_bytes(), request.as_bytes()], at);
        // The first octet is the key's number.
        let letters = mac.iter().skip(1).take(MADE);
        let letters = letters.filter_map(|octet| ALPHABET.get(usize::from(octet % 32)).copied());
        Self(letters.map(char::from).collect())
    }

    /// In groups of four, as people read it.
    #[must_use]
    pub fn grouped(&self) -> String {
        let groups: Vec<_> = self.0.as_bytes().chunks(4).map(String::from_utf8_lossy).collect();
        groups.join("-")
    }

    /// The id of the voucher with this code. A code has enough letters that its hash does not lead back to one that was
    /// made here.
    #[must_use]
    pub fn id(&self, tenant: &TenantName) -> VoucherId {
        let parts: [&[u8]; 3] = [b"usher voucher", tenant.as_str().as_bytes(), self.0.as_bytes()];
        VoucherId(RequestIdentity::id_of(&parts))
    }
}

impl std::fmt::Debug for VoucherCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VoucherCode(…)")
    }
}

/// A voucher, as stored; its code is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voucher {
    /// Whose voucher it is.
    #[serde(rename = "t")]
    pub tenant: TenantName,
    /// By what it is found.
    #[serde(rename = "id")]
    pub id: VoucherId,
    /// The kind of account it opens.
    #[serde(rename = "k")]
    pub kind: CustomerKind,
    /// How many accounts it opens.
    #[serde(rename = "u")]
    pub uses: u32,
    /// How many it has opened.
    #[serde(rename = "n")]
    pub used: u32,
    /// From when on it is good, in milliseconds since 1970.
    #[serde(rename = "fr", default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<i64>,
    /// Until when.
    #[serde(rename = "un", default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<i64>,
    /// What it fills in, whatever the form says, by the names of the fields of the kind.
    #[serde(rename = "pf", default, skip_serializing_if = "Profile::is_empty")]
    pub presets: Profile,
    /// When it was made.
    #[serde(rename = "cr")]
    pub created_at: i64,
    /// When it was taken back.
    #[serde(rename = "rv", default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<i64>,
}

/// Why a voucher opens no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoucherRefused {
    /// It is none of the tenant's for this kind.
    Unknown,
    /// It is not good yet, or no more: over, taken back or used up.
    NotGood,
}

impl Voucher {
    /// Whether it opens an account of this kind at `now`: the rule of the write, for telling a person before anything is
    /// written.
    ///
    /// # Errors
    /// Why it does not.
    pub fn check(&self, kind: CustomerKind, now: Timestamp) -> Result<(), VoucherRefused> {
        if self.kind != kind {
            return Err(VoucherRefused::Unknown);
        }
        let begun = self.valid_from.is_none_or(|from| moment(from) <= now);
        let goes_on = self.valid_until.is_none_or(|until| moment(until) > now);
        match begun && goes_on && self.revoked_at.is_none() && self.used < self.uses {
            true => Ok(()),
            false => Err(VoucherRefused::NotGood),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Opaque;
    use crate::testing;

    fn voucher() -> Voucher {
        Voucher {
            tenant: testing::tenant().name,
            id: VoucherId(Opaque::new([7; 16])),
            kind: CustomerKind::ChannelPartner,
            uses: 2,
            used: 1,
            valid_from: None,
            valid_until: None,
            presets: Profile::new(),
            created_at: 0,
            revoked_at: None,
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_spaced_and_means_one_voucher_of_one_tenant() {
        let tenant = testing::tenant().name;
        let code = VoucherCode::read("spring-2027").expect("a code");
        assert_eq!(VoucherCode::read(" SPRING 2027 "), Ok(code.clone()));
        assert_eq!(code.grouped(), "SPRI-NG20-27");
        assert_ne!(code.id(&tenant), code.id(&"netgrid".parse().expect("a tenant")));
        for wrong in ["", "short-7", "with_underscore", "ümlaut-2027", &"x".repeat(41)] {
            assert_eq!(VoucherCode::read(wrong), Err(NotACode), "{wrong}");
        }
        assert_eq!(format!("{code:?}"), "VoucherCode(…)");
    }

    #[test]
    fn a_made_code_is_the_same_for_the_same_request_alone() {
        let (keys, now) = (testing::keys(), testing::now());
        let code = VoucherCode::made_for("acme-backoffice", "k1", &keys, now);
        assert_eq!(code, VoucherCode::made_for("acme-backoffice", "k1", &keys, now));
        assert_ne!(code, VoucherCode::made_for("acme-backoffice", "k2", &keys, now));
        assert_ne!(code, VoucherCode::made_for("another", "k1", &keys, now));
        assert_eq!(VoucherCode::read(&code.grouped()), Ok(code));
    }

    #[test]
    fn a_voucher_is_good_for_its_kind_in_its_window_until_it_is_used_up_or_taken_back() {
        let (now, good) = (testing::now(), Ok(()));
        let at = now.as_millisecond();
        let check = |change: &dyn Fn(&mut Voucher)| {
            let mut voucher = voucher();
            change(&mut voucher);
            voucher.check(CustomerKind::ChannelPartner, now)
        };
        assert_eq!(check(&|_| ()), good);
        assert_eq!(
            voucher().check(CustomerKind::Business, now),
            Err(VoucherRefused::Unknown)
        );
        let over = Err(VoucherRefused::NotGood);
        assert_eq!(check(&|voucher| voucher.used = 2), over);
        assert_eq!(check(&|voucher| voucher.revoked_at = Some(at)), over);
        assert_eq!(check(&|voucher| voucher.valid_from = Some(at)), good);
        assert_eq!(check(&|voucher| voucher.valid_from = Some(at + 1)), over);
        assert_eq!(check(&|voucher| voucher.valid_until = Some(at)), over);
        assert_eq!(check(&|voucher| voucher.valid_until = Some(at + 1)), good);
    }
}
