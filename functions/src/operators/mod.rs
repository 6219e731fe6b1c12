//! The console: operators of a tenant look after its people in their browser.
//!
//! Its pages show what the API answers and do what the API does, by calling the API's own routes within the process
//! ([`api`]). An operator is somebody who is signed in, has proven their address by mail, and whose address the tenant's
//! document names.

pub mod approvals;
pub mod console;
pub mod console_onboarding;
pub mod console_preview;
pub mod funnel;
pub mod people;
pub mod person;

mod api;
mod history;
mod operator;
mod read;

/// Where the console is.
pub(crate) const PATH: &str = "/console";
