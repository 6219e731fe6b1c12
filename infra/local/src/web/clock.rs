//! `POST /_local/clock`: moves the clock that all functions see.

use axum::Json as Answer;
use axum::extract::State;
use functions::http::{FieldError, Json, Problem, SameSite, code};
use functions::workers::housekeeping;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Local;

/// A hundred years, which is further than anything expires.
const FARTHEST_SECONDS: i64 = 100 * 365 * 86_400;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    /// By so many seconds; back, if negative.
    advance_seconds: i64,
}

#[derive(Debug, Serialize)]
pub(super) struct Moved {
    /// What the clock shows.
    now: Timestamp,
    /// How far it is ahead of the system's, in all.
    advanced_seconds: i64,
}

/// What the clock shows.
pub(super) async fn tell(State(local): State<Local>) -> Answer<Moved> {
    Answer(shown(&local, 0))
}

/// Moves the clock and tells what it shows then. What has come due by that is done at once.
pub(super) async fn advance(
    State(local): State<Local>,
    _: SameSite,
    Json(Advance { advance_seconds }): Json<Advance>,
) -> Result<Answer<Moved>, Problem> {
    let ahead = shown(&local, 0).advanced_seconds.saturating_add(advance_seconds);
    if ahead.unsigned_abs() > FARTHEST_SECONDS.unsigned_abs() {
        let flaw = FieldError::new(
            "/advance_seconds",
            "out_of_range",
            "the clock goes a hundred years either way",
        );
        return Err(Problem::new(&code::VALIDATION_FAILED).errors(vec![flaw]));
    }
    let moved = shown(&local, advance_seconds);
    if let Err(error) = housekeeping::run(&local.app).await {
        tracing::warn!(cause = %error, "not everything that is due was done");
    }
    Ok(Answer(moved))
}

fn shown(local: &Local, seconds: i64) -> Moved {
    let advanced_seconds = local.app.clock.advance(seconds);
    Moved {
        now: local.app.clock.now(),
        advanced_seconds,
    }
}
