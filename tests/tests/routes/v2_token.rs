//! `POST /v2/token`: tokens for those who show what is theirs.

mod agreements;
mod assertions;
mod claims;
mod clients;
mod password;
mod refresh;
