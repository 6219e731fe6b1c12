//! Mails to the owners of accounts: asking for them, and noting that they went out.
//!
//! A mail that is asked for stands in the person's item until it went out: `mq` says which and since when, and `mw` that
//! there is one at all, which is what wakes the mailer.

use super::write::{conditional, id_text};
use super::{Store, StoreError, number};
use crate::tenant::TenantName;
use crate::user::{EmailKey, NoticeKind, User};

/// What an update sets that asks for a mail of the kind `#notice` at `:asked`.
pub(super) const ASKED_NOTICE: &str = "mq.#notice = :asked, mw = :asked";

impl Store {
    /// Asks for a mail to a registered person, unless one of the kind was asked for since: one round trip, one write
    /// unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_for_notice(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        kind: NoticeKind,
        asked_at: i64,
    ) -> Result<(), StoreError> {
        let written = self
            .update_user(tenant, key)
            .condition_expression(
                "attribute_exists(mq) AND attribute_not_exists(ms) AND (attribute_not_exists(mq.#notice) OR mq.#notice < :asked)",
            )
            .update_expression(format!("SET {ASKED_NOTICE}"))
            .expression_attribute_names("#notice", kind.as_str())
            .expression_attribute_values(":asked", number(asked_at))
            .send()
            .await;
        conditional(written).map(|_| ())
    }

    /// Notes that a mail went out that was asked for at `asked_at`: one round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn note_notice(&self, user: &User, kind: NoticeKind, asked_at: i64) -> Result<(), StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND mq.#notice = :asked")
            // Whatever else waits was asked for by a write of its own, which has woken the mailer.
            .update_expression(match kind {
                NoticeKind::EmailChanged => "REMOVE mq.#notice, mw, oe",
                _ => "REMOVE mq.#notice, mw",
            })
            .expression_attribute_names("#notice", kind.as_str())
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":asked", number(asked_at))
            .send()
            .await;
        conditional(written).map(|_| ())
    }
}
