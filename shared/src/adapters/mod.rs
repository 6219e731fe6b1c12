//! Ways out: Amazon SES, SNS, KMS, how their clients are built, and calls to addresses that tenants name.

pub mod aws;
mod https;
pub mod kms;
pub mod outbound;
pub mod roots;
pub mod rotation;
pub mod ses;
pub mod sns;
