//! `GET /console/preview` and `/console/preview/{what}`: pages and mails as people see them, in each language.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::CONTENT_SECURITY_POLICY;
use usher::clock::Clock;
use usher::customer::CustomerKind;
use usher::tenant::{Channel, Tenant, VoucherRule};

use super::api::Console;
use super::console_onboarding;
use super::operator::Operator;
use crate::agreements::accepting::{Offers, Ticked};
use crate::app::App;
use crate::http::{Problem, ProblemBody, code};
use crate::mail::{ConfirmMail, NoticeKind, NoticeMail, RenderedMail, confirm_address, notice};
use crate::page_answer::page;
use crate::pages::console::{KINDS, Place, Preview, Sample, kind_name};
use crate::pages::{self, AppField, Brand, Finished, Frame, Languages, Occasion};
use crate::registration::set_password::rule;
use crate::sso::labels;
use crate::words::Locale;
use crate::{Endpoint, Route};

/// Where it is.
pub(super) const PATH: &str = "/console/preview";
/// One page or mail.
const ONE: &str = "/console/preview/{what}";
/// Somebody whom there is not.
const ADDRESS: &str = "jane.doe@example.org";
/// Mails bring their own styles, and nothing of theirs may act.
const OF_MAIL: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https:; sandbox; frame-ancestors 'none'; \
     base-uri 'none'";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "console-preview",
    routes: &[Route::new("GET", PATH), Route::new("GET", ONE)],
    hashes: false,
    router: |app| {
        let console = Console {
            api: Router::new(),
            app,
        };
        Router::new()
            .route(PATH, get(list))
            .route(ONE, get(show))
            .with_state(console)
    },
};

/// The page of what can be looked at
#[utoipa::path(
    get, path = "/console/preview", operation_id = "console_previews", tag = "Console",
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
pub async fn list(State(console): State<Console>, request: Request) -> Result<Response, Problem> {
    let operator = match Operator::enter(&console.app, request.uri(), request.headers()).await? {
        Ok(operator) => operator,
        Err(page) => return Ok(page),
    };
    let content = previews(&operator);
    let languages = operator.reader.languages();
    Ok(
        operator.page(&console.app, (Place::Onboarding, StatusCode::OK), languages, |frame| {
            content.render(frame)
        }),
    )
}

/// What there is to look at.
fn previews(operator: &Operator) -> Preview {
    let words = operator.words();
    let in_each = |what: &str| {
        let href = |locale: Locale| {
            format!(
                "{PATH}/{what}?labelpartner={}&locale={}",
                operator.tenant.name,
                locale.tag()
            )
        };
        Locale::ALL.map(|locale| (locale.native_name(), href(locale))).to_vec()
    };
    let entry = |what: &str, id: &str| Sample {
        name: words.say(id, &[]),
        links: in_each(what),
    };
    let forms = KINDS
        .into_iter()
        .filter(|kind| has_form(&operator.tenant, kind))
        .map(|kind| {
            let name = kind_name(words, kind);
            Sample {
                name: words.say("preview-form", &[("kind", name.into())]),
                links: in_each(kind),
            }
        });
    let first = [entry("sign-in", "preview-sign-in"), entry("sign-up", "preview-sign-up")];
    let last = [entry("confirm", "preview-confirm"), entry("done", "preview-done")];
    Preview {
        pages: first.into_iter().chain(forms).chain(last).collect(),
        mails: vec![
            entry("mail-confirm", "preview-mail-confirm"),
            entry("mail-exists", "preview-mail-exists"),
            entry("mail-approved", "preview-mail-approved"),
        ],
        back: operator.href(console_onboarding::PATH),
    }
}

/// A page or mail as people see it
///
/// With made-up people, and buttons that lead nowhere.
#[utoipa::path(
    get, path = "/console/preview/{what}", operation_id = "console_preview", tag = "Console",
    params(
        ("what" = String, Path, description = "As the list of previews names it", example = "sign-in"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such page or mail", body = ProblemBody<'static>),
    ),
)]
pub async fn show(
    State(console): State<Console>,
    Path(what): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let operator = match Operator::enter(&console.app, request.uri(), request.headers()).await? {
        Ok(operator) => operator,
        Err(page) => return Ok(page),
    };
    let shown = operator.shown();
    let frame = shown.frame(Languages::None);
    if let Some(mail) = mail(frame.brand, frame.locale, &what, &console.app.clock) {
        return Ok(([(CONTENT_SECURITY_POLICY, OF_MAIL)], Html(mail.html)).into_response());
    }
    let html = sample(&operator.tenant, &frame, &what, &console.app);
    html.map(|html| page(StatusCode::OK, html))
        .ok_or_else(|| Problem::new(&code::NOT_FOUND))
}

fn has_form(tenant: &Tenant, kind: &str) -> bool {
    tenant.onboarding.enabled().any(|enabled| enabled.as_str() == kind)
}

/// A page with made-up content. Its buttons lead back to the list.
fn sample(tenant: &Tenant, frame: &Frame<'_>, what: &str, app: &App) -> Option<String> {
    let action = || format!("{PATH}?labelpartner={}", tenant.name);
    let html = match what {
        "sign-in" => pages::SignIn {
            action: action(),
            request: String::new(),
            email: String::new(),
            pincode: tenant.has_pincodes_only(),
            providers: labels(tenant, frame.words())
                .into_iter()
                .map(|(label, _)| (label, action()))
                .collect(),
            register: Some(action()),
            recover: action(),
            notice: None,
            errors: Vec::new(),
        }
        .render(frame),
        "sign-up" => pages::SignUp {
            action: action(),
            request: String::new(),
            kinds: tenant.onboarding.enabled().collect(),
            kind: None,
            email: String::new(),
            sign_in: action(),
            errors: Vec::new(),
        }
        .render(frame),
        "confirm" => pages::ConfirmAddress {
            masked_address: "j•••@example.org".to_owned(),
            channel: Channel::Email,
            token: String::new(),
            action: action(),
            occasion: Occasion::Verification,
        }
        .render(frame),
        "done" => pages::Done {
            finished: Finished::Registration,
            app_link: tenant.app_link.clone(),
        }
        .render(frame),
        kind => {
            let kind = tenant.onboarding.enabled().find(|enabled| enabled.as_str() == kind)?;
            form(tenant, frame, kind, action(), app)?
        }
    };
    Some(html)
}

/// The form of a kind of account.
fn form(tenant: &Tenant, frame: &Frame<'_>, kind: CustomerKind, action: String, app: &App) -> Option<String> {
    let rules = tenant.onboarding.kind(kind)?;
    let voucher = rules.voucher(kind);
    let fields = rules.fields().into_iter().filter(|field| field.shown);
    let content = pages::SignUpComplete {
        action,
        token: String::new(),
        address: ADDRESS.to_owned(),
        fields: fields
            .map(|field| AppField {
                field,
                values: usher::profile::Profile::new(),
            })
            .collect(),
        voucher: (voucher != VoucherRule::None).then(|| pages::Voucher {
            required: voucher == VoucherRule::Required,
            value: String::new(),
        }),
        agreements: Offers::new(tenant, kind, frame.words(), app.clock.now()).boxes(&Ticked::new()),
        rule: rule(tenant.password_policy_of(kind)),
        errors: Vec::new(),
    };
    Some(content.render(frame))
}

/// A mail with made-up content.
fn mail(brand: &Brand, locale: Locale, what: &str, clock: &Clock) -> Option<RenderedMail> {
    let link = "https://example.org/";
    let told = |kind| {
        let mail = NoticeMail {
            first_name: Some("Jane"),
            link: Some(link),
            ..NoticeMail::of(kind)
        };
        Some(notice(brand, locale, mail))
    };
    match what {
        "mail-confirm" => Some(confirm_address(
            brand,
            locale,
            ConfirmMail {
                first_name: Some("Jane"),
                link,
                code: "123456",
                expires_at: clock.now() + jiff::SignedDuration::from_hours(24),
                occasion: Occasion::Verification,
                reminds: false,
            },
        )),
        "mail-exists" => told(NoticeKind::AccountExists),
        "mail-approved" => told(NoticeKind::Approved),
        _ => None,
    }
}
