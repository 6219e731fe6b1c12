//! Customers of several people, and their places: who belongs to one, one more person, another place, another owner.

pub mod customer;
pub mod customer_change;
pub mod installation;

mod view;
