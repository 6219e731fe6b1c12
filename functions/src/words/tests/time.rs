//! Durations and moments in every language.

use super::*;

/// Seconds that meet each plural form of Arabic, and how they are said.
const SECONDS: [u64; 11] = [0, 1, 45, 60, 61, 300, 3600, 5400, 86_400, 172_800, 604_800];

fn said(locale: Locale) -> [String; 11] {
    SECONDS.map(|seconds| locale.words().duration(seconds))
}

#[test]
fn durations_are_in_words_and_never_too_short() {
    assert_eq!(
        said(Locale::En),
        [
            "0 seconds",
            "1 second",
            "45 seconds",
            "1 minute",
            "2 minutes",
            "5 minutes",
            "1 hour",
            "1 hour and 30 minutes",
            "24 hours",
            "2 days",
            "7 days",
        ]
    );
    assert_eq!(
        said(Locale::De),
        [
            "0 Sekunden",
            "1 Sekunde",
            "45 Sekunden",
            "1 Minute",
            "2 Minuten",
            "5 Minuten",
            "1 Stunde",
            "1 Stunde und 30 Minuten",
            "24 Stunden",
            "2 Tage",
            "7 Tage",
        ]
    );
}

#[test]
fn each_language_counts_by_its_own_plural_rules() {
    // French counts nothing in the singular, Dutch has one word for hours, Arabic six forms of everything.
    let counted = |locale: Locale| SECONDS[..3].iter().map(move |s| locale.words().duration(*s));
    let of = |locale| counted(locale).collect::<Vec<_>>();
    assert_eq!(of(Locale::Fr), ["0 seconde", "1 seconde", "45 secondes"]);
    assert_eq!(of(Locale::Nl), ["0 seconden", "1 seconde", "45 seconden"]);
    assert_eq!(of(Locale::It), ["0 secondi", "1 secondo", "45 secondi"]);
    assert_eq!(of(Locale::Es), ["0 segundos", "1 segundo", "45 segundos"]);
    assert_eq!(of(Locale::Pt), ["0 segundos", "1 segundo", "45 segundos"]);
    assert_eq!(
        said(Locale::Ar),
        [
            "0 ثانية",
            "ثانية واحدة",
            "45 ثانية",
            "دقيقة واحدة",
            "دقيقتين",
            "5 دقائق",
            "ساعة واحدة",
            "ساعة واحدة و30 دقيقة",
            "24 ساعة",
            "يومين",
            "7 أيام",
        ]
    );
}

#[test]
fn a_moment_is_a_date_and_a_time_in_words() {
    let said = |at: &str| Locale::ALL.map(|locale| locale.words().moment(at.parse().unwrap()));
    assert_eq!(
        said("2026-11-23T02:00:00Z"),
        [
            "23 November 2026, 02:00 UTC",
            "23. November 2026, 02:00 UTC",
            "23 novembre 2026 à 02:00 UTC",
            "23 november 2026, 02:00 UTC",
            "23 novembre 2026, ore 02:00 UTC",
            "23 de noviembre de 2026, 02:00 UTC",
            "23 de novembro de 2026, 02:00 UTC",
            "23 نوفمبر 2026، الساعة \u{2068}02:00\u{2069} بالتوقيت العالمي المنسق",
        ]
    );
    let first = said("2027-03-01T23:59:59+01:00");
    assert_eq!(first[1], "1. März 2027, 22:59 UTC");
    assert_eq!(first[2], "1er mars 2027 à 22:59 UTC");
}

#[test]
fn each_language_has_twelve_months() {
    for locale in Locale::ALL {
        let month = |month: u8| format!("2026-{month:02}-02T00:00:00Z").parse().unwrap();
        let said: BTreeSet<_> = (1..=12).map(|at| locale.words().moment(month(at))).collect();
        assert_eq!(said.len(), 12, "{}", locale.tag());
    }
}

#[test]
fn every_count_has_a_form_of_its_language() {
    for locale in Locale::ALL {
        let words = locale.words();
        for count in (0..=120_u64).chain([1_000, 1_000_000]) {
            for id in [
                "duration-seconds",
                "duration-minutes",
                "duration-hours",
                "duration-days",
            ] {
                let said = words.say(id, &[("count", count.into())]);
                let spelled_out = locale == Locale::Ar && matches!(count, 1 | 2);
                assert_eq!(
                    said.contains(&count.to_string()),
                    !spelled_out,
                    "{}: {said}",
                    locale.tag()
                );
            }
        }
    }
}
