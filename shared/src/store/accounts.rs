//! Finding people by the ways in to them, and erasing them.

use aws_sdk_dynamodb::types::ReturnValue;
use jiff::Timestamp;

use super::write::{conditional, password_values, person, same_password};
use super::{Store, StoreError, keys, number, text_in, user_in};
use crate::id::Opaque;
use crate::sso::SsoLink;
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

impl Store {
    /// The person with this key: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn get_user(&self, tenant: &TenantName, key: &EmailKey) -> Result<Option<User>, StoreError> {
        self.get(&keys::user(tenant, key))
            .await?
            .map_or(Ok(None), |item| user_in(&item))
    }

    /// The person with this id: two round trips.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_user_by_id(&self, tenant: &TenantName, id: Opaque) -> Result<Option<User>, StoreError> {
        self.user_behind(tenant, &keys::by_id(tenant, id)).await
    }

    /// The person with this external id: two round trips.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_user_by_external_id(&self, tenant: &TenantName, id: &str) -> Result<Option<User>, StoreError> {
        self.user_behind(tenant, &keys::by_external_id(tenant, id)).await
    }

    /// Whoever signs in as somebody at a provider: two round trips.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_user_by_link(&self, tenant: &TenantName, link: &SsoLink) -> Result<Option<User>, StoreError> {
        let found = self.user_behind(tenant, &keys::by_link(tenant, link)).await?;
        Ok(found.filter(|user| user.is_linked(link)))
    }

    /// Whoever signs in as somebody at a provider, and whoever has the address, which may be the same: one round trip,
    /// two where the former has another address.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_users_by_link(
        &self,
        tenant: &TenantName,
        link: &SsoLink,
        address: Option<&EmailKey>,
    ) -> Result<(Option<User>, Option<User>), StoreError> {
        let Some(address) = address else {
            return Ok((self.find_user_by_link(tenant, link).await?, None));
        };
        let way_in = keys::by_link(tenant, link).item();
        let (mut linked, mut of_address) = (None, None);
        for item in self
            .items(vec![way_in.clone(), keys::user(tenant, address).item()])
            .await?
        {
            match item.get("pk") == way_in.get("pk") {
                true => linked = text_in(&item, "uk").and_then(EmailKey::from_text),
                false => of_address = user_in(&item)?,
            }
        }
        let linked = match linked {
            Some(key) if key == *address => of_address.clone(),
            Some(key) => self.get_user(tenant, &key).await?,
            None => None,
        };
        Ok((linked.filter(|user| user.is_linked(link)), of_address))
    }

    /// The person whom the back office made known with this `external_authentication_provider_id`: two round trips.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_user_by_subject(&self, tenant: &TenantName, subject: &str) -> Result<Option<User>, StoreError> {
        self.user_behind(tenant, &keys::by_subject(tenant, subject)).await
    }

    /// The key of the person with this id, or one that is nobody's: one round trip. A caller who must not learn whether
    /// the id is known goes on with either.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn key_behind_id(&self, tenant: &TenantName, id: Opaque) -> Result<EmailKey, StoreError> {
        let item = self.get(&keys::by_id(tenant, id)).await?;
        let key = item.and_then(|item| EmailKey::from_text(text_in(&item, "uk")?));
        Ok(key.unwrap_or_else(|| EmailKey::of_nobody(id)))
    }

    async fn user_behind(&self, tenant: &TenantName, way_in: &keys::Key) -> Result<Option<User>, StoreError> {
        let item = self.get(way_in).await?;
        let key = item.and_then(|item| EmailKey::from_text(text_in(&item, "uk")?));
        match key {
            Some(key) => self.get_user(tenant, &key).await,
            None => Ok(None),
        }
    }

    /// Notes that a person wants their account deleted who has just shown their password, or who they are where they have
    /// none: one round trip, one write unit.
    /// Erasing them then tells them by mail; should it fail, they can ask again. An address that they wanted to change to
    /// is forgotten. `None` when their password was changed meanwhile.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_for_deletion(&self, user: &User, now: Timestamp) -> Result<Option<User>, StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression(same_password(user))
            .update_expression("SET dx = :now REMOVE ne")
            .set_expression_attribute_values(Some(password_values(user)))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }
}
