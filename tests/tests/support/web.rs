//! A browser that keeps cookies, and the app that sends it to sign in.

use std::cell::RefCell;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use ring::digest::{SHA256, digest};
use serde_json::Value;

use super::{Answer, Call, PASSWORD, TestApp};

/// Where the app in the browser takes its answers.
pub(crate) const CALLBACK: &str = "https://app.acme.example/callback";
/// What its challenges are made of.
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A browser.
#[derive(Clone)]
pub(crate) struct Web<'a> {
    app: &'a TestApp,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl TestApp {
    /// A browser without cookies.
    pub(crate) fn web(&self) -> Web<'_> {
        Web {
            app: self,
            cookies: RefCell::default(),
        }
    }
}

/// The address of a usual request of the app in the browser, with other parameters in place of, or beside, its own.
pub(crate) fn authorize(changed: &[(&str, &str)]) -> String {
    format!("/authorize?{}", asked(changed))
}

/// The parameters of such a request.
pub(crate) fn asked(changed: &[(&str, &str)]) -> String {
    let challenge = challenge(VERIFIER);
    let usual = [
        ("client_id", "acme-web"),
        ("redirect_uri", CALLBACK),
        ("response_type", "code"),
        ("scope", "openid profile email offline_access"),
        ("state", "the-state"),
        ("nonce", "the-nonce"),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ];
    let kept = usual
        .into_iter()
        .filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    let pairs: Vec<_> = kept.chain(changed.iter().copied()).collect();
    serde_urlencoded::to_string(pairs).expect("a query")
}

/// The challenge of a verifier.
pub(crate) fn challenge(verifier: &str) -> String {
    BASE64URL.encode(digest(&SHA256, verifier.as_bytes()))
}

/// The parameters of the query of an address.
pub(crate) fn parameters(link: &str) -> BTreeMap<String, String> {
    let query = link.split_once('?').map_or("", |(_, query)| query);
    serde_urlencoded::from_str(query).expect("a query")
}

/// The value of a hidden field of a page.
#[track_caller]
pub(crate) fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("type=\"hidden\" name=\"{name}\" value=\"");
    let (_, rest) = page
        .text
        .split_once(&mark)
        .unwrap_or_else(|| panic!("no {name} in {}", page.text));
    rest.split('"').next().expect("a value").replace("&#38;", "&")
}

impl<'a> Web<'a> {
    fn with_cookies(&self, call: Call<'a>) -> Answer {
        let jar = self
            .cookies
            .borrow()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>();
        let call = match jar.is_empty() {
            true => call,
            false => call.header("cookie", &jar.join("; ")),
        };
        let answer = call.header("accept", "text/html").send();
        for set in answer.headers.get_all("set-cookie") {
            let set = set.to_str().expect("a cookie");
            let (name, value) = set
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='))
                .expect("a cookie");
            match set.contains("Max-Age=0") {
                true => drop(self.cookies.borrow_mut().remove(name)),
                false => drop(self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned())),
            }
        }
        answer
    }

    /// Opens a page.
    #[track_caller]
    pub(crate) fn open(&self, path: &str) -> Answer {
        let path = path.strip_prefix(self.app.url()).unwrap_or(path);
        self.with_cookies(self.app.get(path))
    }

    /// Looks whether there is something at an address.
    #[track_caller]
    pub(crate) fn look(&self, path: &str) -> Answer {
        self.with_cookies(self.app.call("HEAD", path))
    }

    /// Sends a form.
    #[track_caller]
    pub(crate) fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.with_cookies(self.app.post(path).form(fields))
    }

    /// Opens a page and goes where it leads, as long as that is on our side.
    #[track_caller]
    pub(crate) fn follow(&self, path: &str) -> Answer {
        self.on(self.open(path))
    }

    /// Goes where an answer leads, as long as that is on our side.
    #[track_caller]
    pub(crate) fn on(&self, mut answer: Answer) -> Answer {
        for _ in 0..10 {
            let to = answer.header("location").to_owned();
            if !to.starts_with('/') && !to.starts_with(self.app.url()) {
                return answer;
            }
            answer = self.open(&to);
        }
        panic!("in circles");
    }

    /// Signs in on the page that `path` leads to, and goes on to where that leads.
    #[track_caller]
    pub(crate) fn sign_in(&self, path: &str, email: &str) -> Answer {
        self.on(self.type_password(path, email, PASSWORD))
    }

    /// Types a password on the page that `path` leads to.
    #[track_caller]
    pub(crate) fn type_password(&self, path: &str, email: &str, password: &str) -> Answer {
        let page = self.follow(path).expect(200);
        let request = hidden(&page, "request");
        self.send(
            "/sign-in",
            &[("request", &request), ("email", email), ("password", password)],
        )
    }

    /// Registers on the page that `path` leads to, with other fields in place of, or beside, what Jane fills in.
    #[track_caller]
    pub(crate) fn register(&self, path: &str, email: &str, changed: &[(&str, &str)]) -> Answer {
        let page = self.follow(path).expect(200);
        let request = hidden(&page, "request");
        let usual = [
            ("request", request.as_str()),
            ("email", email),
            ("profile.firstName", "Jane"),
            ("profile.lastName", "Doe"),
            ("password", PASSWORD),
        ];
        let kept = usual
            .into_iter()
            .filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
        let fields: Vec<_> = kept.chain(changed.iter().copied()).collect();
        self.send("/register", &fields)
    }

    /// What the browser holds under the name of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Puts a cookie into the browser.
    pub(crate) fn plant(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }
}

/// What a token says; that it is signed as it should be is for other tests.
#[track_caller]
pub(crate) fn claims(token: &str) -> Value {
    let payload = token.split('.').nth(1).expect("a payload");
    serde_json::from_slice(&BASE64URL.decode(payload).expect("base64url")).expect("claims")
}

impl TestApp {
    /// The app in the browser redeems a code.
    pub(crate) fn redeem(&self, code: &str, changed: &[(&str, &str)]) -> Call<'_> {
        let usual = [
            ("grant_type", "authorization_code"),
            ("client_id", "acme-web"),
            ("redirect_uri", CALLBACK),
            ("code_verifier", VERIFIER),
            ("code", code),
        ];
        let kept = usual
            .into_iter()
            .filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
        let fields: Vec<_> = kept.chain(changed.iter().copied()).collect();
        self.post("/token").form(&fields)
    }
}

/// The name of the cookie of a browser that is signed in.
pub(crate) fn session_cookie(app: &TestApp) -> &'static str {
    match app.url().starts_with("https://") {
        true => "__Host-usher-session",
        false => "usher-session",
    }
}

/// The code that a browser was sent back to the app with.
#[track_caller]
pub(crate) fn code_in(answer: &Answer) -> String {
    let location = answer.header("location");
    let parameters = parameters(location);
    parameters
        .get("code")
        .unwrap_or_else(|| panic!("no code in {location:?}: {}", answer.text))
        .clone()
}
