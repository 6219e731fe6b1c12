//! `openapi.json` is the code's, has every route, and explains each part of it.

use std::collections::BTreeSet;
use std::fs;

use functions::ENDPOINTS;
use functions::http::code::CATALOGUE;
use serde_json::{Map, Value};

use crate::{none, root, update};

/// Codes that any route may answer, and none has to name.
const OF_ANY_ROUTE: [&str; 3] = ["method_not_allowed", "internal_error", "unavailable"];

fn reference() -> Value {
    serde_json::from_str(&functions::openapi()).expect("the reference is JSON")
}

/// Every operation as method, path and description.
fn operations(reference: &Value) -> Vec<(String, String, Value)> {
    let paths = reference["paths"].as_object().cloned().unwrap_or_default();
    let mut all = Vec::new();
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().cloned().unwrap_or_default() {
            all.push((method.to_uppercase(), path.clone(), operation));
        }
    }
    all
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

/// Whether a part explains itself: here, or in what it is composed of.
fn is_described(part: &Value) -> bool {
    let said = |part: &Value| part["description"].as_str().is_some_and(|text| !text.trim().is_empty());
    let composed = ["oneOf", "allOf", "anyOf"]
        .iter()
        .filter_map(|name| part[*name].as_array());
    said(part) || composed.flatten().any(said)
}

#[test]
fn openapi_json_is_what_the_code_says() {
    let file = root().join("openapi.json");
    if update() {
        fs::write(&file, functions::openapi()).expect("openapi.json can be written");
    }
    let checked_in = fs::read_to_string(file).unwrap_or_default();
    assert!(
        checked_in == functions::openapi(),
        "openapi.json is not what the code says: renew it with `make openapi`"
    );
}

#[test]
fn each_route_stands_in_the_reference_and_each_operation_has_a_route() {
    let described: BTreeSet<(String, String)> = operations(&reference())
        .into_iter()
        .map(|(method, path, _)| (method, path))
        .collect();
    let routes: BTreeSet<(String, String)> = ENDPOINTS
        .iter()
        .flat_map(|endpoint| endpoint.routes)
        .map(|route| (route.method.to_owned(), route.path.to_owned()))
        .collect();
    none(routes.difference(&described).map(|(method, path)| {
        format!("{method} {path} is not in the reference: add its handler to `paths` in functions/src/openapi.rs")
    }));
    none(described.difference(&routes).map(|(method, path)| {
        format!("{method} {path} is in the reference and no function answers it: add it to the routes of its ENDPOINT")
    }));
}

#[test]
fn each_operation_explains_itself() {
    let mut complaints = Vec::new();
    let mut ids = BTreeSet::new();
    for (method, path, operation) in operations(&reference()) {
        let mut complain = |what: &str| complaints.push(format!("{method} {path} {what}"));
        if operation["summary"].as_str().is_none_or(str::is_empty) {
            complain("has no summary: begin the handler's doc with one");
        }
        if !ids.insert(operation["operationId"].to_string()) {
            complain("has the operation_id of another operation: give it its own");
        }
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            if !is_described(parameter) {
                complain(&format!("does not describe {}: add `description`", parameter["name"]));
            }
        }
        for (kind, content) in object(&operation["requestBody"]["content"]) {
            if content["example"].is_null() && content["examples"].is_null() {
                complain(&format!(
                    "has no example of its {kind} body: add `example = json!(…)` to `request_body`"
                ));
            }
        }
        let takes_body = operation["requestBody"].is_object();
        if method == "POST" && !takes_body {
            complain("does not say what it takes: add `request_body`");
        }
        for (status, response) in object(&operation["responses"]) {
            if !is_described(&response) {
                complain(&format!("does not say when it answers {status}: add `description`"));
            }
        }
    }
    none(complaints);
}

/// Of two types with one name the reference shows one, in both places.
#[test]
fn no_two_bodies_have_one_name() {
    let mut names = BTreeSet::new();
    let mut complaints = Vec::new();
    for (place, text) in crate::files("functions/src", ".rs") {
        for described in text.split("ToSchema)]").skip(1) {
            let declared = described
                .lines()
                .find(|line| line.contains("struct ") || line.contains("enum "));
            let mut words = declared.unwrap_or_default().split([' ', '<', '(', '{']);
            let name = words
                .find(|word| word.starts_with(char::is_uppercase))
                .unwrap_or_default();
            if !names.insert(name.to_owned()) {
                complaints.push(format!(
                    "{place} describes another {name} than there is: call one something else"
                ));
            }
        }
    }
    none(complaints);
}

#[test]
fn each_problem_is_one_by_its_media_type_and_a_page_for_who_reads_html() {
    let mut complaints = Vec::new();
    for (method, path, operation) in operations(&reference()) {
        for (status, response) in object(&operation["responses"]) {
            let forms: Vec<String> = object(&response["content"]).into_iter().map(|(form, _)| form).collect();
            let is_problem = response.to_string().contains("#/components/schemas/Problem\"");
            if is_problem && forms != ["application/problem+json", "text/html"] {
                complaints.push(format!("{method} {path} answers {status} as {forms:?}"));
            }
        }
    }
    none(complaints);
}

#[test]
fn each_field_is_described() {
    let mut complaints = Vec::new();
    for (schema, description) in object(&reference()["components"]["schemas"]) {
        for (field, part) in object(&description["properties"]) {
            if !is_described(&part) {
                complaints.push(format!(
                    "{schema}.{field} has no description: give the field a doc comment"
                ));
            }
        }
    }
    none(complaints);
}

#[test]
fn each_code_an_answer_names_is_in_the_catalogue_with_that_status() {
    let oauth = crate::errors::oauth();
    let mut named = BTreeSet::new();
    let mut complaints = Vec::new();
    for (method, path, operation) in operations(&reference()) {
        for (status, response) in object(&operation["responses"]) {
            let is_oauth = response.to_string().contains("#/components/schemas/OAuthError");
            let said = response["description"].as_str().unwrap_or_default().to_owned();
            let words = said.split('`').skip(1).step_by(2);
            for word in words.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')) {
                let known = if is_oauth {
                    oauth.iter().any(|row| row.word == word)
                } else {
                    CATALOGUE
                        .iter()
                        .any(|code| code.word == word && code.status.as_str() == status)
                };
                if !known {
                    complaints.push(format!(
                        "{method} {path} names `{word}` for {status}: no such code with this status"
                    ));
                }
                named.insert(word.to_owned());
            }
        }
    }
    none(complaints);
    let unnamed = CATALOGUE.iter().map(|code| code.word);
    let unnamed = unnamed.filter(|word| !named.contains(*word) && !OF_ANY_ROUTE.contains(word));
    none(
        unnamed
            .map(|word| format!("no operation names `{word}`: name it in the responses of the route that answers it")),
    );
}
