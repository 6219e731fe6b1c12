//! A token that somebody shows, to ask about it or to end it.

use usher::tenant::{Client, Tenant};
use usher::token::{AccessClaims, Issuer, RefreshToken};

use crate::app::App;

/// A token of ours whose time is not over.
pub(super) enum Shown {
    Access(Box<AccessClaims>),
    Refresh(Box<RefreshToken>),
}

impl Shown {
    /// Which one it is shows by itself: what a caller says of it is not needed. Nothing is read for it.
    pub(super) fn open(app: &App, text: &str) -> Option<Self> {
        let now = app.clock.now();
        let issuer = Issuer {
            url: &app.config.public_url,
            keys: &app.keys,
        };
        match issuer.check_access_token(text, now) {
            Ok(claims) => Some(Self::Access(Box::new(claims))),
            Err(_) => RefreshToken::open(text, &app.keys, now).map(|token| Self::Refresh(Box::new(token))),
        }
    }

    /// Whether it was given for this tenant.
    pub(super) fn is_for(&self, tenant: &Tenant) -> bool {
        match self {
            Self::Access(claims) => claims.tenant == tenant.name,
            Self::Refresh(token) => token.tenant == tenant.name,
        }
    }

    /// Whether it was given to this client.
    pub(super) fn is_of(&self, client: &Client) -> bool {
        match self {
            Self::Access(claims) => claims.client_id == client.id,
            Self::Refresh(token) => token.client == client.id,
        }
    }
}
