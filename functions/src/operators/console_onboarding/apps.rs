//! `GET` and `POST /console/onboarding/apps`: a program that calls for the tenant, or that people are sent back to.

use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use super::fields::{self, language_of};
use super::inputs::{Member, Shape, apply, groups, put};
use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite, code};
use crate::operators::api::Console;
use crate::operators::operator::Operator;
use crate::operators::read::{escaped, list, text};
use crate::page_answer::query;
use crate::pages::console::{FieldTable, Place, SettingsForm, Told};

pub(super) const PATH: &str = "/console/onboarding/apps";

const SORTS: &[(&str, &str)] = &[("app", "app-kind-app"), ("server", "app-kind-server")];
const CUSTOMERS: &[(&str, &str)] = &[
    ("personal", "kind-name-personal"),
    ("business", "kind-name-business"),
    ("channel_partner", "kind-name-channel-partner"),
    ("data_recipient", "kind-name-data-recipient"),
];
/// As the standards call them, in every language.
const GRANTS: &[(&str, &str)] = &[
    ("authorization_code", ""),
    ("refresh_token", ""),
    ("password", ""),
    ("client_credentials", ""),
    ("token_exchange", ""),
];
const CHANNELS: &[(&str, &str)] = &[("email", "app-by-mail"), ("sms", "app-by-sms")];

const NAME: Member = Member::new("/id", "app-id", Shape::Line("text")).hint("app-id-hint");
const ABOUT: &[Member] = &[
    Member::new("/kind", "app-kind", Shape::One(SORTS)),
    Member::new("/display_name", "app-name", Shape::Line("text")),
    Member::new("/customers", "app-customers", Shape::One(CUSTOMERS)),
    Member::new("/environment_id", "app-environment", Shape::Line("text")),
];
const RIGHTS: &[Member] = &[
    Member::new("/grants", "app-grants", Shape::Some(GRANTS)),
    Member::new("/secret_sha256", "app-secret", Shape::Line("text")).hint("app-secret-hint"),
    Member::new("/keys", "app-keys", Shape::Keys).hint("app-keys-hint"),
    Member::new("/introspects", "app-introspects", Shape::Tick),
    Member::new("/configures", "app-configures", Shape::Tick).hint("app-configures-hint"),
    Member::new("/deliver_self", "app-delivers", Shape::Tick).hint("app-delivers-hint"),
];
const PEOPLE: &[Member] = &[
    Member::new("/redirect_uris", "app-redirects", Shape::Lines),
    Member::new("/post_logout_redirect_uris", "app-logouts", Shape::Lines),
    Member::new("/app_link", "rules-app-link", Shape::Line("text")),
    Member::new("/auth_types", "app-channels", Shape::Some(CHANNELS)),
    Member::new("/self_registration", "app-registers", Shape::Tick),
    Member::new("/sign_up", "app-sign-up", Shape::Tick),
    Member::new("/allowed_addresses", "app-allowed", Shape::Lines).hint("kind-addresses-hint"),
    Member::new("/denied_addresses", "app-denied", Shape::Lines).hint("kind-addresses-hint"),
];
const GROUPS: &[(&str, &[Member])] = &[("app-about", ABOUT), ("app-rights", RIGHTS), ("app-people", PEOPLE)];

/// The form of a program
#[utoipa::path(
    get, path = "/console/onboarding/apps", operation_id = "console_app", tag = "Console",
    params(
        ("id" = Option<String>, Query, description = "The client; without it, one more", example = "acme-web"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such client", body = ProblemBody<'static>),
    ),
)]
pub async fn show(State(console): State<Console>, request: Request) -> Result<Response, Problem> {
    let operator = match Operator::enter(&console.app, request.uri(), request.headers()).await? {
        Ok(operator) => operator,
        Err(page) => return Ok(page),
    };
    let (document, etag) = saving::read(&console, &operator).await?;
    let known = query(request.uri().query(), "id");
    let client = match known.as_deref() {
        Some(id) => of_id(&document, id).ok_or_else(|| Problem::new(&code::NOT_FOUND))?,
        None => &json!({ "kind": "app", "auth_types": ["email"] }),
    };
    let page = (known.is_some(), client, language_of(&document), etag);
    Ok(form_page(&console, &operator, page, (StatusCode::OK, Told::default())))
}

/// Change a program, add one, or take one away
///
/// As `PUT /v1/tenant` does with the whole document. What is left empty is as usual.
#[utoipa::path(
    post, path = "/console/onboarding/apps", operation_id = "console_save_app", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("known=acme-web&kind=app&etag=%222%22")),
    responses(
        (status = 303, description = "Saved: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 404, description = "`not_found`: there is no such client by now", body = ProblemBody<'static>),
        (status = 409, description = "The page again: somebody else has changed the document", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake", content_type = "text/html", body = String),
    ),
)]
pub async fn save(State(console): State<Console>, _: SameSite, request: Request) -> Result<Response, Problem> {
    let (operator, form) = match Operator::posting(&console.app, request, Form::read).await? {
        Ok(posting) => posting,
        Err(page) => return Ok(page),
    };
    let mut taken = None;
    let change = |document: &mut Value| taken = change(document, &form);
    let refused = match saving::change(&console, &operator, &form, change).await? {
        Ok(saved) => return Ok(saved),
        Err(refused) => refused,
    };
    let known = form.one("known");
    // One more stands last. One that was to be taken away, and may not be, is shown as it was.
    let client = match known {
        Some(id) => of_id(&refused.document, id).or(taken.as_ref()),
        None => list(&refused.document, "clients").last(),
    };
    let client = client.ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
    let page = (known.is_some(), client, language_of(&refused.document), refused.etag);
    Ok(form_page(&console, &operator, page, (refused.status, refused.told)))
}

fn of_id<'a>(document: &'a Value, id: &str) -> Option<&'a Value> {
    list(document, "clients").iter().find(|client| client["id"] == id)
}

fn form_page(
    console: &Console,
    operator: &Operator,
    (known, client, language, etag): (bool, &Value, String, String),
    (status, told): (StatusCode, Told),
) -> Response {
    let (id, words) = (text(client, "id"), operator.words());
    let mut groups = groups(GROUPS, client);
    if !known && let Some(first) = groups.first_mut() {
        first.inputs.insert(0, NAME.input(client));
    }
    let content = SettingsForm {
        heading: match known {
            true => id.clone(),
            false => words.say("onboarding-app-new", &[]),
        },
        action: operator.href(PATH),
        etag,
        hidden: known.then(|| ("known", id.clone())).into_iter().collect(),
        groups,
        fields: Some(FieldTable {
            prefix: "field",
            heading: "app-fields",
            rows: fields::rows(list(client, "fields"), &language),
        }),
        remove: known.then_some("app-remove"),
        back: operator.href(ONBOARDING),
        told,
    };
    let path = match known {
        true => format!("{PATH}?id={}", escaped(&id)),
        false => PATH.to_owned(),
    };
    operator.page(
        &console.app,
        (Place::Onboarding, status),
        operator.languages(&path),
        |frame| content.render(frame),
    )
}

/// Puts what the form says into the document. The client that it takes away.
fn change(document: &mut Value, form: &Form) -> Option<Value> {
    let language = language_of(document);
    let mut clients = list(document, "clients").to_vec();
    let known = clients
        .iter()
        .position(|client| client["id"].as_str() == form.one("known"));
    if form.one("remove").is_some() {
        let taken = known.map(|at| clients.remove(at));
        document["clients"] = json!(clients);
        return taken;
    }
    let at = known.unwrap_or_else(|| {
        let id = form.one("known").or(form.one("id")).unwrap_or_default();
        clients.push(json!({ "id": id.trim() }));
        clients.len() - 1
    });
    let client = &mut clients[at];
    for (_, members) in GROUPS {
        apply(members, client, form);
    }
    let fields = fields::fields(form, "field", list(client, "fields"), &language);
    put(client, "/fields", (!fields.is_empty()).then(|| json!(fields)));
    document["clients"] = json!(clients);
    None
}
