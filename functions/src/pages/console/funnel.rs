//! How many people got how far.

use askama::Template;

use super::{ConsoleFrame, ConsoleShell, KINDS, Told, kind_name, say_of};
use crate::pages::shell::text;

/// How wide the longest bar of the chart is, in the units of its picture.
const WIDEST: u64 = 400;

/// "Funnel". Shows another period or kind by GET, with `days` and `kind`.
pub struct Funnel {
    /// Where the form goes.
    pub action: String,
    /// What the form takes along.
    pub hidden: Vec<(String, String)>,
    /// How many days, and which can be chosen.
    pub days: u64,
    /// Which can be chosen.
    pub periods: &'static [u64],
    /// The kind of account; none for all.
    pub kind: Option<String>,
    /// The first day.
    pub from: String,
    /// The last.
    pub to: String,
    /// The steps, in their order.
    pub steps: Vec<FunnelStep>,
    /// The days on which something happened, newest first.
    pub by_day: Vec<FunnelDay>,
}

/// A step.
pub struct FunnelStep {
    /// As the API names it.
    pub step: String,
    /// How many people reached it.
    pub count: u64,
}

/// A day.
pub struct FunnelDay {
    /// As 2026-11-26.
    pub date: String,
    /// How many people reached each step, in their order.
    pub counts: Vec<u64>,
}

struct Bar {
    label: String,
    count: u64,
    width: u64,
    of_before: String,
}

#[derive(Template)]
#[template(path = "console/funnel.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a Funnel,
    body: String,
    periods: Vec<(u64, String)>,
    kinds: Vec<(&'static str, String)>,
    bars: Vec<Bar>,
}

impl Funnel {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let most = self
            .steps
            .iter()
            .map(|step| step.count)
            .max()
            .unwrap_or_default()
            .max(1);
        let label = |step: &str| {
            let id = match step {
                "sent" => "step-sent",
                "delivered" => "step-delivered",
                "verified" => "step-verified",
                "registered" => "step-registered",
                "active" => "step-active",
                _ => "step-provisioned",
            };
            words.say(id, &[])
        };
        let bar = |(index, step): (usize, &FunnelStep)| {
            let before = index.checked_sub(1).and_then(|before| self.steps.get(before));
            let of_before = before.filter(|before| before.count > 0);
            Bar {
                label: label(&step.step),
                count: step.count,
                width: step.count * WIDEST / most,
                of_before: of_before.map_or_else(
                    || words.say("console-none", &[]),
                    |before| format!("{} %", step.count * 100 / before.count),
                ),
            }
        };
        let about = [("from", (&self.from).into()), ("to", (&self.to).into())];
        let period = |days: &u64| (*days, say_of(words, "funnel-days", "days", *days));
        text(&View {
            body: words.say("funnel-body", &about),
            periods: self.periods.iter().map(period).collect(),
            kinds: KINDS.map(|kind| (kind, kind_name(words, kind))).to_vec(),
            bars: self.steps.iter().enumerate().map(bar).collect(),
            console: ConsoleShell::new(frame, words.say("console-funnel", &[]), Told::default()),
            page: self,
        })
    }
}
