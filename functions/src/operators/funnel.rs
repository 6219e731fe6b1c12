//! `GET /console/funnel`: how many people got how far.

use axum::extract::State;
use axum::response::Response;
use http::{StatusCode, Uri};
use jiff::{ToSpan as _, tz::TimeZone};
use serde_json::Value;

use super::api::Console;
use super::operator::Operator;
use super::read::{list, text};
use crate::http::Problem;
use crate::page_answer::query;
use crate::pages::console::{Funnel, FunnelDay, FunnelStep, KINDS, Place};

pub(super) const PATH: &str = "/console/funnel";
/// What can be looked back on, in days.
const PERIODS: &[u64] = &[7, 30, 90, 365];
/// What is shown at first.
const USUAL: u64 = 30;

/// The page that shows how many people got how far
#[utoipa::path(
    get, path = "/console/funnel", operation_id = "console_funnel", tag = "Console",
    params(
        ("days" = Option<String>, Query, description = "How many days: 7, 30, 90 or 365; 30 where it is anything else"),
        ("kind" = Option<String>, Query, description = "A kind of account"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let [days, kind] = ["days", "kind"].map(|name| query(uri.query(), name).unwrap_or_default());
    let days = days.parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(USUAL);
    let kind = KINDS.into_iter().find(|known| *known == kind);
    let today = console.app.clock.now().to_zoned(TimeZone::UTC).date();
    let before = i64::try_from(days).unwrap_or_default() - 1;
    let from = today.checked_sub(before.days()).unwrap_or(today);
    let of_kind = kind.map(|kind| format!("&kind={kind}")).unwrap_or_default();
    let answer = console
        .get(&operator, &format!("/v1/funnel?from={from}&to={today}{of_kind}"))
        .await?;
    let steps: Vec<FunnelStep> = list(&answer.body, "steps").iter().map(step).collect();
    let mut by_day: Vec<FunnelDay> = list(&answer.body, "days")
        .iter()
        .filter_map(|told| day(told, &steps))
        .collect();
    by_day.retain(|day| day.counts.iter().any(|count| *count > 0));
    by_day.sort_by_key(|day| std::cmp::Reverse(day.date));
    let content = Funnel {
        action: PATH.to_owned(),
        hidden: operator.hidden(),
        days,
        periods: PERIODS,
        kind: kind.map(str::to_owned),
        from,
        to: today,
        steps,
        by_day,
    };
    let languages = operator.reader.languages();
    Ok(
        operator.page(&console.app, (Place::Funnel, StatusCode::OK), languages, |frame| {
            content.render(frame)
        }),
    )
}

fn step(told: &Value) -> FunnelStep {
    FunnelStep {
        step: text(told, "step"),
        count: told["count"].as_u64().unwrap_or_default(),
    }
}

fn day(told: &Value, steps: &[FunnelStep]) -> Option<FunnelDay> {
    let count = |step: &FunnelStep| told[&step.step].as_u64().unwrap_or_default();
    Some(FunnelDay {
        date: text(told, "date").parse().ok()?,
        counts: steps.iter().map(count).collect(),
    })
}
