//! `POST /v2/registration/no-gateway`: the first password, and who may set it.

mod policy;
mod proofs;
mod tenants;
