//! Agreements: the public page with their words, and accepting them in a form.

pub(crate) mod accepting;
pub mod legal;
pub mod markdown;
