//! Somebody who came from their provider and has a page to fill in: read off what their browser holds.

use ::http::HeaderMap;
use axum::response::Response;
use usher::address::EmailAddress;
use usher::sign_up::SignUpLink;
use usher::sso::{Arrival, Arrived};
use usher::user::VerifiedBy;

use super::arriving::Arriving;
use super::cookies;
use super::problem_pages::again;
use super::relying_party::RelyingParty;
use crate::app::App;
use crate::hosted::{Visit, not_understood};
use crate::http::Problem;
use crate::page_answer::Reader;

/// Who came, what for, and what their browser and the mailed link show.
pub(super) struct Coming {
    pub(super) visit: Visit,
    pub(super) arrived: Arrived,
    /// The link that was mailed to their address, where the provider has not proven it.
    link: Option<SignUpLink>,
}

/// What stands in the address of a page, or in its form.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    /// What an app asks for, sealed.
    pub(super) request: Option<&'a str>,
    /// The token of a mailed link.
    pub(super) token: Option<&'a str>,
    /// Whose form it is; none for a page that is only shown.
    pub(super) came: Option<&'a str>,
}

impl Coming {
    /// Reads it. The inner error is the page that says that nobody came, or that it was too long ago.
    pub(super) async fn read(
        app: &App,
        reader: &Reader,
        headers: &HeaderMap,
        named: Named<'_>,
    ) -> Result<Result<Self, Response>, Problem> {
        let link = match named.token.filter(|token| !token.is_empty()) {
            Some(token) => match SignUpLink::open(token, &app.keys) {
                Some(link) => Some(link),
                None => return Ok(Err(not_understood(reader, None))),
            },
            None => None,
        };
        let now = app.clock.now();
        let visit = match &link {
            Some(link) => {
                let request = link.request.clone().map(|request| request.resumed(now));
                Visit::resumed(app, reader, &link.tenant, (request.as_ref(), None)).await?
            }
            None => Visit::read(app, reader, named.request).await?,
        };
        let visit = match visit {
            Ok(visit) => visit,
            Err(page) => return Ok(Err(page)),
        };
        let in_time = link.as_ref().is_none_or(|link| link.expires_at() > now);
        // A link proves the address for whoever has asked for it, and for nobody else who came from there.
        let is_theirs = |arrived: &Arrived| {
            let link = link.as_ref();
            link.is_none_or(|link| link.arrival == Some(arrived.user().bits()))
        };
        // Somebody else may have come with this browser since the form was shown.
        let is_whose = |arrived: &Arrived| named.came.is_none_or(|came| came == arrived.who().to_string());
        let arrived = cookies::arrived(app, headers, &visit.tenant);
        let arrived = arrived.filter(|arrived| in_time && is_theirs(arrived) && is_whose(arrived));
        Ok(match arrived {
            Some(arrived) => Ok(Self { visit, arrived, link }),
            None => Err(again(reader, &visit)),
        })
    }

    /// The same at their provider, if the tenant still has it and the connection still leads there.
    pub(super) fn arriving<'a>(&'a self, app: &'a App, locale: &str) -> Option<Arriving<'a>> {
        let party = RelyingParty::new(app, &self.visit.tenant, &self.arrived.connection)?;
        let party = Some(party).filter(|party| self.arrived.came_by(party.connection))?;
        Some(Arriving::new(party, self.arrived.clone(), locale))
    }

    /// The address that is proven: by the mail whose link this is, or to the provider.
    pub(super) fn proven(&self) -> Option<(&EmailAddress, VerifiedBy)> {
        match &self.link {
            Some(link) => Some((&link.email, VerifiedBy::Mail)),
            None => Some((self.arrived.person.proven_address()?, VerifiedBy::Provider)),
        }
    }

    /// What they are here, now that the mail may have proven what the provider did not.
    pub(super) async fn arrival(&self, arriving: &Arriving<'_>) -> Result<Arrival, Problem> {
        let arrival = arriving.arrival().await?;
        let (Arrival::ProvesAddress, Some(link)) = (&arrival, &self.link) else {
            return Ok(arrival);
        };
        if arriving.party.oidc.kind != Some(link.kind) {
            return Ok(arrival);
        }
        let stored = arriving
            .app()
            .store
            .get_user(&link.tenant, &link.key())
            .await?
            .map(Box::new);
        Ok(match stored {
            Some(user) if !user.gives_way() => Arrival::of_neighbour(Some(&user)),
            _ if !arriving.takes(&link.email) => Arrival::Unknown,
            over => Arrival::Completes(over),
        })
    }
}

/// Where whoever opens the link of a sign-up goes on, if they came from their provider with this browser for that very kind of
/// account: the mail has proven what the provider did not.
pub(crate) async fn completes_by(app: &App, headers: &HeaderMap, token: &str) -> Result<Option<String>, Problem> {
    let Some(link) = SignUpLink::open(token, &app.keys) else {
        return Ok(None);
    };
    let Some(tenant) = app.tenant(&link.tenant).await? else {
        return Ok(None);
    };
    let Some(arrived) = cookies::arrived(app, headers, &tenant) else {
        return Ok(None);
    };
    let party = RelyingParty::new(app, &tenant, &arrived.connection);
    let is_of_kind = party.is_some_and(|party| party.oidc.kind == Some(link.kind));
    let is_of_kind = is_of_kind && link.arrival == Some(arrived.user().bits());
    // A token needs no escape.
    Ok(is_of_kind.then(|| format!("{}?token={token}&locale={}", super::sso_complete::PATH, link.locale)))
}
