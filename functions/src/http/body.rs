//! Reading bodies: JSON and forms, each wrong in its own clear way.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use http_body_util::BodyExt as _;
use serde::de::DeserializeOwned;
use serde::{Deserialize as _, Deserializer};

use super::code;
use super::problem::{FieldError, Problem};
use super::strict::Strict;

/// The largest body any route takes, in octets.
pub const BODY_LIMIT: usize = 64 * 1024;

/// What API Gateway lets through at most, in octets.
const DRAINED: usize = 10 * 1024 * 1024;

/// A JSON body.
#[derive(Debug)]
pub struct Json<T>(pub T);

/// A form (`application/x-www-form-urlencoded`).
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let body = read(body).await?;
        json(&parts.headers, &body).map(Self)
    }
}

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let body = read(body).await?;
        form(&parts.headers, &body).map(Self)
    }
}

/// Reads a body up to [`BODY_LIMIT`]. What goes beyond is read too, up to [`DRAINED`], and thrown away:
/// a caller who is still sending when the connection closes never sees the answer.
pub(crate) async fn read(body: axum::body::Body) -> Result<Bytes, Problem> {
    read_at_most(body, BODY_LIMIT).await
}

/// The same for another limit, in octets.
///
/// # Errors
/// When the body is larger, or breaks off.
pub async fn read_at_most(mut body: axum::body::Body, limit: usize) -> Result<Bytes, Problem> {
    let (mut kept, mut seen) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Problem::new(&code::MALFORMED_JSON).detail("the body broke off"))?;
        let data = frame.into_data().unwrap_or_default();
        seen = seen.saturating_add(data.len());
        if seen <= limit {
            kept.extend_from_slice(&data);
        } else if seen > DRAINED {
            break;
        }
    }
    if seen > limit {
        Err(Problem::new(&code::BODY_TOO_LARGE))
    } else {
        Ok(kept.into())
    }
}

/// Whether the body says it is of this type, in UTF-8.
pub(crate) fn is_of_type(headers: &HeaderMap, media_type: &str) -> bool {
    let said = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut parts = said.split(';').map(str::trim);
    // Another character set would be read as something it is not.
    parts.next().is_some_and(|said| said.eq_ignore_ascii_case(media_type))
        && parts.all(
            |parameter| match parameter.to_ascii_lowercase().strip_prefix("charset=") {
                Some(charset) => matches!(charset.trim_matches('"'), "utf-8" | "utf8" | "us-ascii"),
                None => true,
            },
        )
}

/// The body as JSON.
///
/// # Errors
/// When it is of another type, is none, or does not fit.
pub fn json<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Result<T, Problem> {
    if !is_of_type(headers, "application/json") {
        return Err(Problem::new(&code::UNSUPPORTED_MEDIA_TYPE).detail("this route takes application/json"));
    }
    json_of(body)
}

/// The same of a text, whatever it came in.
///
/// # Errors
/// When it is no JSON, says something twice, or does not fit.
pub(crate) fn json_of<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(Strict(&mut reader)).map_err(|error| {
        let pointer = pointer(error.path());
        json_problem(error.inner(), pointer)
    })?;
    reader.end().map_err(|error| json_problem(&error, String::new()))?;
    Ok(value)
}

/// The body as a form.
pub(crate) fn form<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Result<T, Problem> {
    if !is_of_type(headers, "application/x-www-form-urlencoded") {
        let detail = "this route takes application/x-www-form-urlencoded";
        return Err(Problem::new(&code::UNSUPPORTED_MEDIA_TYPE).detail(detail));
    }
    serde_urlencoded::from_bytes(body).map_err(|error| {
        let (code, field) = flaw(&error.to_string());
        let pointer = field.map(|field| format!("/{}", escape(&field))).unwrap_or_default();
        Problem::new(&code::INVALID_FORM).errors(vec![FieldError::new(pointer, code, sentence(code))])
    })
}

/// A parameter of OAuth: one without a value counts as left out (RFC 6749 section 3.2).
pub(crate) fn given<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    let value = Option::<String>::deserialize(value)?;
    Ok(value.filter(|value| !value.is_empty()))
}

fn json_problem(error: &serde_json::Error, at: String) -> Problem {
    use serde_json::error::Category;
    if !matches!(error.classify(), Category::Data) {
        let place = format!("line {}, column {}", error.line(), error.column());
        return Problem::new(&code::MALFORMED_JSON).detail(format!("the body stops being JSON at {place}"));
    }
    let said = error.to_string();
    let (code, member) = flaw(&said);
    let pointer = match member {
        Some(member) if code != "wrong_type" => format!("{}/{}", parent_of(&at, &member), escape(&member)),
        _ => at,
    };
    // serde's own sentence names the expected type; values are quoted in it only for a wrong one,
    // and that is the caller's own.
    let detail = if code == "wrong_type" {
        without_place(&said)
    } else {
        sentence(code).to_owned()
    };
    Problem::new(&code::INVALID_BODY).errors(vec![FieldError::new(pointer, code, detail)])
}

/// What serde complains of, and the member it names.
fn flaw(said: &str) -> (&'static str, Option<String>) {
    let member = || said.split('`').nth(1).map(str::to_owned);
    match said {
        _ if said.starts_with("unknown field") => ("unknown_member", member()),
        _ if said.starts_with("missing field") => ("missing_member", member()),
        _ if said.starts_with("duplicate field") => ("duplicate_member", member()),
        _ => ("wrong_type", None),
    }
}

fn sentence(code: &str) -> &'static str {
    match code {
        "unknown_member" => "this route does not know this member",
        "missing_member" => "this member is required",
        "duplicate_member" => "this member stands twice",
        _ => "this value has another type than the route takes",
    }
}

fn without_place(said: &str) -> String {
    said.split(" at line ").next().unwrap_or(said).to_owned()
}

/// serde sometimes already stands in the member it complains of.
fn parent_of<'a>(at: &'a str, member: &str) -> &'a str {
    at.strip_suffix(&format!("/{}", escape(member))).unwrap_or(at)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", escape(key))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

/// RFC 6901 section 3.
fn escape(member: &str) -> String {
    member.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[expect(dead_code, reason = "only its reading is tested")]
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code, reason = "only its reading is tested")]
        number: u8,
    }

    fn told(body: &str) -> (&'static str, String, String) {
        let headers = HeaderMap::from_iter([(
            CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        )]);
        let problem = json::<Outer>(&headers, body.as_bytes()).expect_err("a problem");
        let first = problem.errors.first();
        (
            problem.code.word,
            first.map(|error| error.pointer.clone()).unwrap_or_default(),
            first.map(|error| error.code.to_string()).unwrap_or_default(),
        )
    }

    #[test]
    fn each_flaw_of_a_body_is_named_and_pointed_at() {
        let cases = [
            (r#"{"inner":[{"number":1}"#, ("malformed_json", "", "")),
            (r#"{"inner":[]} x"#, ("malformed_json", "", "")),
            ("", ("malformed_json", "", "")),
            (
                r#"{"inner":[{"number":1,"x":2}]}"#,
                ("invalid_body", "/inner/0/x", "unknown_member"),
            ),
            (
                r#"{"inner":[{"number":1},{}]}"#,
                ("invalid_body", "/inner/1/number", "missing_member"),
            ),
            (
                r#"{"inner":[{"number":1,"number":2}]}"#,
                ("invalid_body", "/inner/0/number", "duplicate_member"),
            ),
            (
                r#"{"inner":[{"number":"1"}]}"#,
                ("invalid_body", "/inner/0/number", "wrong_type"),
            ),
            (
                r#"{"inner":[{"number":999}]}"#,
                ("invalid_body", "/inner/0/number", "wrong_type"),
            ),
            (r#"{"inner":{}}"#, ("invalid_body", "/inner", "wrong_type")),
            ("[]", ("invalid_body", "", "wrong_type")),
            ("[[]]", ("invalid_body", "", "wrong_type")),
            (r#"{"inner":[[1]]}"#, ("invalid_body", "/inner/0", "wrong_type")),
            (
                r#"{"a/b~":1,"inner":[]}"#,
                ("invalid_body", "/a~1b~0", "unknown_member"),
            ),
        ];
        for (body, (word, pointer, code)) in cases {
            assert_eq!(told(body), (word, pointer.to_owned(), code.to_owned()), "{body}");
        }
    }

    #[test]
    fn another_content_type_is_refused() {
        for said in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-16",
            "",
        ] {
            let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(said))]);
            assert_eq!(
                json::<Outer>(&headers, b"{}").expect_err("a problem").code,
                &code::UNSUPPORTED_MEDIA_TYPE
            );
        }
    }
}
