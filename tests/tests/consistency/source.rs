//! What holds for the source as a whole.

use crate::{files, none};

/// Rust files that are longer than a story should be, and how long they may be. Shorten one, and write
/// down its new length; below the limit, take it off the list. Nothing is added.
const LONG: [(&str, usize); 1] = [("infra/local/tests/stack.rs", 329)];
/// The same for handlers.
const LONG_HANDLERS: [(&str, usize); 0] = [];
const FILE_LIMIT: usize = 300;
const HANDLER_LIMIT: usize = 40;

/// All of the project's source in these folders.
fn source(folders: &[&str], ending: &str) -> Vec<(String, String)> {
    folders.iter().flat_map(|folder| files(folder, ending)).collect()
}

const EVERYWHERE: [&str; 5] = ["functions", "shared", "infra", "cli", "tests"];
const DEPLOYED: [&str; 3] = ["functions/src", "lambdas/src", "shared/src"];

/// Complains of each line of `files` that holds `text`.
fn lines_with(files: &[(String, String)], text: &str, complaint: &str) -> Vec<String> {
    let lines = files.iter().flat_map(|(place, content)| {
        let numbered = content.lines().enumerate();
        numbered.map(move |(index, line)| (place, index + 1, line))
    });
    lines
        .filter(|(_, _, line)| line.contains(text))
        .map(|(place, number, _)| format!("{place}:{number} {complaint}"))
        .collect()
}

#[test]
fn a_file_fits_on_a_few_screens() {
    let mut complaints = Vec::new();
    for (place, text) in source(&EVERYWHERE, ".rs") {
        let lines = text.lines().count();
        match LONG.iter().find(|(known, _)| *known == place) {
            None if lines > FILE_LIMIT => {
                complaints.push(format!("{place} has {lines} lines: tell its story in two files"))
            }
            Some((_, limit)) if lines > *limit => {
                complaints.push(format!(
                    "{place} has {lines} lines and may have {limit}: a long file does not grow"
                ));
            }
            Some(_) if lines <= FILE_LIMIT => {
                complaints.push(format!(
                    "{place} has only {lines} lines: take it off the list in source.rs"
                ));
            }
            _ => {}
        }
    }
    for (place, _) in LONG {
        if crate::read(place).is_empty() {
            complaints.push(format!("{place} is gone: take it off the list in source.rs"));
        }
    }
    none(complaints);
}

#[test]
fn a_handler_fits_on_one_screen() {
    let mut handlers = 0;
    let mut complaints = Vec::new();
    for (place, text) in files("functions/src", ".rs") {
        for handler in text.split("#[utoipa::path(").skip(1) {
            let Some((_, begins)) = handler.split_once("async fn ") else {
                continue;
            };
            let name = begins.split('(').next().unwrap_or_default();
            let lines = begins.split("\n}\n").next().unwrap_or_default().lines().count() + 1;
            handlers += 1;
            let limit = LONG_HANDLERS
                .iter()
                .find(|(known, _)| *known == place)
                .map_or(HANDLER_LIMIT, |(_, limit)| *limit);
            if lines > limit {
                complaints.push(format!(
                    "{place}: the handler `{name}` has {lines} lines: move rules into the domain"
                ));
            }
        }
    }
    none(complaints);
    let operations = functions::ENDPOINTS.iter().flat_map(|endpoint| endpoint.routes).count();
    assert_eq!(
        handlers, operations,
        "each route has one handler with `#[utoipa::path]`"
    );
}

#[test]
fn only_workers_send_mail() {
    let handlers: Vec<_> = files("functions/src", ".rs")
        .into_iter()
        .filter(|(place, _)| !place.starts_with("functions/src/workers/"))
        .collect();
    none(lines_with(
        &handlers,
        "mailbox.send",
        "sends a mail: write what is due, and let a worker send it",
    ));
    let others: Vec<_> = source(&DEPLOYED, ".rs")
        .into_iter()
        .filter(|(place, _)| place != "shared/src/adapters/ses.rs")
        .collect();
    none(lines_with(
        &others,
        ".send_email(",
        "calls SES: only shared/src/adapters/ses.rs does",
    ));
}

/// Where a list is read by range, of which all is answered.
const LISTS: [&str; 2] = ["shared/src/store/reading.rs", "shared/src/store/due_entries.rs"];

#[test]
fn nothing_that_is_deployed_scans_the_table_and_only_lists_query_it() {
    let deployed = source(&DEPLOYED, ".rs");
    none(lines_with(
        &deployed,
        ".scan()",
        "scans: add a way in (an item that leads there) instead",
    ));
    // In `functions` it is also what a URI has.
    let mut others = files("shared/src", ".rs");
    others.retain(|(place, _)| !LISTS.contains(&place.as_str()));
    none(lines_with(
        &others,
        ".query()",
        "queries: add a way in (an item that leads there) instead",
    ));
}

#[test]
fn what_is_only_local_is_not_deployed() {
    none(lines_with(
        &source(&["functions", "shared"], ""),
        "/_local",
        "names a route that only the local stack has",
    ));
}

/// Where calls to addresses that tenants name are made from: each carries the code of it.
const CALLS_OUT: [&str; 4] = [
    "functions/src/sso/outgoing.rs",
    "functions/src/sso/provider.rs",
    "functions/src/sso/relying_party.rs",
    "functions/src/tenant_service.rs",
];

#[test]
fn what_is_deployed_calls_public_addresses_alone_and_only_where_it_has_to() {
    let mut deployed = source(&DEPLOYED, ".rs");
    deployed.retain(|(place, _)| !place.ends_with("/tests.rs") && !place.starts_with("shared/src/outbound/"));
    none(lines_with(
        &deployed,
        "with_own_machine",
        "lets calls go to the own machine: only the local stack may",
    ));
    deployed.retain(|(place, _)| {
        !CALLS_OUT.contains(&place.as_str()) && !place.starts_with("shared/src/adapters/outbound")
    });
    none(lines_with(
        &deployed,
        "adapters::outbound",
        "calls an address that a tenant names: put it on the list in source.rs, and its function grows",
    ));
}

#[test]
fn nothing_is_left_for_later() {
    let everything: Vec<_> = [
        ".rs", ".toml", ".yaml", ".md", ".html", ".js", ".mjs", ".py", ".ftl", ".css", ".sh",
    ]
    .iter()
    .flat_map(|ending| {
        source(
            &[
                "functions",
                "shared",
                "infra",
                "cli",
                "tests",
                "docs",
                "events",
                "scripts",
            ],
            ending,
        )
    })
    .collect();
    for marker in [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")] {
        none(lines_with(
            &everything,
            marker,
            "leaves something for later: do it, or say what is so",
        ));
    }
}
