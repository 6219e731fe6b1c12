//! A service of the tenant that Usher calls, as inputs of a form: where it is, and how it knows Usher.

use serde_json::{Value, json};

use super::inputs::put;
use crate::app_form::Form;
use crate::operators::read::text;
use crate::pages::console::{Choices, Control, Input};

/// How a service knows Usher; the empty one is what holds where nothing is said.
pub(super) const BY_NOTHING: Choices = &[
    ("", "service-by-nothing"),
    ("signed", "service-by-signature"),
    ("bearer", "service-by-token"),
    ("basic", "service-by-password"),
];
/// The same where nothing said means a signature.
pub(super) const BY_SIGNATURE: Choices = &[
    ("", "service-by-signature"),
    ("bearer", "service-by-token"),
    ("basic", "service-by-password"),
];

/// The inputs of the service that stands at a JSON Pointer of a part of the document. The names of the inputs begin with it.
pub(super) fn inputs(at: &str, part: &Value, by: Choices) -> Vec<Input> {
    let service = part.pointer(at).unwrap_or(&Value::Null);
    let authentication = &service["authentication"];
    let way = match authentication.as_object().and_then(|way| way.keys().next()) {
        Some(way) => way.as_str(),
        None => authentication.as_str().unwrap_or_default(),
    };
    let secret = match way {
        "bearer" => text(&authentication["bearer"], "token"),
        _ => text(&authentication["basic"], "password"),
    };
    // Where nothing said means a signature, saying it is the same.
    let chosen = by
        .iter()
        .find(|(value, _)| *value == way)
        .map_or("", |(value, _)| value);
    let input = |name, member, label, hint, control| Input {
        at: format!("{at}/{member}"),
        name: format!("{}.{name}", prefix(at)),
        label,
        hint,
        control,
    };
    let url = Control::Line("url", text(service, "url"));
    let user = Control::Line("text", text(&authentication["basic"], "user"));
    let secret_at = match way {
        "basic" => "authentication/basic/password",
        _ => "authentication/bearer/token",
    };
    vec![
        input("url", "url", "service-url", "service-url-hint", url),
        input(
            "by",
            "authentication",
            "service-by",
            "",
            Control::One(by, chosen.to_owned()),
        ),
        input("user", "authentication/basic/user", "service-user", "", user),
        input(
            "secret",
            secret_at,
            "service-secret",
            "document-hint",
            Control::Line("text", secret),
        ),
    ]
}

/// Puts what the form says of it into the document: a service without an address is none, and everything of it is taken out.
pub(super) fn apply(at: &str, part: &mut Value, form: &Form) -> bool {
    let typed = |name: &str| {
        let value = form.one(&format!("{}.{name}", prefix(at)));
        value.unwrap_or_default().trim()
    };
    if typed("url").is_empty() {
        put(part, at, None);
        return false;
    }
    put(part, &format!("{at}/url"), Some(json!(typed("url"))));
    let authentication = match typed("by") {
        "" => None,
        "bearer" => Some(json!({ "bearer": { "token": typed("secret") } })),
        "basic" => Some(json!({ "basic": { "user": typed("user"), "password": typed("secret") } })),
        other => Some(json!(other)),
    };
    put(part, &format!("{at}/authentication"), authentication);
    true
}

/// What the names of its inputs begin with.
fn prefix(at: &str) -> String {
    at.trim_start_matches('/').replace('/', ".")
}
