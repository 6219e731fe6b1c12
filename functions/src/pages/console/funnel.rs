//! How many people got how far.

use askama::Template;
use jiff::civil::Date;

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
    pub from: Date,
    /// The last.
    pub to: Date,
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
    /// Which.
    pub date: Date,
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
    /// The day in words, and how many people reached each step on it.
    by_day: Vec<(String, &'a [u64])>,
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
            // Steps are counted on the day they were reached, so that a period may have more of a later one.
            let of_before = before.filter(|before| (step.count..).contains(&before.count) && before.count > 0);
            Bar {
                label: label(&step.step),
                count: step.count,
                width: step.count * WIDEST / most,
                of_before: of_before.map_or_else(
                    || words.say("console-none", &[]),
                    |before| say_of(words, "funnel-share", "percent", step.count * 100 / before.count),
                ),
            }
        };
        let [from, to] = [self.from, self.to].map(|date| words.date(date));
        let about = [("from", from.into()), ("to", to.into())];
        let period = |days: &u64| (*days, say_of(words, "funnel-days", "days", *days));
        text(&View {
            body: words.say("funnel-body", &about),
            periods: self.periods.iter().map(period).collect(),
            kinds: KINDS.map(|kind| (kind, kind_name(words, kind))).to_vec(),
            bars: self.steps.iter().enumerate().map(bar).collect(),
            by_day: (self.by_day.iter())
                .map(|day| (words.date(day.date), day.counts.as_slice()))
                .collect(),
            console: ConsoleShell::new(frame, words.say("console-funnel", &[]), Told::default()),
            page: self,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{Brand, Frame, Languages};
    use crate::words::Locale;

    #[test]
    fn days_are_in_words_and_no_step_has_more_people_than_the_one_before() {
        let brand = Brand::neutral();
        let frame = ConsoleFrame {
            frame: Frame {
                brand: &brand,
                locale: Locale::De,
                languages: Languages::None,
            },
            place: None,
            operator: String::new(),
            ways: Vec::new(),
            sign_out: String::new(),
        };
        let step = |(step, count): (&str, u64)| FunnelStep {
            step: step.to_owned(),
            count,
        };
        let day = jiff::civil::date(2026, 3, 9);
        let page = Funnel {
            action: String::new(),
            hidden: Vec::new(),
            days: 7,
            periods: &[7],
            kind: None,
            from: day,
            to: jiff::civil::date(2026, 3, 15),
            steps: [("provisioned", 8), ("sent", 2), ("delivered", 6)].map(step).into(),
            by_day: vec![FunnelDay {
                date: day,
                counts: vec![8, 2, 6],
            }],
        };
        let html = page.render(&frame);
        assert!(
            html.contains("9. März 2026") && html.contains("15. März 2026"),
            "{html}"
        );
        assert!(html.contains("25\u{a0}%") && !html.contains("300\u{a0}%"), "{html}");
    }
}
