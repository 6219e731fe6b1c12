use serde::Deserialize;
use serde_json::json;

use super::*;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its reading is tested")]
struct Outer {
    inner: Vec<Inner>,
    #[serde(default)]
    sort: Option<Sort>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its reading is tested")]
struct Inner {
    number: u16,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sort {
    One,
}

/// Where a document cannot be read, and why.
fn misread(document: &Value) -> (String, String) {
    let error = read::<Outer>(document).expect_err("a flaw");
    let way = error.way.iter().map(|step| match step {
        Step::Key(name) => format!("/{name}"),
        Step::Index(index) => format!("/{index}"),
    });
    (way.collect(), error.message)
}

#[test]
fn the_innermost_value_that_cannot_be_read_is_where_it_failed() {
    let fine = json!({ "inner": [{ "number": 1 }], "sort": "one" });
    assert!(read::<Outer>(&fine).is_ok_and(|read| matches!(read.sort, Some(Sort::One))));
    let nobody = json!({ "inner": [], "sort": null });
    assert!(read::<Outer>(&nobody).is_ok_and(|read| read.sort.is_none()));
    for (document, place, message) in [
        (
            json!({ "inner": [{ "number": 1 }, { "number": "1" }] }),
            "/inner/1/number",
            "invalid type: string \"1\", expected u16",
        ),
        (
            json!({ "inner": [{ "number": 70_000 }] }),
            "/inner/0/number",
            "invalid value: integer `70000`, expected u16",
        ),
        (json!({ "inner": [{}] }), "/inner/0", "missing field `number`"),
        (
            json!({ "inner": [], "more": 1 }),
            "/more",
            "unknown field `more`, expected `inner` or `sort`",
        ),
        (
            json!({ "inner": 1 }),
            "/inner",
            "invalid type: integer `1`, expected a sequence",
        ),
        (
            json!({ "inner": [], "sort": "two" }),
            "/sort",
            "unknown variant `two`, expected `one`",
        ),
        (
            json!({ "inner": [], "sort": {} }),
            "/sort",
            "invalid type: map, expected a word",
        ),
        (json!([]), "", "invalid type: sequence, expected an object"),
        // Else it would be read as the members in their order.
        (
            json!({ "inner": [[7]] }),
            "/inner/0",
            "invalid type: sequence, expected an object",
        ),
    ] {
        assert_eq!(misread(&document), (place.to_owned(), message.to_owned()));
    }
}
