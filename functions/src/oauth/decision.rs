//! `POST /authorize/decision`: a person who is signed in says whether they go on, and accepts what has changed.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::LOCATION;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use usher::authorization::{Next, Refusal};
use usher::store::Evidenced;
use utoipa::ToSchema;

use super::answer;
use super::authorize::{next_of, send_code};
use crate::agreements::accepting::{Offers, Ticked};
use crate::app::App;
use crate::hosted::{SignedInUser, Visit, not_understood, signed_in};
use crate::http::{Problem, ProblemBody, SameSite, Source, code, form, read};
use crate::page_answer::{Reader, leading_to};
use crate::pages::{Continue, FieldError, Languages, ScopeLine};

pub(super) const PATH: &str = "/authorize/decision";
const AGREEMENT: &str = "agreement.";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[expect(dead_code, reason = "agreements are data; this is what the API reference shows")]
pub(super) struct DecisionForm {
    /// What the app asks for, as the page was shown for it.
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: String,
    /// The button: `allow` or `deny`.
    #[schema(example = "allow")]
    decision: String,
    /// Accepts an agreement: one such box for each, `agreement.<name>`, with the version that was shown.
    #[serde(rename = "agreement.terms")]
    #[schema(example = "1")]
    agreement: Option<String>,
    /// The language of the page.
    #[schema(example = "en")]
    locale: Option<String>,
}

/// Go on to an app, or not
#[utoipa::path(
    post, path = "/authorize/decision", operation_id = "authorize_decision", tag = "Pages",
    request_body(content = DecisionForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"request": "Xk3vO7a0clWtz67xiXB9MEvbJ…", "decision": "allow"})),
    responses(
        (status = 200, description = "The page in another language, or one that posts the answer to the app"),
        (status = 303, description = "Back to the app with a code, or told that access is denied; or on to sign in"),
        (status = 400, description = "`invalid_form`, or a page: the request is none of ours", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again: an agreement is not accepted"),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let posted = Posted(form(&parts.headers, &body)?);
    let mut reader = Reader::of(&parts.uri, &parts.headers);
    reader.locale = posted.one("locale").map(str::to_owned).or(reader.locale);
    let sealed = posted.one("request").ok_or(Problem::new(&code::INVALID_FORM))?;
    let visit = match Visit::read(&app, &reader, Some(sealed)).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    // Whoever does not want to go on does not, whatever they have done in another tab.
    if posted.one("decision") == Some("deny") {
        return Ok(denied(&app, &reader, &visit));
    }
    let who = signed_in(&app, &parts.headers, &visit.tenant).await?;
    let (next, pending) = next_of(&app, &visit, who.as_ref());
    // Whoever is no longer signed in, or has nothing left to decide, goes on from the beginning.
    let (Some(who), Next::Ask) = (who, next) else {
        return Ok(from_the_beginning(&app, &visit));
    };
    match posted.one("decision") {
        None => Ok(ask(&app, &reader, &visit, Some(&who), &pending.agreements)),
        Some("allow") => {
            let from = (&reader, &parts.headers);
            allowed(&app, source, from, &visit, who, (&posted, &pending.agreements)).await
        }
        Some(_) => Err(Problem::new(&code::INVALID_FORM)),
    }
}

/// A posted form.
struct Posted(Vec<(String, String)>);

impl Posted {
    fn one(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str())
    }

    fn ticked(&self) -> Ticked {
        let posted = self.0.iter();
        let ticked = posted.filter_map(|(name, value)| Some((name.strip_prefix(AGREEMENT)?.to_owned(), value.clone())));
        ticked.collect()
    }
}

async fn allowed(
    app: &App,
    source: IpAddr,
    (reader, headers): (&Reader, &HeaderMap),
    visit: &Visit,
    mut who: SignedInUser,
    (posted, pending): (&Posted, &[String]),
) -> Result<Response, Problem> {
    let (ticked, shown, now) = (posted.ticked(), visit.shown(reader), app.clock.now());
    let offers = Offers::new(&visit.tenant, who.user.customer_kind, shown.words(), now).among(pending);
    let accepted = match offers.accepted(&ticked) {
        Ok(accepted) => accepted,
        Err(mistakes) => return Ok(asked(reader, visit, &who, (&offers, &ticked), mistakes)),
    };
    if let Some(consent) = offers.consent(accepted, "sign_in_page", source, headers, now) {
        match app.store.add_consent(&who.user, &consent).await? {
            Evidenced::Now(user) => who.user = *user,
            Evidenced::Changed(_) | Evidenced::Nobody => return Ok(from_the_beginning(app, visit)),
        }
    }
    Ok(match who.user.owed_verification(&visit.tenant) {
        Some(_) => from_the_beginning(app, visit),
        None => send_code(app, reader, headers, visit, &who),
    })
}

/// On to what is next, found out anew.
pub(crate) fn from_the_beginning(app: &App, visit: &Visit) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, visit.leads_to(app))]).into_response()
}

/// Asks the person who is signed in.
pub(super) fn ask(
    app: &App,
    reader: &Reader,
    visit: &Visit,
    who: Option<&SignedInUser>,
    pending: &[String],
) -> Response {
    let Some(who) = who else {
        return not_understood(reader, Some(&visit.tenant));
    };
    let (shown, now) = (visit.shown(reader), app.clock.now());
    let offers = Offers::new(&visit.tenant, who.user.customer_kind, shown.words(), now).among(pending);
    asked(reader, visit, who, (&offers, &Ticked::new()), Vec::new())
}

fn asked(
    reader: &Reader,
    visit: &Visit,
    who: &SignedInUser,
    (offers, ticked): (&Offers<'_>, &Ticked),
    errors: Vec<FieldError>,
) -> Response {
    let Some((request, client)) = &visit.request else {
        return not_understood(reader, Some(&visit.tenant));
    };
    let shown = visit.shown(reader);
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let name = client.display_name.as_ref().unwrap_or(&visit.tenant.display_name);
    let content = Continue {
        action: format!("{PATH}?locale={}", shown.locale.tag()),
        request: visit.sealed.clone(),
        app: name.clone(),
        address: who.user.email.as_str().to_owned(),
        scopes: request.scope.split(' ').map(scope_line).collect(),
        agreements: offers.boxes(ticked),
        // The app's own question comes last, and once.
        asks_consent: request.prompt.consent && who.user.owed_verification(&visit.tenant).is_none(),
        errors,
        other_account: visit.href(crate::hosted::sign_in::PATH, &shown),
    };
    let languages = Languages::Form {
        action: PATH.to_owned(),
        fields: vec![("request".to_owned(), visit.sealed.clone())],
    };
    leading_to(visit.redirect_uri(), status, content.render(&shown.frame(languages)))
}

fn scope_line(scope: &str) -> ScopeLine {
    match scope {
        "openid" => ScopeLine::Identity,
        "profile" => ScopeLine::Profile,
        "email" => ScopeLine::Email,
        "phone" => ScopeLine::Phone,
        "offline_access" => ScopeLine::StaySignedIn,
        other => ScopeLine::Other(other.to_owned()),
    }
}

/// Back to the app, which is told that the person did not go on.
pub(crate) fn denied(app: &App, reader: &Reader, visit: &Visit) -> Response {
    let Some((request, _)) = &visit.request else {
        return not_understood(reader, Some(&visit.tenant));
    };
    let refusal = Refusal {
        redirect_uri: request.redirect_uri.clone(),
        state: request.state.clone(),
        response_mode: request.response_mode,
        error: "access_denied",
        description: "the person did not go on".into(),
    };
    answer::refusal(app, &visit.shown(reader), &refusal)
}
