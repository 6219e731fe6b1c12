//! The steps that functions count, as a deployed one would write them.

use std::cell::RefCell;
use std::sync::Once;

use functions::metrics::{EmbeddedMetrics, TARGET};
use serde_json::Value;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use usher::clock::Clock;

thread_local! {
    static LINES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Listens to everything that is done, each thread to what itself does, and writes down what is counted.
///
/// The subscriber is that of the whole process: one that is a thread's own misses what another thread
/// happens to have come by first.
pub(crate) struct Funnel;

impl Funnel {
    /// From now on.
    pub(crate) fn listen() -> Self {
        static LISTENING: Once = Once::new();
        LISTENING.call_once(|| {
            let layer = EmbeddedMetrics {
                namespace: "Usher/test".to_owned(),
                clock: Clock::system(),
                write: |line: &str| LINES.with_borrow_mut(|lines| lines.push(line.to_owned())),
            };
            let only_these = Targets::new().with_target(TARGET, LevelFilter::INFO);
            let subscriber = tracing_subscriber::registry().with(layer).with(only_these);
            tracing::subscriber::set_global_default(subscriber).expect("no other subscriber");
        });
        LINES.take();
        Self
    }

    /// What was counted since this was last asked: the tenant, the step, and the reason of a failure.
    pub(crate) fn take(&self) -> Vec<String> {
        LINES.take().iter().map(|line| told(line)).collect()
    }
}

fn told(line: &str) -> String {
    let line: Value = serde_json::from_str(line).expect("JSON");
    let part = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let names = ["Tenant", "Step", "Reason"].map(part);
    names.join(" ").trim_end().to_owned()
}
