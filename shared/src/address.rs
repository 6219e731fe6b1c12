//! E-mail addresses that Amazon SES can deliver to, parsed once at the edge.
//!
//! The rules are narrower than RFC 5321 on purpose. Everything that two programs could read as two
//! different addresses is refused instead of repaired: quoted local parts, compatibility characters
//! that normalise to ASCII, invisible characters, white space. A look-alike domain in another script
//! (a Cyrillic `а` in `аpple.example`) is a different domain, keeps its own A-label and so can never
//! match the address it imitates.

use std::fmt;
use std::str::FromStr;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::person::is_format;

/// Octets allowed before the `@` (RFC 5321, section 4.5.3.1.1).
const MAX_LOCAL_PART: usize = 64;

/// Octets allowed in all: RFC 5321, section 4.5.3.1.3 allows 256 for a path, which includes `<` and `>`.
const MAX_ADDRESS: usize = 254;

/// Octets read at all: generous for a domain in any script, and a bound on what is normalised.
const MAX_INPUT: usize = 4 * MAX_ADDRESS;

/// An e-mail address: an ASCII dot-atom, `@`, and a domain of at least two labels in A-label form.
///
/// Equality is that of the spelling. Whether two addresses are the same account is a question for
/// [`EmailAddress::key`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("format" = "email")))]
pub struct EmailAddress {
    text: String,
    /// Where the `@` stands in `text`.
    at: usize,
}

/// Why a text is not an address that Usher can send to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not exactly one `@`, or the part before it is no dot-atom (RFC 5322, section 3.2.3).
    #[error("write one e-mail address, such as name@example.com")]
    Malformed,
    /// White space anywhere, also before and after: a silently trimmed address would differ from the one typed.
    #[error("an e-mail address has no spaces or line breaks in it")]
    WhiteSpace,
    /// A control or format character, or a second kind of `@`.
    #[error("the e-mail address contains a character that cannot be seen or that imitates another one")]
    ForbiddenCharacter,
    /// The part before the `@` needs SMTPUTF8, which Amazon SES does not speak.
    #[error("the part before the @ may only contain unaccented Latin letters, digits and common signs")]
    LocalPartNotAscii,
    /// More than 64 octets before the `@` or more than 254 in all.
    #[error("an e-mail address has at most 64 characters before the @ and 254 in all")]
    TooLong,
    /// Not a public domain name of at least two labels (UTS #46 with STD3 rules; no address literal, no final dot).
    #[error("the part after the @ is not a domain name such as example.com")]
    DomainInvalid,
}

impl AddressError {
    /// The stable word for this error in answers to clients.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Malformed => "address_malformed",
            Self::WhiteSpace => "address_white_space",
            Self::ForbiddenCharacter => "address_forbidden_character",
            Self::LocalPartNotAscii => "address_local_part_not_ascii",
            Self::TooLong => "address_too_long",
            Self::DomainInvalid => "address_domain_invalid",
        }
    }
}

impl EmailAddress {
    /// Reads one address, exactly as typed, and converts its domain to A-labels.
    ///
    /// # Errors
    ///
    /// The first rule the text breaks; see [`AddressError`].
    pub fn parse(input: &str) -> Result<Self, AddressError> {
        if input.len() > MAX_INPUT {
            return Err(AddressError::TooLong);
        }
        if input.chars().any(char::is_whitespace) {
            return Err(AddressError::WhiteSpace);
        }
        if input
            .chars()
            .any(|c| c.is_control() || is_format(c) || is_imitated_at(c))
        {
            return Err(AddressError::ForbiddenCharacter);
        }
        let (local, domain) = input.split_once('@').ok_or(AddressError::Malformed)?;
        if domain.contains('@') {
            return Err(AddressError::Malformed);
        }
        if !local.is_ascii() {
            return Err(AddressError::LocalPartNotAscii);
        }
        if !is_dot_atom(local) {
            return Err(AddressError::Malformed);
        }
        let domain = to_a_labels(domain)?;
        let text = format!("{local}@{domain}");
        if local.len() > MAX_LOCAL_PART || text.len() > MAX_ADDRESS {
            return Err(AddressError::TooLong);
        }
        Ok(Self { at: local.len(), text })
    }

    /// The address that mail goes to: the local part as typed, the domain in lower-case A-labels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part before the `@`, as typed.
    #[must_use]
    pub fn local_part(&self) -> &str {
        &self.text[..self.at]
    }

    /// The part after the `@`, in lower-case A-labels.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.text[self.at + 1..]
    }

    /// What makes an address unique within a tenant: all of it in ASCII lower case.
    ///
    /// RFC 5321 lets a mail host tell `Jo@` from `jo@`, but no host that people use does, and two
    /// accounts that differ in case alone are an impersonation. Dots and `+tags` stay: what they mean
    /// is the host's secret.
    #[must_use]
    pub fn key(&self) -> String {
        self.text.to_ascii_lowercase()
    }

    /// The form for logs and for pages seen before a proof, such as `j•••@e•••.com`: the first letter of
    /// either side and the last label, whatever the lengths.
    #[must_use]
    pub fn masked(&self) -> String {
        let first = |part: &str| part.chars().next().unwrap_or('•');
        let (_, last_label) = self.domain().rsplit_once('.').unwrap_or_default();
        format!(
            "{}•••@{}•••.{last_label}",
            first(self.local_part()),
            first(self.domain())
        )
    }
}

/// Shows the masked form, so that an address inside a logged structure stays private.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmailAddress({})", self.masked())
    }
}

impl FromStr for EmailAddress {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.text
    }
}

/// FULLWIDTH and SMALL COMMERCIAL AT, which NFKC turns into `@`.
fn is_imitated_at(c: char) -> bool {
    matches!(c, '\u{FF20}' | '\u{FE6B}')
}

/// Atoms of RFC 5322, section 3.2.3, separated by single dots.
fn is_dot_atom(local: &str) -> bool {
    let is_atext = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local
        .split('.')
        .all(|atom| !atom.is_empty() && atom.bytes().all(is_atext))
}

/// UTS #46 ToASCII, non-transitional, with STD3 rules and DNS lengths.
///
/// Hyphens in the third and fourth place are allowed, because registered names have them.
fn to_a_labels(domain: &str) -> Result<String, AddressError> {
    if domain.chars().any(normalises_to_ascii) {
        return Err(AddressError::DomainInvalid);
    }
    let ascii = Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Verify,
        )
        .map_err(|_| AddressError::DomainInvalid)?;

    // Mapping must not have made ASCII out of anything else, nor a dot out of another full stop.
    let stayed_apart = domain.split('.').count() == ascii.split('.').count()
        && domain
            .split('.')
            .zip(ascii.split('.'))
            .all(|(typed, label)| typed.is_ascii() || label.starts_with("xn--"));

    // No top-level domain has a digit outside its punycode, so this also refuses 192.0.2.1 and 0x7f.1.
    let is_public = ascii.rsplit_once('.').is_some_and(|(_, top)| {
        top.starts_with("xn--") || (top.len() > 1 && top.bytes().all(|byte| byte.is_ascii_alphabetic()))
    });
    if stayed_apart && is_public {
        Ok(ascii.into_owned())
    } else {
        Err(AddressError::DomainInvalid)
    }
}

/// Whether compatibility normalisation makes ASCII of `c`: full-width letters, the Kelvin sign, `ſ`, `ﬁ`.
fn normalises_to_ascii(c: char) -> bool {
    !c.is_ascii() && std::iter::once(c).nfkc().any(|mapped| mapped.is_ascii())
}

#[cfg(test)]
mod tests;
