//! DynamoDB on a bad day: what the embedded engine never does.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_sdk_dynamodb::config::http::{HttpRequest, HttpResponse};
use aws_sdk_dynamodb::config::{HttpClient, RuntimeComponents, SharedHttpClient};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use serde_json::{Value, json};

/// How the next write goes wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    /// It goes well: the one after it is meant.
    None,
    /// A transaction is cancelled; one reason per item.
    Cancelled(&'static [&'static str]),
    /// An error of this type with this status; nothing is written.
    Refused(u16, &'static str),
    /// It is written, and the answer gets lost on its way.
    AnswerLost,
}

/// Which faults are to come; clones share them. Reads are left alone, and so is the count of a
/// source's calls, which runs beside the write that a test means.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    next: Arc<Mutex<VecDeque<Fault>>>,
    seen: Arc<Mutex<u32>>,
}

impl Faults {
    /// Makes the next writes go wrong, each in its way.
    pub(crate) fn arrange(&self, faults: impl IntoIterator<Item = Fault>) {
        self.next.lock().expect("unpoisoned").extend(faults);
    }

    /// From now on all goes well.
    pub(crate) fn clear(&self) {
        self.next.lock().expect("unpoisoned").clear();
    }

    /// How many arranged faults have not happened.
    pub(crate) fn pending(&self) -> usize {
        self.next.lock().expect("unpoisoned").len()
    }

    /// How many writes were tried since this was last asked.
    pub(crate) fn writes_tried(&self) -> u32 {
        std::mem::take(&mut *self.seen.lock().expect("unpoisoned"))
    }

    /// A way to DynamoDB on which they happen.
    pub(crate) fn on(&self, way: SharedHttpClient) -> SharedHttpClient {
        SharedHttpClient::new(Way {
            faults: self.clone(),
            way,
        })
    }

    fn take_for(&self, request: &HttpRequest) -> Option<Fault> {
        let reads = request
            .headers()
            .get("x-amz-target")
            .is_some_and(|target| target.ends_with("GetItem"));
        let body = request.body().bytes().unwrap_or_default();
        let counts_source = String::from_utf8_lossy(body).contains("\"L#");
        if reads || counts_source {
            return None;
        }
        *self.seen.lock().expect("unpoisoned") += 1;
        self.next.lock().expect("unpoisoned").pop_front()
    }
}

#[derive(Debug)]
struct Way {
    faults: Faults,
    way: SharedHttpClient,
}

impl HttpClient for Way {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector {
            faults: self.faults.clone(),
            way: self.way.http_connector(settings, components),
        })
    }
}

#[derive(Debug)]
struct Connector {
    faults: Faults,
    way: SharedHttpConnector,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        match self.faults.take_for(&request) {
            None | Some(Fault::None) => self.way.call(request),
            Some(Fault::AnswerLost) => {
                let sent = self.way.call(request);
                HttpConnectorFuture::new(async move {
                    sent.await?;
                    Ok(answer(500, "InternalServerError", json!({})))
                })
            }
            Some(Fault::Refused(status, kind)) => HttpConnectorFuture::ready(Ok(answer(status, kind, json!({})))),
            Some(Fault::Cancelled(reasons)) => {
                let reasons: Vec<Value> = reasons
                    .iter()
                    .map(|code| json!({ "Code": code, "Message": code }))
                    .collect();
                let more = json!({ "CancellationReasons": reasons });
                HttpConnectorFuture::ready(Ok(answer(400, "TransactionCanceledException", more)))
            }
        }
    }
}

fn answer(status: u16, kind: &str, mut body: Value) -> HttpResponse {
    body["__type"] = format!("com.amazonaws.dynamodb.v20120810#{kind}").into();
    body["message"] = "Arranged by a test.".into();
    let response = http::Response::builder()
        .status(status)
        .header("content-type", "application/x-amz-json-1.0")
        .body(body.to_string().into())
        .expect("a response");
    HttpResponse::try_from(response).expect("a response")
}
