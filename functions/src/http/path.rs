//! The path of a request, as it was sent and as it may have been written.
//!
//! API Gateway's HTTP API hands a function the path percent-decoded. What was sent cannot be told
//! from it any more: `a:b` and `a%3Ab` are one. A signature covers the path as it was sent, so a
//! signed call is checked against each way that libraries write the same path.

use http::Uri;
use http::uri::PathAndQuery;
use lambda_http::RequestExt as _;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands for itself everywhere (RFC 3986, section 2.3): what `encodeURIComponent` and its like
/// leave alone.
const BUT_UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// What stands for itself in a segment of a path (RFC 3986, section 3.3).
const BUT_SEGMENT: &AsciiSet = &BUT_UNRESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// Writes the path that the gateway has decoded as a path again, so that a percent sign in it is not
/// taken for the beginning of an escape.
pub(crate) fn restore(mut request: lambda_http::Request) -> lambda_http::Request {
    let path = each_segment(request.raw_http_path(), |segment| encoded(segment, BUT_SEGMENT));
    if let Some(uri) = with_path(request.uri(), &path).filter(|_| !path.is_empty()) {
        *request.uri_mut() = uri;
    }
    request
}

/// The paths that may have been sent where `path` has arrived, itself first.
pub(super) fn spellings(path: &str) -> Vec<String> {
    let mut spellings = vec![path.to_owned()];
    for kept in [BUT_SEGMENT, BUT_UNRESERVED] {
        let spelling = each_segment(path, |segment| {
            let decoded = percent_decode_str(segment).decode_utf8();
            decoded.map_or_else(|_| segment.to_owned(), |decoded| encoded(&decoded, kept))
        });
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    spellings
}

fn each_segment(path: &str, change: impl Fn(&str) -> String) -> String {
    path.split('/').map(change).collect::<Vec<_>>().join("/")
}

fn encoded(decoded: &str, kept: &'static AsciiSet) -> String {
    utf8_percent_encode(decoded, kept).to_string()
}

fn with_path(uri: &Uri, path: &str) -> Option<Uri> {
    let path = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(path).ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_the_gateway_decoded_is_written_again() {
        for (decoded, written) in [
            ("/v1/account/usr_1", "/v1/account/usr_1"),
            ("/v1/account/100% Zähler", "/v1/account/100%25%20Z%C3%A4hler"),
            ("/v1/account/a%41", "/v1/account/a%2541"),
            ("/v1/account/a:b@c+d", "/v1/account/a:b@c+d"),
        ] {
            let mut request = lambda_http::Request::default().with_raw_http_path(decoded);
            *request.uri_mut() = "https://id.acme.example/lost?id_type=external&x=%C3%A4"
                .parse()
                .expect("a URI");
            let uri = restore(request).uri().to_string();
            assert_eq!(
                uri,
                format!("https://id.acme.example{written}?id_type=external&x=%C3%A4")
            );
        }
    }

    #[test]
    fn a_path_that_no_gateway_touched_stays() {
        let mut request = lambda_http::Request::default();
        *request.uri_mut() = "/v1/account/a%3ab".parse().expect("a URI");
        assert_eq!(restore(request).uri(), "/v1/account/a%3ab");
    }

    #[test]
    fn a_plain_path_is_spelt_in_one_way_only() {
        assert_eq!(spellings("/v1/account/usr_1-a.b~c"), ["/v1/account/usr_1-a.b~c"]);
    }

    #[test]
    fn other_paths_are_spelt_as_libraries_do() {
        assert_eq!(
            spellings("/v1/account/a:b%2Fc"),
            ["/v1/account/a:b%2Fc", "/v1/account/a%3Ab%2Fc"]
        );
    }
}
