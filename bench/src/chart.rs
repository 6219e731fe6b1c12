//! Bar charts as SVG: legible on a light and a dark page, and by somebody who hears them.

use std::fmt::Write as _;

/// One bar.
pub(crate) struct Bar<'a> {
    pub(crate) label: &'a str,
    pub(crate) value: f64,
    /// What stands at its end.
    pub(crate) text: String,
    /// Whether it is ours.
    pub(crate) own: bool,
}

const WIDTH: f64 = 720.0;
const LABELS: f64 = 220.0;
const VALUES: f64 = 110.0;
const ROW: f64 = 30.0;
const HEAD: f64 = 44.0;
const STYLE: &str = "text{font:14px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600;font-size:16px}\
.own{fill:#0b6b4f}.other{fill:#6e7781}\
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.own{fill:#3fb98f}.other{fill:#8b949e}}";

/// Bars from the top down, each as long as its value.
pub(crate) fn bars(title: &str, bars: &[Bar<'_>]) -> String {
    let longest = bars.iter().map(|bar| bar.value).fold(f64::MIN_POSITIVE, f64::max);
    let height = HEAD + ROW * bars.len() as f64 + 8.0;
    let told: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.label, bar.text)).collect();
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"t d\">\n\
         <title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n<style>{STYLE}</style>\n\
         <text class=\"title\" x=\"8\" y=\"24\">{}</text>",
        escaped(title),
        escaped(&told.join("; ")),
        escaped(title)
    );
    for (index, bar) in bars.iter().enumerate() {
        let top = HEAD + ROW * index as f64;
        let length = (bar.value / longest * (WIDTH - LABELS - VALUES)).max(1.0);
        let _ = writeln!(
            svg,
            "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"end\">{}</text>\
             <rect class=\"{}\" x=\"{LABELS}\" y=\"{top}\" width=\"{length:.1}\" height=\"20\" rx=\"2\"/>\
             <text x=\"{:.1}\" y=\"{:.0}\">{}</text>",
            LABELS - 10.0,
            top + 15.0,
            escaped(bar.label),
            if bar.own { "own" } else { "other" },
            LABELS + length + 8.0,
            top + 15.0,
            escaped(&bar.text)
        );
    }
    svg.push_str("</svg>\n");
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_tells_every_value_in_words() {
        let bar = |label, value: f64| Bar {
            label,
            value,
            text: format!("{value} ms"),
            own: true,
        };
        let svg = bars("A & B", &[bar("<one>", 1.0), bar("two", 2.0)]);
        assert!(svg.contains("<desc id=\"d\">&lt;one>: 1 ms; two: 2 ms</desc>"), "{svg}");
        assert!(svg.contains("<title id=\"t\">A &amp; B</title>"), "{svg}");
    }
}
