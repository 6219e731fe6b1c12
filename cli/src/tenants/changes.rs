//! What differs between two documents, as lines for people.

use serde_norway::{Mapping, Value};

/// The members by which the items of a list are told apart, the first that all of them have.
const NAMES: [&str; 3] = ["id", "name", "version"];

/// How many characters are told of what is gone.
const GONE: usize = 100;

/// One line for each difference, in the order of the documents; none where they are alike.
///
/// `~` is changed, `+` is new, `-` is gone. The place is a JSON pointer, in which an item of a list stands by its `id`,
/// `name` or `version` where all items have one of their own.
pub(super) fn changes(before: &Value, after: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    compare("", before, after, &mut lines);
    lines
}

fn compare(at: &str, before: &Value, after: &Value, lines: &mut Vec<String>) {
    match (before, after) {
        _ if before == after => {}
        (Value::Mapping(before), Value::Mapping(after)) => members(at, before, after, lines),
        (Value::Sequence(before), Value::Sequence(after)) => match (named(before, after), named(after, before)) {
            (Some(before), Some(after)) => items(at, &before, &after, lines),
            _ => places(at, before, after, lines),
        },
        _ => lines.push(format!("~ {at}  {} → {}", json(before), json(after))),
    }
}

fn members(at: &str, before: &Mapping, after: &Mapping, lines: &mut Vec<String>) {
    let list = |mapping: &Mapping| -> Vec<(String, Value)> {
        let pair = |(key, value): (&Value, &Value)| (word(key), value.clone());
        mapping.iter().map(pair).collect()
    };
    each(at, &list(before), &list(after), lines);
}

/// Lists of things with names: which have come, gone and changed, and whether they stand in another order.
fn items(at: &str, before: &[(String, Value)], after: &[(String, Value)], lines: &mut Vec<String>) {
    each(at, before, after, lines);
    let order = |list: &[(String, Value)], other: &[(String, Value)]| {
        let kept = list.iter().filter(|(name, _)| find(other, name).is_some());
        kept.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (old, new) = (order(before, after), order(after, before));
    if old != new {
        lines.push(format!("~ {at}  in the order {old} → {new}"));
    }
}

fn each(at: &str, before: &[(String, Value)], after: &[(String, Value)], lines: &mut Vec<String>) {
    let place = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    for (name, old) in before {
        match find(after, name) {
            Some(new) => compare(&place(name), old, new, lines),
            None => lines.push(format!("- {}  {}", place(name), gone(old))),
        }
    }
    for (name, new) in after.iter().filter(|(name, _)| find(before, name).is_none()) {
        lines.push(format!("+ {}  {}", place(name), json(new)));
    }
}

/// Lists whose items have no names: place by place where they are of one length, else what lies between what both begin and
/// end with.
fn places(at: &str, before: &[Value], after: &[Value], lines: &mut Vec<String>) {
    if before.len() == after.len() {
        for (index, (old, new)) in before.iter().zip(after).enumerate() {
            compare(&format!("{at}/{index}"), old, new, lines);
        }
        return;
    }
    let shorter = before.len().min(after.len());
    let alike = |pair: &(&Value, &Value)| pair.0 == pair.1;
    let first = before.iter().zip(after).take_while(alike).count();
    let ends = before.iter().rev().zip(after.iter().rev());
    let last = ends.take(shorter - first).take_while(alike).count();
    let between = |list: &[Value]| first..list.len() - last;
    let old = between(before).map(|index| format!("- {at}/{index}  {}", gone(&before[index])));
    let new = between(after).map(|index| format!("+ {at}/{index}  {}", json(&after[index])));
    lines.extend(old.chain(new));
}

/// The items of a list with their names, if they and the `other` list's all have one, no two the same.
fn named(list: &[Value], other: &[Value]) -> Option<Vec<(String, Value)>> {
    let name = |item: &Value, member: &str| match item.get(member) {
        Some(name @ (Value::String(_) | Value::Number(_))) => Some(word(name)),
        _ => None,
    };
    let has = |member: &&str| list.iter().chain(other).all(|item| name(item, member).is_some());
    let member = NAMES.into_iter().find(|member| has(member))?;
    let mut items: Vec<(String, Value)> = Vec::new();
    for item in list {
        let name = name(item, member)?;
        if find(&items, &name).is_some() {
            return None;
        }
        items.push((name, item.clone()));
    }
    Some(items)
}

fn find<'a>(list: &'a [(String, Value)], name: &str) -> Option<&'a Value> {
    list.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// A key or name without quotes.
fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| json(value), str::to_owned)
}

/// What is gone, as much of it as reminds people what it was.
fn gone(value: &Value) -> String {
    let text = json(value);
    match text.char_indices().nth(GONE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// On one line, its members in their order.
fn json(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| format!("({error})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(before: &str, after: &str) -> Vec<String> {
        let read = |yaml: &str| serde_norway::from_str(yaml).expect("YAML");
        changes(&read(before), &read(after))
    }

    #[test]
    fn what_is_alike_has_no_line() {
        assert_eq!(lines("{a: 1, b: [x, {c: d}]}", "{b: [x, {c: d}], a: 1}"), [""; 0]);
    }

    #[test]
    fn members_change_come_and_go() {
        assert_eq!(
            lines(
                "{brand: {colour: '#0b6b4f', 'a/b': 1}, app_link: x}",
                "{brand: {colour: '#123456', logo: y}, app_link: [x]}"
            ),
            [
                "~ /brand/colour  \"#0b6b4f\" → \"#123456\"",
                "- /brand/a~1b  1",
                "+ /brand/logo  \"y\"",
                "~ /app_link  \"x\" → [\"x\"]",
            ]
        );
    }

    #[test]
    fn what_has_a_name_is_found_wherever_it_stands() {
        let before = "clients: [{id: office, name: same, keys: [{id: '1', public: x}]}, {id: app, name: same}]";
        let after = "clients: [{id: new, name: same}, {id: office, name: same, keys: [{id: '1', public: y}]}]";
        assert_eq!(
            lines(before, after),
            [
                "~ /clients/office/keys/1/public  \"x\" → \"y\"",
                "- /clients/app  {\"id\":\"app\",\"name\":\"same\"}",
                "+ /clients/new  {\"id\":\"new\",\"name\":\"same\"}",
            ]
        );
        assert_eq!(
            lines(
                "versions: [{version: 1, t: a}]",
                "versions: [{version: 1, t: b}, {version: 2}]"
            ),
            ["~ /versions/1/t  \"a\" → \"b\"", "+ /versions/2  {\"version\":2}"]
        );
    }

    #[test]
    fn what_is_gone_is_told_shortly_and_what_comes_whole() {
        let long = format!("a: [{}]", "ü".repeat(200));
        let whole = format!("/a  [\"{}\"]", "ü".repeat(200));
        assert_eq!(lines("{}", &long), [format!("+ {whole}")]);
        assert_eq!(lines(&long, "{}"), [format!("- /a  [\"{}…", "ü".repeat(98))]);
    }

    #[test]
    fn another_order_is_a_change() {
        assert_eq!(
            lines("l: [{name: a}, {name: b}, {name: c}]", "l: [{name: c}, {name: a}]"),
            ["- /l/b  {\"name\":\"b\"}", "~ /l  in the order a, c → c, a"]
        );
    }

    #[test]
    fn what_has_no_name_goes_by_its_place() {
        assert_eq!(lines("hosts: [a, b, c]", "hosts: [b, c]"), ["- /hosts/0  \"a\""]);
        assert_eq!(lines("hosts: [a, a]", "hosts: [a, a, a]"), ["+ /hosts/2  \"a\""]);
        assert_eq!(lines("hosts: [a, c]", "hosts: [a, b, c]"), ["+ /hosts/1  \"b\""]);
        assert_eq!(
            lines("links: [{label: a, url: x}]", "links: [{label: a, url: y}]"),
            ["~ /links/0/url  \"x\" → \"y\""]
        );
        // Two of one name are told apart by nothing but their place.
        assert_eq!(
            lines("l: [{id: a, x: 1}, {id: a, x: 2}]", "l: [{id: a, x: 1}, {id: a, x: 3}]"),
            ["~ /l/1/x  2 → 3"]
        );
    }
}
