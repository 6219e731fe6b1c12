//! The words of agreements: an item for each version in each language, written once.

use aws_sdk_dynamodb::operation::put_item::PutItemError;

use super::{SaveTenantError, Store, StoreError, keys, text, text_in};
use crate::agreement::text_hash;
use crate::tenant::{Tenant, TenantName};

/// A version of an agreement has other words than when it was applied first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "version {version} of the agreement {agreement} has other words in {language} than were applied, which people may have \
     accepted; a new wording is a new version"
)]
pub struct TextChanged {
    /// The agreement's name.
    pub agreement: String,
    /// The version.
    pub version: u32,
    /// The language: a BCP 47 tag.
    pub language: String,
}

impl Store {
    /// The words of a version in one language, as Markdown: one round trip, one read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn get_agreement_text(
        &self,
        tenant: &TenantName,
        agreement: &str,
        version: u32,
        language: &str,
    ) -> Result<Option<String>, StoreError> {
        let key = keys::agreement_text(tenant, agreement, version, language);
        let item = self.get(&key).await?;
        Ok(item.and_then(|item| text_in(&item, "tx").map(str::to_owned)))
    }

    /// Saves the words of each version that are not saved yet, and gives the tenant with their hashes in their place. Words of
    /// which only the hash is said have to be saved already, as `before` says, or the table.
    ///
    /// # Errors
    /// [`SaveTenantError::TextChanged`], with everything before it saved, which nobody sees until the tenant is.
    pub(super) async fn save_agreement_texts(
        &self,
        tenant: &Tenant,
        before: Option<&Tenant>,
    ) -> Result<Tenant, SaveTenantError> {
        let mut tenant = tenant.clone();
        let name = tenant.name.clone();
        for agreement in &mut tenant.agreements {
            for version in &mut agreement.versions {
                let number = version.version;
                for (language, in_language) in &mut version.texts {
                    let key = keys::agreement_text(&name, &agreement.name, number, language);
                    let hash = match (&in_language.text, in_language.sha256.take()) {
                        (Some(words), _) => text_hash(words),
                        (None, hash) => hash.unwrap_or_default(),
                    };
                    let is_saved = match in_language.text.take() {
                        Some(words) => self.put_words(&key, &words, &hash).await?,
                        None => {
                            let known = before.and_then(|before| before.agreement(&agreement.name)?.version(number));
                            let known = known.and_then(|known| known.texts.get(language)?.sha256.as_ref());
                            known == Some(&hash) || self.has_words(&key, &hash).await?
                        }
                    };
                    if !is_saved {
                        return Err(SaveTenantError::TextChanged(TextChanged {
                            agreement: agreement.name.clone(),
                            version: number,
                            language: language.clone(),
                        }));
                    }
                    in_language.sha256 = Some(hash);
                }
            }
        }
        Ok(tenant)
    }

    /// Whether the words with this hash are saved under this key.
    async fn has_words(&self, key: &keys::Key, hash: &str) -> Result<bool, StoreError> {
        let item = self.get(key).await?;
        Ok(item.is_some_and(|item| text_in(&item, "h") == Some(hash)))
    }

    /// Whether the words under this key are these, from now on or since before.
    async fn put_words(&self, key: &keys::Key, words: &str, hash: &str) -> Result<bool, StoreError> {
        let mut item = key.item();
        item.insert("tx".to_owned(), text(words));
        item.insert("h".to_owned(), text(hash));
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR h = :hash")
            .expression_attribute_values(":hash", text(hash));
        match put.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(StoreError::from_sdk(&error)),
            },
        }
    }
}
