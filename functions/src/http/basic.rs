//! `Authorization: Basic` (RFC 7617), as OAuth uses it (RFC 6749 section 2.3.1).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

/// A client's id and secret, both form-encoded. A public client may use the header too, with nothing
/// behind the colon.
pub(crate) fn basic(header: &str) -> Option<(String, Option<String>)> {
    let (scheme, encoded) = header.split_once(' ')?;
    let decoded = BASE64
        .decode(encoded.trim())
        .ok()
        .filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let decoded = String::from_utf8(decoded).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    let secret = form_decoded(secret)?;
    Some((form_decoded(id)?, Some(secret).filter(|secret| !secret.is_empty())))
}

fn form_decoded(text: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&format!("x={text}")).ok()?;
    pairs.into_iter().next().map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn basic_credentials_are_form_decoded() {
        let read = basic(&format!("basic {}", BASE64.encode("my-app:a%3Ab+c")));
        assert_eq!(read, Some(("my-app".to_owned(), Some("a:b c".to_owned()))));
        assert_eq!(
            basic(&format!("Basic {}", BASE64.encode("my-app:"))),
            Some(("my-app".to_owned(), None))
        );
        assert_eq!(basic("Basic ???"), None);
        assert_eq!(basic("Bearer x"), None);
    }
}
