//! What is in no log, however talkative it is.

use crate::support::{
    Answer, Call, OTHER_PASSWORD, PASSWORD, PORTAL, Person, Program, TestApp, VERIFIER, authorize, code_in, free_port,
    invitee, number, texted_invitation,
};

/// Everything of ours, and what our libraries say of themselves.
const TALKATIVE: &str = "info,usher=trace,functions=trace,usher_local=trace";

/// What was sent and answered and must stay between the two.
#[derive(Default)]
struct Secrets(Vec<(String, String)>);

impl Secrets {
    fn add(&mut self, what: &str, secret: impl Into<String>) {
        self.0.push((what.to_owned(), secret.into()));
    }

    /// The values that a signed call proves itself with.
    fn of_call(&mut self, call: &Call<'_>) {
        for (name, value) in &call.headers {
            match name.as_str() {
                "signature" => self.add("signature", value.split(':').nth(1).expect("a value")),
                "signature-input" => {
                    let nonce = value.split("nonce=\"").nth(1).and_then(|rest| rest.split('"').next());
                    self.add("nonce", nonce.expect("a nonce"));
                }
                "authorization" => self.add("authorization", value.split_once(' ').expect("a scheme").1),
                _ => {}
            }
        }
    }

    fn of_tokens(&mut self, answer: &Answer) {
        let body = answer.json();
        for name in ["access_token", "refresh_token", "id_token"] {
            if let Some(token) = body[name].as_str() {
                self.add(name, token);
                self.add(name, token.rsplit('.').next().expect("a part"));
            }
        }
    }

    fn of_person(&mut self, person: &Person) {
        self.add("address", &person.email);
        self.add("address in capitals", person.email.to_uppercase());
        self.add("encoded address", person.email.replace('@', "%40"));
        self.add("family name", &person.last_name);
    }

    /// Those that stand in a log.
    fn found_in(&self, log: &str) -> Vec<String> {
        let lines = log.lines().map(without_time).collect::<Vec<_>>();
        let is_in = |secret: &str| lines.iter().find(|line| stands_alone_in(line, secret));
        let found = self
            .0
            .iter()
            .filter_map(|(what, secret)| Some(format!("{what} in: {}", is_in(secret)?)));
        found.collect()
    }
}

/// A time has six digits after its seconds, which may happen to be a code.
fn without_time(line: &str) -> &str {
    match line.split_once(' ') {
        Some((time, rest)) if time.contains('T') && time.contains(':') => rest,
        _ => line,
    }
}

/// Whether `secret` is in the line, and is no part of a longer number.
fn stands_alone_in(line: &str, secret: &str) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let number = secret.bytes().all(|byte| byte.is_ascii_digit());
    line.match_indices(secret).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| line.as_bytes().get(at));
        !number || !(is_digit(before) || is_digit(line.as_bytes().get(at + secret.len())))
    })
}

/// Somebody is invited by text message and activates their account.
fn text_message(app: &TestApp, secrets: &mut Secrets) {
    let (email, number) = (invitee(), number());
    let (_, token) = app.texted(&email, &number);
    let text = app.mail(&number, 1);
    secrets.add("address", &email);
    secrets.add("number", &number);
    secrets.add("number without its plus", &number[1..]);
    secrets.add("national number", &number[3..]);
    secrets.add("texted link", &token);
    secrets.add("texted code", text.code.expect("a code"));
    secrets.add("portal's secret", PORTAL);
    app.press(&token).finish();
    let mut elsewhere = texted_invitation(&email, "+12025550143");
    app.pre_register(&elsewhere).send().expect(422);
    elsewhere["profile_fields"]["mobileNumber"] = "+49 151 2".into();
    app.pre_register(&elsewhere).send().expect(422);
    secrets.add("refused number", "12025550143");
}

/// Somebody registers, signs in, and forgets their password.
fn in_a_browser(app: &TestApp, secrets: &mut Secrets) {
    let (web, email) = (app.web(), invitee());
    secrets.add("registered address", &email);
    secrets.add("encoded address", email.replace('@', "%40"));
    web.register(
        &authorize(&[]),
        &email,
        &[("profile.lastName", "Wolkenstein-Trostburg")],
    )
    .expect(200);
    secrets.add("family name", "Wolkenstein-Trostburg");
    secrets.add(
        "registering browser",
        web.cookie("usher-registering").expect("a cookie"),
    );
    let token = app.token_in_mail(&email, 1);
    secrets.add("registration link", &token);
    web.send("/activate", &[("token", &token), ("confirm", "yes")])
        .expect(303);
    secrets.add("session", web.cookie("usher-session").expect("a session"));
    let back = web.open(&authorize(&[])).expect(303);
    let code = code_in(&back);
    secrets.add("code", &code);
    secrets.add("verifier", VERIFIER);
    secrets.of_tokens(&app.redeem(&code, &[]).send().expect(200));
    app.redeem(&code, &[]).send().expect(400);
    web.type_password(&authorize(&[("prompt", "login")]), &email, "six wrong lanterns glow")
        .expect(403);
    secrets.add("wrong password", "six wrong lanterns glow");
    let body = serde_json::json!({"email_address": email, "labelpartner": "acme"});
    app.call("PUT", "/v2/registration/resetpassword/")
        .json(&body)
        .send()
        .expect(200);
    let mail = app.mail(&email, 2);
    let link = mail
        .links
        .iter()
        .find_map(|link| link.split_once("/recover/password?token="));
    let (_, token) = link.expect("a link");
    secrets.add("recovery link", token);
    let fields = [("ticket", token), ("password", OTHER_PASSWORD)];
    app.post("/recover/password").form(&fields).send().expect(303);
    secrets.add("new password", OTHER_PASSWORD);
}

#[test]
fn the_log_of_a_whole_journey_holds_no_secret_and_no_address() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = TestApp::of_program(Program::start(folder.path(), free_port(), TALKATIVE));
    let mut secrets = Secrets::default();

    let mut person = Person::new().voucher("LETTER-90210").named("Zoë", "Featherstonehaugh");
    person.external_id = format!("ext-{}", person.email);
    secrets.of_person(&person);
    secrets.add("voucher", "LETTER-90210");
    let provisioning = app.acme().provisioning(&person);
    secrets.of_call(&provisioning);
    let account = provisioning.send().expect(201).member("account_id");
    provisioning.send().refused(401, "signature_replayed");
    let by_external_id = app
        .acme()
        .call("GET", &format!("/v1/account/{}?id_type=external", person.external_id));
    secrets.of_call(&by_external_id);
    by_external_id.send().expect(200);

    let mailed = app.mailed(&person, 1);
    secrets.add("link", &mailed.token);
    secrets.add("code", &mailed.code);
    app.get(&mailed.link()).send().expect(200);
    app.call("PATCH", &mailed.link()).send().expect(405);
    app.verify(&format!("{}x", mailed.token)).expect(404);
    app.verify_by_code(&person, "918273").expect(403);
    secrets.add("wrong code", "918273");
    app.post("/v2/registration/verify")
        .body("application/json", mailed.token.clone())
        .send()
        .expect(400);
    let ticket = app.verify(&mailed.token).expect(200).member("activation_ticket");
    app.get(&mailed.link()).send().expect(409);
    secrets.add("ticket", &ticket);
    secrets.add("password", PASSWORD);
    secrets.add("refused password", "password1234567");
    app.set_password(&person, "password1234567", &ticket).expect(422);
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    app.set_password(&person, PASSWORD, &ticket).expect(403);

    secrets.add("wrong password", "nine wrong ladders hum");
    app.app_of("acme")
        .sign_in(&person.email, "nine wrong ladders hum")
        .expect(400);
    let tokens = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    secrets.of_tokens(&tokens);
    let refreshed = app.app_of("acme").refresh(&tokens.member("refresh_token")).expect(200);
    secrets.of_tokens(&refreshed);
    app.app_of("acme").refresh(&tokens.member("refresh_token")).expect(400);
    let back_office = app.acme();
    let bearer = back_office.token();
    secrets.add("client secret", back_office.secret());
    let with_token = app.get(&format!("/v1/account/{account}")).bearer(&bearer);
    secrets.of_call(&with_token);
    with_token.send().expect(200);
    back_office.tell_activity(&account).expect(200);
    app.ask_for_mail(&person).expect(200);
    back_office
        .call("DELETE", &format!("/v1/account/{account}"))
        .send()
        .expect(204);

    text_message(&app, &mut secrets);
    in_a_browser(&app, &mut secrets);

    let log = app.kill();
    assert!(log.matches("answered").count() > 15, "the log talks: {log}");
    assert_eq!(secrets.found_in(&log), Vec::<String>::new());
}
