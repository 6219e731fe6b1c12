//! Business customers make people known, see where they are, and erase them.

pub mod account;
pub mod activity;
pub mod provision;

mod fields;
mod values;
mod view;

pub(crate) use account::mark;
pub(crate) use values::is_locale;
pub(crate) use view::{Account as AccountView, DeliveryView, deliveries};
