//! What people send in their browser.

use serde_json::json;

use crate::world::{Failure, World, form, json_call};

/// What an app asks for, beside its name and link; nobody looks at what the challenge is of.
const ASKED: &str =
    "response_type=code&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
const PASSWORD: &str = "violet+tractor+reads+slowly";

impl World {
    /// What an app asks for, as it travels.
    pub(crate) fn request(&self, app: &str) -> Result<String, Failure> {
        let agent: ureq::Agent = ureq::Agent::config_builder().max_redirects(0).build().into();
        let answer = agent
            .get(format!(
                "{}/authorize?client_id={app}&redirect_uri=http://localhost:3000/callback&{ASKED}",
                self.url()
            ))
            .call()?;
        let location = answer.headers().get("location").and_then(|value| value.to_str().ok());
        let sealed = location.and_then(|location| location.split_once("request="));
        let (_, sealed) = sealed.ok_or("nobody was sent to sign in")?;
        Ok(sealed.split('&').next().unwrap_or_default().to_owned())
    }

    /// Somebody registers with an address.
    pub(crate) fn register(request: &str, email: &str) -> String {
        let email = email.replace('@', "%40");
        let names = "profile.firstName=Jane&profile.lastName=Doe";
        form(
            "/register",
            &format!("request={request}&email={email}&{names}&password={PASSWORD}"),
        )
    }

    /// Somebody asks for the link to the form of an account.
    pub(crate) fn sign_up(request: &str, email: &str) -> String {
        let email = email.replace('@', "%40");
        form("/signup", &format!("request={request}&kind=personal&email={email}"))
    }

    /// Somebody guesses at the password of an address.
    pub(crate) fn guess(request: &str, email: &str) -> String {
        let email = email.replace('@', "%40");
        form(
            "/sign-in",
            &format!("request={request}&email={email}&password=orange+tractor+reads+slowly"),
        )
    }

    /// Somebody has forgotten the password of an address.
    pub(crate) fn forget(request: &str, email: &str) -> String {
        form(
            "/recover",
            &format!("request={request}&email={}", email.replace('@', "%40")),
        )
    }

    /// Somebody asks for the mail of an invitation again.
    pub(crate) fn resend(email: &str) -> String {
        let body = json!({
            "client_id": "acme-portal", "user_id": email, "auth_type": "email",
            "redirect_uri": "https://portal.acme.example/welcome",
        });
        json_call("/idp/v1/account/resend-verification", &body)
    }
}
