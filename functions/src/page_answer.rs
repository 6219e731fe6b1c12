//! Pages as answers: whose brand, which language, and failures in words.

use ::http::header::{CONTENT_SECURITY_POLICY, SET_COOKIE};
use ::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use usher::tenant::Tenant;
use usher::user::User;

use crate::app::App;
use crate::cookie;
use crate::directory::host_of;
use crate::http::{self, code};
use crate::pages::console::Place;
use crate::pages::{self, Brand, Frame, Languages, ProblemKind};
use crate::words::{Locale, Words};

const LANGUAGE_COOKIE: &str = "usher-language";
/// A year: it says nothing but a language.
const LANGUAGE_SECONDS: u32 = 365 * 86_400;

/// Where somebody goes on to once they are signed in who comes from no app, unless it is their account's first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// A page of the console.
    Console(Place),
    /// Where a person gives another address.
    ChangeEmail,
    /// Where a person ends their account.
    DeleteAccount,
}

impl Next {
    /// By its name in `?next=`. Nothing else leads anywhere.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let own = [Self::ChangeEmail, Self::DeleteAccount].into_iter();
        own.chain(Place::ALL.map(Self::Console))
            .find(|next| next.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Console(place) => place.name(),
            Self::ChangeEmail => "change-email",
            Self::DeleteAccount => "delete-account",
        }
    }

    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Console(place) => place.path(),
            Self::ChangeEmail => "/account/email",
            Self::DeleteAccount => "/account/delete",
        }
    }

    /// Whether they have to show who they are anew, whatever session their provider knows of.
    pub(crate) const fn is_after_new_proof(self) -> bool {
        matches!(self, Self::ChangeEmail | Self::DeleteAccount)
    }
}

/// What a page needs to know of a request.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    /// `?locale=`.
    pub(crate) locale: Option<String>,
    /// `?labelpartner=`: for pages that come from no app.
    pub(crate) tenant: Option<String>,
    /// `?next=`: where somebody goes on to who comes from no app.
    pub(crate) next: Option<Next>,
    /// The language that an app last asked for in this browser.
    remembered: Option<String>,
    accept_language: Option<String>,
    /// The host name the request came to.
    pub(crate) host: String,
    /// Path and query, for the language switch.
    here: String,
}

impl Reader {
    /// Reads it off a request.
    pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let accept_language = headers
            .get(::http::header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        Self {
            locale: locale_in(uri.query()),
            tenant: query(uri.query(), "labelpartner"),
            next: query(uri.query(), "next").as_deref().and_then(Next::named),
            remembered: cookie::plain(LANGUAGE_COOKIE, headers),
            accept_language: accept_language.map(str::to_owned),
            host: host_of(headers).to_owned(),
            here: uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        }
    }

    /// The same request, read in one of the languages of an app's `ui_locales`, the best first, unless it asks for one
    /// itself.
    pub(crate) fn or_in(&self, ui_locales: Option<&str>) -> Self {
        Self {
            locale: self
                .locale
                .clone()
                .or(first_known(ui_locales).map(|locale| locale.tag().to_owned())),
            ..self.clone()
        }
    }

    /// The same page in each language.
    pub(crate) fn languages(&self) -> Languages {
        let (path, query) = self.here.split_once('?').unwrap_or((&self.here, ""));
        let kept: Vec<&str> = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("locale="))
            .collect();
        let link = |locale: Locale| {
            let mut pairs = kept.clone();
            let own = format!("locale={}", locale.tag());
            pairs.push(&own);
            (locale, format!("{path}?{}", pairs.join("&")))
        };
        Languages::Links(Locale::ALL.into_iter().map(link).collect())
    }
}

/// Whose page it is, in which language.
pub(crate) struct Shown {
    brand: Brand,
    pub(crate) locale: Locale,
}

impl Shown {
    /// For a tenant, if one is known, and a person, if one is.
    pub(crate) fn new(reader: &Reader, tenant: Option<&Tenant>, user: Option<&User>) -> Self {
        let brand = tenant.map_or_else(Brand::neutral, brand);
        let fallback = tenant
            .and_then(|tenant| Locale::from_tag(&tenant.default_locale))
            .unwrap_or(Locale::En);
        // What the page was asked for in comes before what the person was invited in.
        let wishes = [
            reader.locale.as_deref(),
            user.and_then(|user| user.locale.as_deref()),
            reader.remembered.as_deref(),
        ];
        Self {
            brand,
            locale: Locale::negotiate(wishes, reader.accept_language.as_deref(), fallback),
        }
    }

    /// The sentences of the page, as its tenant says them.
    pub(crate) fn words(&self) -> Words<'_> {
        self.brand.words(self.locale)
    }

    pub(crate) fn frame(&self, languages: Languages) -> Frame<'_> {
        Frame {
            brand: &self.brand,
            locale: self.locale,
            languages,
        }
    }
}

/// The first language of an app's `ui_locales` that there are words in.
fn first_known(ui_locales: Option<&str>) -> Option<Locale> {
    ui_locales.unwrap_or_default().split(' ').find_map(Locale::from_tag)
}

/// Has the browser remember the language that an app asks for, for requests that ask for none (as Next Identity does).
pub(crate) fn remembering(app: &App, ui_locales: Option<&str>, mut response: Response) -> Response {
    let language = first_known(ui_locales).and_then(|locale| {
        let set = cookie::set_plain(app, LANGUAGE_COOKIE, locale.tag(), LANGUAGE_SECONDS);
        set.parse().ok()
    });
    if let Some(language) = language {
        response.headers_mut().append(SET_COOKIE, language);
    }
    response
}

/// The value of `locale` in a query.
pub(crate) fn locale_in(parameters: Option<&str>) -> Option<String> {
    query(parameters, "locale")
}

/// The value of a parameter of a query.
pub(crate) fn query(parameters: Option<&str>, name: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(parameters.unwrap_or_default()).unwrap_or_default();
    pairs
        .into_iter()
        .find(|(given, _)| given == name)
        .map(|(_, value)| value)
}

/// How a tenant's pages and mails look.
pub(crate) fn brand(tenant: &Tenant) -> Brand {
    let neutral = Brand::neutral();
    Brand {
        name: tenant.display_name.clone(),
        colour: tenant.brand.colour.clone().unwrap_or(neutral.colour),
        logo_url: tenant.brand.logo_url.clone(),
        favicon_url: tenant.brand.favicon_url.clone(),
        support_url: tenant.brand.support_url.clone(),
        support_email: tenant.brand.support_email.clone(),
        legal_links: tenant
            .brand
            .legal_links
            .iter()
            .map(|link| (link.label.clone(), link.url.clone()))
            .collect(),
        postal_address: tenant.brand.postal_address.clone(),
        texts: tenant.texts.clone(),
    }
}

/// A page with its status.
pub(crate) fn page(status: StatusCode, html: String) -> Response {
    (status, Html(html)).into_response()
}

/// A page whose form may lead to an app in the end. Browsers hold the redirects that follow a form to `form-action`, too.
pub(crate) fn leading_to(redirect_uri: Option<&str>, status: StatusCode, html: String) -> Response {
    let mut response = page(status, html);
    if let Some(policy) = redirect_uri.and_then(policy_for) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The usual policy, and that a form may lead to the origin of `redirect_uri`, or to its scheme where that is an app's own.
fn policy_for(redirect_uri: &str) -> Option<HeaderValue> {
    let (scheme, rest) = redirect_uri.split_once("://")?;
    let target = match scheme {
        "http" | "https" => format!("{scheme}://{}", rest.split(['/', '?']).next().unwrap_or_default()),
        scheme => format!("{scheme}:"),
    };
    let policy = pages::CONTENT_SECURITY_POLICY.replace("form-action 'self'", &format!("form-action 'self' {target}"));
    HeaderValue::from_str(&policy).ok()
}

/// A failure in words, in nobody's name: the one that belongs to a route's own tenant is the
/// route's to show.
pub(crate) fn problem(
    problem: &http::Problem,
    request_id: &str,
    locale: Option<&str>,
    accept_language: Option<&str>,
) -> String {
    let brand = Brand::neutral();
    let locale = Locale::negotiate([locale], accept_language, Locale::En);
    let frame = Frame {
        brand: &brand,
        locale,
        languages: Languages::None,
    };
    let page = pages::Problem {
        kind: kind(problem, frame.words()),
        next: None,
        request_id: Some(request_id.to_owned()),
    };
    page.render(&frame)
}

/// What a failure is to a person.
fn kind(problem: &http::Problem, words: Words<'_>) -> ProblemKind {
    match problem.code {
        code if code == &code::TOO_MANY_REQUESTS => ProblemKind::TooOften {
            retry_after: u64::from(problem.retry_after.unwrap_or(60)),
        },
        code if code.status == StatusCode::NOT_FOUND => ProblemKind::NotFound,
        code if code.status.is_server_error() => ProblemKind::OurSide,
        _ => ProblemKind::Other {
            title: words.say("not-understood-title", &[]),
            body: words.say("not-understood-body", &[]),
        },
    }
}
