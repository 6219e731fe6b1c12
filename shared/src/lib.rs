//! The domain of Usher: tenants, people, invitations and credentials, and the one table they live in.
//!
//! Rules are pure functions on types; they take the time and the randomness they need, and most
//! tests live beside them. With the feature `aws` come the store over DynamoDB and the adapters to
//! SES and KMS; without it nothing here touches a network.
//!
//! Where to look first: [`user`] for the life of a person, [`provisioning`], [`verification`] and
//! [`password`] for the steps of it, and `store` for how a step becomes one write.

pub mod address;
pub mod agreement;
mod answered;
pub mod authorization;
pub mod clock;
pub mod customer;
pub mod entropy;
pub mod funnel;
pub mod housekeeping;
pub mod id;
pub mod keys;
pub mod limit;
pub mod located;
pub mod new_address;
pub mod outbound;
pub mod password;
pub mod person;
pub mod phone;
pub mod profile;
pub mod provisioning;
pub mod recovery;
pub mod registration;
pub mod session;
pub mod sign_up;
pub mod signature;
pub mod sso;
pub mod tenant;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod token;
pub mod user;
pub mod verification;

#[cfg(feature = "aws")]
pub mod adapters;
#[cfg(feature = "aws")]
pub mod store;
