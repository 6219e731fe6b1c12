//! Signing in with a password.

use std::net::IpAddr;

use jiff::Timestamp;

use super::write::{Attempt, Attempted, conditional, id_text};
use super::{Store, StoreError, keys, text, user_in};
use crate::limit::{Bucket, TooOften};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

/// An attempt to sign in that was counted.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Whoever has this address; nobody is not told apart until a hash has been computed.
    pub user: Option<User>,
    /// Whether other attempts went before, which a right password wipes out.
    pub others_before: bool,
}

impl Store {
    /// Counts an attempt and reads whoever it is about in the same write: one round trip, one write
    /// unit; two of each when there were attempts a moment ago.
    ///
    /// When strangers have used up the attempts, a source that the person is known to come from has
    /// some of its own: they slow each other, and do not lock the owner out.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn begin_sign_in(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        source: IpAddr,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<SignIn, TooOften>, StoreError> {
        let anybody = Attempt {
            bucket: "pl",
            only_if: None,
            also: "",
            limit,
            now,
        };
        let (item, too_often) = match anybody.make(|| self.update_user(tenant, key)).await? {
            Attempted::TooOften { item, too_often } => (item, too_often),
            attempted => return begun(attempted),
        };
        let source = keys::source_hash(source);
        if user_in(&item)?.is_none_or(|user| !user.known_sources.contains_key(&source)) {
            return Ok(Err(too_often));
        }
        let known = Attempt {
            bucket: "kl",
            only_if: Some("attribute_exists(ks.#source)"),
            also: "",
            limit,
            now,
        };
        let request = || {
            self.update_user(tenant, key)
                .expression_attribute_names("#source", &source)
        };
        begun(known.make(request).await?)
    }

    /// Counts a guess at a voucher and reads whoever it is about in the same write; costs the same.
    /// It is counted apart from passwords: guessing vouchers keeps nobody from signing in.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn begin_guess(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<Option<User>, TooOften>, StoreError> {
        let guess = Attempt {
            bucket: "gl",
            only_if: None,
            also: "",
            limit,
            now,
        };
        let begun = begun(guess.make(|| self.update_user(tenant, key)).await?)?;
        Ok(begun.map(|begun| begun.user))
    }

    /// Wipes out counted attempts after a right password, and keeps a stronger hash of it where one
    /// is given: one round trip, one write unit. Needed only after wrong attempts or for a new hash.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn finish_sign_in(&self, user: &User, stronger: Option<&str>) -> Result<(), StoreError> {
        let mut update = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND pw = :old")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":old", text(user.password.as_deref().unwrap_or_default()))
            .update_expression("REMOVE pl, kl");
        if let Some(phc) = stronger {
            update = update
                .update_expression("SET pw = :new REMOVE pl, kl")
                .expression_attribute_values(":new", text(phc));
        }
        conditional(update.send().await).map(|_| ())
    }
}

fn begun(attempted: Attempted) -> Result<Result<SignIn, TooOften>, StoreError> {
    Ok(match attempted {
        Attempted::Through { item, alone } => Ok(SignIn {
            user: user_in(&item)?,
            others_before: !alone,
        }),
        Attempted::Nothing { .. } => Ok(SignIn {
            user: None,
            others_before: false,
        }),
        Attempted::TooOften { too_often, .. } => Err(too_often),
    })
}
