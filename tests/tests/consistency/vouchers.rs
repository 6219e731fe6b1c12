//! The vouchers that samples are about.

use usher::customer::CustomerKind;
use usher::profile::Profile;
use usher::sign_up::{Voucher, VoucherCode};
use usher::testing;

use crate::people::acme;

/// The vouchers that the samples are about.
pub(crate) fn vouchers() -> Vec<Voucher> {
    let voucher = |code: &str| {
        let code = VoucherCode::read(code).expect("a code");
        Voucher {
            tenant: acme().name,
            id: code.id(&acme().name),
            kind: CustomerKind::ChannelPartner,
            uses: 50,
            used: 0,
            valid_from: None,
            valid_until: None,
            presets: Profile::new(),
            created_at: testing::now().as_millisecond(),
            revoked_at: None,
        }
    };
    vec![voucher("winter-2027"), voucher("autumn-2027")]
}
