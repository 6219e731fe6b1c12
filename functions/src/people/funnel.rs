//! `GET /v1/funnel`: how many people reached which step, day by day.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::routing::get;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::Serialize;
use usher::customer::CustomerKind;
use usher::funnel::{OfDay, Step};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Call, ListQuery, Problem, ProblemBody, wrong};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "funnel",
    routes: &[Route::new("GET", "/v1/funnel")],
    hashes: false,
    router: |app| Router::new().route("/v1/funnel", get(show)).with_state(app),
};

/// The most days that are told at once: a year, also a leap year.
const MOST_DAYS: i32 = 366;
/// Days that are told where the caller does not say which.
const DAYS: i32 = 30;

/// How far people came in a time.
#[derive(Serialize, ToSchema)]
pub struct Funnel {
    /// The first day, in UTC.
    #[schema(value_type = String, example = "2026-10-28")]
    from: Date,
    /// The last day.
    #[schema(value_type = String, example = "2026-11-26")]
    to: Date,
    /// Only people of this kind of customer, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "personal")]
    kind: Option<&'static str>,
    /// How many people reached each step in all of that time.
    steps: Vec<StepCount>,
    /// The same for each day, the first one first.
    days: Vec<Day>,
}

/// How many people reached a step.
#[derive(Serialize, ToSchema)]
pub struct StepCount {
    /// `provisioned`, `sent`, `delivered`, `verified`, `registered` or `active`.
    #[schema(example = "registered")]
    step: &'static str,
    /// So many people.
    #[schema(example = 42)]
    count: u64,
}

/// How many people reached each step on one day.
#[derive(Serialize, ToSchema)]
pub struct Day {
    /// Which day, in UTC.
    #[schema(value_type = String, example = "2026-11-26")]
    date: Date,
    /// People who were made known, or opened an account.
    provisioned: u64,
    /// People whose first mail or text message went out, or whose link was given to the tenant.
    sent: u64,
    /// People whose mail server took a first mail.
    delivered: u64,
    /// People whose address or number was proven, or taken on the tenant's word.
    verified: u64,
    /// People who got a credential that counts.
    registered: u64,
    /// People whose first data arrived.
    active: u64,
}

/// What is asked for.
struct Asked {
    from: Date,
    to: Date,
    kind: Option<CustomerKind>,
}

/// See how far people come
///
/// How many people reached each step of the funnel, by day and in all: each person once per step, on the day they did. Whoever
/// opens an account is provisioned, verified and registered at once. It lags a few seconds behind, and people who
/// are erased stay counted.
#[utoipa::path(
    get, path = "/v1/funnel", operation_id = "show_funnel", tag = "People",
    params(
        ("from" = Option<String>, Query, format = Date, description = "The first day, UTC; 29 days before the last one where it is not said", example = "2026-10-28"),
        ("to" = Option<String>, Query, format = Date, description = "The last day, at most 366 in all; else today", example = "2026-11-26"),
        ("kind" = Option<String>, Query, description = "Only people of this kind of customer: `personal`, `business`, `channel_partner` or `data_recipient`", example = "personal"),
    ),
    responses(
        (status = 200, description = "The funnel", body = Funnel),
        (status = 400, description = "`invalid_query`; `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn show(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<Funnel>, Problem> {
    let Asked { from, to, kind } = Asked::read(query.as_deref(), app.clock.now())?;
    let counted = app.store.funnel(&call.caller.tenant.name, from, to).await?;
    let counted: BTreeMap<Date, OfDay> = counted.into_iter().collect();
    let days: Vec<Day> = from
        .series(Span::new().days(1))
        .take_while(|date| *date <= to)
        .map(|date| Day::of(date, counted.get(&date), kind))
        .collect();
    let in_all = Step::ALL.map(|step| StepCount {
        step: step.as_str(),
        count: days.iter().map(|day| day.count(step)).sum(),
    });
    Ok(axum::Json(Funnel {
        from,
        to,
        kind: kind.map(CustomerKind::as_str),
        steps: in_all.into(),
        days,
    }))
}

impl Asked {
    fn read(query: Option<&str>, now: Timestamp) -> Result<Self, Problem> {
        let asked = ListQuery::read_whole(query, &["from", "to", "kind"])?;
        let day = |name: &'static str| match asked.get(name).map(day) {
            Some(None) => Err(wrong(name, "a day is written like 2026-11-26")),
            known => Ok(known.flatten()),
        };
        let to = day("to")?.unwrap_or_else(|| TimeZone::UTC.to_datetime(now).date());
        let from = day("from")?.unwrap_or_else(|| to.saturating_sub(Span::new().days(DAYS - 1)));
        let days = from.until(to).map_or(i32::MAX, |span| span.get_days()) + 1;
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(wrong("from", "this is at most 366 days up to `to`, and not behind it"));
        }
        let kind = match asked.get("kind").map(CustomerKind::from_word) {
            Some(None) => return Err(wrong("kind", "this is no kind of customer")),
            known => known.flatten(),
        };
        Ok(Self { from, to, kind })
    }
}

/// A day as RFC 3339 writes it, and in no other way.
fn day(text: &str) -> Option<Date> {
    let read: Date = text.parse().ok()?;
    (read.to_string() == text).then_some(read)
}

impl Day {
    fn of(date: Date, counted: Option<&OfDay>, kind: Option<CustomerKind>) -> Self {
        let count = |step: Step| {
            let counts = counted.into_iter().flatten();
            let meant = counts.filter(|((of, at), _)| *at == step && kind.is_none_or(|kind| kind == *of));
            meant.map(|(_, count)| count).sum()
        };
        Self {
            date,
            provisioned: count(Step::Provisioned),
            sent: count(Step::Sent),
            delivered: count(Step::Delivered),
            verified: count(Step::Verified),
            registered: count(Step::Registered),
            active: count(Step::Active),
        }
    }

    const fn count(&self, step: Step) -> u64 {
        match step {
            Step::Provisioned => self.provisioned,
            Step::Sent => self.sent,
            Step::Delivered => self.delivered,
            Step::Verified => self.verified,
            Step::Registered => self.registered,
            Step::Active => self.active,
        }
    }
}
