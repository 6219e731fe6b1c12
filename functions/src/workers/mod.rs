//! Functions that answer no HTTP request.

pub mod approval_endpoint;
mod approvers;
pub mod housekeeping;
pub mod invitation_lists;
pub mod key_rotation;
mod looking_back;
pub mod mail_feedback;
pub mod mailer;
mod moves;
mod notices;
mod proof;
mod records;
mod registrations;
mod sign_ups;
mod text_message;
