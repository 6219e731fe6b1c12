//! What single values of a document have to look like.

/// Whether this can be a client's id: 1 to 64 characters of `a-z`, `A-Z`, `0-9`, `-` and `_`.
#[must_use]
pub fn is_client_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether this can be a host name as it is kept: lower case, without port.
#[must_use]
pub fn is_host_name(text: &str) -> bool {
    (1..=253).contains(&text.len())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'))
}

/// What is wrong with words that stand under no language.
pub(crate) const LANGUAGE: &str = "is by language: a tag of two letters, such as en";

/// Whether words can stand under this, by their language.
pub(crate) fn is_language(tag: &str) -> bool {
    tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A name as a part of a JSON Pointer (RFC 6901 section 3).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A name as people know it.
pub(super) fn is_display_name(name: &str) -> bool {
    (1..=60).contains(&name.chars().count()) && !name.chars().any(char::is_control)
}

pub(super) fn is_https(url: &str) -> bool {
    url.len() <= 500
        && url
            .strip_prefix("https://")
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic()))
}

/// `https:` or a scheme of the app's own; never one that runs or shows what the link carries.
pub(super) fn is_app_link(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else {
        return false;
    };
    let scheme_fits = scheme.starts_with(|first: char| first.is_ascii_lowercase())
        && scheme
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'+' | b'-' | b'.'))
        && !matches!(scheme, "javascript" | "data" | "vbscript" | "file" | "blob" | "http");
    scheme_fits && link.len() <= 500 && rest.bytes().all(|byte| byte.is_ascii_graphic())
}

/// An absolute link without fragment (RFC 6749 section 3.1.2). `http` leads to the developer's own
/// machine only.
pub(super) fn is_redirect_uri(uri: &str) -> bool {
    let own_machine = ["http://localhost", "http://127.0.0.1", "http://[::1]"]
        .iter()
        .filter_map(|start| uri.strip_prefix(start))
        .any(|rest| rest.is_empty() || rest.starts_with([':', '/', '?']));
    let fits = uri.len() <= 500 && uri.bytes().all(|byte| byte.is_ascii_graphic()) && !uri.contains(['#', '\\', '@']);
    fits && (own_machine || is_app_link(uri))
}

pub(super) fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
