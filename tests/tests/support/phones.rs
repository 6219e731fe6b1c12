//! Amazon SNS, as far as the mailer minds: takes every text message, or refuses the next ones.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use aws_sdk_sns::config::http::{HttpRequest, HttpResponse};
use aws_sdk_sns::config::{BehaviorVersion, HttpClient, Region, RuntimeComponents, SharedHttpClient};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use usher::adapters::aws::credentials;

/// A call of the query protocol: name to value.
pub(crate) type Published = BTreeMap<String, String>;

/// Status, code and message of a refusal.
type Refusal = (u16, &'static str, &'static str);

/// What was sent, oldest first; clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phones {
    sent: Arc<Mutex<Vec<Published>>>,
    refusals: Arc<Mutex<VecDeque<Refusal>>>,
}

impl Phones {
    /// A client whose messages arrive here.
    pub(crate) fn client(&self) -> aws_sdk_sns::Client {
        let config = aws_sdk_sns::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("local"))
            .credentials_provider(credentials("x".into(), "x".into(), None))
            .http_client(SharedHttpClient::new(self.clone()));
        aws_sdk_sns::Client::from_conf(config.build())
    }

    /// Refuses the next `count` calls with this status, code and message.
    pub(crate) fn refuse(&self, count: usize, status: u16, code: &'static str, message: &'static str) {
        let mut refusals = self.refusals.lock().expect("unpoisoned");
        refusals.extend(std::iter::repeat_n((status, code, message), count));
    }

    /// Refuses nothing more.
    pub(crate) fn forgive(&self) {
        self.refusals.lock().expect("unpoisoned").clear();
    }

    /// What was sent to a number, oldest first, as the mailer handed it over.
    pub(crate) fn texts(&self, to: &str) -> Vec<Published> {
        let sent = self.sent.lock().expect("unpoisoned");
        sent.iter().filter(|call| call["PhoneNumber"] == to).cloned().collect()
    }
}

/// The value of an attribute of a message.
pub(crate) fn attribute<'a>(published: &'a Published, name: &str) -> Option<&'a str> {
    let (key, _) = published.iter().find(|(_, value)| *value == name)?;
    let value = format!("{}.Value.StringValue", key.strip_suffix(".Name")?);
    published.get(&value).map(String::as_str)
}

impl HttpClient for Phones {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Phones {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let call: Published = serde_urlencoded::from_bytes(request.body().bytes().expect("a body")).expect("a form");
        let refusal = self.refusals.lock().expect("unpoisoned").pop_front();
        let (status, body) = match refusal {
            Some((status, code, message)) => {
                let error = format!("<Type>Sender</Type><Code>{code}</Code><Message>{message}</Message>");
                (status, format!("<ErrorResponse><Error>{error}</Error></ErrorResponse>"))
            }
            None => {
                self.sent.lock().expect("unpoisoned").push(call);
                let result = "<PublishResult><MessageId>one</MessageId></PublishResult>";
                (200, format!("<PublishResponse>{result}</PublishResponse>"))
            }
        };
        let response = http::Response::builder().status(status).body(body.into());
        HttpConnectorFuture::ready(Ok(
            HttpResponse::try_from(response.expect("a response")).expect("a response")
        ))
    }
}
