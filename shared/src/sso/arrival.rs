//! What becomes of somebody who comes from their provider.

use super::ProviderPerson;
use crate::tenant::Newcomers;
use crate::user::{Status, User};

/// Whom we know that the person may be.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Who is known by this connection and subject.
    pub linked: Option<User>,
    /// Whom the back office made known by this id, where the connection says that its ids are meant.
    pub meant: Option<User>,
    /// Who has the address that the provider tells.
    pub of_address: Option<User>,
}

/// What becomes of them: exactly one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// They are who is known by this.
    SignedIn(Box<User>),
    /// Their account waits for the tenant's decision.
    Waits,
    /// The tenant has refused their account.
    WasRefused,
    /// The tenant has taken their account out of use.
    Suspended,
    /// They are whom the back office meant, and are linked now.
    Linked(Box<User>),
    /// Somebody was made known, or invited, and nothing but their mail says who they are: they finish by that.
    Invited,
    /// A person is made of what the provider tells, in place of what somebody left, if anybody did.
    Created(Option<Box<User>>),
    /// They fill in what is missing, and are then made likewise.
    Completes(Option<Box<User>>),
    /// They show first that the address is theirs, and then fill in what is missing.
    ProvesAddress,
    /// Somebody has their address, or the id that they are meant by: they sign in once with what they have there.
    Connects,
    /// Nobody here knows them, and nobody is made.
    Unknown,
}

impl Arrival {
    /// What becomes of `person`. No address links anybody: one that somebody has leads to their own sign-in, and that is told
    /// only where the provider has proven that it is this person's.
    #[must_use]
    pub fn of(person: &ProviderPerson, found: Found, newcomers: Newcomers) -> Self {
        if let Some(user) = found.linked {
            return Self::of_known(user);
        }
        if let Some(user) = found.meant {
            return Self::of_meant(user);
        }
        match newcomers {
            Newcomers::LinkedOnly => return Self::Unknown,
            Newcomers::CreateUser if !person.email_verified => return Self::Unknown,
            Newcomers::CreateCustomer if !person.email_verified => return Self::ProvesAddress,
            Newcomers::CreateUser | Newcomers::CreateCustomer => {}
        }
        let of_address = found.of_address.map(Box::new);
        match newcomers {
            // Whoever typed the address here has not shown that it is theirs: what they left gives way.
            _ if of_address.as_ref().is_some_and(|user| !user.gives_way()) => Self::of_neighbour(of_address.as_deref()),
            Newcomers::CreateUser => Self::Created(of_address),
            _ => Self::Completes(of_address),
        }
    }

    /// Somebody has the address, and nothing says that it is the same person.
    #[must_use]
    pub fn of_neighbour(user: Option<&User>) -> Self {
        match user.map(|user| user.status) {
            // Whoever has it sees that when they show what they have.
            Some(_) if user.is_some_and(|user| user.password.is_some()) => Self::Connects,
            Some(Status::Provisioned | Status::Verified) => Self::Invited,
            _ => Self::Unknown,
        }
    }

    fn of_known(user: User) -> Self {
        match user.status {
            status if status.may_sign_in() => Self::SignedIn(Box::new(user)),
            Status::AwaitingApproval if user.awaits_decision() => Self::Waits,
            Status::AwaitingApproval => Self::WasRefused,
            Status::Suspended => Self::Suspended,
            _ => Self::Unknown,
        }
    }

    fn of_meant(user: User) -> Self {
        match user.status {
            Status::Suspended => Self::Suspended,
            _ if user.revoked_at.is_some() => Self::Unknown,
            Status::Provisioned | Status::Verified if user.invitation.is_some() => Self::Invited,
            Status::Provisioned | Status::Verified if user.links.is_empty() => Self::Linked(Box::new(user)),
            _ if user.password.is_some() => Self::Connects,
            _ => Self::Unknown,
        }
    }
}

impl User {
    /// Whether this is what somebody left who registered and never showed that the address is theirs, or whose owner has
    /// opened the mail and gone no further: it gives way to whoever shows that.
    #[must_use]
    pub fn gives_way(&self) -> bool {
        let is_unproven = self.status == Status::Provisioned && self.proof_used_at.is_none();
        self.self_registration.is_some() && (is_unproven || self.status == Status::Verified)
    }
}

#[cfg(test)]
mod tests;
