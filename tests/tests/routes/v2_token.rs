//! `POST /v2/token`: tokens for those who show what is theirs.

mod claims;
mod clients;
mod password;
mod refresh;
