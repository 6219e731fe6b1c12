//! A request as an HTTP API hands it on to a function.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};
use usher::signature::{RequestParts, sign};
use usher::testing;

use crate::people::Demo;

pub(crate) const PUBLIC_URL: &str = "https://id.acme.example";
const HOST: &str = "id.acme.example";

/// A request as an HTTP API hands it on (payload format 2.0).
pub(crate) struct Sample {
    pub(crate) file: &'static str,
    route: &'static str,
    path: String,
    query: String,
    headers: Vec<(String, String)>,
    pub(crate) cookies: Vec<String>,
    body: Option<String>,
}

impl Sample {
    pub(crate) fn new(file: &'static str, route: &'static str) -> Self {
        let path = route.split_once(' ').map_or("", |(_, path)| path).to_owned();
        Self {
            file,
            route,
            path,
            query: String::new(),
            headers: Vec::new(),
            cookies: Vec::new(),
            body: None,
        }
    }

    /// The same as another sample.
    pub(crate) fn named(mut self, file: &'static str) -> Self {
        self.file = file;
        self
    }

    /// With something in the place of `{…}`.
    pub(crate) fn at(mut self, value: &str) -> Self {
        let (before, rest) = self.path.split_once('{').expect("a place");
        let (_, after) = rest.split_once('}').expect("a place");
        self.path = format!("{before}{value}{after}");
        self
    }

    pub(crate) fn query(mut self, query: String) -> Self {
        self.query = query;
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub(crate) fn json(mut self, body: &Value) -> Self {
        self.body = Some(body.to_string());
        self.header("content-type", "application/json")
    }

    pub(crate) fn form(mut self, pairs: &[(&str, &str)]) -> Self {
        self.body = Some(serde_urlencoded::to_string(pairs).expect("a form"));
        self.header("content-type", "application/x-www-form-urlencoded")
    }

    fn method(&self) -> &'static str {
        self.route.split(' ').next().unwrap_or_default()
    }

    /// Signed by acme's back office; the file's name is the nonce, which no other sample has.
    pub(crate) fn signed(mut self) -> Self {
        let query = if self.query.is_empty() {
            String::new()
        } else {
            format!("?{}", self.query)
        };
        let target_uri = format!("{PUBLIC_URL}{}{query}", self.path);
        let body = self.body.clone().unwrap_or_default();
        let parts = RequestParts {
            method: self.method(),
            target_uri: &target_uri,
            headers: &[],
            body: body.as_bytes(),
        };
        let key = Demo::read().key();
        let signed = sign(&parts, &key, "acme-backoffice/demo", testing::now(), self.file).expect("signed");
        for (name, value) in signed.iter() {
            self = self.header(name, value);
        }
        self
    }

    pub(crate) fn event(&self) -> Value {
        let mut headers = Map::new();
        let length = self
            .body
            .as_deref()
            .map(|body| ("content-length".to_owned(), body.len().to_string()));
        let usual = [
            ("host", HOST),
            ("accept", "*/*"),
            ("user-agent", "sample"),
            ("x-forwarded-for", "198.51.100.7"),
        ];
        let usual = usual.map(|(name, value)| (name.to_owned(), value.to_owned()));
        for (name, value) in usual.into_iter().chain(length).chain(self.headers.iter().cloned()) {
            headers.insert(name, value.into());
        }
        // A gateway encodes every body that is not plainly text.
        let is_form = self
            .headers
            .iter()
            .any(|(_, value)| value.ends_with("x-www-form-urlencoded"));
        let body = self
            .body
            .as_ref()
            .map(|body| if is_form { BASE64.encode(body) } else { body.clone() });
        let now = testing::now();
        let mut event = json!({
            "version": "2.0", "routeKey": self.route, "rawPath": self.path, "rawQueryString": self.query,
            "headers": headers,
            "requestContext": {
                "accountId": "123456789012", "apiId": "sample", "domainName": HOST, "domainPrefix": "id",
                "http": {"method": self.method(), "path": self.path, "protocol": "HTTP/1.1",
                         "sourceIp": "198.51.100.7", "userAgent": "sample"},
                "requestId": "Sample123=", "routeKey": self.route, "stage": "$default",
                "time": now.strftime("%d/%b/%Y:%H:%M:%S +0000").to_string(), "timeEpoch": now.as_millisecond(),
            },
            "isBase64Encoded": is_form && body.is_some(),
        });
        if !self.cookies.is_empty() {
            event["cookies"] = json!(self.cookies);
        }
        if let Some(body) = body {
            event["body"] = body.into();
        }
        event
    }
}
