//! The key of a person's item: tenant and address, hashed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use ring::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};

use crate::address::EmailAddress;
use crate::id::Opaque;
use crate::tenant::TenantName;

/// 128 bits of SHA-256 over tenant and folded address.
///
/// Hashed so that partitions are evenly filled and no metric or key listing shows an address; not
/// keyed, because it has to outlive every key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailKey([u8; 16]);

impl EmailKey {
    /// The key of whoever has this address with this tenant.
    #[must_use]
    pub fn new(tenant: &TenantName, email: &EmailAddress) -> Self {
        let mut context = Context::new(&SHA256);
        context.update(tenant.as_str().as_bytes());
        context.update(&[0]);
        context.update(email.key().as_bytes());
        let mut bits = [0; 16];
        bits.copy_from_slice(&context.finish().as_ref()[..16]);
        Self(bits)
    }

    /// A key that is nobody's, for an id that is nobody's.
    #[must_use]
    pub const fn of_nobody(id: Opaque) -> Self {
        Self(id.bits())
    }

    /// As text, in keys of the table.
    #[must_use]
    pub fn as_text(&self) -> String {
        BASE64URL.encode(self.0)
    }

    /// Reads [`Self::as_text`].
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        BASE64URL.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The bits, for a keyed hash.
    #[must_use]
    pub const fn bits(&self) -> &[u8; 16] {
        &self.0
    }
}
