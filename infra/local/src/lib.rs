//! The local stack: every function in one process, over an embedded DynamoDB-compatible engine and
//! small stand-ins for KMS, SES and SNS, all reached through the real AWS SDK.
//!
//! ```
//! use usher_local::{Stack, StackConfig};
//!
//! let stack = Stack::start(StackConfig::default())?; // in memory, on a free port
//! assert!(stack.url().starts_with("http://127.0.0.1:"));
//! stack.clock().advance(3_600);
//! # Ok::<(), usher_local::StartError>(())
//! ```
//!
//! What is where: [`Stack`] starts and stops it all; `aws` is what AWS is to a deployed stack, `stream`
//! what Lambda's event source mapping is, and `web` is what only exists here: the start page, the
//! inbox, the API reference, and the routes under `/_local`.

mod aws;
mod demo;
mod folder;
mod inbox;
mod message;
mod notices;
mod service;
mod stack;
mod start_error;
mod stream;
mod template;
mod web;

pub use aws::{AwsError, MailFault, MailFaults, MasterKeyError};
pub use message::Message;
pub use stack::{Data, Stack, StackConfig};
pub use start_error::StartError;
pub use stream::{ReadError, lets_through};
pub use template::TemplateError;
