//! Business customers look for their people, and see how far all of them have come.

pub mod funnel;
pub mod users;

mod search;
