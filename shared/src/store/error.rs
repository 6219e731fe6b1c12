//! What DynamoDB's answers mean.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};

/// The table could not do what was asked; the caller may try again later.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another write of the same item was under way, and again after several tries.
    #[error("the item is being written by somebody else")]
    Conflict,
    /// More traffic than the table takes at this moment.
    #[error("the table is throttled")]
    Throttled,
    /// The table cannot be reached, or answered something that nothing was prepared for.
    #[error("the table is unavailable: {0}")]
    Unavailable(String),
    /// An item is not what it should be.
    #[error("an item cannot be read: {0}")]
    Unreadable(String),
}

impl StoreError {
    /// Reads an error that no step of a journey expects.
    ///
    /// Its text is DynamoDB's code and message; neither holds values of an item.
    pub(super) fn from_sdk<E, R>(error: &SdkError<E, R>) -> Self
    where
        E: ProvideErrorMetadata,
    {
        match error.code() {
            Some("TransactionConflictException" | "TransactionInProgressException") => Self::Conflict,
            Some("ThrottlingException" | "ProvisionedThroughputExceededException" | "RequestLimitExceeded") => {
                Self::Throttled
            }
            Some(code) => Self::Unavailable(format!("{code}: {}", error.message().unwrap_or_default())),
            None => Self::Unavailable(match error {
                SdkError::TimeoutError(_) => "timed out".to_owned(),
                SdkError::DispatchFailure(_) => "no connection".to_owned(),
                SdkError::ResponseError(_) => "the answer broke off".to_owned(),
                _ => "the request could not be made".to_owned(),
            }),
        }
    }
}
