//! The field for a voucher, for the form of any page.

use super::shell::Shell;
use crate::words::{Words, inert};

/// The field for a voucher.
#[derive(Clone, Debug)]
pub struct Voucher {
    /// Whether the form is of no use without one.
    pub required: bool,
    /// What was typed.
    pub value: String,
}

/// The field as `voucher_field.html` shows it.
pub(super) struct VoucherField {
    pub(super) label: &'static str,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) required: bool,
    /// What a phone's keyboard says on its last key (`enterkeyhint`).
    pub(super) key: &'static str,
}

impl VoucherField {
    pub(super) fn new(voucher: &Voucher, key: &'static str, shell: &Shell, words: Words<'_>) -> Self {
        Self {
            label: match voucher.required {
                true => "voucher-label",
                false => "voucher-label-optional",
            },
            hint: words.say("voucher-hint", &[("tenant", (&shell.tenant).into())]),
            value: inert(&voucher.value),
            required: voucher.required,
            key,
        }
    }
}
