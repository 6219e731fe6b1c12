//! Functions that answer no HTTP request.

pub mod key_rotation;
pub mod mailer;
