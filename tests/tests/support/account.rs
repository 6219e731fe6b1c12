//! An account as its business customer was told of it.

use super::{Answer, BackOffice};

/// The ids that provisioning answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) id: String,
    pub(crate) user_id: String,
}

impl Account {
    #[track_caller]
    pub(crate) fn told(answer: &Answer) -> Self {
        Self {
            id: answer.member("account_id"),
            user_id: answer.member("user_id"),
        }
    }

    /// Where the person is now.
    #[track_caller]
    pub(crate) fn status(&self, seen_by: &BackOffice<'_>) -> String {
        seen_by.see(&self.id).expect(200).member("status")
    }
}
