//! Business customers make people known, see where they are, and erase them.

pub mod account;
pub mod activity;
pub mod provision;
pub mod suspension;

mod evidence;
mod fields;
mod history;
mod values;
mod view;
mod who;

pub(crate) use account::{IdType, find, is_external, mark};
pub(crate) use fields::{AddressInfo, check_place};
pub(crate) use provision::problem as creation_problem;
pub(crate) use values::{is_external_id, is_locale};
pub(crate) use view::{Account as AccountView, DeliveryView, InstallationView, deliveries};
pub(crate) use who::Who;
