//! Mails that tell the owner of an account what happened, or lead them on.

use std::collections::BTreeMap;

use super::User;

/// What a mail to the owner of an account is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoticeKind {
    /// Somebody tried to register with their address.
    AccountExists,
    /// They asked for a new password.
    Recover,
    /// Their password was changed.
    PasswordChanged,
    /// They sign in with their identity provider from now on, and their password ended.
    SignInMoved,
    /// They want to change to the address that this mail goes to.
    ConfirmNewEmail,
    /// Their address was changed; goes to the old one.
    EmailChanged,
    /// Their account waits for the tenant's approval.
    AwaitingApproval,
    /// The same; goes to those who decide.
    ApprovalAsked,
    /// Their account was approved.
    Approved,
    /// It was refused.
    Refused,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::AccountExists,
        Self::Recover,
        Self::PasswordChanged,
        Self::SignInMoved,
        Self::ConfirmNewEmail,
        Self::EmailChanged,
        Self::AwaitingApproval,
        Self::ApprovalAsked,
        Self::Approved,
        Self::Refused,
    ];

    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccountExists => "account_exists",
            Self::Recover => "recover",
            Self::PasswordChanged => "password_changed",
            Self::SignInMoved => "sign_in_moved",
            Self::ConfirmNewEmail => "confirm_new_email",
            Self::EmailChanged => "email_changed",
            Self::AwaitingApproval => "awaiting_approval",
            Self::ApprovalAsked => "approval_asked",
            Self::Approved => "approved",
            Self::Refused => "refused",
        }
    }
}

/// When each mail that has not gone out was asked for, by the word of its kind, in milliseconds since 1970.
pub type Notices = BTreeMap<String, i64>;

impl User {
    /// When a mail of this kind was asked for that has not gone out.
    #[must_use]
    pub fn waiting(&self, kind: NoticeKind) -> Option<i64> {
        self.notices.get(kind.as_str()).copied()
    }

    /// The mails that the step from `before` to this person asks for.
    #[must_use]
    pub fn newly_waiting(&self, before: Option<&Self>) -> Vec<(NoticeKind, i64)> {
        let is_new = |kind: NoticeKind, at: i64| before.and_then(|before| before.waiting(kind)) != Some(at);
        let waiting = NoticeKind::ALL.into_iter();
        let waiting = waiting.filter_map(|kind| Some((kind, self.waiting(kind)?)));
        waiting.filter(|(kind, at)| is_new(*kind, *at)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn waiting(kinds: &[(NoticeKind, i64)]) -> User {
        User {
            notices: kinds.iter().map(|(kind, at)| (kind.as_str().to_owned(), *at)).collect(),
            ..testing::user()
        }
    }

    #[test]
    fn a_step_asks_for_what_was_not_waiting_before_it() {
        use NoticeKind::{PasswordChanged, Recover};
        let (before, after) = (waiting(&[(Recover, 1)]), waiting(&[(Recover, 1), (PasswordChanged, 2)]));
        assert_eq!(after.newly_waiting(Some(&before)), [(PasswordChanged, 2)]);
        assert_eq!(after.newly_waiting(Some(&after)), []);
        assert_eq!(after.newly_waiting(None).len(), 2);
        let again = waiting(&[(Recover, 3)]);
        assert_eq!(
            again.newly_waiting(Some(&before)),
            [(Recover, 3)],
            "asked for once more"
        );
        assert_eq!(before.newly_waiting(Some(&after)), [], "sent");
    }

    #[test]
    fn each_kind_has_a_word_of_its_own() {
        let words: std::collections::BTreeSet<_> = NoticeKind::ALL.map(NoticeKind::as_str).into();
        assert_eq!(words.len(), NoticeKind::ALL.len());
    }
}
