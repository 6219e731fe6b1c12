//! Links of sign-ups that lead nowhere.

/// Why a link makes no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignUpRefused {
    /// Its time is over.
    Expired,
    /// The address has an account: of this link, or by another way.
    Taken,
    /// Accounts of this kind are not made for this address any more.
    NotAllowed,
}
