//! `POST /v2/token`: tokens for those who show what is theirs.

mod clients;
mod password;
mod refresh;
