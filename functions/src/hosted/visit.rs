//! What a person came to our pages for: an app's request, or nothing but their own account.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use usher::authorization::{AuthorizationRequest, REQUEST_LIFE};
use usher::tenant::{Client, Tenant, TenantName};

use super::sign_in;
use crate::app::App;
use crate::http::Problem;
use crate::page_answer::{Next, Reader, Shown, page};
use crate::pages::{self, Languages, ProblemKind};
use crate::words::Locale;

/// What the name of a request begins with that is not written out (RFC 9126 section 2.2).
pub(crate) const REQUEST_URI: &str = "urn:ietf:params:oauth:request_uri:";

/// What a person came for.
pub(crate) struct Visit {
    pub(crate) tenant: Arc<Tenant>,
    /// What an app asks for, and which.
    pub(crate) request: Option<(AuthorizationRequest, Client)>,
    /// The same as it travels; empty where there is none.
    pub(crate) sealed: String,
    /// Where somebody goes on to who comes from no app, and its address.
    next: Option<(Next, String)>,
}

impl Visit {
    /// Reads the request that a page was opened with, or the form it sent. The inner error is the page that says why
    /// there is none.
    pub(crate) async fn read(
        app: &App,
        reader: &Reader,
        sealed: Option<&str>,
    ) -> Result<Result<Self, Response>, Problem> {
        let Some(sealed) = sealed.filter(|sealed| !sealed.is_empty()) else {
            let tenant = match reader.tenant.as_deref().and_then(|name| name.parse().ok()) {
                Some(name) => app.tenant(&name).await?,
                None => app.tenant_by_host(&reader.host).await?,
            };
            let tenant = match tenant {
                Some(tenant) if app.is_host_of_another(&reader.host, &tenant.name).await? => None,
                tenant => tenant,
            };
            return Ok(tenant
                .map(|tenant| Self {
                    request: None,
                    sealed: String::new(),
                    next: reader.next.map(|next| (next, address_of(next, &tenant, reader))),
                    tenant,
                })
                .ok_or_else(|| not_understood(reader, None)));
        };
        let Some(request) = AuthorizationRequest::open(sealed, &app.keys, app.clock.now()) else {
            return Ok(Err(expired(app, reader, sealed).await?));
        };
        let tenant = app.tenant(&request.tenant).await?;
        let is_elsewhere = app.is_host_of_another(&reader.host, &request.tenant).await?;
        let Some(tenant) = tenant.filter(|_| !is_elsewhere) else {
            return Ok(Err(not_understood(reader, None)));
        };
        // What was sealed an hour ago may have been taken back since.
        let client = tenant.client(&request.client);
        let client = client.filter(|client| client.redirect_uris.contains(&request.redirect_uri));
        let Some(client) = client.cloned() else {
            return Ok(Err(not_understood(reader, Some(&tenant))));
        };
        Ok(Ok(Self {
            tenant,
            request: Some((request, client)),
            sealed: sealed.to_owned(),
            next: None,
        }))
    }

    /// A visit that goes on after the person was elsewhere.
    pub(crate) async fn resumed(
        app: &App,
        reader: &Reader,
        tenant: &TenantName,
        (request, next): (Option<&AuthorizationRequest>, Option<&str>),
    ) -> Result<Result<Self, Response>, Problem> {
        let mut reader = reader.clone();
        reader.tenant = Some(tenant.to_string());
        reader.next = next.and_then(Next::named);
        let sealed = request.map(|request| request.seal(&app.keys, app.clock.now(), REQUEST_LIFE));
        Self::read(app, &reader, sealed.as_deref()).await
    }

    /// Where the person goes on to, where they come from no app.
    pub(crate) fn next(&self) -> Option<Next> {
        self.next.as_ref().map(|(next, _)| *next)
    }

    /// What an app has just asked for.
    pub(crate) fn of(app: &App, tenant: Arc<Tenant>, client: Client, request: AuthorizationRequest) -> Self {
        Self {
            sealed: request.seal(&app.keys, app.clock.now(), REQUEST_LIFE),
            request: Some((request, client)),
            tenant,
            next: None,
        }
    }

    /// The same with all the time for the pages that follow.
    pub(crate) fn sealed_anew(mut self, app: &App) -> Self {
        if let Some((request, _)) = &self.request {
            self.sealed = request.seal(&app.keys, app.clock.now(), REQUEST_LIFE);
        }
        self
    }

    /// Where the person goes once they are signed in.
    pub(crate) fn leads_to(&self, app: &App) -> String {
        match &self.request {
            Some((request, _)) => resume(app, request),
            None => match &self.next {
                Some((_, address)) => address.clone(),
                None => sign_in::ACCOUNT.to_owned(),
            },
        }
    }

    /// The address of another page of this visit.
    pub(crate) fn href(&self, path: &str, shown: &Shown) -> String {
        let locale = shown.locale.tag();
        match self.sealed.as_str() {
            "" => {
                let next = self
                    .next()
                    .map_or_else(String::new, |next| format!("&next={}", next.name()));
                format!("{path}?labelpartner={}{next}&locale={locale}", self.tenant.name)
            }
            // Base 64 for addresses needs no escape.
            sealed => format!("{path}?request={sealed}&locale={locale}"),
        }
    }

    /// The address that a form of this visit is sent to.
    pub(crate) fn action(&self, path: &str, shown: &Shown) -> String {
        match self.sealed.as_str() {
            "" => self.href(path, shown),
            // The form itself holds what the app asks for.
            _ => format!("{path}?locale={}", shown.locale.tag()),
        }
    }

    /// Where the browser is sent in the end: a page whose form leads there has to say so.
    pub(crate) fn redirect_uri(&self) -> Option<&str> {
        self.request.as_ref().map(|(request, _)| request.redirect_uri.as_str())
    }

    /// A page that says what went wrong. It leads back to the app only if one has sent the person.
    pub(crate) fn problem(&self, reader: &Reader, status: StatusCode, kind: ProblemKind) -> Response {
        let back = self.tenant.app_link.clone().filter(|_| self.request.is_some());
        problem_leading_to(reader, Some(&self.tenant), status, kind, back)
    }

    /// Whose page it is, in the language that the address asks for, or else the app.
    pub(crate) fn shown(&self, reader: &Reader) -> Shown {
        Shown::new(&reader.or_in(self.ui_locales()), Some(&self.tenant), None)
    }

    /// The languages that the app asks for, the best first.
    pub(crate) fn ui_locales(&self) -> Option<&str> {
        self.request.as_ref()?.0.ui_locales.as_deref()
    }

    /// Whether all of the tenant's people have a PIN instead of a password: whose page it is, nobody knows yet.
    pub(crate) fn is_pincode(&self) -> bool {
        self.tenant.has_pincodes_only()
    }

    /// The address that the app expects.
    pub(crate) fn login_hint(&self) -> Option<&str> {
        self.request.as_ref()?.0.login_hint.as_deref()
    }
}

/// Where somebody goes on to, in the language that the page was asked for in.
fn address_of(next: Next, tenant: &Tenant, reader: &Reader) -> String {
    let locale = reader.locale.as_deref().and_then(Locale::from_tag);
    let locale = locale.map_or_else(String::new, |locale| format!("&locale={}", locale.tag()));
    format!("{}?labelpartner={}{locale}", next.path(), tenant.name)
}

/// The address that a request goes on at.
pub(crate) fn resume(app: &App, request: &AuthorizationRequest) -> String {
    let sealed = request.seal(&app.keys, app.clock.now(), REQUEST_LIFE);
    format!(
        "/authorize?client_id={}&request_uri={REQUEST_URI}{sealed}",
        request.client
    )
}

/// In the name of the tenant, if the request still says whose it was.
async fn expired(app: &App, reader: &Reader, sealed: &str) -> Result<Response, Problem> {
    let Some(name) = AuthorizationRequest::tenant_of(sealed, &app.keys) else {
        return Ok(not_understood(reader, None));
    };
    let tenant = app.tenant(&name).await?;
    Ok(problem(
        reader,
        tenant.as_deref(),
        StatusCode::GONE,
        ProblemKind::SignInExpired,
    ))
}

/// What sent the person here is broken.
pub(crate) fn not_understood(reader: &Reader, tenant: Option<&Tenant>) -> Response {
    problem(reader, tenant, StatusCode::BAD_REQUEST, ProblemKind::AppMistake)
}

/// A page that says what went wrong to a person whom an app has sent, and leads back to it.
pub(crate) fn problem(reader: &Reader, tenant: Option<&Tenant>, status: StatusCode, kind: ProblemKind) -> Response {
    let back = tenant.and_then(|tenant| tenant.app_link.clone());
    problem_leading_to(reader, tenant, status, kind, back)
}

/// A page that says what went wrong, and where its button leads, if there is one.
pub(crate) fn problem_leading_to(
    reader: &Reader,
    tenant: Option<&Tenant>,
    status: StatusCode,
    kind: ProblemKind,
    next: Option<String>,
) -> Response {
    let shown = Shown::new(reader, tenant, None);
    let content = pages::Problem {
        kind,
        next,
        request_id: None,
    };
    page(status, content.render(&shown.frame(Languages::None)))
}
