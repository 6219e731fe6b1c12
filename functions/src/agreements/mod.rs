//! Agreements: the public page with their words, accepting them in a form, and taking that back.

pub(crate) mod accepting;
pub(crate) mod before_token;
pub mod legal;
pub mod markdown;
pub(crate) mod withdrawing;
