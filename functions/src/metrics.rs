//! The onboarding funnel, counted: who got how far, and why others did not, per tenant.
//!
//! A step is told as an event of [`TARGET`]. A deployed function writes each as one line of its log in
//! CloudWatch's embedded metric format, from which CloudWatch makes the metrics: no call, no wait, and
//! nothing personal, for a line holds the step, the tenant and a word for what went wrong.
//!
//! Each is told once, where the table has just said that it is so. What is counted of mails and text
//! messages are those; of all else, people. Only tenants that exist are named: whoever makes up names makes no metrics.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>

use std::fmt;

use serde::Serialize;
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use usher::clock::Clock;
use usher::tenant::TenantName;

/// What the events of the funnel are filtered by.
pub const TARGET: &str = "usher::funnel";
/// The metric.
pub const METRIC: &str = "Count";
/// What a step is told apart by.
pub const OF_STEPS: &[&str] = &["Step", "Tenant"];
/// What a failure is told apart by.
pub const OF_FAILURES: &[&str] = &["Reason", "Step", "Tenant"];

/// How far somebody may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A business customer made them known.
    Provisioned,
    /// SES took a mail to them.
    MailSent,
    /// Their mail server took it.
    MailDelivered,
    /// SNS took a text message to them.
    TextSent,
    /// Their address or number is proven, or taken on the tenant's word.
    Verified,
    /// They have a credential.
    Registered,
    /// Their first data has arrived.
    Active,
}

impl Step {
    /// The value of the dimension `Step`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Provisioned => "provisioned",
            Self::MailSent => "mail_sent",
            Self::MailDelivered => "mail_delivered",
            Self::TextSent => "text_sent",
            Self::Verified => "verified",
            Self::Registered => "registered",
            Self::Active => "active",
        }
    }
}

/// Somebody got this far, just now and for the first time.
pub fn reached(step: Step, tenant: &TenantName) {
    tracing::info!(target: TARGET, step = step.as_str(), tenant = tenant.as_str(), "a step was reached");
}

/// Somebody did not get this far. The reason is a word of a fixed list: each makes a metric of its own.
pub fn failed(step: Step, tenant: &TenantName, reason: &str) {
    tracing::info!(target: TARGET, step = step.as_str(), tenant = tenant.as_str(), reason, "a step failed");
}

/// Writes the funnel's events, and no others, in the embedded metric format.
#[derive(Debug)]
pub struct EmbeddedMetrics<W> {
    /// CloudWatch's namespace.
    pub namespace: String,
    /// The time.
    pub clock: Clock,
    /// Where a line goes.
    pub write: W,
}

impl<S: Subscriber, W: Fn(&str) + 'static> Layer<S> for EmbeddedMetrics<W> {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() != TARGET {
            return;
        }
        let mut told = Told::default();
        event.record(&mut told);
        let now = self.clock.now().as_millisecond();
        if let Ok(line) = serde_json::to_string(&told.line(&self.namespace, now)) {
            (self.write)(&line);
        }
    }
}

/// The fields of an event.
#[derive(Default)]
struct Told {
    step: String,
    tenant: String,
    reason: Option<String>,
}

impl Visit for Told {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "step" => value.clone_into(&mut self.step),
            "tenant" => value.clone_into(&mut self.tenant),
            "reason" => self.reason = Some(value.to_owned()),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

impl Told {
    fn line<'a>(&'a self, namespace: &'a str, timestamp: i64) -> Line<'a> {
        let dimensions = if self.reason.is_some() { OF_FAILURES } else { OF_STEPS };
        Line {
            aws: Metadata {
                timestamp,
                directives: [Directive {
                    namespace,
                    dimensions: [dimensions],
                    metrics: [Metric { name: METRIC }],
                }],
            },
            step: &self.step,
            tenant: &self.tenant,
            reason: self.reason.as_deref(),
            count: 1,
        }
    }
}

/// One line of the log.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Line<'a> {
    #[serde(rename = "_aws")]
    aws: Metadata<'a>,
    step: &'a str,
    tenant: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    count: u8,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Metadata<'a> {
    /// Milliseconds since 1970.
    timestamp: i64,
    #[serde(rename = "CloudWatchMetrics")]
    directives: [Directive<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Directive<'a> {
    namespace: &'a str,
    dimensions: [&'static [&'static str]; 1],
    metrics: [Metric; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Metric {
    name: &'static str,
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use serde_json::{Value, json};
    use tracing_subscriber::layer::SubscriberExt as _;

    use super::*;

    /// What is written while `work` goes on.
    fn written(work: impl FnOnce()) -> Vec<Value> {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let layer = EmbeddedMetrics {
            namespace: "Usher/usher-dev".to_owned(),
            clock: Clock::system(),
            write: move |line: &str| {
                let line = serde_json::from_str(line).expect("one JSON object per line");
                kept.lock().expect("unpoisoned").push(line);
            },
        };
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), work);
        std::mem::take(&mut *lines.lock().expect("unpoisoned"))
    }

    #[test]
    fn a_line_is_what_cloudwatch_makes_a_metric_of() {
        let tenant: TenantName = "acme".parse().expect("a name");
        let mut lines = written(|| {
            reached(Step::Verified, &tenant);
            failed(Step::Verified, &tenant, "link_expired");
            tracing::info!(step = "verified", "what others log is no metric");
        });
        for line in &mut lines {
            let at = line["_aws"]["Timestamp"].take();
            assert!(at.as_i64() > Some(1_700_000_000_000), "milliseconds since 1970: {at}");
        }
        let metadata = |dimensions: Value| {
            json!({ "Timestamp": null, "CloudWatchMetrics": [{
                "Namespace": "Usher/usher-dev", "Dimensions": [dimensions], "Metrics": [{ "Name": "Count" }],
            }] })
        };
        let expected = [
            json!({ "_aws": metadata(json!(["Step", "Tenant"])), "Step": "verified", "Tenant": "acme", "Count": 1 }),
            json!({ "_aws": metadata(json!(["Reason", "Step", "Tenant"])),
                    "Step": "verified", "Tenant": "acme", "Reason": "link_expired", "Count": 1 }),
        ];
        assert_eq!(lines, expected);
    }
}
