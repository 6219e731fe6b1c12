//! The mails that people get, with made-up content.

use usher::clock::Clock;

use crate::mail::{ConfirmMail, NoticeKind, NoticeMail, RenderedMail, confirm_address, notice};
use crate::pages::{Frame, Occasion};

/// Each of them, in the order in which people may get them.
pub(super) const ALL: &[&str] = &[
    "mail-confirm",
    "mail-invitation",
    "mail-reminder",
    "mail-registration",
    "mail-sign-up",
    "mail-exists",
    "mail-elsewhere",
    "mail-waiting",
    "mail-approval",
    "mail-approved",
    "mail-refused",
    "mail-recovery",
    "mail-password-changed",
    "mail-sign-in-moved",
    "mail-new-address",
    "mail-address-changed",
    "mail-deleted",
];

/// One of [`ALL`]. Its links lead nowhere.
pub(super) fn sample(frame: &Frame<'_>, what: &str, clock: &Clock) -> Option<RenderedMail> {
    let link = "https://example.org/";
    let until = clock.now() + jiff::SignedDuration::from_hours(24);
    let proves = |occasion, reminds| {
        let mail = ConfirmMail {
            first_name: Some("Jane"),
            link,
            code: "123456",
            expires_at: until,
            occasion,
            reminds,
        };
        Some(confirm_address(frame.brand, frame.locale, mail))
    };
    let kind = match what {
        "mail-confirm" => return proves(Occasion::Verification, false),
        "mail-invitation" => return proves(Occasion::Invitation, false),
        "mail-reminder" => return proves(Occasion::Invitation, true),
        "mail-registration" => return proves(Occasion::Registration, false),
        "mail-sign-up" => NoticeKind::SignUp,
        "mail-exists" => NoticeKind::AccountExists,
        "mail-elsewhere" => NoticeKind::SignsInElsewhere,
        "mail-waiting" => NoticeKind::AwaitingApproval,
        "mail-approval" => NoticeKind::ApprovalAsked,
        "mail-approved" => NoticeKind::Approved,
        "mail-refused" => NoticeKind::Refused,
        "mail-recovery" => NoticeKind::Recover,
        "mail-password-changed" => NoticeKind::PasswordChanged,
        "mail-sign-in-moved" => NoticeKind::SignInMoved,
        "mail-new-address" => NoticeKind::ConfirmNewEmail,
        "mail-address-changed" => NoticeKind::EmailChanged,
        "mail-deleted" => NoticeKind::AccountDeleted,
        _ => return None,
    };
    let expires = matches!(
        kind,
        NoticeKind::SignUp | NoticeKind::Recover | NoticeKind::ConfirmNewEmail
    );
    let mail = NoticeMail {
        first_name: (kind != NoticeKind::ApprovalAsked).then_some("Jane"),
        link: Some(link),
        until: expires.then_some(until),
        new_address_masked: (kind == NoticeKind::EmailChanged).then_some(super::pages::MASKED),
        person: Some("Jane Doe, Example Ltd, jane.doe@example.org"),
        provider: Some("Example Login"),
        account: Some(&frame.words().say("kind-business", &[])),
        ..NoticeMail::of(kind)
    };
    Some(notice(frame.brand, frame.locale, mail))
}
