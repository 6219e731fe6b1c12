//! What every route shares: how a request is read, who calls, how a failure is told, and the headers
//! that go with every answer.

mod body;
mod call;
pub mod code;
mod finish;
mod origin;
mod path;
mod problem;
mod source;
mod strict;

pub use body::{BODY_LIMIT, Form, Json};
pub(crate) use body::{form, is_of_type, json, read};
pub(crate) use call::replayed;
pub use call::{ACCOUNTS_SCOPE, Call, Caller, IdempotencyKey, UnspentCall};
pub use finish::finish;
pub use origin::SameSite;
pub(crate) use path::restore;
pub use problem::{FieldError, Problem, ProblemBody};
pub use source::{RequestId, Source};
