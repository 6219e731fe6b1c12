//! What concerns people in their browser.

use serde_json::json;
use usher::authorization::{AuthorizationRequest, Parameters, REQUEST_LIFE, read};
use usher::customer::CustomerKind;
use usher::entropy::Entropy;
use usher::recovery::RecoveryLink;
use usher::session::Session;
use usher::sign_up::{SignUp, SignUpLink};
use usher::testing;
use usher::user::User;

use crate::people::{PASSWORD, acme};
use crate::request::Sample;
use crate::vouchers::vouchers;

const WELCOME: &str = "https://portal.acme.example/welcome";

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let [_, _, _, _, _, fay, _, _, _, jon, _, _, _, nia, .., cora, dina] = people else {
        unreachable!("there are more than fourteen")
    };
    let authorize = || {
        Sample::new("get-303", "GET /authorize")
            .query(asked(""))
            .header("accept", "text/html")
    };
    let mut signed_in = authorize().named("get-signed-in-303");
    signed_in.cookies.push(session(jon));
    let mut asking = authorize().named("get-asking-200").query(asked("&prompt=consent"));
    asking.cookies.push(session(jon));
    let mut decided = Sample::new("post-decided-303", "POST /authorize/decision")
        .form(&[("request", &request("prompt=consent")), ("decision", "allow")]);
    decided.cookies.push(session(jon));
    vec![
        ("authorize", authorize()),
        ("authorize", signed_in),
        ("authorize", asking),
        ("authorize", decided),
        ("authorize", Sample::new("post-303", "POST /authorize").form(&fields())),
        (
            "authorize",
            authorize()
                .named("get-elsewhere-400")
                .query(asked("").replace("welcome", "evil")),
        ),
        checking(cora, "get-200", "GET /check-details"),
        checking(cora, "post-303", "POST /check-details"),
        checking(dina, "post-several-303", "POST /check-details"),
        (
            "sign-in",
            Sample::new("get-200", "GET /sign-in")
                .query(format!("request={}", request("")))
                .header("accept", "text/html"),
        ),
        (
            "sign-in",
            Sample::new("post-303", "POST /sign-in").form(&[
                ("request", &request("")),
                ("email", fay.email.as_str()),
                ("password", PASSWORD),
            ]),
        ),
        (
            "register",
            Sample::new("get-200", "GET /register")
                .query(format!("request={}", request("")))
                .header("accept", "text/html"),
        ),
        (
            "register",
            Sample::new("post-200", "POST /register").form(&[
                ("request", &request("")),
                ("email", "nora@example.org"),
                ("profile.firstName", "Nora"),
                ("profile.lastName", "New"),
                ("agreement.terms", "1"),
                ("password", PASSWORD),
            ]),
        ),
        (
            "register",
            Sample::new("post-incomplete-422", "POST /register").form(&[
                ("request", &request("")),
                ("email", "nora@"),
                ("password", "short"),
            ]),
        ),
        (
            "signup",
            Sample::new("get-200", "GET /signup")
                .query("labelpartner=acme".to_owned())
                .header("accept", "text/html"),
        ),
        (
            "signup",
            Sample::new("post-200", "POST /signup")
                .query("labelpartner=acme".to_owned())
                .form(&[("kind", "business"), ("email", "zoe@example.org")]),
        ),
        (
            "signup",
            Sample::new("post-incomplete-422", "POST /signup")
                .query("labelpartner=acme".to_owned())
                .form(&[("email", "zoe@")]),
        ),
        (
            "voucher",
            Sample::new("post-201", "POST /v1/vouchers")
                .header("idempotency-key", "campaign-1")
                .json(&json!({"kind": "channel_partner", "uses": 50, "code": "SPRING-2027", "presets": {"salesRegion": "North"}}))
                .signed(),
        ),
        (
            "voucher",
            Sample::new("get-voucher-200", "GET /v1/vouchers/{id}").at(&voucher()).signed(),
        ),
        (
            "voucher",
            Sample::new("revoke-voucher-200", "POST /v1/vouchers/{id}/revoke")
                .at(&voucher())
                .header("idempotency-key", "revoke-2")
                .signed(),
        ),
        (
            "signup-complete",
            Sample::new("post-partner-303", "POST /signup/complete").form(&[
                ("token", &sign_up(CustomerKind::ChannelPartner, "yves@example.org")),
                ("voucher_code", "autumn-2027"),
                ("profile.companyName", "Partner Ltd"),
                ("profile.firstName", "Yves"),
                ("profile.lastName", "New"),
                ("password", PASSWORD),
            ]),
        ),
        (
            "signup-complete",
            Sample::new("get-200", "GET /signup/complete")
                .query(format!("token={}", sign_up(CustomerKind::Business, "zoe@example.org")))
                .header("accept", "text/html"),
        ),
        (
            "signup-complete",
            Sample::new("post-303", "POST /signup/complete").form(&[
                ("token", &sign_up(CustomerKind::Business, "zoe@example.org")),
                ("profile.companyName", "Zenith Ltd"),
                ("profile.firstName", "Zoe"),
                ("profile.lastName", "New"),
                ("agreement.terms", "1"),
                ("password", PASSWORD),
            ]),
        ),
        (
            "recover",
            Sample::new("get-200", "GET /recover")
                .query(format!("request={}", request("")))
                .header("accept", "text/html"),
        ),
        (
            "recover",
            Sample::new("post-200", "POST /recover").form(&[("request", &request("")), ("email", fay.email.as_str())]),
        ),
        (
            "recover",
            Sample::new("get-link-200", "GET /recover/password")
                .query(format!("token={}", recovery(nia)))
                .header("accept", "text/html"),
        ),
        (
            "recover",
            Sample::new("post-link-303", "POST /recover/password")
                .form(&[("ticket", &recovery(nia)), ("password", "nine yellow ladders hum")]),
        ),
        (
            "recover",
            Sample::new("put-200", "PUT /v2/registration/resetpassword/")
                .json(&json!({"email_address": "fay@example.org", "labelpartner": "acme"})),
        ),
        (
            "recover",
            Sample::new("put-without-slash-200", "PUT /v2/registration/resetpassword")
                .json(&json!({"email_address": "jon@example.org", "labelpartner": "acme"})),
        ),
        (
            "sign-in",
            Sample::new("post-wrong-403", "POST /sign-in").form(&[
                ("request", &request("")),
                ("email", "nobody@example.org"),
                ("password", PASSWORD),
            ]),
        ),
    ]
}

/// A person looks at what the back office wrote, or says what is right.
fn checking(user: &User, name: &'static str, route: &'static str) -> (&'static str, Sample) {
    let asked = request("");
    let sample = Sample::new(name, route);
    let mut sample = match route.starts_with("GET") {
        true => sample.query(format!("request={asked}")).header("accept", "text/html"),
        false => sample.form(&[
            ("request", &asked),
            ("decision", "confirm"),
            ("profile.companyName", "Right Ltd"),
            ("profile.firstName", "Right"),
            ("profile.lastName", "Sample"),
        ]),
    };
    sample.cookies.push(session(user));
    ("check-details", sample)
}

fn asked(more: &str) -> String {
    format!("client_id=acme-portal&redirect_uri={WELCOME}&response_type=code&scope=openid&state=s&nonce=n{more}")
}

fn fields() -> Vec<(&'static str, &'static str)> {
    vec![
        ("client_id", "acme-portal"),
        ("redirect_uri", WELCOME),
        ("response_type", "code"),
    ]
}

/// What the portal asks for, as it travels.
pub(super) fn request(more: &str) -> String {
    let query = format!("{}&{more}", asked(""));
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let parameters: Parameters = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let (tenant, now) = (acme(), testing::now());
    let portal = tenant.client("acme-portal").expect("the portal");
    let request: AuthorizationRequest = read(&parameters, &tenant, portal, now).expect("a request");
    request.seal(&testing::keys(), now, REQUEST_LIFE)
}

/// The token of a mail for a forgotten password.
fn recovery(user: &User) -> String {
    let at = user.registered_at.expect("a registered person") + 1;
    RecoveryLink::new(user, at).seal(&testing::keys())
}

/// The cookie of a browser that a person is signed in with.
pub(super) fn session(user: &User) -> String {
    let now = testing::now();
    let session = Session::begin(user, &Entropy::seeded(11), now);
    format!("__Host-usher-session={}", session.seal(&testing::keys(), now))
}

/// The token of a link to the form of a new account.
fn sign_up(kind: CustomerKind, email: &str) -> String {
    let chosen = SignUp {
        email: email.parse().expect("an address"),
        kind,
        locale: "en".to_owned(),
        request: None,
        arrival: None,
    };
    let (keys, asked_at) = (testing::keys(), testing::now().as_millisecond());
    SignUpLink::new(&acme(), &chosen, asked_at, &keys).seal(&keys)
}

/// The id of a voucher that partners have.
fn voucher() -> String {
    vouchers()[0].id.to_string()
}
