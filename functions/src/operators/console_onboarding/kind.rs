//! `GET` and `POST /console/onboarding/kinds/{kind}`: the rules of one kind of account.

use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use super::fields::{fields, language_of, names_before, rows, set};
use super::inputs::{self, Member, Shape};
use super::questions::List;
use super::{PATH as ONBOARDING, saving, service};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite, code};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::operators::read::{list, text};
use crate::pages::console::{Group, KINDS, KindForm, Place, Told};
use crate::words::Locale;

pub(super) const PATH: &str = "/console/onboarding/kinds/{kind}";

/// What is said of the place that comes with an account.
const OF_PLACE: &[Member] =
    &[Member::new("/default_location/name", "kind-location-name", Shape::Pairs).hint("kind-location-hint")];
/// Where the service stands that resolves partners' codes, and what else it has.
const PROVIDER: &str = "/partner_provider";
const OF_PROVIDER: &[Member] = &[
    Member::new("/partner_provider/name_field", "provider-name", Shape::Line("text")),
    Member::new("/partner_provider/property_mapping", "provider-mapping", Shape::Pairs).hint("provider-mapping-hint"),
    Member::new(
        "/partner_provider/target_organisation",
        "provider-target",
        Shape::Line("text"),
    ),
];
/// The same of the service that decides about accounts.
const DECIDER: &str = "/approval/endpoint";
const OF_APPROVAL: &[Member] =
    &[Member::new("/approval/remind_after_hours", "kind-reminders", Shape::Numbers).hint("rules-numbers-hint")];

/// The form of a kind of account
#[utoipa::path(
    get, path = "/console/onboarding/kinds/{kind}", operation_id = "console_kind", tag = "Console",
    params(
        ("kind" = String, Path, description = "`personal`, `business`, `channel_partner` or `data_recipient`", example = "business"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such kind", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn show(
    State(console): State<Console>,
    Path(kind): Path<String>,
    operator: Operator,
) -> Result<Response, Problem> {
    let kind = known(&kind)?;
    let (document, etag) = saving::read(&console, &operator).await?;
    Ok(form_page(
        &console,
        &operator,
        kind,
        (&document, None, etag),
        (StatusCode::OK, Told::default()),
    ))
}

/// Change the rules of a kind of account
///
/// As `PUT /v1/tenant` does with the whole document. The form has a field for each rule; lists are texts with one entry a line.
#[utoipa::path(
    post, path = "/console/onboarding/kinds/{kind}", operation_id = "console_save_kind", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("enabled=yes&etag=%222%22")),
    params(("kind" = String, Path, description = "`personal`, `business`, `channel_partner` or `data_recipient`", example = "business")),
    responses(
        (status = 303, description = "Saved: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 404, description = "`not_found`: there is no such kind", body = ProblemBody<'static>),
        (status = 409, description = "The page again: somebody else has changed the document", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn save(
    State(console): State<Console>,
    Path(kind): Path<String>,
    _: SameSite,
    Posting { operator, form }: Posting<Form>,
) -> Result<Response, Problem> {
    let kind = known(&kind)?;
    match saving::change(&console, &operator, &form, |document| apply(document, kind, &form)).await? {
        Ok(saved) => Ok(saved),
        Err(refused) => {
            let typed = Some(&form).filter(|_| refused.status != StatusCode::CONFLICT);
            let page = (&refused.document, typed, refused.etag);
            Ok(form_page(
                &console,
                &operator,
                kind,
                page,
                (refused.status, refused.told),
            ))
        }
    }
}

fn known(kind: &str) -> Result<&'static str, Problem> {
    let found = KINDS.into_iter().find(|known| *known == kind);
    found.ok_or_else(|| Problem::new(&code::NOT_FOUND))
}

fn form_page(
    console: &Console,
    operator: &Operator,
    kind: &'static str,
    (document, typed, etag): (&Value, Option<&Form>, String),
    (status, told): (StatusCode, Told),
) -> Response {
    let rules = &document["onboarding"]["kinds"][kind];
    let (path, language) = (format!("{ONBOARDING}/kinds/{kind}"), language_of(document));
    let was = |prefix| typed.map(|form| names_before(form, prefix));
    let more = |member: &'static str| move |name: &str| operator.href(&List::Kind(kind, member).path_of(name));
    let lines = |value: &Value| {
        let entries = value.as_array().into_iter().flatten().filter_map(Value::as_str);
        entries.collect::<Vec<_>>().join("\n")
    };
    let content = KindForm {
        kind: kind.to_owned(),
        action: operator.href(&path),
        etag,
        enabled: rules["enabled"] == true,
        voucher: text(rules, "voucher"),
        without_code: (kind == "channel_partner").then(|| rules["partner_without_code"] == true),
        customer: rows(
            list(rules, "customer_fields"),
            &language,
            was("customer").as_deref(),
            more("customer_fields"),
        ),
        user: match rules["user_fields"].as_array() {
            Some(fields) => rows(fields, &language, was("user").as_deref(), more("user_fields")),
            None => rows(&usual_fields(), &language, Some(&[]), |_| String::new()),
        },
        language: Locale::from_tag(&language).unwrap_or_default().native_name(),
        password: text(rules, "password_policy"),
        verify: rules["verify_customer"] == true,
        location: rules["default_location"].is_object(),
        place: Group {
            heading: "",
            inputs: inputs::inputs(OF_PLACE, rules),
        },
        approval: rules["approval"].is_object(),
        approvers: lines(&rules["approval"]["approvers"]),
        approved: lines(&rules["approval"]["approved_addresses"]),
        allowed: lines(&rules["allowed_addresses"]),
        denied: lines(&rules["denied_addresses"]),
        services: services(rules),
        back: operator.href(ONBOARDING),
        told,
    };
    let languages = operator.languages(&path);
    operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
        content.render(frame)
    })
}

/// The services that a kind may have.
fn services(rules: &Value) -> [Group; 2] {
    let with = |mut service: Vec<_>, members| {
        service.extend(inputs::inputs(members, rules));
        service
    };
    let provider = service::inputs(PROVIDER, rules, service::BY_NOTHING);
    let decider = service::inputs(DECIDER, rules, service::BY_SIGNATURE);
    [
        Group {
            heading: "provider-heading",
            inputs: with(provider, OF_PROVIDER),
        },
        Group {
            heading: "decider-heading",
            inputs: with(decider, OF_APPROVAL),
        },
    ]
}

/// What is asked where a kind does not say.
fn usual_fields() -> Vec<Value> {
    ["firstName", "lastName"]
        .map(|name| json!({ "name": name, "required": true }))
        .to_vec()
}

/// Puts what the form says into the document. What it has no field for stays as it is.
fn apply(document: &mut Value, kind: &str, form: &Form) {
    let language = language_of(document);
    let mut rules = document["onboarding"]["kinds"][kind]
        .as_object()
        .cloned()
        .unwrap_or_default();
    let is_ticked = |name: &str| form.one(name).is_some();
    let typed = |name: &str| form.one(name).unwrap_or_default().trim().to_owned();
    let entries = |name: &str| -> Vec<String> {
        let lines = form.one(name).unwrap_or_default().lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    rules.insert("enabled".to_owned(), json!(is_ticked("enabled")));
    let mut customer = fields(
        form,
        "customer",
        list(&Value::Object(rules.clone()), "customer_fields"),
        &language,
    );
    let user = fields(
        form,
        "user",
        list(&Value::Object(rules.clone()), "user_fields"),
        &language,
    );
    set(
        &mut rules,
        "customer_fields",
        (!customer.is_empty()).then(|| json!(std::mem::take(&mut customer))),
    );
    rules.insert("user_fields".to_owned(), json!(user));
    set(
        &mut rules,
        "voucher",
        Some(typed("voucher"))
            .filter(|rule| !rule.is_empty())
            .map(Value::String),
    );
    set(
        &mut rules,
        "partner_without_code",
        is_ticked("without_code").then_some(json!(true)),
    );
    let policy = Some(typed("password_policy")).filter(|policy| !policy.is_empty());
    set(&mut rules, "password_policy", policy.map(Value::String));
    set(
        &mut rules,
        "verify_customer",
        is_ticked("verify").then_some(json!(true)),
    );
    let place = rules.get("default_location").cloned().unwrap_or_else(|| json!({}));
    set(&mut rules, "default_location", is_ticked("location").then_some(place));
    let mut approval = rules.get("approval").cloned().unwrap_or_else(|| json!({}));
    approval["approvers"] = json!(entries("approvers"));
    approval["approved_addresses"] = json!(entries("approved"));
    set(&mut rules, "approval", is_ticked("approval").then_some(approval));
    for (member, name) in [("allowed_addresses", "allowed"), ("denied_addresses", "denied")] {
        let entries = entries(name);
        set(&mut rules, member, (!entries.is_empty()).then(|| json!(entries)));
    }
    let mut rules = Value::Object(rules);
    if rules["default_location"].is_object() {
        inputs::apply(OF_PLACE, &mut rules, form);
    }
    if service::apply(PROVIDER, &mut rules, form) {
        inputs::apply(OF_PROVIDER, &mut rules, form);
    }
    if rules["approval"].is_object() {
        service::apply(DECIDER, &mut rules, form);
        inputs::apply(OF_APPROVAL, &mut rules, form);
    }
    document["onboarding"]["kinds"][kind] = rules;
}
