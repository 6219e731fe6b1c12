//! `usher call`: sign, send, print.

use std::fs;
use std::io::{self, Read as _};
use std::process::ExitCode;

use clap::Args;
use ureq::http::request::Parts;
use ureq::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, header};

use crate::credentials::Credentials;
use crate::server::{self, BaseUrl};
use crate::signing::sign_now;
use crate::{Told, json, print};

/// What `usher call --help` ends with.
pub(crate) const EXAMPLES: &str = "\
Examples:
  usher call POST /v1/account -d @person.json
  usher call GET /v1/account/customer-4711 --tenant netgrid
  usher call POST /v2/token --form -d 'grant_type=client_credentials&client_id=…&client_secret=…'";

/// A call.
#[derive(Args, Debug)]
pub(crate) struct Call {
    /// The method, such as POST.
    #[arg(value_parser = method)]
    method: Method,
    /// The path and query, such as /v1/account.
    path: String,
    /// The body: the text itself, @FILE, or @- for standard input.
    #[arg(short, long, value_name = "BODY")]
    data: Option<String>,
    /// The body is a form (application/x-www-form-urlencoded) instead of JSON.
    #[arg(long, requires = "data")]
    form: bool,
    /// One more header; a call that brings its own Authorization is not signed.
    #[arg(short = 'H', long, value_name = "NAME:VALUE", value_parser = header_line)]
    header: Vec<(HeaderName, HeaderValue)>,
    /// Makes a repeated call answer as the first did, without a second effect.
    #[arg(long, value_name = "KEY")]
    idempotency_key: Option<HeaderValue>,
    #[command(flatten)]
    credentials: Credentials,
    /// Print the heads of request and answer to standard error.
    #[arg(short, long)]
    verbose: bool,
}

impl Call {
    /// Sends the call and prints its answer.
    ///
    /// # Errors
    /// When there is nothing to send, nothing to sign with, or no answer.
    pub(crate) fn run(self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let agent = server::agent(url);
        let body = self.data.as_deref().map(read_body).transpose()?.unwrap_or_default();
        let mut request = self.request(url.join(&self.path)?, body)?;
        if !request.headers().contains_key(header::AUTHORIZATION) {
            sign_now(&mut request, &agent, url, &self.credentials.key(url)?)?;
        }
        if self.verbose {
            let (parts, _) = request.clone().into_parts();
            print_head(&parts);
        }
        let answer = server::send(&agent, url, request)?;
        let status = answer.status();
        if self.verbose {
            eprintln!("< {status}");
            print_headers('<', answer.headers());
        }
        let mut printed = match json::pretty(answer.body()) {
            Some(pretty) => pretty.into_bytes(),
            None => answer.body().clone(),
        };
        if !printed.is_empty() {
            printed.push(b'\n');
        }
        print(&printed);
        if status.is_success() {
            return Ok(ExitCode::SUCCESS);
        }
        eprintln!("usher: {} {} answered {status}", self.method, self.path);
        Ok(ExitCode::FAILURE)
    }

    fn request(&self, uri: Uri, body: Vec<u8>) -> Result<Request<Vec<u8>>, Told> {
        let kind = if self.form {
            "application/x-www-form-urlencoded"
        } else {
            "application/json"
        };
        let mut request = Request::builder().method(&self.method).uri(uri);
        if let Some(headers) = request.headers_mut() {
            headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
            if self.data.is_some() {
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            }
            if let Some(key) = &self.idempotency_key {
                headers.insert(HeaderName::from_static("idempotency-key"), key.clone());
            }
            for (name, value) in &self.header {
                headers.insert(name, value.clone());
            }
        }
        request
            .body(body)
            .map_err(|error| Told(format!("the request cannot be made: {error}")))
    }
}

fn read_body(data: &str) -> Result<Vec<u8>, Told> {
    match data.strip_prefix('@') {
        None => Ok(data.as_bytes().to_vec()),
        Some("-") => {
            let mut body = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut body);
            read.map(|_| body)
                .map_err(|error| Told(format!("standard input cannot be read: {error}")))
        }
        Some(file) => fs::read(file).map_err(|error| Told(format!("{file} cannot be read: {error}"))),
    }
}

fn method(text: &str) -> Result<Method, Told> {
    text.to_ascii_uppercase()
        .parse()
        .map_err(|_| Told::new("a method is a word such as POST"))
}

fn header_line(line: &str) -> Result<(HeaderName, HeaderValue), Told> {
    let (name, value) = line
        .split_once(':')
        .ok_or_else(|| Told::new("a header is NAME:VALUE"))?;
    let name = name
        .trim()
        .parse()
        .map_err(|_| Told(format!("{name:?} is no header's name")))?;
    let value = value
        .trim()
        .parse()
        .map_err(|_| Told(format!("{value:?} is no header's value")))?;
    Ok((name, value))
}

fn print_head(request: &Parts) {
    eprintln!("> {} {}", request.method, request.uri);
    print_headers('>', &request.headers);
}

fn print_headers(direction: char, headers: &HeaderMap) {
    for (name, value) in headers {
        eprintln!("{direction} {name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    eprintln!("{direction}");
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use jiff::Timestamp;
    use usher::signature::{Claimed, RequestParts, SigningKey};

    use super::*;
    use crate::signing::add_signature;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        call: Call,
    }

    fn call(words: &[&str]) -> Result<Call, clap::Error> {
        Line::try_parse_from(["call"].iter().chain(words)).map(|line| line.call)
    }

    fn request(words: &[&str]) -> Request<Vec<u8>> {
        let call = call(words).expect("a call");
        let base: BaseUrl = server::LOCAL.parse().expect("a URL");
        let body = call
            .data
            .as_deref()
            .map(read_body)
            .transpose()
            .expect("a body")
            .unwrap_or_default();
        call.request(base.join(&call.path).expect("a URI"), body)
            .expect("a request")
    }

    #[test]
    fn a_call_has_the_headers_it_is_given() {
        let words = [
            "post",
            "/v1/account",
            "-d",
            "{}",
            "--idempotency-key",
            "k",
            "--header",
            "Accept-Language: de",
        ];
        let made = request(&words);
        assert_eq!(made.method(), Method::POST);
        assert_eq!(made.headers()["content-type"], "application/json");
        assert_eq!(made.headers()["idempotency-key"], "k");
        assert_eq!(made.headers()["accept-language"], "de");
        assert!(!request(&["GET", "/v1/account"]).headers().contains_key("content-type"));
        let form = request(&["POST", "/v2/token", "--form", "-d", "a=b"]);
        assert_eq!(form.headers()["content-type"], "application/x-www-form-urlencoded");
    }

    #[test]
    fn what_makes_no_call_is_refused() {
        for words in [
            ["GET", "/", "--header", "nonsense"].as_slice(),
            &["G ET", "/"],
            &["GET", "/", "--form"],
            &["GET", "/", "--keyid", "a/b"],
            &["GET"],
        ] {
            assert!(call(words).is_err(), "{words:?}");
        }
    }

    #[test]
    fn a_body_comes_from_a_file() {
        let place = tempfile::tempdir().expect("a folder");
        let file = place.path().join("person.json");
        fs::write(&file, "{\"a\":1}").expect("written");
        assert_eq!(read_body(&format!("@{}", file.display())), Ok(b"{\"a\":1}".to_vec()));
        assert!(read_body("@/nowhere/person.json").is_err());
    }

    #[test]
    fn the_server_accepts_the_signature() {
        let key: SigningKey = "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
            .parse()
            .expect("a key");
        let now = Timestamp::from_second(1_800_000_000).expect("a time");
        for words in [
            ["POST", "/v1/account?a=b", "-d", "{}"].as_slice(),
            &["DELETE", "/v1/account/1"],
        ] {
            let mut request = request(words);
            add_signature(&mut request, &key, "acme-backoffice/demo", now, "once").expect("signed");
            let target_uri = request.uri().to_string();
            let text = |value: &HeaderValue| value.to_str().expect("ASCII").to_owned();
            let headers: Vec<_> = request
                .headers()
                .iter()
                .map(|(name, value)| (name.as_str().to_owned(), text(value)))
                .collect();
            let headers: Vec<_> = headers
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let parts = RequestParts {
                method: request.method().as_str(),
                target_uri: &target_uri,
                headers: &headers,
                body: request.body(),
            };
            let claimed = Claimed::parse(&parts).expect("a signature");
            assert_eq!((claimed.keyid(), claimed.nonce()), ("acme-backoffice/demo", "once"));
            claimed.verify(&key.verifying_key(), now).expect("valid");
        }
    }
}
