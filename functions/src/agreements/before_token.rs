//! What a person accepts before an app of theirs gets a token, where the app and not a page of ours asks them.

use std::net::IpAddr;

use ::http::HeaderMap;
use usher::agreement::{AcceptedVersions, Consent, Owed, owing};
use usher::store::{Evidenced, StoreError};
use usher::tenant::Tenant;
use usher::user::User;

use super::accepting::act;
use super::legal;
use crate::app::App;
use crate::http::{FieldError, OwedAgreement, Problem, code};

/// Where agreements are accepted here, as the evidence says it.
const CHANNEL: &str = "app";

/// How often it is looked anew what somebody owes, where that has changed meanwhile.
const TRIES: usize = 3;

/// What an app says that the person accepted, and where it says so.
#[derive(Clone, Copy)]
pub(crate) struct SaidByApp<'a> {
    pub(crate) accepted: &'a AcceptedVersions,
    pub(crate) source: IpAddr,
    pub(crate) headers: &'a HeaderMap,
}

/// The person with the evidence of what they accepted; nothing is written where nothing is new.
///
/// # Errors
/// `agreements_pending` with everything that they still have to accept, of which nothing is written then;
/// `validation_failed` where an agreement is not theirs.
pub(crate) async fn settled(app: &App, tenant: &Tenant, mut user: User, said: SaidByApp<'_>) -> Result<User, Problem> {
    for _ in 0..TRIES {
        let Some(consent) = consent(app, tenant, &user, said)? else {
            return Ok(user);
        };
        match app.store.add_consent(&user, &consent).await? {
            Evidenced::Now(user) => return Ok(*user),
            Evidenced::Changed(now) => user = *now,
            Evidenced::Nobody => break,
        }
    }
    // Whoever is gone meanwhile is told so at the next try.
    Err(StoreError::Conflict.into())
}

/// The evidence of what is new; none where nothing is.
fn consent(app: &App, tenant: &Tenant, user: &User, said: SaidByApp<'_>) -> Result<Option<Consent>, Problem> {
    let now = app.clock.now();
    let owing = owing(tenant, user, said.accepted, now).map_err(|name| {
        let at = format!("/agreements_accepted/{}", name.replace('~', "~0").replace('/', "~1"));
        let flaw = FieldError::new(at, "agreement_unknown", "the person is asked for no such agreement");
        Problem::new(&code::VALIDATION_FAILED)
            .detail(format!("the person is asked for no agreement `{name}`"))
            .errors(vec![flaw])
    })?;
    if !owing.owed.is_empty() {
        let owed = owing.owed.into_iter().map(|owed| shown(app, tenant, owed)).collect();
        return Err(Problem::new(&code::AGREEMENTS_PENDING).agreements(owed));
    }
    Ok((!owing.accepted.is_empty()).then(|| Consent {
        accepted: owing.accepted,
        ..act(CHANNEL, said.source, said.headers, now)
    }))
}

fn shown(app: &App, tenant: &Tenant, owed: Owed) -> OwedAgreement {
    let Owed { accepted, title } = owed;
    let path = legal::href(&tenant.name, &accepted.agreement, accepted.version, &accepted.locale);
    OwedAgreement {
        url: format!("{}{path}", app.config.public_url),
        name: accepted.agreement,
        version: accepted.version,
        title,
    }
}
