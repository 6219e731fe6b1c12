//! Ways out: Amazon SES, SNS, KMS, and how their clients are built.

pub mod aws;
mod https;
pub mod kms;
pub mod roots;
pub mod rotation;
pub mod ses;
pub mod sns;
