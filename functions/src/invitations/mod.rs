//! Inviting people: a program makes them known to an app, they get a mail, and on the page behind its link they
//! add what is missing and choose a password.

pub mod activate;
pub mod invitation;
pub mod invitation_change;
pub mod list;
pub mod pre_register;
pub mod resend_verification;

mod asked;
mod finished;
mod form;
pub(crate) mod handed_over;
mod view;
mod way_back;
pub(crate) use finished::done;
