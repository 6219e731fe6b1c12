//! Amazon SES, as far as the mailer minds: takes every mail, or refuses the next ones.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_sdk_sesv2::config::http::{HttpRequest, HttpResponse};
use aws_sdk_sesv2::config::{BehaviorVersion, HttpClient, Region, RuntimeComponents, SharedHttpClient};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use serde_json::{Value, json};
use usher::adapters::aws::credentials;

use super::Mailed;

/// What was sent, oldest first; clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct PostOffice {
    sent: Arc<Mutex<Vec<Value>>>,
    refusals: Arc<Mutex<VecDeque<(u16, &'static str)>>>,
    /// Whose mails are all refused.
    barred: Arc<Mutex<Option<&'static str>>>,
}

impl PostOffice {
    /// A client whose mails arrive here.
    pub(crate) fn client(&self) -> aws_sdk_sesv2::Client {
        let config = aws_sdk_sesv2::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("local"))
            .credentials_provider(credentials("x".into(), "x".into(), None))
            .http_client(SharedHttpClient::new(self.clone()));
        aws_sdk_sesv2::Client::from_conf(config.build())
    }

    /// Refuses the next `count` calls with this status and type.
    pub(crate) fn refuse(&self, count: usize, status: u16, kind: &'static str) {
        let mut refusals = self.refusals.lock().expect("unpoisoned");
        refusals.extend(std::iter::repeat_n((status, kind), count));
    }

    /// Takes whatever comes from now on.
    pub(crate) fn refuse_no_more(&self) {
        self.refusals.lock().expect("unpoisoned").clear();
    }

    /// Refuses every mail of a tenant from now on, as when its domain is no longer verified.
    pub(crate) fn bar(&self, tenant: &'static str) {
        *self.barred.lock().expect("unpoisoned") = Some(tenant);
    }

    fn bars(&self, mail: &Value) -> bool {
        let barred = self.barred.lock().expect("unpoisoned");
        let tags = mail["EmailTags"].as_array();
        barred
            .is_some_and(|tenant| tags.is_some_and(|tags| tags.contains(&json!({ "Name": "tenant", "Value": tenant }))))
    }

    /// The mails to an address, oldest first, as the mailer handed them over.
    pub(crate) fn mails(&self, to: &str) -> Vec<Value> {
        let sent = self.sent.lock().expect("unpoisoned");
        let is_to = |mail: &&Value| mail["Destination"]["ToAddresses"] == json!([to]);
        sent.iter().filter(is_to).cloned().collect()
    }

    /// The link and the code of the newest mail to an address.
    pub(crate) fn newest(&self, to: &str) -> Mailed {
        let mail = self.mails(to).pop().expect("a mail");
        let text = mail["Content"]["Simple"]["Body"]["Text"]["Data"]
            .as_str()
            .expect("a text");
        let token = text
            .split("token=")
            .nth(1)
            .and_then(|rest| rest.split_whitespace().next());
        let digits = |line: &str| line.chars().filter(char::is_ascii_digit).collect::<String>();
        let is_code = |line: &&str| {
            digits(line).len() == 6 && line.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace())
        };
        Mailed {
            token: token.expect("a token").to_owned(),
            code: digits(text.lines().find(is_code).expect("a code")),
        }
    }
}

impl HttpClient for PostOffice {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for PostOffice {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mail = serde_json::from_slice(request.body().bytes().expect("a body")).expect("JSON");
        let refusal = self.refusals.lock().expect("unpoisoned").pop_front();
        let barred = self.bars(&mail).then_some((400, "MailFromDomainNotVerifiedException"));
        let refusal = refusal.or(barred);
        let (status, kind, body) = match refusal {
            Some((status, kind)) => (status, kind, json!({ "message": "Arranged by a test." })),
            None => {
                self.sent.lock().expect("unpoisoned").push(mail);
                (200, "", json!({ "MessageId": "one" }))
            }
        };
        let response = http::Response::builder()
            .status(status)
            .header("x-amzn-errortype", kind)
            .body(body.to_string().into())
            .expect("a response");
        HttpConnectorFuture::ready(Ok(HttpResponse::try_from(response).expect("a response")))
    }
}
