//! Next Identity's routes, and the pages of its invitations.

mod activate;
mod agreements;
mod claims;
mod code;
mod form;
mod own_words;
mod parameters;
mod pre_register;
mod resend_verification;
mod text_messages;
