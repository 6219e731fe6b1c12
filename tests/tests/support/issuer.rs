//! An OpenID provider of a tenant's, on the own machine: it says of whoever comes what a test wants it to say, right or wrong.

use std::collections::BTreeMap;
use std::io::{BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use usher::clock::Clock;

use super::Received;
use super::provider::receive;
use super::web::parameters;

/// What it gives for a code.
const CODE: &str = "code-of-the-provider-that-no-log-and-no-table-holds";
/// How we know each other.
pub(crate) const SECRET: &str = "secret-at-the-issuer-that-no-log-and-no-table-holds";

/// Changes header and claims of a token before it is signed.
type Forge = Box<dyn Fn(&mut Value, &mut Value) + Send>;

/// The provider. It is there until the test ends.
pub(crate) struct Issuer {
    /// Who it is.
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

struct State {
    url: String,
    key: u8,
    person: Value,
    forge: Option<Forge>,
    says: BTreeMap<String, (u16, String)>,
    received: Vec<Received>,
}

impl Issuer {
    /// One whose people come as `person` says: claims beside the usual ones.
    pub(crate) fn start(person: Value) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(State {
            url: url.clone(),
            key: 1,
            person,
            forge: None,
            says: BTreeMap::new(),
            received: Vec::new(),
        }));
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &shared);
            }
        });
        Self { url, state }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("unpoisoned")
    }

    /// Who comes from now on.
    pub(crate) fn is(&self, person: Value) {
        self.state().person = person;
    }

    /// What is done to its tokens from now on.
    pub(crate) fn forges(&self, forge: impl Fn(&mut Value, &mut Value) + Send + 'static) {
        self.state().forge = Some(Box::new(forge));
    }

    /// It signs as it should again.
    pub(crate) fn forges_nothing(&self) {
        self.state().forge = None;
    }

    /// It signs with another key from now on, and publishes that alone.
    pub(crate) fn rotates(&self) {
        self.state().key += 1;
    }

    /// What it answers at a path from now on, whatever is right.
    pub(crate) fn says(&self, path: &str, status: u16, body: &str) {
        self.state().says.insert(path.to_owned(), (status, body.to_owned()));
    }

    /// It answers everywhere as it should again.
    pub(crate) fn says_what_is_right(&self) {
        self.state().says.clear();
    }

    /// What it was asked at a path, oldest first.
    pub(crate) fn received(&self, path: &str) -> Vec<Received> {
        let state = self.state();
        let asked = state.received.iter().filter(|received| target(received) == path);
        asked.cloned().collect()
    }

    /// How a tenant knows it.
    pub(crate) fn connection(&self) -> Value {
        json!({
            "id": "acme-login", "display_name": "Acme account",
            "oidc": { "issuer": self.url, "client_id": "usher", "client_secret": SECRET },
        })
    }

    /// A token of its making for what happened, for us.
    pub(crate) fn signs(&self, header: &Value, more: &Value) -> String {
        self.state().signed(header, more)
    }

    /// Where a browser comes back that was sent to `location`.
    pub(crate) fn lets_in(&self, location: &str) -> String {
        let asked = parameters(location);
        // The code tells which sign-in it is of.
        let code = format!("{CODE}.{}", asked["nonce"]);
        let back = [
            ("code", code.as_str()),
            ("state", asked["state"].as_str()),
            ("iss", self.url.as_str()),
        ];
        let to = asked["redirect_uri"].split_once("/sso/").expect("an address of ours").1;
        format!("/sso/{to}?{}", serde_urlencoded::to_string(back).expect("a query"))
    }
}

fn target(received: &Received) -> &str {
    received.line.split(' ').nth(1).unwrap_or_default()
}

fn serve(stream: TcpStream, state: &Mutex<State>) {
    let mut stream = BufReader::new(stream);
    let Some(received) = receive(&mut stream) else {
        return;
    };
    let (status, body) = {
        let mut state = state.lock().expect("unpoisoned");
        let path = target(&received).to_owned();
        // Who it has let in brings the code; whoever brings another one is told so, as RFC 6749 section 5.2 has it.
        let form: BTreeMap<String, String> = serde_urlencoded::from_bytes(&received.body).unwrap_or_default();
        let nonce = form
            .get("code")
            .and_then(|code| code.strip_prefix(CODE)?.strip_prefix('.'));
        let other_code = path == "/token" && nonce.is_none();
        state.received.push(received);
        let said = state.says.get(&path).cloned();
        said.unwrap_or_else(|| match other_code {
            true => (400, json!({ "error": "invalid_grant" }).to_string()),
            false => (200, state.answer(&path, nonce.unwrap_or_default()).to_string()),
        })
    };
    let length = body.len();
    // Whoever asked may be gone.
    let _ = write!(
        stream.get_mut(),
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    );
}

impl State {
    fn answer(&self, path: &str, nonce: &str) -> Value {
        let at = |path: &str| format!("{}{path}", self.url);
        match path {
            "/.well-known/openid-configuration" => json!({
                "issuer": self.url, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
                "jwks_uri": at("/jwks"), "userinfo_endpoint": at("/userinfo"),
                "authorization_response_iss_parameter_supported": true,
            }),
            "/jwks" => json!({ "keys": [self.published()] }),
            "/token" => json!({ "access_token": "at", "token_type": "Bearer", "id_token": self.token(nonce) }),
            _ => json!({}),
        }
    }

    fn signing(&self) -> SigningKey {
        SigningKey::from_slice(&[self.key; 32]).expect("a key")
    }

    fn published(&self) -> Value {
        let point = self.signing().verifying_key().to_sec1_point(false);
        let [x, y] = [point.x(), point.y()].map(|part| BASE64URL.encode(part.expect("a coordinate")));
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": format!("k{}", self.key), "x": x, "y": y })
    }

    fn token(&self, nonce: &str) -> String {
        let now = Clock::system().now().as_second();
        let mut header = json!({ "alg": "ES256", "typ": "JWT", "kid": format!("k{}", self.key) });
        let mut claims = json!({ "iss": self.url, "aud": "usher", "iat": now, "exp": now + 300, "nonce": nonce });
        let members = claims.as_object_mut().expect("claims");
        members.extend(self.person.as_object().expect("claims").clone());
        if let Some(forge) = &self.forge {
            forge(&mut header, &mut claims);
        }
        self.compact(&header, &claims)
    }

    fn signed(&self, header: &Value, more: &Value) -> String {
        let now = Clock::system().now().as_second();
        let mut head = json!({ "alg": "ES256", "kid": format!("k{}", self.key) });
        let mut claims = json!({ "iss": self.url, "aud": "usher", "iat": now, "exp": now + 120, "jti": "j1" });
        for (value, more) in [(&mut head, header), (&mut claims, more)] {
            let members = value.as_object_mut().expect("members");
            members.extend(more.as_object().expect("members").clone());
        }
        self.compact(&head, &claims)
    }

    fn compact(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| BASE64URL.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let signature: Signature = self.signing().sign(signed.as_bytes());
        format!("{signed}.{}", BASE64URL.encode(signature.to_bytes()))
    }
}
