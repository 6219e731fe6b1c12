//! Once a day: makes the deployment's next keys, and drops those that nothing living was made with.
//!
//! What is due is a rule of the domain ([`usher::keys::RotationPolicy`]). Who may invoke
//! the function may also call it by hand with `{"replace": "signers"}` or `{"replace": "seals"}`, when
//! a key may have leaked.

use serde::Deserialize;
use usher::adapters::rotation::{KeyStore, RotationError};
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::keys::{KeyChange, Replace};

use crate::{Trigger, Worker};

/// This worker.
pub const WORKER: Worker = Worker {
    name: "key-rotation",
    trigger: Trigger::Schedule,
};

/// What wakes it. A text with a typing error is neither, and is refused.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Event {
    /// An operator, who says which keys leaked.
    ByHand(ByHand),
    /// The schedule.
    Scheduled(Scheduled),
}

/// An operator's order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByHand {
    /// The keys that are not to be accepted any more.
    pub replace: Replace,
}

/// An event of EventBridge, as far as it matters.
#[derive(Clone, Debug, Deserialize)]
pub struct Scheduled {
    /// Its id, to be found again in the log.
    pub id: String,
    /// What kind of event it is.
    #[serde(rename = "detail-type")]
    pub detail_type: ScheduledEvent,
}

/// The only kind there is here.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ScheduledEvent {
    /// A moment of a schedule.
    #[serde(rename = "Scheduled Event")]
    ScheduledEvent,
}

/// What the worker works with, built once per sandbox.
#[derive(Debug)]
pub struct KeyRotation {
    /// Where the keys are.
    pub keys: KeyStore,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
}

/// Does what the event asks for. A schedule's event that comes twice is done once.
///
/// # Errors
/// When the rotation is not finished: the caller tries again, and an alarm hears of it.
pub async fn handle(rotation: &KeyRotation, event: Event) -> Result<(), RotationError> {
    let KeyRotation { keys, clock, entropy } = rotation;
    let now = clock.now();
    let done = match event {
        Event::Scheduled(event) => {
            let done = keys.rotate(entropy, now, tell).await;
            tracing::info!(event_id = event.id, finished = done.is_ok(), "the keys were looked at");
            done
        }
        Event::ByHand(ByHand { replace }) => keys.replace(replace, entropy, now, tell).await,
    };
    done.inspect_err(|error| tracing::error!(cause = %error, "the rotation of the keys is not finished"))
}

/// Names, never keys.
fn tell(change: &KeyChange) {
    tracing::info!(%change, "the keys were changed");
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json};

    #[test]
    fn an_order_with_a_typing_error_is_refused() {
        for wrong in [
            json!({}),
            json!({"replce": "seals"}),
            json!({"replace": "everything"}),
            json!({"replace": "seals", "when": "now"}),
            json!({"id": "1", "detail-type": "EC2 Instance State-change Notification"}),
        ] {
            assert!(from_value::<Event>(wrong.clone()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn both_ways_in_are_understood() {
        let order = from_value(json!({"replace": "signers"})).expect("an order");
        let is_order = |event| {
            matches!(
                event,
                Event::ByHand(ByHand {
                    replace: Replace::Signers
                })
            )
        };
        assert!(is_order(order));
        // EventBridge Scheduler sends `detail` as text, a rule as an object.
        for detail in [json!("{}"), json!({})] {
            let event =
                json!({"id": "1", "detail-type": "Scheduled Event", "source": "aws.scheduler", "detail": detail});
            assert!(matches!(from_value(event).expect("an event"), Event::Scheduled(_)));
        }
    }
}
