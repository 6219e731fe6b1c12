//! Inviting people: a program makes them known to an app, they get a mail, and on the page behind its link they
//! add what is missing and choose a password.

pub mod activate;
pub mod pre_register;
pub mod resend_verification;

mod asked;
mod form;
mod way_back;
