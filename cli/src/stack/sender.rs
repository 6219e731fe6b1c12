//! Whether SES may send in a tenant's name.

use aws_sdk_sesv2::Client;
use usher::tenant::Tenant;

use super::reasons;
use crate::Told;

/// Refuses a tenant whose mails SES would refuse.
///
/// # Errors
/// When neither the sender's address nor a domain it belongs to is verified.
pub(super) async fn check(ses: &Client, tenant: &Tenant) -> Result<(), Told> {
    let address = tenant.sender.address.as_str();
    for identity in identities(address) {
        if is_verified(ses, identity).await? {
            return Ok(());
        }
    }
    Err(Told(format!(
        "{} was not applied: SES has not verified its sender {address}; add the domain's DKIM records first",
        tenant.name
    )))
}

/// What may stand for an address: itself, its domain, and the domains above it, since SES lets a
/// verified domain send for those below.
fn identities(address: &str) -> impl Iterator<Item = &str> {
    let domain = address.rsplit_once('@').map(|(_, domain)| domain);
    let domains = std::iter::successors(domain, |domain| domain.split_once('.').map(|(_, above)| above));
    std::iter::once(address).chain(domains.filter(|domain| domain.contains('.')))
}

async fn is_verified(ses: &Client, identity: &str) -> Result<bool, Told> {
    match ses.get_email_identity().email_identity(identity).send().await {
        Ok(found) => Ok(found.verified_for_sending_status()),
        Err(error)
            if error
                .as_service_error()
                .is_some_and(|error| error.is_not_found_exception()) =>
        {
            Ok(false)
        }
        Err(error) => Err(Told(format!("SES does not tell about {identity}: {}", reasons(&error)))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verified_domain_above_stands_for_an_address() {
        let all: Vec<_> = identities("hello@mail.acme.example").collect();
        assert_eq!(all, ["hello@mail.acme.example", "mail.acme.example", "acme.example"]);
    }
}
