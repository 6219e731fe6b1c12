//! `GET` and `POST /check-details`: a person whom the back office made known confirms or corrects what it wrote, once, on the
//! way to an app (Servitly's "Customer verification").

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use usher::profile::{Field, MOBILE_NUMBER, Profile};
use usher::store::{KeptCustomer, Written};
use usher::tenant::AccountKind;
use utoipa::ToSchema;

use super::visit::Visit;
use super::{SignedInUser, sign_in, signed_in};
use crate::app::App;
use crate::app_form::{Form, Questions};
use crate::http::{Problem, ProblemBody, SameSite, code};
use crate::oauth::decision::{denied, from_the_beginning};
use crate::page_answer::{Reader, leading_to, query};
use crate::pages::{CheckDetails, FieldError, Languages};
use crate::posted::Posted;
use crate::{Endpoint, Route};

pub(crate) const PATH: &str = "/check-details";

/// How often what has changed meanwhile is looked at again.
const TRIES: usize = 3;

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "check-details",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[expect(dead_code, reason = "fields are data; this is what the API reference shows")]
pub(super) struct CheckDetailsForm {
    /// What the app asks for, as the page was opened with it.
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: String,
    /// The button: `confirm` or `deny`; without it the page is shown again, in another language.
    #[schema(example = "confirm")]
    decision: Option<String>,
    /// One such value for each field of the kind, `profile.<name>`.
    #[serde(rename = "profile.firstName")]
    #[schema(example = "Jane")]
    first_name: Option<String>,
    /// The language of the page.
    #[schema(example = "en")]
    locale: Option<String>,
}

/// The page where a person checks what is known of them
///
/// `/authorize` leads here where the person's kind of account has `verify_customer`, and whoever has nothing to check back
/// there. It changes nothing.
#[utoipa::path(
    get, path = "/check-details", operation_id = "check_details_page", tag = "Pages",
    params(("request" = String, Query, description = "What an app asks for, as `/authorize` passes it on"), ("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "There is nothing to check: back to the request"),
              (status = 400, description = "A page: the request is none of ours"), (status = 410, description = "A page: its time is over")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let sealed = query(request.uri().query(), "request");
    let visit = match Visit::read(&app, &reader, sealed.as_deref()).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    Ok(match Checking::of(&app, &visit, request.headers()).await? {
        Some(checking) => checking.page(
            &reader,
            StatusCode::OK,
            &checking.known(),
            reader.languages(),
            Vec::new(),
        ),
        None => from_the_beginning(&app, &visit),
    })
}

/// Confirm or correct what is known
///
/// What the person says counts from then on, for them and, if they speak for it, for their customer. They are asked once.
#[utoipa::path(
    post, path = "/check-details", operation_id = "check_details", tag = "Pages",
    request_body(content = CheckDetailsForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"request": "Xk3vO7a0clWtz67xiXB9MEvbJ…", "decision": "confirm", "profile.firstName": "Jane", "profile.lastName": "Doe"})),
    responses(
        (status = 200, description = "The page in another language, or one that posts the answer to the app"),
        (status = 303, description = "On to the app, or told that access is denied; or on to sign in"),
        (status = 400, description = "`invalid_form`, or a page: the request is none of ours", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake"),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    _: SameSite,
    Posted { reader, form, headers }: Posted<Form>,
) -> Result<Response, Problem> {
    let sealed = form.one("request").ok_or(Problem::new(&code::INVALID_FORM))?;
    let visit = match Visit::read(&app, &reader, Some(sealed)).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    for _ in 0..TRIES {
        // Whoever is no longer signed in, or has said it already, goes on from the beginning.
        let Some(checking) = Checking::of(&app, &visit, &headers).await? else {
            return Ok(from_the_beginning(&app, &visit));
        };
        if let Some(answer) = checking.answer(&app, &reader, &form).await? {
            return Ok(answer);
        }
    }
    Err(Problem {
        retry_after: Some(1),
        ..Problem::new(&code::CONFLICT)
    })
}

/// A person who has to say whether what is known is right.
struct Checking<'a> {
    visit: &'a Visit,
    who: SignedInUser,
    kept: KeptCustomer,
    rules: &'a AccountKind,
    fields: Vec<Field>,
}

impl<'a> Checking<'a> {
    /// Whoever is signed in with this browser, if they have something to check on the way to an app.
    async fn of(app: &App, visit: &'a Visit, headers: &HeaderMap) -> Result<Option<Self>, Problem> {
        let who = match visit.request {
            Some(_) => signed_in(app, headers, &visit.tenant).await?,
            None => None,
        };
        let Some(who) = who else {
            return Ok(None);
        };
        let Some(rules) = who.user.owed_verification(&visit.tenant) else {
            return Ok(None);
        };
        let kept = app.store.customer_of(&who.user).await?;
        Ok(Some(Self {
            fields: kept.customer.questions_for(&who.user, rules),
            visit,
            who,
            kept,
            rules,
        }))
    }

    fn questions(&self) -> Questions<'_> {
        Questions {
            fields: &self.fields,
            number_is_proven: self.who.user.number_proven_at.is_some(),
            own: &["request", "decision", "locale"],
        }
    }

    /// What is known, as the form shows it.
    fn known(&self) -> Profile {
        let mut known = Form::of_person(&self.who.user);
        let of_customer = self.kept.customer.profile.clone().unwrap_or_default().into_iter();
        known.extend(of_customer.filter(|(key, _)| self.rules.is_of_customer(key)));
        known
    }

    /// What a form leads to; nothing where what it goes by has changed meanwhile.
    async fn answer(&self, app: &App, reader: &Reader, form: &Form) -> Result<Option<Response>, Problem> {
        let questions = self.questions();
        questions.hold(form)?;
        form.hold_no_agreements()?;
        let again = |status, mistakes| {
            Ok(Some(self.page(
                reader,
                status,
                &form.values(),
                form.languages(&self.visit.action(PATH, &self.visit.shown(reader))),
                mistakes,
            )))
        };
        match form.one("decision") {
            None => return again(StatusCode::OK, Vec::new()),
            Some("deny") => return Ok(Some(denied(app, reader, self.visit))),
            Some("confirm") => {}
            Some(_) => return Err(Problem::new(&code::INVALID_FORM)),
        }
        let (answers, mistakes) = questions.read(form, self.visit.shown(reader).words());
        if !mistakes.is_empty() {
            return again(StatusCode::UNPROCESSABLE_ENTITY, mistakes);
        }
        let (user, now) = (&self.who.user, app.clock.now());
        let verified = self.kept.customer.verified(user, self.rules, answers, now);
        let written = app.store.verify_customer(user, &self.kept, &verified).await?;
        Ok((written == Written::Now).then(|| from_the_beginning(app, self.visit)))
    }

    fn page(
        &self,
        reader: &Reader,
        status: StatusCode,
        values: &Profile,
        languages: Languages,
        errors: Vec<FieldError>,
    ) -> Response {
        let (visit, user) = (self.visit, &self.who.user);
        let shown = visit.shown(reader);
        let app = visit
            .request
            .as_ref()
            .and_then(|(_, client)| client.display_name.as_ref());
        let is_asked = self
            .fields
            .iter()
            .any(|field| field.shown && field.name == MOBILE_NUMBER);
        let content = CheckDetails {
            action: visit.action(PATH, &shown),
            request: visit.sealed.clone(),
            app: app.unwrap_or(&visit.tenant.display_name).clone(),
            address: user.email.as_str().to_owned(),
            number: (user.phone_number.clone()).filter(|_| is_asked && user.number_proven_at.is_some()),
            fields: self.questions().shown(values),
            errors,
            other_account: visit.href(sign_in::PATH, &shown),
        };
        leading_to(visit.redirect_uri(), status, content.render(&shown.frame(languages)))
    }
}
