//! What becomes of somebody who came from their identity provider, as it is done.

use usher::address::EmailAddress;
use usher::provisioning::RequestIdentity;
use usher::session::Session;
use usher::sign_up::{NewAccount, Opening};
use usher::sso::{Arrival, Arrived, Found};
use usher::store::{CreateError, Created, Linked};
use usher::tenant::AccountKind;
use usher::user::{EmailKey, User, VerifiedBy};

use super::relying_party::RelyingParty;
use crate::app::App;
use crate::http::{Problem, code};
use crate::metrics::{self, Step};
use crate::pages::ProblemKind;

/// How often it is looked anew who somebody is, where that has changed meanwhile: of many tabs at once one comes first.
const TRIES: usize = 3;

/// Somebody who came from their provider.
pub(super) struct Arriving<'a> {
    pub(super) party: RelyingParty<'a>,
    pub(super) arrived: Arrived,
    locale: String,
}

/// What has become of them.
pub(super) enum Settled {
    /// They are signed in.
    SignedIn(Session),
    /// They are who they say, and their account does not count.
    NotYet(ProblemKind),
    /// A page asks for something first.
    Asks,
}

/// What is made of somebody.
pub(super) struct Newcomer<'a> {
    /// The address, which is proven.
    pub(super) email: &'a EmailAddress,
    /// On whose word.
    pub(super) verified_by: VerifiedBy,
    /// What is known of them and their customer.
    pub(super) account: NewAccount,
    /// What somebody left who had not proven the address.
    pub(super) over: Option<&'a User>,
}

impl<'a> Arriving<'a> {
    pub(super) fn new(party: RelyingParty<'a>, arrived: Arrived, locale: &str) -> Self {
        Self {
            party,
            arrived,
            locale: locale.to_owned(),
        }
    }

    pub(super) const fn app(&self) -> &'a App {
        self.party.app
    }

    /// What they are here: one round trip, two more where the connection's ids are those of the back office.
    pub(super) async fn arrival(&self) -> Result<Arrival, Problem> {
        let (app, tenant, person) = (self.app(), &self.party.tenant.name, &self.arrived.person);
        let link = self.arrived.link(app.clock.now());
        let address = person.proven_address().map(|email| EmailKey::new(tenant, email));
        let (linked, of_address) = app.store.find_users_by_link(tenant, &link, address.as_ref()).await?;
        let meant = match (&linked, self.meant_id()) {
            (None, Some(id)) => app.store.find_user_by_subject(tenant, id).await?,
            _ => None,
        };
        let meant = meant.filter(|user| user.external_authentication_provider_id.as_deref() == self.meant_id());
        let meant = meant.filter(|user| !user.was_meant_elsewhere(self.party.tenant));
        // Whoever was linked between the two looks, by another tab of theirs, is linked.
        let linked = linked.or_else(|| meant.clone().filter(|user| user.is_linked(&link)));
        let found = Found {
            linked,
            meant,
            of_address,
        };
        Ok(match Arrival::of(person, found, self.party.oidc.newcomers) {
            // Whom the kind does not take by its form, it does not take from a provider either.
            Arrival::Completes(_) | Arrival::Created(_)
                if !person.proven_address().is_some_and(|email| self.takes(email)) =>
            {
                Arrival::Unknown
            }
            arrival => arrival,
        })
    }

    /// Whether somebody with this address may have an account of the connection's kind.
    pub(super) fn takes(&self, email: &EmailAddress) -> bool {
        let kind = self.party.oidc.kind.unwrap_or_default();
        let rules = self.party.tenant.onboarding.kinds.get(&kind);
        rules.is_none_or(|rules| rules.takes(email))
    }

    /// What the back office may know them by, where this connection's ids are meant.
    pub(super) fn meant_id(&self) -> Option<&str> {
        let id = self.arrived.person.provisioned_id.as_deref();
        id.filter(|_| self.party.connection.matches_provisioned)
    }

    /// Does what needs no more of them than that they came.
    pub(super) async fn settle(&self) -> Result<Settled, Problem> {
        for _ in 0..TRIES {
            let settled = match self.arrival().await? {
                Arrival::SignedIn(user) => Some(self.signed_in(*user).await?),
                Arrival::Linked(user) => self.link(*user).await?,
                Arrival::Created(over) => match self.arrived.person.proven_address() {
                    Some(email) => {
                        let account = self.account(None);
                        let (verified_by, over) = (VerifiedBy::Provider, over.as_deref());
                        let newcomer = Newcomer {
                            email,
                            verified_by,
                            account,
                            over,
                        };
                        self.make(newcomer).await?
                    }
                    None => Some(Settled::Asks),
                },
                Arrival::Waits => Some(Settled::NotYet(ProblemKind::AwaitingApproval)),
                Arrival::Suspended => Some(Settled::NotYet(ProblemKind::AccountSuspended)),
                Arrival::WasRefused => Some(Settled::NotYet(ProblemKind::AccountRefused)),
                _ => Some(Settled::Asks),
            };
            if let Some(settled) = settled {
                return Ok(settled);
            }
        }
        Err(Problem {
            retry_after: Some(1),
            ..Problem::new(&code::CONFLICT)
        })
    }

    /// Signs them in, and takes over what the provider tells. What was changed here in that very moment stays.
    async fn signed_in(&self, user: User) -> Result<Settled, Problem> {
        let after = self.arrived.person.taken_over(&user, self.party.kind());
        self.app().store.take_over(&user, &after).await?;
        Ok(Settled::SignedIn(self.session(&user)))
    }

    /// A session that began just now, of somebody who showed their credential when their provider says.
    pub(super) fn session(&self, user: &User) -> Session {
        let app = self.app();
        let mut session = Session::begin(user, &app.entropy, app.clock.now());
        session.signed_in_at = self.arrived.shown_at.min(session.signed_in_at);
        session
    }

    /// Whether this is whom this very arrival has made, and who was not signed out since.
    pub(super) fn has_made(&self, user: &User) -> bool {
        let lives = user.sessions_floor.is_none_or(|floor| floor < self.arrived.arrived_at);
        user.id.0 == self.arrived.user() && lives
    }

    /// Links whom the back office meant; nothing where that has changed meanwhile.
    async fn link(&self, user: User) -> Result<Option<Settled>, Problem> {
        let (app, now) = (self.app(), self.app().clock.now());
        let (link, meant) = (self.arrived.link(now), self.meant_id().unwrap_or_default());
        match app.store.register_by_link(&user, (&link, meant), now).await? {
            Linked::Now => {
                self.told(&user, "a person was linked to their provider");
                metrics::reached(Step::Registered, &user.tenant);
                Ok(Some(Settled::SignedIn(self.session(&user))))
            }
            Linked::Taken | Linked::Changed => Ok(None),
        }
    }

    /// What the provider tells of them, as an account of the connection's kind begins with it.
    pub(super) fn account(&self, kind: Option<&AccountKind>) -> NewAccount {
        let known = self.arrived.person.as_answers();
        let of_customer = |key: &str| kind.is_some_and(|kind| kind.is_of_customer(key));
        let (customer_profile, profile) = known.profile.into_iter().partition(|(key, _)| of_customer(key));
        NewAccount {
            first_name: known.first_name,
            last_name: known.last_name,
            phone_number: known.phone_number,
            profile,
            customer_profile,
            ..NewAccount::default()
        }
    }

    /// Makes them known with their customer and its place, in one write; nothing where somebody was first.
    pub(super) async fn make(&self, newcomer: Newcomer<'_>) -> Result<Option<Settled>, Problem> {
        let (app, tenant, now) = (self.app(), self.party.tenant, self.app().clock.now());
        let opening = Opening {
            id: self.arrived.user(),
            email: newcomer.email,
            kind: self.party.oidc.kind.unwrap_or_default(),
            locale: &self.locale,
            verified_by: newcomer.verified_by,
        };
        let account = NewAccount {
            link: Some(self.arrived.link(now)),
            ..newcomer.account
        };
        let user = opening.account(tenant, account, &app.keys, now);
        let due_at = tenant.next_moment(&user, now.as_millisecond());
        let identity = RequestIdentity::derived(opening.id, &app.attempt());
        let made = match newcomer.over {
            Some(over) => app.store.create_account_over(&user, &identity, due_at, over).await,
            None => app.store.create_account(&user, &identity, due_at).await,
        };
        match made {
            Ok(Created::Now | Created::Before) => {}
            Err(CreateError::Store(error)) => return Err(error.into()),
            Err(_) => return Ok(None),
        }
        self.told(&user, "a person was made of who they are at their provider");
        if !user.status.may_sign_in() {
            return Ok(Some(Settled::NotYet(ProblemKind::AwaitingApproval)));
        }
        metrics::reached(Step::Registered, &user.tenant);
        Ok(Some(Settled::SignedIn(self.session(&user))))
    }

    fn told(&self, user: &User, what: &str) {
        let (tenant, connection) = (user.tenant.as_str(), self.arrived.connection.as_str());
        tracing::info!(tenant, user = %user.id, connection, "{what}");
    }
}
