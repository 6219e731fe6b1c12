//! What the functions find when they start: a local stack with people in it, behind TLS, and what to ask them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use aws_sdk_dynamodb::types::AttributeValue;
use serde::Deserialize;
use serde_json::{Value, json};
use usher::clock::Clock;
use usher::signature::{RequestParts, SigningKey, sign};
use usher_local::{Stack, StackConfig};

use crate::event;
use crate::tls::Authority;

/// What links and `@target-uri` begin with, to the functions that are started.
const URL: &str = "https://id.example.org";
const PINCODE: &str = "739154";
const PASSWORD: &str = "violet tractor reads slowly";
/// How long a mail may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The client that signs, and the app that signs people in.
const BACK_OFFICE: &str = "netgrid-backoffice";
const APP: (&str, &str) = ("netgrid-app", "demo-netgrid-app-secret-never-deploy");

/// A deployment in miniature.
pub(crate) struct World {
    stack: Stack,
    environment: BTreeMap<String, String>,
    signer: Signer,
    inviting: Signer,
    account: String,
    email: String,
    /// The item that the stream brings the mailer.
    invited: String,
    // Holds the file with the certificate authority.
    _folder: tempfile::TempDir,
}

#[derive(Deserialize)]
struct Demo {
    demo_secrets: Vec<Secret>,
}

#[derive(Deserialize)]
struct Secret {
    client: String,
    keyid: Option<String>,
    private_key: Option<String>,
}

struct Signer {
    key: SigningKey,
    keyid: String,
    clock: Clock,
}

/// Anything that goes wrong here ends the run with what it says.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

impl World {
    /// Starts the stack, brings a person through to their password and provisions another one.
    pub(crate) async fn start() -> Result<Self, Failure> {
        let stack = Stack::start(StackConfig::default())?;
        let folder = tempfile::tempdir()?;
        let ca = folder.path().join("ca.pem");
        let authority = Authority::create(&ca)?;
        let mut environment = constant_environment();
        let endpoints = stack.endpoints();
        for (name, behind) in [
            ("AWS_ENDPOINT_URL_DYNAMODB", &endpoints.dynamodb),
            ("AWS_ENDPOINT_URL_KMS", &endpoints.kms),
            ("AWS_ENDPOINT_URL_SESV2", &endpoints.ses),
        ] {
            let behind = behind.as_deref().unwrap_or_default().trim_start_matches("http://");
            environment.insert(name.to_owned(), authority.front(behind.parse()?).await?);
        }
        let ca = ca.display().to_string();
        environment.insert("AWS_CA_BUNDLE".to_owned(), ca.clone());
        environment.insert("NODE_EXTRA_CA_CERTS".to_owned(), ca);
        let (email, invited_email) = ("resident@example.org".to_owned(), "invited@example.org");
        let signer = Signer::of(BACK_OFFICE)?;
        let account = register(&stack, &signer, &email)?;
        let inviting = Signer::of("acme-backoffice")?;
        provision(&stack, &inviting, "acme", invited_email, json!({}))?;
        let invited = event::inserted(&item_of(&stack, invited_email).await?);
        let key = json!({ "pk": { "S": "T#netgrid" }, "sk": { "S": "T" } });
        environment.insert("KEY".to_owned(), key.to_string());
        Ok(Self {
            stack,
            environment,
            signer,
            inviting,
            account,
            email,
            invited,
            _folder: folder,
        })
    }

    /// What a function finds in its environment, but for its own name and the Runtime API.
    pub(crate) const fn environment(&self) -> &BTreeMap<String, String> {
        &self.environment
    }

    /// The back office looks at the person, with a signature nobody has used.
    pub(crate) fn look(&self) -> Result<String, Failure> {
        let path = format!("/v1/account/{}", self.account);
        let signed = self.signer.headers("GET", &format!("{URL}{path}"), b"")?;
        let headers: Vec<(&str, &str)> = signed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Ok(event::http("GET", &path, &headers, None))
    }

    /// The person signs in with their password.
    pub(crate) fn sign_in(&self) -> String {
        let body = format!(
            "grant_type=password&client_id={}&client_secret={}&username={}&password={PINCODE}",
            APP.0,
            APP.1,
            self.email.replace('@', "%40"),
        );
        form("/v2/token", &body)
    }

    /// The back office provisions somebody.
    pub(crate) fn provisioning(&self, email: &str) -> Result<String, Failure> {
        let body = person("acme", email).to_string();
        let mut headers = self
            .inviting
            .headers("POST", &format!("{URL}/v1/account"), body.as_bytes())?;
        headers.push(("content-type", "application/json".to_owned()));
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Ok(event::http("POST", "/v1/account", &headers, Some(&body)))
    }

    /// The token of the link that somebody was mailed, once the mail has come.
    pub(crate) fn mailed(&self, email: &str) -> Result<String, Failure> {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            let messages = self.stack.messages(Some(email));
            let links = messages.iter().flat_map(|message| &message.links);
            if let Some((_, token)) = links.filter_map(|link| link.split_once("verify?token=")).next() {
                return Ok(token.to_owned());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(format!("no mail to {email}").into())
    }

    /// A person proves their address with the link's token.
    pub(crate) fn verifying(token: &str) -> String {
        json_call("/v2/registration/verify", &json!({ "token": token }))
    }

    /// A person sets their first password.
    pub(crate) fn registering(email: &str, ticket: &str) -> String {
        let body = json!({ "email_address": email, "pincode": PASSWORD, "activation_ticket": ticket });
        json_call("/v2/registration/no-gateway", &body)
    }

    /// A person of `acme` signs in.
    pub(crate) fn signing_in(email: &str) -> String {
        let (email, password) = (email.replace('@', "%40"), PASSWORD.replace(' ', "+"));
        let body = format!("grant_type=password&client_id=acme-app&username={email}&password={password}");
        form("/v2/token", &body)
    }

    /// A back office gets a token for itself.
    pub(crate) fn client_credentials() -> String {
        let (id, secret) = ("acme-backoffice", "demo-acme-backoffice-secret-never-deploy");
        let body = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}");
        form("/v2/token", &body)
    }

    /// Anybody reads the public keys.
    pub(crate) fn read_keys() -> String {
        event::http("GET", "/.well-known/jwks.json", &[], None)
    }

    /// A page is opened.
    pub(crate) fn page(path: &str) -> String {
        event::http("GET", path, &[("accept", "text/html")], None)
    }

    /// Somebody was provisioned.
    pub(crate) fn invited(&self) -> String {
        self.invited.clone()
    }

    /// Where the stack answers.
    pub(crate) fn url(&self) -> &str {
        self.stack.url()
    }

    /// Ends the stack.
    pub(crate) fn stop(self) {
        self.stack.stop();
    }
}

pub(crate) fn json_call(path: &str, body: &Value) -> String {
    let headers = [("content-type", "application/json")];
    event::http("POST", path, &headers, Some(&body.to_string()))
}

pub(crate) fn form(path: &str, body: &str) -> String {
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    event::http("POST", path, &headers, Some(body))
}

impl Signer {
    fn of(client: &str) -> Result<Self, Failure> {
        let demo: Demo = serde_norway::from_str(include_str!("../../infra/local/demo.yaml"))?;
        let secret = demo.demo_secrets.into_iter().find(|secret| secret.client == client);
        let secret = secret.ok_or("the demo has no such client")?;
        Ok(Self {
            key: secret.private_key.unwrap_or_default().parse()?,
            keyid: secret.keyid.unwrap_or_default(),
            clock: Clock::system(),
        })
    }

    fn headers(&self, method: &str, target_uri: &str, body: &[u8]) -> Result<Vec<(&'static str, String)>, Failure> {
        static USED: AtomicU64 = AtomicU64::new(0);
        let nonce = format!("measured-{}", USED.fetch_add(1, Ordering::Relaxed));
        let parts = RequestParts {
            method,
            target_uri,
            headers: &[],
            body,
        };
        let signed = sign(&parts, &self.key, &self.keyid, self.clock.now(), &nonce)?;
        Ok(signed.iter().map(|(name, value)| (name, value.to_owned())).collect())
    }
}

/// What Lambda sets for every function, as far as programs read it, and what Usher asks for.
fn constant_environment() -> BTreeMap<String, String> {
    let set = [
        ("AWS_ACCESS_KEY_ID", "measured"),
        ("AWS_SECRET_ACCESS_KEY", "measured"),
        ("AWS_SESSION_TOKEN", "measured"),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_DEFAULT_REGION", "eu-central-1"),
        ("AWS_EXECUTION_ENV", "AWS_Lambda_provided.al2023"),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
        ("AWS_LAMBDA_FUNCTION_NAME", "measured"),
        ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/measured"),
        ("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/18/[$LATEST]measured"),
        ("LAMBDA_RUNTIME_DIR", "/var/runtime"),
        ("LAMBDA_TASK_ROOT", "/var/task"),
        ("LANG", "en_US.UTF-8"),
        ("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin"),
        ("TZ", ":UTC"),
        ("_HANDLER", "bootstrap"),
        ("NODE_NO_WARNINGS", "1"),
        ("USHER_TABLE", "usher"),
        ("USHER_PUBLIC_URL", URL),
        ("USHER_DEFAULT_TENANT", "netgrid"),
        ("USHER_METRICS", "Usher/usher-prod"),
    ];
    set.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// Has a person provisioned whose address the tenant vouches for, and sets their password.
fn register(stack: &Stack, signer: &Signer, email: &str) -> Result<String, Failure> {
    let answer = provision(stack, signer, "netgrid", email, json!({ "create_verified_user": true }))?;
    let body = json!({ "email_address": email, "pincode": PINCODE, "labelpartner": "netgrid" });
    let url = format!("{}/v2/registration/no-gateway", stack.url());
    ureq::post(url).send_json(&body)?;
    let account = answer["account_id"].as_str();
    Ok(account.ok_or("the answer names no account")?.to_owned())
}

fn provision(stack: &Stack, signer: &Signer, tenant: &str, email: &str, more: Value) -> Result<Value, Failure> {
    let mut body = person(tenant, email);
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    let (url, body) = (format!("{}/v1/account", stack.url()), body.to_string());
    let mut request = ureq::post(&url).header("content-type", "application/json");
    for (name, value) in signer.headers("POST", &url, body.as_bytes())? {
        request = request.header(name, value);
    }
    Ok(request.send(body)?.body_mut().read_json()?)
}

fn person(tenant: &str, email: &str) -> Value {
    json!({
        "labelpartner": tenant,
        "customer_info": {
            "first_name": "Zoë", "last_name": "van der Berg",
            "email_address": email, "external_account_id": format!("customer-{email}"),
        },
        "installation_info": [{
            "external_installation_id": "home-1",
            "address_info": { "street": "Mill Lane", "house_number": 1, "city": "Cambridge" },
        }],
    })
}

async fn item_of(stack: &Stack, email: &str) -> Result<std::collections::HashMap<String, AttributeValue>, Failure> {
    let (client, table) = stack.table();
    let everything = client.scan().table_name(table).send().await?.items.unwrap_or_default();
    let is = |item: &std::collections::HashMap<String, AttributeValue>| {
        item.get("em")
            .and_then(|value| value.as_s().ok())
            .is_some_and(|value| value == email)
    };
    Ok(everything
        .into_iter()
        .find(is)
        .ok_or("the person is not in the table")?)
}

/// Where this workspace is.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
