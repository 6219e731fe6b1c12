//! The catalogue of errors: every `code` an answer may carry, with its status and title.
//!
//! `docs/errors.md` explains each to a caller; a test compares the two.

use http::StatusCode;

/// A stable word for one kind of failure.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The word, in snake case.
    pub word: &'static str,
    /// The HTTP status it is answered with.
    pub status: StatusCode,
    /// A sentence about the kind of failure, the same every time (RFC 9457 section 3.1.3).
    pub title: &'static str,
}

macro_rules! codes {
    ($($name:ident = $status:ident, $word:literal, $title:literal;)+) => {
        $(#[doc = $title] pub const $name: Code = Code { word: $word, status: StatusCode::$status, title: $title };)+

        /// Every code there is.
        pub const CATALOGUE: &[Code] = &[$($name),+];
    };
}

codes! {
    MALFORMED_JSON = BAD_REQUEST, "malformed_json", "The body is not JSON.";
    INVALID_BODY = BAD_REQUEST, "invalid_body", "The body does not have the members this route takes.";
    INVALID_FORM = BAD_REQUEST, "invalid_form", "The form does not have the fields this route takes.";
    INVALID_QUERY = BAD_REQUEST, "invalid_query", "The query does not have the parameters this route takes.";
    INVALID_HEADER = BAD_REQUEST, "invalid_header", "A header has a value this route does not take.";
    CONFIRMATION_MISSING = BAD_REQUEST, "confirmation_missing", "The form was sent without its button.";
    UNAUTHENTICATED = UNAUTHORIZED, "unauthenticated", "The call is neither signed nor carries a good token.";
    SIGN_IN_TOO_OLD = UNAUTHORIZED, "sign_in_too_old", "The person has not signed in just now.";
    SIGNATURE_REFUSED = UNAUTHORIZED, "signature_refused", "The signature of the call is not good.";
    SIGNATURE_REPLAYED = UNAUTHORIZED, "signature_replayed", "This signed call was received before.";
    REGISTRATION_REFUSED = FORBIDDEN, "registration_refused", "The registration is refused.";
    CODE_REFUSED = FORBIDDEN, "code_refused", "The code is not good for this address.";
    EXTERNAL_TOKEN_REFUSED = FORBIDDEN, "external_token_refused", "The identity provider's token is not good.";
    SSO_NOT_REGISTERED = FORBIDDEN, "sso_not_registered", "Nobody signs in with this identity.";
    ACCOUNT_SUSPENDED = FORBIDDEN, "account_suspended", "The account is suspended.";
    AGREEMENTS_PENDING = FORBIDDEN, "agreements_pending", "The person has to accept agreements first.";
    GRANT_NOT_ALLOWED = FORBIDDEN, "grant_not_allowed", "The client may not exchange tokens.";
    CROSS_SITE = FORBIDDEN, "cross_site", "The form was sent from another site.";
    WRONG_CLIENT = FORBIDDEN, "wrong_client", "The client is not one that the caller may act for.";
    DELIVER_SELF_NOT_ALLOWED = FORBIDDEN, "deliver_self_not_allowed", "The client may not deliver invitations itself.";
    CONFIGURE_NOT_ALLOWED = FORBIDDEN, "configure_not_allowed", "The client may not read or change the tenant's document.";
    WRONG_TENANT = FORBIDDEN, "wrong_tenant", "The labelpartner is not the caller's.";
    NOT_FOUND = NOT_FOUND, "not_found", "There is nothing at this address.";
    ACCOUNT_NOT_FOUND = NOT_FOUND, "account_not_found", "There is no such account.";
    CUSTOMER_NOT_FOUND = NOT_FOUND, "customer_not_found", "There is no such customer.";
    INSTALLATION_NOT_FOUND = NOT_FOUND, "installation_not_found", "The account has no such installation.";
    INVITATION_NOT_FOUND = NOT_FOUND, "invitation_not_found", "There is no such invitation.";
    APPROVAL_NOT_FOUND = NOT_FOUND, "approval_not_found", "There is no account that waits or waited for a decision.";
    CONNECTION_NOT_FOUND = NOT_FOUND, "connection_not_found", "There is no such connection.";
    VOUCHER_NOT_FOUND = NOT_FOUND, "voucher_not_found", "There is no such voucher.";
    TENANT_VERSION_NOT_FOUND = NOT_FOUND, "tenant_version_not_found", "There is no such version of the tenant's document.";
    LINK_UNKNOWN = NOT_FOUND, "link_unknown", "The link is not known.";
    METHOD_NOT_ALLOWED = METHOD_NOT_ALLOWED, "method_not_allowed", "This route does not take this method.";
    EMAIL_EXISTS = CONFLICT, "email_exists", "Somebody has this e-mail address.";
    EXTERNAL_ID_EXISTS = CONFLICT, "external_id_exists", "Somebody has this external account id.";
    SUBJECT_EXISTS = CONFLICT, "external_authentication_provider_id_exists", "Somebody has this external authentication provider id.";
    SSO_MIGRATION_NEEDED = CONFLICT, "sso_migration_needed", "The account has a password.";
    EXTERNAL_IDENTITY_EXISTS = CONFLICT, "external_identity_exists", "Somebody else is known by this identity.";
    EXTERNAL_IDENTITY_DIFFERS = CONFLICT, "external_identity_differs", "The account is somebody else's at the identity provider.";
    INSTALLATION_EXISTS = CONFLICT, "external_installation_id_exists", "The customer has an installation with this external id.";
    TOO_MANY_INSTALLATIONS = CONFLICT, "too_many_installations", "The customer has as many installations as it may have.";
    CUSTOMER_HAS_USERS = CONFLICT, "customer_has_users", "The customer has several people.";
    CUSTOMER_NOT_APPROVED = CONFLICT, "customer_not_approved", "The customer waits for approval, or was refused.";
    CLIENT_ID_TAKEN = CONFLICT, "client_id_taken", "A client's id or a host name belongs to another tenant.";
    AGREEMENT_CHANGED = CONFLICT, "agreement_changed", "A version of an agreement has other words than were applied.";
    LINK_USED = CONFLICT, "link_used", "The link was already used.";
    INVITATION_COMPLETED = CONFLICT, "invitation_completed", "The invitation was completed.";
    INVITATION_REVOKED = CONFLICT, "invitation_revoked", "The invitation was withdrawn.";
    APPROVAL_DECIDED = CONFLICT, "approval_decided", "The account was decided about the other way.";
    VOUCHER_EXISTS = CONFLICT, "voucher_exists", "There is a voucher with this code.";
    MAIL_STOPPED = CONFLICT, "mail_stopped", "No mail goes to this person any more.";
    NOT_REGISTERED = CONFLICT, "not_registered", "The account is not registered yet.";
    CONFLICT = CONFLICT, "conflict", "The account is being changed by another call.";
    IDEMPOTENCY_IN_PROGRESS = CONFLICT, "idempotency_in_progress", "The first call with this idempotency key is still running.";
    LINK_EXPIRED = GONE, "link_expired", "The link has expired.";
    PRECONDITION_FAILED = PRECONDITION_FAILED, "precondition_failed", "The document has changed since it was read.";
    PRECONDITION_REQUIRED = PRECONDITION_REQUIRED, "precondition_required", "The call has to say which version it changes.";
    BODY_TOO_LARGE = PAYLOAD_TOO_LARGE, "body_too_large", "The body is larger than 64 KiB.";
    UNSUPPORTED_MEDIA_TYPE = UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", "The body has a content type this route does not take.";
    VALIDATION_FAILED = UNPROCESSABLE_ENTITY, "validation_failed", "Some values are not acceptable.";
    INVALID_PARAMETERS = UNPROCESSABLE_ENTITY, "invalid_parameters", "Some parameters are missing or wrong.";
    MISSING_ARGUMENT = UNPROCESSABLE_ENTITY, "missing_argument", "A parameter is empty.";
    INVALID_FORM_FIELDS = UNPROCESSABLE_ENTITY, "invalid_form_fields", "Some profile fields are not acceptable.";
    PASSWORD_REFUSED = UNPROCESSABLE_ENTITY, "password_refused", "The password does not meet the policy.";
    IDEMPOTENCY_KEY_REUSED = UNPROCESSABLE_ENTITY, "idempotency_key_reused", "The idempotency key was used for another request.";
    TOO_MANY_REQUESTS = TOO_MANY_REQUESTS, "too_many_requests", "There were too many attempts.";
    INTERNAL_ERROR = INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side.";
    PROVIDER_UNAVAILABLE = SERVICE_UNAVAILABLE, "provider_unavailable", "The identity provider does not answer.";
    UNAVAILABLE = SERVICE_UNAVAILABLE, "unavailable", "The service is not available at this moment.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_codes_have_the_same_word() {
        let words: std::collections::BTreeSet<_> = CATALOGUE.iter().map(|code| code.word).collect();
        assert_eq!(words.len(), CATALOGUE.len());
    }
}
