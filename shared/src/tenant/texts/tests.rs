use super::*;

fn read(source: &str) -> Result<Pattern, NotAPattern> {
    Pattern::try_from(source.to_owned())
}

#[test]
fn a_pattern_is_text_with_variables_and_choices() {
    for (source, expected) in [
        ("Welcome", &[][..]),
        ("Welcome to { $tenant }!", &["tenant"]),
        ("{ $address } · { $tenant } { $tenant }", &["address", "tenant"]),
        (
            "{ $count ->\n  [one] { $count } day for { $tenant }\n *[other] { $count } days\n}",
            &["count", "tenant"],
        ),
        ("A brace: {\"{\"} and {\"\\u2066\"}123 456{\"\\u2069\"}", &[]),
        ("مرحبًا بك في { $tenant }", &["tenant"]),
        ("<b>not bold</b> {{ $tenant }}", &["tenant"]),
    ] {
        let pattern = read(source).unwrap_or_else(|error| panic!("{source}: {error}"));
        let variables: Vec<_> = pattern.variables().iter().map(String::as_str).collect();
        assert_eq!(variables, expected, "{source}");
        assert!(pattern.ast().is_some());
        assert_eq!(pattern.as_str(), source);
    }
}

#[test]
fn what_fluent_cannot_read_is_told() {
    for source in [
        "{ $tenant",
        "{ tenant $ }",
        "}",
        "{{7*7}}",
        "{ $count -> [one] x }",
        "{\"\\q\"}",
        "{ $a ->\n[one] x\n}",
    ] {
        assert!(
            matches!(read(source), Err(NotAPattern::Syntax(_))),
            "{source}: {:?}",
            read(source)
        );
    }
}

#[test]
fn a_pattern_reaches_for_nothing_but_its_variables() {
    for source in [
        "{ done-title }",
        "{ -brand }",
        "{ NUMBER($count) }",
        "{ DATETIME($moment, month: \"long\") }",
        "{ done-title.label }",
        "{ NUMBER($count) ->\n *[other] x\n}",
        "{ 1 ->\n *[other] x\n}",
        "{ $count ->\n [one] { done-title }\n *[other] x\n}",
        "x\n.label = y",
    ] {
        assert!(
            read(source).is_err_and(|error| error == NotAPattern::Reaches),
            "{source}: {:?}",
            read(source)
        );
    }
}

#[test]
fn a_pattern_is_one_line_and_leaves_the_text_around_it_alone() {
    for source in [
        "Hello\nBcc: all@evil.example",
        "x\ndone-title = y",
        "x\r\ny",
        "{\"\\u000A\"}",
        "{\"\\u202E\"}",
        "\u{202e}gnp.exe",
        "a\u{0}b",
        "tag \u{e0041}",
    ] {
        assert!(read(source).is_err(), "{source:?}");
    }
    assert_eq!(read("x\ny"), Err(NotAPattern::Acts));
    assert_eq!(read("{\"\\u000A\"}"), Err(NotAPattern::Acts));
}

#[test]
fn a_pattern_says_something_in_at_most_500_characters() {
    for source in ["", &"x".repeat(501)] {
        assert_eq!(read(source), Err(NotAPattern::Length));
    }
    for source in ["{\"\"}", "{\"  \"}"] {
        assert_eq!(read(source), Err(NotAPattern::Silent), "{source:?}");
    }
    assert!(read(&"x".repeat(500)).is_ok());
    // Deeper, and the parser would find the end of the stack.
    assert_eq!(read(&"{".repeat(500)), Err(NotAPattern::Deep));
    assert_eq!(
        read(&format!("{}$x{}", "{".repeat(11), "}".repeat(11))),
        Err(NotAPattern::Deep)
    );
    assert!(read(&format!("{}$x{}", "{".repeat(10), "}".repeat(10))).is_ok());
}

#[test]
fn texts_come_back_as_they_were_written() {
    let written = serde_json::json!({ "de": { "done-title": "Fertig, { $tenant }!" }, "en": {} });
    let texts: Texts = serde_json::from_value(written.clone()).expect("texts");
    assert_eq!(
        texts.get("de", "done-title").map(Pattern::as_str),
        Some("Fertig, { $tenant }!")
    );
    assert_eq!(texts.get("en", "done-title"), None);
    assert_eq!(texts.iter().count(), 1);
    assert_eq!(serde_json::to_value(&texts).expect("a value"), written);
}
