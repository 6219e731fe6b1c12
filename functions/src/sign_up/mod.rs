//! People make an account of one of the tenant's kinds, address first: they choose a kind and type their address, are mailed
//! a link, and fill in the form behind it on whatever device they open it.

pub mod signup;
pub mod signup_complete;

mod form;
mod partner;
mod partner_answers;
mod start_form;
mod typed_voucher;
pub mod voucher;
mod voucher_request;
mod voucher_view;

pub(crate) use form::default_location;
pub(crate) use partner_answers::PartnerAnswers;
pub(crate) use signup::ask;

use axum::response::Response;
use http::StatusCode;
use usher::tenant::{Client, Tenant};

use crate::hosted::{Visit, problem_leading_to, register};
use crate::page_answer::Reader;
use crate::pages::ProblemKind;

/// Whether people may make an account on this way: to an app that wants it, or to none where the tenant has kinds.
pub(crate) fn is_open(visit: &Visit) -> bool {
    let wanted = visit.request.as_ref().is_none_or(|(_, client)| client.sign_up);
    wanted && visit.tenant.onboarding.enabled().next().is_some()
}

/// The page for whoever cannot open an account on this way: none of the kind is opened now, or the app that sent the person
/// may not send them here.
pub(crate) fn not_open(reader: &Reader, visit: &Visit) -> Response {
    match visit.request.is_some() && visit.tenant.onboarding.enabled().next().is_some() {
        true => visit.problem(reader, StatusCode::FORBIDDEN, ProblemKind::AppMistake),
        false => closed(reader, &visit.tenant, visit.request.is_some()),
    }
}

/// The tenant opens no such account now, which is nobody's mistake.
fn closed(reader: &Reader, tenant: &Tenant, from_app: bool) -> Response {
    let back = tenant.app_link.clone().filter(|_| from_app);
    let kind = ProblemKind::AccountsClosed;
    problem_leading_to(reader, Some(tenant), StatusCode::FORBIDDEN, kind, back)
}

/// The page where a person without an account goes, if there is one.
pub(crate) fn way_in(visit: &Visit) -> Option<&'static str> {
    let registers = |(_, client): &(_, Client)| client.self_registration;
    match visit.request.as_ref().is_some_and(registers) {
        true => Some(register::PATH),
        false => is_open(visit).then_some(signup::PATH),
    }
}
