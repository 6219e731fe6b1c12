//! `/`: what runs here, and how to make the first call.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use functions::http::Problem;
use usher::tenant::{Client, ClientKind, Tenant};

use super::{Local, own_page};
use crate::demo::{Demo, DemoSecret};

#[derive(Template)]
#[template(path = "start.html")]
struct Page<'a> {
    stylesheet: &'a str,
    url: &'a str,
    now: String,
    tenants: &'a [Arc<Tenant>],
    demo: &'a Demo,
}

/// The page, with the demo tenants as they are now.
pub(super) async fn page(State(local): State<Local>) -> Result<Response, Problem> {
    let now = local.app.clock.now();
    let mut tenants = Vec::new();
    for demo in &local.demo.tenants {
        tenants.extend(local.app.tenant(&demo.name).await?);
    }
    let page = Page {
        stylesheet: functions::pages::stylesheet_path(),
        url: &local.app.config.public_url,
        now: now.strftime("%-d %b %Y, %H:%M UTC").to_string(),
        tenants: &tenants,
        demo: &local.demo,
    };
    own_page(page.render())
}

/// What the demo's app in the browser asks for: the challenge is the example of RFC 7636.
const SIGN_IN: &str = "/authorize?client_id=acme-web&redirect_uri=http://localhost:3000/callback&response_type=code\
                       &scope=openid%20profile%20email&state=demo&nonce=demo\
                       &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

impl Page<'_> {
    /// Where people sign in.
    #[expect(clippy::unused_self, reason = "templates reach only what the page has")]
    const fn sign_in(&self) -> &'static str {
        SIGN_IN
    }

    /// The demo's secrets of a client, unless somebody has given it others since.
    fn secrets(&self, client: &Client) -> Option<&DemoSecret> {
        self.demo.secrets_of(&client.id).filter(|secrets| {
            let known_key = secrets
                .keyid
                .as_deref()
                .is_some_and(|keyid| client.key(keyid).is_some());
            let known_secret = secrets.secret.as_deref().zip(client.secret_sha256.as_ref());
            known_key || known_secret.is_some_and(|(secret, hash)| hash.matches(secret))
        })
    }
}

fn kind(client: &Client) -> &'static str {
    match client.kind {
        ClientKind::Server => "back office (server)",
        ClientKind::App => "app",
    }
}

/// The grants by the names OAuth gives them.
fn grants(client: &Client) -> String {
    let names = client
        .grants
        .iter()
        .filter_map(|grant| serde_json::to_value(grant).ok()?.as_str().map(str::to_owned));
    names.collect::<Vec<_>>().join(", ")
}
