//! One module per route.

mod account;
mod assets;
mod authorize;
mod everywhere;
mod idp;
mod introspect;
mod legal;
mod par;
mod recover;
mod register;
mod revoke;
mod sign_in;
mod sign_out;
pub(crate) mod signup;
mod userinfo;
mod v1_account;
mod v1_approvals;
mod v1_customers;
mod v1_invitations;
mod v1_tenant;
mod v1_vouchers;
mod v2_registration_no_gateway;
mod v2_registration_password;
mod v2_registration_provision;
mod v2_registration_verify;
mod v2_token;
mod well_known;
