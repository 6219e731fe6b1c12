//! What partner providers have answered, remembered for a minute: a form that is sent again after another mistake asks
//! nobody again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use usher::id::Opaque;
use usher::sign_up::Partner;

/// How long an answer is believed.
const REMEMBERED: SignedDuration = SignedDuration::from_secs(60);
/// How many are kept.
const KEPT: usize = 256;

/// Answers by what was asked: a partner, or that there is none. Failures are not answers.
#[derive(Debug, Default)]
pub(crate) struct PartnerAnswers(Mutex<HashMap<Opaque, (Timestamp, Option<Partner>)>>);

impl PartnerAnswers {
    /// What was answered to this question, if that is not too long ago.
    pub(super) fn get(&self, question: Opaque, now: Timestamp) -> Option<Option<Partner>> {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, answer) = answers.get(&question)?;
        is_believed(*at, now).then(|| answer.clone())
    }

    /// Remembers an answer, in place of the oldest where there are many.
    pub(super) fn put(&self, question: Opaque, answer: Option<Partner>, now: Timestamp) {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= KEPT {
            answers.retain(|_, (at, _)| is_believed(*at, now));
        }
        if answers.len() >= KEPT
            && let Some(oldest) = answers
                .iter()
                .min_by_key(|(_, (at, _))| *at)
                .map(|(question, _)| *question)
        {
            answers.remove(&oldest);
        }
        answers.insert(question, (now, answer));
    }
}

fn is_believed(at: Timestamp, now: Timestamp) -> bool {
    let age = now.duration_since(at);
    age >= SignedDuration::ZERO && age < REMEMBERED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_believed_for_a_minute_and_the_oldest_make_room() {
        let answers = PartnerAnswers::default();
        let (begun, question) = (Timestamp::UNIX_EPOCH, |number: u16| {
            Opaque::new(u128::from(number).to_be_bytes())
        });
        let after = |milliseconds: i64| begun + SignedDuration::from_millis(milliseconds);
        answers.put(question(1), None, begun);
        assert_eq!(answers.get(question(1), after(59_999)), Some(None));
        assert_eq!(answers.get(question(1), after(60_000)), None);
        assert_eq!(answers.get(question(1), after(-1)), None, "the clock went back");
        assert_eq!(answers.get(question(2), begun), None);
        for number in 2..=300 {
            answers.put(question(number), None, after(i64::from(number)));
        }
        let kept = answers.0.lock().expect("unpoisoned").len();
        assert_eq!(kept, KEPT);
        assert_eq!(answers.get(question(44), after(300)), None);
        assert_eq!(answers.get(question(45), after(300)), Some(None));
    }
}
