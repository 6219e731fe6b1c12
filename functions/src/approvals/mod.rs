//! Accounts that count only once their tenant has decided so.

pub mod approval;

pub mod list;
mod view;
