//! The ways to prove an address, as the API reference shows them: each has its own members, and no others.
//!
//! They are read by types that know all members, so that one sentence can tell what is missing.
#![expect(dead_code, reason = "these are descriptions")]

use utoipa::ToSchema;

/// The link's token, for an app that caught the link; or address and code, for a person who reads
/// the mail on another device.
#[derive(ToSchema)]
#[serde(untagged)]
pub(super) enum VerifyRequest {
    Link(TokenOfLink),
    Code(AddressAndCode),
}

/// What an app found in the link.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TokenOfLink {
    /// The `token` of the mailed link.
    #[schema(example = "acme.wOhJ1HcpQgssVGAe_M1CTJt6…")]
    token: String,
}

/// What a person read in the mail.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AddressAndCode {
    /// As the person was provisioned.
    #[schema(example = "jane.doe@example.org")]
    email_address: String,
    /// The tenant's short name.
    #[schema(example = "acme")]
    labelpartner: String,
    /// The six digits of the mail.
    #[schema(example = "123456")]
    code: String,
}

/// What the forms of the pages send. A browser adds the name of the button that was pressed; a
/// mail scanner that submits every form it finds presses none.
#[derive(ToSchema)]
#[serde(untagged)]
pub(crate) enum PressedForm {
    Confirm(ConfirmForm),
    NewLink(NewLinkForm),
    Code(CodeForm),
}

/// The button that proves the address.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmForm {
    /// The `token` of the mailed link.
    #[schema(example = "acme.wOhJ1HcpQgssVGAe_M1CTJt6…")]
    token: String,
    /// The button.
    #[schema(example = "yes")]
    confirm: String,
}

/// The button that asks for another link.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewLinkForm {
    /// The `token` of the mailed link.
    #[schema(example = "acme.wOhJ1HcpQgssVGAe_M1CTJt6…")]
    token: String,
    /// The button.
    #[schema(example = "yes")]
    new_link: String,
}

/// The code of the mail, typed.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeForm {
    /// The address.
    #[schema(example = "jane.doe@example.org")]
    email: String,
    /// The six digits of the mail.
    #[schema(example = "123 456")]
    code: String,
}
