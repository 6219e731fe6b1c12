//! People sign in, register and look after their account in their browser: the pages of the OpenID provider.
//!
//! A browser that is signed in holds a session in a cookie. What an app asks for travels beside it, sealed, in the address
//! and in the forms of the pages, so two apps in two tabs do not get in each other's way.

pub mod check_details;
pub mod my_account;
pub mod new_password;
pub mod recover;
pub mod register;
pub mod reset_password;
pub mod sign_in;
pub mod sign_out;

mod password_check;
mod register_form;
mod session_cookie;
mod visit;

pub(crate) use password_check::{ShownPassword, sign_in_with};
pub(crate) use session_cookie::{SignedInUser, browser, set as keep, signed_in, tenant as session_tenant};
pub(crate) use visit::{REQUEST_URI, Visit, not_understood, problem, problem_leading_to, resume};
