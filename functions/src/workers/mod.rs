//! Functions that answer no HTTP request.

pub mod mail_feedback;
pub mod mailer;
