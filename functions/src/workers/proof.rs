//! What a message to a person holds to prove an address or a number with.

use usher::id::{InvitationId, Opaque};
use usher::tenant::Tenant;
use usher::user::User;
use usher::verification::{Due, Link, code};

use super::mailer::Mailer;
use crate::invitations::handed_over;
use crate::words::Locale;

/// What a message holds, however it is sent, and its language.
pub(super) struct Proof {
    pub(super) locale: Locale,
    pub(super) link: String,
    pub(super) code: String,
}

/// The link and the code that a message to a person holds.
pub(super) fn proof(mailer: &Mailer, tenant: &Tenant, user: &User, due: Due) -> Proof {
    let fallback = Locale::from_tag(&tenant.default_locale).unwrap_or(Locale::En);
    let locale = Locale::negotiate([user.locale.as_deref()], None, fallback);
    Proof {
        code: code(
            &mailer.keys,
            user,
            user.channel(),
            due.asked_at,
            tenant.link_life_seconds,
        ),
        link: handed_over::url(mailer, tenant, &Link::new(user, due)),
        locale,
    }
}

/// Names a mail the same each time it is sent.
pub(super) fn invitation_id(user: &User, due: Due) -> InvitationId {
    let request = usher::provisioning::fingerprint(format!("{}{}", user.id, due.asked_at.as_millisecond()).as_bytes());
    let mut bits = [0; 16];
    bits.copy_from_slice(&request.as_bytes()[..16]);
    InvitationId(Opaque::new(bits))
}
