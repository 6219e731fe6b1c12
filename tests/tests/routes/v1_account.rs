//! `/v1/account`: what a business customer does with its people.

mod activity;
mod authentication;
mod bodies;
mod erasing;
mod idempotency;
mod provisioning;
mod seeing;
mod suspension;
mod validation;
