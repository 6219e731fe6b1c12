//! The words of agreements: an item for each version in each language, written once.

use aws_sdk_dynamodb::operation::put_item::PutItemError;

use super::{SaveTenantError, Store, StoreError, keys, text, text_in};
use crate::agreement::{Text, text_hash};
use crate::tenant::{Flaw, Tenant, TenantName};

/// What is wrong with words that are not those that were applied.
const CHANGED: &str =
    "has other words than were applied, which people may have accepted: a new wording is a new version";

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
    /// which only the hash is said have to be saved already, as `before` says, or the table. Nothing is saved where `before`
    /// shows that something has changed.
    ///
    /// # Errors
    /// [`SaveTenantError::TextChanged`] with every text that has.
    pub(super) async fn save_agreement_texts(
        &self,
        tenant: &Tenant,
        before: Option<&Tenant>,
    ) -> Result<Tenant, SaveTenantError> {
        let changed: Vec<Flaw> = texts_of(tenant)
            .filter(|text| text.applied(before).is_some_and(|known| *known != text.hash()))
            .map(|text| text.flaw())
            .collect();
        if !changed.is_empty() {
            return Err(SaveTenantError::TextChanged(changed));
        }
        let mut changed = Vec::new();
        for text in texts_of(tenant) {
            let key = keys::agreement_text(&tenant.name, text.agreement, text.number, text.language);
            let is_saved = match &text.text.text {
                Some(words) => self.put_words(&key, words, &text.hash()).await?,
                None => text.applied(before).is_some() || self.has_words(&key, &text.hash()).await?,
            };
            changed.extend((!is_saved).then(|| text.flaw()));
        }
        match changed.is_empty() {
            true => Ok(with_hashes(tenant)),
            false => Err(SaveTenantError::TextChanged(changed)),
        }
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

/// A text of a version, and where it stands in the document.
struct Placed<'a> {
    pointer: String,
    agreement: &'a str,
    number: u32,
    language: &'a str,
    text: &'a Text,
}

impl Placed<'_> {
    /// The hash of its words, or the one that it says.
    fn hash(&self) -> String {
        match &self.text.text {
            Some(words) => text_hash(words),
            None => self.text.sha256.clone().unwrap_or_default(),
        }
    }

    /// The hash of the words that were applied in its place.
    fn applied<'t>(&self, before: Option<&'t Tenant>) -> Option<&'t String> {
        let version = before?.agreement(self.agreement)?.version(self.number)?;
        version.texts.get(self.language)?.sha256.as_ref()
    }

    fn flaw(&self) -> Flaw {
        Flaw {
            pointer: self.pointer.clone(),
            message: CHANGED.to_owned(),
        }
    }
}

fn texts_of(tenant: &Tenant) -> impl Iterator<Item = Placed<'_>> {
    let agreements = tenant.agreements.iter().enumerate();
    agreements.flat_map(|(at, agreement)| {
        let versions = agreement.versions.iter().enumerate();
        versions.flat_map(move |(place, version)| {
            version.texts.iter().map(move |(language, text)| Placed {
                pointer: format!("/agreements/{at}/versions/{place}/texts/{language}"),
                agreement: &agreement.name,
                number: version.version,
                language,
                text,
            })
        })
    })
}

/// The document as it is stored: with hashes in place of the words.
fn with_hashes(tenant: &Tenant) -> Tenant {
    let mut tenant = tenant.clone();
    let versions = (tenant.agreements.iter_mut()).flat_map(|agreement| &mut agreement.versions);
    for text in versions.flat_map(|version| version.texts.values_mut()) {
        if let Some(words) = text.text.take() {
            text.sha256 = Some(text_hash(&words));
        }
    }
    tenant
}
