//! `GET` and `POST /console/onboarding/look`: how pages and mails look.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::operators::read::{list, text};
use crate::pages::console::{LegalRow, LookForm, Place, Told};
use crate::words::Locale;

pub(super) const PATH: &str = "/console/onboarding/look";
/// How many empty rows there are for more links.
const MORE_ROWS: usize = 2;
/// How many links a form may have.
const MOST_ROWS: usize = 50;

/// Each field of the form: its name in the brand, its label, and its type.
const FIELDS: [(&str, &str, &str); 6] = [
    ("colour", "look-colour", "text"),
    ("logo_url", "look-logo", "url"),
    ("favicon_url", "look-favicon", "url"),
    ("support_url", "look-support-url", "url"),
    ("support_email", "look-support-email", "email"),
    ("postal_address", "look-postal", "text"),
];

/// The form of how pages look
#[utoipa::path(
    get, path = "/console/onboarding/look", operation_id = "console_look", tag = "Console",
    params(
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator) -> Result<Response, Problem> {
    let (document, etag) = saving::read(&console, &operator).await?;
    Ok(form_page(
        &console,
        &operator,
        (&document, etag),
        (StatusCode::OK, Told::default()),
    ))
}

/// Change how pages look
///
/// As `PUT /v1/tenant` does with the whole document.
#[utoipa::path(
    post, path = "/console/onboarding/look", operation_id = "console_save_look", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("display_name=Acme&etag=%222%22")),
    responses(
        (status = 303, description = "Saved: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 409, description = "The page again: somebody else has changed the document", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn save(
    State(console): State<Console>,
    _: SameSite,
    Posting { operator, form }: Posting<Form>,
) -> Result<Response, Problem> {
    match saving::change(&console, &operator, &form, |document| apply(document, &form)).await? {
        Ok(saved) => Ok(saved),
        Err(refused) => {
            let page = (&refused.document, refused.etag);
            Ok(form_page(&console, &operator, page, (refused.status, refused.told)))
        }
    }
}

fn form_page(
    console: &Console,
    operator: &Operator,
    (document, etag): (&Value, String),
    (status, told): (StatusCode, Told),
) -> Response {
    let brand = &document["brand"];
    let chosen = document["default_locale"]
        .as_str()
        .and_then(Locale::from_tag)
        .unwrap_or_default();
    let name = (
        "/display_name".to_owned(),
        "look-name",
        "text",
        text(document, "display_name"),
    );
    let fields = FIELDS.map(|(name, label, kind)| (format!("/brand/{name}"), label, kind, text(brand, name)));
    let legal = list(brand, "legal_links").iter().map(|link| LegalRow {
        label: text(link, "label"),
        url: text(link, "url"),
    });
    let content = LookForm {
        action: operator.href(PATH),
        etag,
        fields: std::iter::once(name).chain(fields).collect(),
        languages: Locale::ALL
            .map(|locale| (locale.tag(), locale.native_name(), locale == chosen))
            .to_vec(),
        legal: legal
            .chain(std::iter::repeat_n(LegalRow::default(), MORE_ROWS))
            .collect(),
        back: operator.href(ONBOARDING),
        told,
    };
    let languages = operator.languages(PATH);
    operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
        content.render(frame)
    })
}

/// Puts what the form says into the document.
fn apply(document: &mut Value, form: &Form) {
    let typed = |name: &str| form.one(name).unwrap_or_default().trim();
    document["display_name"] = json!(typed("display_name"));
    document["default_locale"] = json!(typed("default_locale"));
    for (name, _, _) in FIELDS {
        document["brand"][name] = match typed(name) {
            "" => Value::Null,
            value => json!(value),
        };
    }
    let link = |index: usize| {
        let [label, url] = ["label", "url"].map(|name| typed(&format!("legal.{index}.{name}")));
        (!label.is_empty() || !url.is_empty()).then(|| json!({ "label": label, "url": url }))
    };
    document["brand"]["legal_links"] = (0..MOST_ROWS).filter_map(link).collect();
}
