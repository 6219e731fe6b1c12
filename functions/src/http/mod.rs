//! What every route shares: how a request is read, who calls, how a failure is told, and the headers
//! that go with every answer.

mod basic;
mod body;
mod call;
mod caller;
pub mod code;
mod finish;
mod list_query;
mod next_identity;
mod number;
mod origin;
mod path;
mod problem;
mod source;
mod strict;
mod whole;

pub(crate) use basic::basic;
pub use body::{BODY_LIMIT, Form, Json, json, read_at_most};
pub(crate) use body::{form, given, is_of_type, json_of, read};
pub use call::{ACCOUNTS_SCOPE, Call, CallBody, IdempotencyKey, UnspentCall};
pub(crate) use call::{bearer_token, replayed};
pub(crate) use caller::ActingOperator;
pub use caller::Caller;
pub(crate) use finish::CALLS;
pub use finish::finish;
pub(crate) use list_query::{ListQuery, wrong};
pub use next_identity::NextIdentity;
pub(crate) use next_identity::{EMPTY, FIELD_REQUIRED};
pub(crate) use number::{whole, whole_or_none};
pub use origin::SameSite;
pub(crate) use path::restore;
pub use problem::{FieldError, OwedAgreement, Problem, ProblemBody};
pub use source::{RequestId, Source};
pub(crate) use whole::Whole;
