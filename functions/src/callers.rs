//! The sources that call a sandbox, in the window of their limit.
//!
//! The count that decides is in the table, where all sandboxes see it. A source's first call in a sandbox is only
//! noted here, and counted together with its second: most people call a function once, and cost no write for it.
//! Whoever calls more often is counted in full. All that a source can hide from the table is one call per sandbox.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use usher::limit::{TooOften, Window, line};

/// What a sandbox knows of its callers; it forgets it with each window.
#[derive(Debug, Default)]
pub(crate) struct Callers(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    window: i64,
    lines: HashMap<IpAddr, Line>,
}

/// What is known of one source.
#[derive(Clone, Copy, Debug)]
enum Line {
    CalledOnce,
    Counted,
    Refused,
}

impl Callers {
    /// How many calls of a source to count now that it calls again.
    ///
    /// # Errors
    /// When it is known to be over its limit.
    pub(crate) fn called(&self, source: IpAddr, window: Window, now: Timestamp) -> Result<u32, TooOften> {
        let mut state = self.state(window, now);
        let known = state.lines.get(&line(source)).copied();
        let (next, count) = match known {
            None => (Line::CalledOnce, 0),
            Some(Line::CalledOnce) => (Line::Counted, 2),
            Some(Line::Counted) => return Ok(1),
            Some(Line::Refused) => {
                return Err(TooOften {
                    retry_after: window.retry_after(now),
                });
            }
        };
        state.lines.insert(line(source), next);
        Ok(count)
    }

    /// Refuses a source until the window is over.
    pub(crate) fn refuse(&self, source: IpAddr, window: Window, now: Timestamp) {
        self.state(window, now).lines.insert(line(source), Line::Refused);
    }

    fn state(&self, window: Window, now: Timestamp) -> MutexGuard<'_, State> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = window.index(now);
        if state.window != index {
            *state = State {
                window: index,
                lines: HashMap::new(),
            };
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    const WINDOW: Window = Window {
        limit: 3,
        length: SignedDuration::from_secs(300),
    };

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn a_first_call_is_counted_with_the_second_and_all_others_at_once() {
        let callers = Callers::default();
        let (source, other) = (
            "203.0.113.7".parse().expect("one"),
            "203.0.113.8".parse().expect("another"),
        );
        let counts = [0, 2, 1, 1].map(|_| callers.called(source, WINDOW, at(10)).expect("a count"));
        assert_eq!(counts, [0, 2, 1, 1]);
        assert_eq!(callers.called(other, WINDOW, at(10)), Ok(0));
        assert_eq!(callers.called(source, WINDOW, at(300)), Ok(0), "the next window");
    }

    #[test]
    fn a_line_is_one_source_whatever_address_of_its_own_it_takes() {
        let callers = Callers::default();
        let counts = ["2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::1"].map(|source| {
            callers
                .called(source.parse().expect("an address"), WINDOW, at(10))
                .expect("a count")
        });
        assert_eq!(counts, [0, 2, 1]);
    }

    #[test]
    fn who_is_refused_stays_so_until_the_window_is_over() {
        let callers = Callers::default();
        let source = "203.0.113.7".parse().expect("a source");
        callers.refuse(source, WINDOW, at(10));
        assert_eq!(
            callers.called(source, WINDOW, at(20)),
            Err(TooOften { retry_after: 280 })
        );
        assert_eq!(callers.called(source, WINDOW, at(300)), Ok(0));
    }
}
