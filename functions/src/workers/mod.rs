//! Functions that answer no HTTP request.

pub mod mailer;
