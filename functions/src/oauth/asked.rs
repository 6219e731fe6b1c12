//! What an app asks for: the client, and its request.

use axum::response::Response;
use http::StatusCode;
use usher::authorization::{self, AuthorizationRequest, Parameters, Refusal, Refused};
use usher::id::UserId;
use usher::token::Issuer;

use super::answer;
use crate::app::App;
use crate::hosted::{REQUEST_URI, Visit, not_understood, problem};
use crate::http::Problem;
use crate::page_answer::{Reader, Shown};
use crate::pages::ProblemKind;

/// What is asked for, or how it is refused.
pub(crate) async fn find(
    app: &App,
    reader: &Reader,
    parameters: &Parameters,
) -> Result<Result<Visit, Response>, Problem> {
    let client_id = parameters.get("client_id").unwrap_or_default();
    let tenant = app.tenant_of_client(client_id).await?;
    let is_elsewhere = match &tenant {
        Some(tenant) => app.is_host_of_another(&reader.host, &tenant.name).await?,
        None => false,
    };
    let Some(tenant) = tenant.filter(|_| !is_elsewhere) else {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Ok(Err(problem(reader, None, status, ProblemKind::UnknownClient)));
    };
    let Some(client) = tenant.client(client_id).cloned() else {
        return Ok(Err(not_understood(reader, Some(&tenant))));
    };
    if let Some(sealed) = parameters
        .get("request_uri")
        .and_then(|uri| uri.strip_prefix(REQUEST_URI))
    {
        let visit = Visit::read(app, reader, Some(sealed)).await?;
        let is_the_clients = |visit: &Visit| matches!(&visit.request, Some((_, known)) if known.id == client.id);
        return Ok(match visit {
            Ok(visit) if !is_the_clients(&visit) => Err(not_understood(reader, Some(&tenant))),
            // A pushed request had to come here soon; what follows may take the person longer.
            Ok(visit) => Ok(visit.sealed_anew(app)),
            Err(page) => Err(page),
        });
    }
    let now = app.clock.now();
    let read = authorization::read(parameters, &tenant, &client, now);
    Ok(match read.and_then(|request| hinted(app, parameters, request)) {
        Ok(request) => Ok(Visit::of(app, tenant, client, request)),
        Err(Refused::RedirectUri) => Err(not_understood(reader, Some(&tenant))),
        Err(Refused::Told(refusal)) => {
            let shown = Shown::new(reader, Some(&tenant), None);
            Err(answer::refusal(app, &shown, &refusal))
        }
    })
}

/// The request with the person whom its `id_token_hint` names.
pub(super) fn hinted(
    app: &App,
    parameters: &Parameters,
    mut request: AuthorizationRequest,
) -> Result<AuthorizationRequest, Refused> {
    let Some(token) = parameters.get("id_token_hint") else {
        return Ok(request);
    };
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let hint = issuer
        .id_token_hint(token)
        .ok()
        .filter(|hint| hint.aud == request.client);
    let user = hint.and_then(|hint| hint.sub.parse::<UserId>().ok());
    match user {
        Some(user) => {
            request.hinted = Some(user.0.bits());
            Ok(request)
        }
        None => Err(Refused::Told(Box::new(Refusal {
            redirect_uri: request.redirect_uri,
            state: request.state,
            response_mode: request.response_mode,
            error: "invalid_request",
            description: "id_token_hint is no ID token that the client was given".into(),
        }))),
    }
}
