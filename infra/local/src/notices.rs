//! Hands SES's notices to the worker that hears them, as SNS and Lambda do: each by itself, again where
//! it failed, slower each time.

use std::time::Duration;

use functions::app::App;
use functions::workers::mail_feedback;
use functions::workers::mail_feedback::SnsEvent;
use tokio::sync::mpsc::UnboundedReceiver;

/// Ten attempts are about 13 seconds with the waits below.
const ATTEMPTS: u32 = 10;
const FIRST_WAIT: Duration = Duration::from_millis(50);
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// Runs until whoever sends notices is gone, or the runtime.
pub(crate) async fn hand_on(app: App, mut notices: UnboundedReceiver<SnsEvent>) {
    while let Some(notice) = notices.recv().await {
        // A task each: one that has to wait holds no other up.
        tokio::spawn(deliver(app.clone(), notice));
    }
}

async fn deliver(app: App, notice: SnsEvent) {
    let mut wait = FIRST_WAIT;
    for _ in 0..ATTEMPTS {
        if mail_feedback::handle(&app, notice.clone()).await.is_ok() {
            return;
        }
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
    tracing::error!("a notice is dropped: the worker failed on it {ATTEMPTS} times");
}
