//! What people are looked for by.

use usher::address::EmailAddress;
use usher::id::{CustomerId, Opaque, UserId};
use usher::person::NamePrefix;
use usher::store::{People, Store, StoreError};
use usher::tenant::TenantName;
use usher::user::{EmailKey, User};

use crate::accounts::is_external_id;
use crate::http::{ListQuery, Problem, wrong};

/// One way to look for people.
pub(crate) enum Search {
    /// All of them, who came last first.
    Newest,
    /// By their address.
    Email(EmailAddress),
    /// By an id of ours: a person's, or their customer's.
    Id(String),
    /// By the caller's own id.
    ExternalId(String),
    /// By the beginning of a name.
    Name(NamePrefix),
}

impl Search {
    /// The parameters of all of them.
    pub(crate) const PARAMETERS: [&str; 4] = ["email", "id", "external_id", "name"];

    /// Reads the one that is asked for.
    pub(crate) fn read(asked: &ListQuery) -> Result<Self, Problem> {
        let given = |name: &'static str| Some((name, asked.get(name)?));
        let mut given = Self::PARAMETERS.into_iter().filter_map(given);
        let Some((name, value)) = given.next() else {
            return Ok(Self::Newest);
        };
        if let Some((second, _)) = given.next() {
            return Err(wrong(second, "people are looked for by one thing at a time"));
        }
        match name {
            "email" => EmailAddress::parse(value)
                .map(Self::Email)
                .map_err(|_| wrong(name, "this is no address")),
            "id" => Ok(Self::Id(value.to_owned())),
            "external_id" => Ok(Self::ExternalId(value.to_owned())),
            _ => NamePrefix::read(value)
                .map(Self::Name)
                .ok_or_else(|| wrong(name, "a name is looked for by two of its characters or more")),
        }
    }

    /// What tells it from all others.
    pub(crate) fn as_text(&self) -> String {
        match self {
            Self::Newest => String::new(),
            Self::Email(email) => format!("email {}", email.as_str()),
            Self::Id(id) => format!("id {id}"),
            Self::ExternalId(id) => format!("external_id {id}"),
            Self::Name(prefix) => format!("name {}", prefix.as_str()),
        }
    }

    /// At most `limit` people whom it finds, behind a place.
    pub(crate) async fn page(
        &self,
        store: &Store,
        tenant: &TenantName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<People, StoreError> {
        match self {
            Self::Newest => store.newest_people(tenant, after, limit).await,
            Self::Name(prefix) => store.people_named(tenant, prefix, after, limit).await,
            Self::Email(email) => {
                let found = store.get_user(tenant, &EmailKey::new(tenant, email)).await?;
                Ok(only(found))
            }
            Self::ExternalId(id) if !is_external_id(id) => Ok(People::default()),
            Self::ExternalId(id) => Ok(only(store.find_user_by_external_id(tenant, id).await?)),
            Self::Id(id) => match (id.parse(), own_bits(id)) {
                (Ok(customer), _) => of_customer(store, tenant, customer, after, limit).await,
                (_, Some(bits)) => Ok(only(store.find_user_by_id(tenant, bits).await?)),
                _ => Ok(People::default()),
            },
        }
    }
}

/// The bits of a person's id, or of their UUID.
fn own_bits(id: &str) -> Option<Opaque> {
    let bits = id.parse().map(|id: UserId| id.0);
    bits.or_else(|_| Opaque::from_uuid(id)).ok()
}

async fn of_customer(
    store: &Store,
    tenant: &TenantName,
    id: CustomerId,
    after: Option<&str>,
    limit: usize,
) -> Result<People, StoreError> {
    match store.find_customer(tenant, id).await? {
        Some(kept) => store.list_people(&kept, after, limit).await,
        None => Ok(People::default()),
    }
}

fn only(found: Option<User>) -> People {
    People {
        users: found.into_iter().collect(),
        next: None,
    }
}
