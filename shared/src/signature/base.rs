//! The signature base (RFC 9421, section 2.5): the text that is signed.

use sfv::{BareItem, InnerList, ListEntry, ListSerializer};

use super::{RequestParts, SignatureError};

/// The names of the covered components, in order, each checked to be a plain string that occurs once.
///
/// # Errors
///
/// [`SignatureError::ComponentUnsupported`] or [`SignatureError::CoveredTwice`].
pub(super) fn covered(list: &InnerList) -> Result<Vec<&str>, SignatureError> {
    let mut names = Vec::with_capacity(list.items.len());
    for item in &list.items {
        let BareItem::String(name) = &item.bare_item else {
            return Err(SignatureError::ComponentUnsupported(
                "a component that is not a string".to_owned(),
            ));
        };
        if !item.params.is_empty() {
            return Err(SignatureError::ComponentUnsupported(format!(
                "{} with parameters",
                name.as_str()
            )));
        }
        if names.contains(&name.as_str()) {
            return Err(SignatureError::CoveredTwice(name.as_str().to_owned()));
        }
        names.push(name.as_str());
    }
    Ok(names)
}

/// Builds the signature base of `parts` for the covered components and parameters in `list`.
///
/// # Errors
///
/// If a component is unsupported, missing, or has a value that could be mistaken for more than one line.
pub(super) fn signature_base(parts: &RequestParts<'_>, list: &InnerList) -> Result<String, SignatureError> {
    let mut base = String::new();
    for name in covered(list)? {
        let value = component(parts, name)?;
        if !value.bytes().all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte)) {
            return Err(SignatureError::ValueNotAscii(name.to_owned()));
        }
        base.push_str(&format!("\"{name}\": {value}\n"));
    }
    base.push_str(&format!("\"@signature-params\": {}", serialise(list)));
    Ok(base)
}

/// The strict serialisation of a signature's parameters (RFC 9421, section 2.3).
pub(super) fn serialise(list: &InnerList) -> String {
    let mut serialiser = ListSerializer::new();
    serialiser.members([&ListEntry::InnerList(list.clone())]);
    // There is nothing to write only for a list without members, and this one has one.
    serialiser.finish().unwrap_or_default()
}

/// The value of a component (RFC 9421, sections 2.1 and 2.2).
fn component(parts: &RequestParts<'_>, name: &str) -> Result<String, SignatureError> {
    let target = || Target::split(parts.target_uri);
    match name {
        "@method" => Ok(parts.method.to_owned()),
        "@target-uri" => Ok(parts.target_uri.to_owned()),
        "@authority" => target().map(|target| target.authority()),
        "@scheme" => target().map(|target| target.scheme.to_ascii_lowercase()),
        "@path" => target().map(|target| {
            if target.path.is_empty() {
                "/".to_owned()
            } else {
                target.path.to_owned()
            }
        }),
        "@query" => target().map(|target| format!("?{}", target.query)),
        field if is_field_name(field) => parts
            .field(field)
            .ok_or_else(|| SignatureError::FieldMissing(field.to_owned())),
        other => Err(SignatureError::ComponentUnsupported(other.to_owned())),
    }
}

/// A lower-case token (RFC 9110, section 5.1), which no derived component is.
fn is_field_name(name: &str) -> bool {
    let is_allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_allowed)
}

/// An absolute URI in its parts (RFC 3986, section 3).
struct Target<'a> {
    scheme: &'a str,
    authority: &'a str,
    path: &'a str,
    query: &'a str,
}

impl<'a> Target<'a> {
    fn split(uri: &'a str) -> Result<Self, SignatureError> {
        let (scheme, rest) = uri.split_once("://").ok_or(SignatureError::TargetNotAbsolute)?;
        let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
        let (authority, tail) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
        Ok(Self {
            scheme,
            authority,
            path,
            query,
        })
    }

    /// In lower case and without the scheme's own port (RFC 9421, section 2.2.3).
    fn authority(&self) -> String {
        let port = match self.scheme.to_ascii_lowercase().as_str() {
            "https" => ":443",
            "http" => ":80",
            _ => return self.authority.to_ascii_lowercase(),
        };
        self.authority
            .strip_suffix(port)
            .unwrap_or(self.authority)
            .to_ascii_lowercase()
    }
}
