//! What can be wrong with a signed request, said to the developer who signed it.

use super::claim::{MAX_HEADER_OCTETS, MAX_SKEW_SECONDS};

/// Why a request does not count as signed.
///
/// Everything here follows from the caller's own request and key, so the text may be sent back as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// `Signature-Input` or `Signature` is not there.
    #[error("the request is not signed: it has no `{0}` header")]
    HeaderMissing(&'static str),
    /// The signature headers are larger than any signature needs.
    #[error("`Signature-Input`, `Signature` and `Content-Digest` together have more than {MAX_HEADER_OCTETS} octets")]
    HeadersTooLarge,
    /// A header is not what RFC 9421 or RFC 9530 asks for.
    #[error("`{header}` cannot be read: {detail}")]
    HeaderMalformed {
        /// The header's name.
        header: &'static str,
        /// What and where, as the parser or this module says it.
        detail: String,
    },
    /// A label or parameter occurs twice, so two readers could see two different signatures.
    #[error("`{header}` has `{name}` more than once")]
    Repeated {
        /// The header's name.
        header: &'static str,
        /// The label, digest algorithm or parameter.
        name: String,
    },
    /// None of the signatures is for Usher.
    #[error("no signature has the parameter `tag=\"usher\"`")]
    TagMissing,
    /// More than one signature is for Usher.
    #[error("more than one signature has the parameter `tag=\"usher\"`")]
    TagRepeated,
    /// `Signature` lacks the label that `Signature-Input` announces, or it is not a byte sequence there.
    #[error("`Signature` has no byte sequence with the label `{0}`")]
    LabelMissing(String),
    /// A required signature parameter is not there.
    #[error("the signature parameter `{0}` is missing")]
    ParameterMissing(&'static str),
    /// A signature parameter has the wrong type or size.
    #[error("the signature parameter `{name}` must be {expected}")]
    ParameterInvalid {
        /// The parameter.
        name: &'static str,
        /// What it must be, to be read after "must be".
        expected: &'static str,
    },
    /// A signature parameter outside RFC 9421's registry.
    #[error("the signature parameter `{0}` is unknown")]
    ParameterUnknown(String),
    /// A component that every signature must cover is not covered.
    #[error("the signature does not cover `{0}`")]
    NotCovered(&'static str),
    /// A component is covered twice, which RFC 9421, section 2 forbids.
    #[error("the signature covers `{0}` more than once")]
    CoveredTwice(String),
    /// A component is not one of this profile.
    #[error(
        "`{0}` cannot be covered: use @method, @target-uri, @authority, @scheme, @path, @query \
         or a header field in lower case, all without parameters"
    )]
    ComponentUnsupported(String),
    /// A covered header field is not in the request.
    #[error("the signature covers `{0}`, but the request has no such header")]
    FieldMissing(String),
    /// A component's value could not be told from the next line of the signature base.
    #[error("the value of `{0}` has characters other than visible ASCII, spaces and tabs")]
    ValueNotAscii(String),
    /// The target URI has no scheme and authority.
    #[error("the target URI is not absolute")]
    TargetNotAbsolute,
    /// `Content-Digest` has neither algorithm that Usher knows.
    #[error("`Content-Digest` has neither `sha-256` nor `sha-512`")]
    DigestUnknown,
    /// The body is not the one that was digested.
    #[error("the body does not have the `{0}` digest given in `Content-Digest`")]
    DigestMismatch(&'static str),
    /// `created` is too long ago.
    #[error("`created` is {seconds} s old; at most {MAX_SKEW_SECONDS} s is allowed")]
    TooOld {
        /// The age in seconds.
        seconds: i64,
    },
    /// `created` is too far ahead.
    #[error("`created` is {seconds} s in the future; at most {MAX_SKEW_SECONDS} s is allowed")]
    FromTheFuture {
        /// The distance in seconds.
        seconds: i64,
    },
    /// `expires` is not after `created`.
    #[error("`expires` is not later than `created`")]
    ExpiresBeforeCreated,
    /// `expires` has passed.
    #[error("the signature expired {seconds} s ago")]
    Expired {
        /// The seconds since `expires`.
        seconds: i64,
    },
    /// `alg` names another algorithm than that of the key.
    #[error("`alg` is `{claimed}`, but the key is for `{key}`")]
    AlgorithmMismatch {
        /// What the signature says.
        claimed: String,
        /// What the key is for.
        key: &'static str,
    },
    /// The signature is not one of this signature base by this key.
    #[error("the signature does not match the request and the key")]
    Mismatch,
    /// The private key failed to sign, which only a defect of the key can cause.
    #[error("the key could not sign")]
    SigningFailed,
}

impl SignatureError {
    /// The stable word for this error in answers to clients.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::HeaderMissing(_) => "signature_missing",
            Self::HeadersTooLarge => "signature_headers_too_large",
            Self::HeaderMalformed { .. } | Self::Repeated { .. } | Self::LabelMissing(_) => "signature_malformed",
            Self::TagMissing => "signature_tag_missing",
            Self::TagRepeated => "signature_tag_repeated",
            Self::ParameterMissing(_) => "signature_parameter_missing",
            Self::ParameterInvalid { .. } | Self::ParameterUnknown(_) => "signature_parameter_invalid",
            Self::NotCovered(_) => "signature_component_not_covered",
            Self::CoveredTwice(_)
            | Self::ComponentUnsupported(_)
            | Self::FieldMissing(_)
            | Self::ValueNotAscii(_)
            | Self::TargetNotAbsolute => "signature_component_invalid",
            Self::DigestUnknown => "content_digest_unknown",
            Self::DigestMismatch(_) => "content_digest_mismatch",
            Self::TooOld { .. } => "signature_too_old",
            Self::FromTheFuture { .. } => "signature_from_the_future",
            Self::ExpiresBeforeCreated | Self::Expired { .. } => "signature_expired",
            Self::AlgorithmMismatch { .. } => "signature_algorithm_mismatch",
            Self::Mismatch => "signature_mismatch",
            Self::SigningFailed => "signature_failed",
        }
    }
}
