//! The steps that functions count, as a deployed one would write them.

use std::sync::{Arc, Mutex};

use functions::metrics::EmbeddedMetrics;
use serde_json::Value;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::SubscriberExt as _;
use usher::clock::Clock;

/// Listens to everything that this thread does, and writes down what is counted.
pub(crate) struct Funnel {
    lines: Arc<Mutex<Vec<String>>>,
    _listening: DefaultGuard,
}

impl Funnel {
    /// From now on.
    pub(crate) fn listen() -> Self {
        let lines: Arc<Mutex<Vec<String>>> = Arc::default();
        let kept = lines.clone();
        let layer = EmbeddedMetrics {
            namespace: "Usher/test".to_owned(),
            clock: Clock::system(),
            write: move |line: &str| kept.lock().expect("unpoisoned").push(line.to_owned()),
        };
        let subscriber = tracing_subscriber::registry().with(layer);
        Self {
            lines,
            _listening: tracing::subscriber::set_default(subscriber),
        }
    }

    /// What was counted since this was last asked: the tenant, the step, and the reason of a failure.
    pub(crate) fn take(&self) -> Vec<String> {
        let lines = std::mem::take(&mut *self.lines.lock().expect("unpoisoned"));
        lines.iter().map(|line| told(line)).collect()
    }
}

fn told(line: &str) -> String {
    let line: Value = serde_json::from_str(line).expect("JSON");
    let part = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let names = ["Tenant", "Step", "Reason"].map(part);
    names.join(" ").trim_end().to_owned()
}
