//! What an app asks for when it sends a person to sign in: the authorization request of OpenID Connect Core 1.0
//! (section 3.1.2) with PKCE (RFC 7636), and what follows from it.
//!
//! ```text
//!  parameters ──read──▶ request ──next, with the session──▶ sign in · register · ask the person · answer · refuse
//! ```
//!
//! A request is not stored. It travels sealed, in the address of our own pages or as the `request_uri` of a pushed one
//! (RFC 9126), and whoever changes an octet of it has none.

mod next;
mod parameters;
mod pending;
mod pkce;
mod request;

pub use next::{Next, SignedIn, next};
pub use parameters::{Parameters, Refusal, Refused, read};
pub use pending::Pending;
pub use pkce::{CodeChallenge, NotAChallenge};
pub use request::{AuthorizationRequest, PUSHED_LIFE, Prompt, REQUEST_LIFE, ResponseMode};
