//! `GET /console/people`: looking people up.

use axum::extract::State;
use axum::response::Response;
use http::{StatusCode, Uri};
use serde_json::Value;

use super::api::Console;
use super::operator::Operator;
use super::read::{escaped, list, moment, name, state, text};
use crate::http::Problem;
use crate::page_answer::query;
use crate::pages::console::{People, PersonLine, Place, Told};

pub(super) const PATH: &str = "/console/people";

/// The page that people are looked up on
#[utoipa::path(
    get, path = "/console/people", operation_id = "console_people", tag = "Console",
    params(
        ("q" = Option<String>, Query, description = "An address, the beginning of a name, or an id"),
        ("cursor" = Option<String>, Query, description = "Where the part of the list begins"),
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
    let [typed, cursor] = ["q", "cursor"].map(|name| query(uri.query(), name).unwrap_or_default());
    let typed = typed.trim();
    let mut asked: Vec<String> = by(typed)
        .into_iter()
        .map(|name| format!("{name}={}", escaped(typed)))
        .collect();
    if !cursor.is_empty() {
        asked.push(format!("cursor={}", escaped(&cursor)));
    }
    let answer = console
        .get(&operator, &format!("/v1/users?{}", asked.join("&")))
        .await?;
    let told = match answer.status {
        StatusCode::OK => Told::default(),
        _ => Told::trouble(operator.words().say("people-too-short", &[])),
    };
    let page_of = |next: &str| operator.href(&format!("{PATH}?q={}&cursor={}", escaped(typed), escaped(next)));
    let content = People {
        action: PATH.to_owned(),
        hidden: operator.hidden(),
        query: typed.to_owned(),
        people: list(&answer.body, "users")
            .iter()
            .map(|user| line(&operator, user))
            .collect(),
        next: answer.body["next_cursor"].as_str().map(page_of),
        told,
    };
    let languages = operator.reader.languages();
    Ok(
        operator.page(&console.app, (Place::People, StatusCode::OK), languages, |frame| {
            content.render(frame)
        }),
    )
}

/// What is meant by what was typed: the parameter of the API, and none for all people.
fn by(typed: &str) -> Option<&'static str> {
    let is_id = ["usr_", "cus_"].iter().any(|prefix| typed.starts_with(prefix));
    let is_uuid = typed.len() == 36 && typed.split('-').count() == 5;
    match typed {
        "" => None,
        _ if typed.contains('@') => Some("email"),
        _ if is_id || is_uuid => Some("id"),
        _ => Some("name"),
    }
}

fn line(operator: &Operator, user: &Value) -> PersonLine {
    PersonLine {
        href: operator.href(&format!("{PATH}/{}", text(user, "user_id"))),
        name: name(&user["customer_info"]),
        address: text(&user["customer_info"], "email_address"),
        kind: text(user, "customer_kind"),
        state: state(user),
        since: moment(user, "since"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_says_what_is_meant() {
        for (typed, meant) in [
            ("", None),
            ("jane@example.org", Some("email")),
            ("usr_2zd1m8d0v3k9q7x5c4b6n8m0aa", Some("id")),
            ("cus_2zd1m8d0v3k9q7x5c4b6n8m0aa", Some("id")),
            ("69ed0122-f2d9-8c6e-a636-3670cab4f15f", Some("id")),
            ("van der Berg", Some("name")),
            ("Jean-Luc", Some("name")),
        ] {
            assert_eq!(by(typed), meant, "{typed}");
        }
    }
}
