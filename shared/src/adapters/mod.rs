//! Ways out: Amazon SES, KMS, and how their clients are built.

pub mod aws;
pub mod kms;
mod roots;
pub mod rotation;
pub mod ses;
