//! `/v2/registration/verify`: a link only shows, a person acts, and a proof is good once.

mod by_code;
mod by_link;
mod pages;
