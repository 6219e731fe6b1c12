//! Setting the first password, the same for the app's route and the hosted page.

use std::net::IpAddr;

use usher::address::EmailAddress;
use usher::password::{Broken, Context, Password, PasswordPolicy, hash, verify_dummy};
use usher::provisioning::voucher_matches;
use usher::store::{CredentialProof, StoreError};
use usher::tenant::{FirstCredentialProof, Tenant};
use usher::user::{EmailKey, Status, User};
use usher::verification::Ticket;

use crate::app::App;
use crate::http::code::{self, Code};
use crate::http::{FieldError, Problem};
use crate::metrics::{self, Step};

/// What somebody shows who wants to set a first password.
pub(super) struct Claim<'a> {
    pub(super) tenant: &'a Tenant,
    pub(super) email: &'a EmailAddress,
    pub(super) password: Password,
    pub(super) ticket: Option<&'a str>,
    pub(super) voucher: Option<&'a str>,
}

/// Why no password was set.
pub(super) enum Refused {
    /// It breaks rules of the policy; all of them.
    Policy(Vec<Broken>),
    /// Unknown, already registered, wrong or missing voucher or ticket: never told apart.
    Proof,
    /// Anything else.
    Problem(Problem),
}

impl<E: Into<Problem>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self::Problem(error.into())
    }
}

impl Refused {
    /// What a program is told.
    const fn code(&self) -> &'static Code {
        match self {
            Self::Policy(_) => &code::PASSWORD_REFUSED,
            Self::Proof => &code::REGISTRATION_REFUSED,
            Self::Problem(problem) => problem.code,
        }
    }

    /// The failure for a program; `pointer` leads to the password.
    pub(super) fn into_problem(self, pointer: &str) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::Policy(broken) => {
                let errors = broken
                    .into_iter()
                    .map(|rule| FieldError::new(pointer, rule.code(), rule));
                problem.errors(errors.collect())
            }
            Self::Proof => problem,
            Self::Problem(problem) => problem,
        }
    }
}

/// Judges the policy, then the proof, then sets the password: one write with a ticket or where no
/// proof is asked for; one more before it with a voucher, whose guesses are counted first.
pub(super) async fn set_first_password(app: &App, source: IpAddr, claim: Claim<'_>) -> Result<(), Refused> {
    let tenant = &claim.tenant.name;
    let outcome = match judge(&claim, &[]) {
        Ok(()) => guarded(app, source, claim).await,
        refused => refused,
    };
    match &outcome {
        Ok(()) => metrics::reached(Step::Registered, tenant),
        Err(refused) => metrics::failed(Step::Registered, tenant, refused.code().word),
    }
    outcome
}

async fn guarded(app: &App, source: IpAddr, claim: Claim<'_>) -> Result<(), Refused> {
    // Refusals travel inside the success so that the guard sees failures of the table only.
    let work = async {
        match prove_and_set(app, claim).await {
            Err(Refused::Problem(problem)) => Err(problem),
            outcome => Ok(outcome),
        }
    };
    app.guarded(source, work).await?
}

async fn prove_and_set(app: &App, claim: Claim<'_>) -> Result<(), Refused> {
    let now = app.clock.now();
    let key = EmailKey::new(&claim.tenant.name, claim.email);
    let ticket = match claim.ticket {
        Some(text) => {
            let ticket = Ticket::open(text, &app.keys, now).ok_or(Refused::Proof)?;
            let fits = ticket.tenant == claim.tenant.name && ticket.key == key;
            Some(ticket).filter(|_| fits).ok_or(Refused::Proof).map(Some)?
        }
        None => None,
    };
    let holder = match claim.voucher {
        Some(voucher) => Some(voucher_holder(app, &claim, &key, voucher).await?),
        None => None,
    };
    let proof = match (&ticket, &holder, claim.tenant.first_credential_proof) {
        (Some(ticket), _, _) => {
            judge(&claim, &[&ticket.names.0, &ticket.names.1])?;
            CredentialProof::Ticket(ticket)
        }
        (None, Some(user), _) => {
            judge(&claim, &[user.names().0, user.names().1])?;
            CredentialProof::Voucher { user }
        }
        (None, None, FirstCredentialProof::None) => CredentialProof::None {
            tenant: &claim.tenant.name,
            key,
        },
        (None, None, FirstCredentialProof::TicketOrVoucher) => return Err(Refused::Proof),
    };
    let phc = hashed(app, claim.password.clone()).await?;
    match app.store.set_first_password(&proof, &phc, now).await? {
        Some(_) => Ok(()),
        None => Err(Refused::Proof),
    }
}

/// Whoever the voucher was given to. The guess is counted in the write that reads them, and a wrong
/// one takes as long as a right one.
async fn voucher_holder(app: &App, claim: &Claim<'_>, key: &EmailKey, voucher: &str) -> Result<User, Refused> {
    let limit = app.config.limits.guesses_per_address;
    let now = app.clock.now();
    let user = app.store.begin_guess(&claim.tenant.name, key, limit, now).await??;
    let holder = user.filter(|user| voucher_matches(&app.keys, user, voucher, now) && user.status == Status::Verified);
    if holder.is_none() {
        let password = claim.password.clone();
        app.hashing(move || verify_dummy(&password)).await?;
    }
    holder.ok_or(Refused::Proof)
}

fn judge(claim: &Claim<'_>, names: &[&str]) -> Result<(), Refused> {
    let (tenant, email) = (claim.tenant, claim.email.as_str());
    judge_password(tenant, tenant.password_policy, email, &claim.password, names).map_err(Refused::Policy)
}

/// Every rule of a policy that a password breaks, for a person of the tenant with this address and these names.
pub(crate) fn judge_password(
    tenant: &Tenant,
    policy: PasswordPolicy,
    email: &str,
    password: &Password,
    names: &[&str],
) -> Result<(), Vec<Broken>> {
    let of_tenant = [tenant.name.as_str(), tenant.display_name.as_str()];
    let context = Context {
        address: Some(email),
        tenant: &of_tenant,
        person: names,
    };
    policy.judge(password, &context)
}

/// The password's hash, salted.
pub(crate) async fn hashed(app: &App, password: Password) -> Result<String, StoreError> {
    let salt = app.entropy.bytes();
    let hashed = app.hashing(move || hash(&password, salt)).await?;
    hashed.map_err(|error| StoreError::Unavailable(error.to_string()))
}
