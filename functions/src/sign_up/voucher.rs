//! `POST /v1/vouchers`, `GET /v1/vouchers/{id}` and `POST …/revoke`: codes that a tenant gives to many.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::StatusCode;
use http::header::LOCATION;
use serde::Deserialize;
use usher::id::VoucherId;
use usher::sign_up::{Voucher, VoucherCode};
use usher::store::{ByWhom, Claimed};
use usher::user::moment;
use utoipa::ToSchema;

use super::voucher_request::VoucherRequest;
use super::voucher_view::VoucherAnswer;
use crate::accounts::mark;
use crate::app::App;
use crate::http::{Call, Json, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "voucher",
    routes: &[
        Route::new("POST", "/v1/vouchers"),
        Route::new("GET", "/v1/vouchers/{id}"),
        Route::new("POST", "/v1/vouchers/{id}/revoke"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/vouchers", post(create))
            .route("/v1/vouchers/{id}", get(show))
            .route("/v1/vouchers/{id}/revoke", post(revoke))
            .with_state(app)
    },
};

/// Make a voucher
///
/// A code that opens accounts of one kind, as often and as long as is said here. Its code is in this answer and in no
/// other: only its hash is kept. With an `Idempotency-Key` the call may be repeated for 24 hours and gives the same code.
#[utoipa::path(
    post, path = "/v1/vouchers", operation_id = "create_voucher", tag = "Vouchers",
    request_body(content = VoucherRequest, example = json!({"kind": "channel_partner", "uses": 50, "valid_until": "2027-06-30T22:00:00Z", "presets": {"region": "North"}})),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters")),
    responses(
        (status = 201, description = "The voucher, with its code", body = VoucherAnswer,
         headers(("Location" = String, description = "Where the voucher is"))),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 409, description = "`voucher_exists`: there is one with this code", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn create(State(app): State<App>, call: Call<Json<VoucherRequest>>) -> Result<Response, Problem> {
    let Json(asked) = &call.body;
    let (caller, tenant) = (&call.caller, &call.caller.tenant);
    let wanted = asked
        .check(tenant)
        .map_err(|flaws| Problem::new(&code::VALIDATION_FAILED).errors(flaws))?;
    let at = moment(first_asked_at(&app, &call).await?);
    // Without a key each call is another; a code that is made for one nobody sees again is nobody's.
    let request = call.idempotency_key.0.clone().unwrap_or_else(|| app.attempt());
    let code = match wanted.code.clone() {
        Some(code) => code,
        None => VoucherCode::made_for(&caller.client, &request, &app.keys, at),
    };
    let voucher = wanted.voucher(&tenant.name, &code, at);
    let is_new = app.store.create_voucher(&voucher).await?;
    let known = match is_new {
        true => Some(voucher.clone()),
        false => app.store.get_voucher(&tenant.name, voucher.id).await?,
    };
    // The same call again finds the voucher it has made.
    let own =
        known.filter(|known| is_new || call.idempotency_key.0.is_some() && known.created_at == voucher.created_at);
    let made = own.ok_or_else(|| Problem::new(&code::VOUCHER_EXISTS))?;
    let location = format!("{}/v1/vouchers/{}", app.config.public_url, made.id);
    let answer = VoucherAnswer::of(&made, app.clock.now()).with_code(&code);
    Ok((StatusCode::CREATED, [(LOCATION, location)], axum::Json(answer)).into_response())
}

/// When a call was made for the first time, in milliseconds since 1970.
async fn first_asked_at<T>(app: &App, call: &Call<T>) -> Result<i64, Problem> {
    let now = app.clock.now();
    let Some(mark) = mark(call, "POST", "vouchers") else {
        return Ok(now.as_millisecond());
    };
    let reused = || Problem::new(&code::IDEMPOTENCY_KEY_REUSED);
    for _ in 0..2 {
        match app.store.find_answer(&mark, now).await? {
            Some((ByWhom::Another, _)) => return Err(reused()),
            Some((ByWhom::ThisRequest, at)) => return Ok(at.unwrap_or_default()),
            None => {
                let at = now.as_millisecond();
                match app.store.claim(&mark.clone().answered_of(Some(at)), now).await? {
                    Claimed::Now => return Ok(at),
                    Claimed::ByAnother => return Err(reused()),
                    // The same call in the same moment was first: it says when.
                    Claimed::Before => {}
                }
            }
        }
    }
    Err(Problem::new(&code::CONFLICT))
}

/// See a voucher
///
/// How often it was used, and whether it is still good. Its code is in no answer but the first.
#[utoipa::path(
    get, path = "/v1/vouchers/{id}", operation_id = "show_voucher", tag = "Vouchers",
    params(("id" = String, Path, description = "The voucher's id", example = "vou_2zd1m8d0v3k9q7x5c4b6n8m0aa")),
    responses(
        (status = 200, description = "The voucher as it is now", body = VoucherAnswer),
        (status = 400, description = "`invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`voucher_not_found`, also for another tenant's", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn show(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call,
) -> Result<axum::Json<VoucherAnswer>, Problem> {
    let voucher = app.store.get_voucher(&call.caller.tenant.name, named(&id)?).await?;
    answer(&app, voucher)
}

/// Taking a voucher back takes nothing but the path.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeVoucher {}

/// Take a voucher back
///
/// It opens no account from then on, also for people who have its code. Accounts that it has opened stay.
#[utoipa::path(
    post, path = "/v1/vouchers/{id}/revoke", operation_id = "revoke_voucher", tag = "Vouchers",
    request_body(content = Option<RevokeVoucher>, description = "May be left out, and has no members", example = json!({})),
    params(
        ("id" = String, Path, description = "The voucher's id", example = "vou_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Taken, and not needed: taking back twice is answered alike"),
    ),
    responses(
        (status = 200, description = "The voucher is taken back, now or before", body = VoucherAnswer),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`voucher_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn revoke(
    State(app): State<App>,
    Path(id): Path<String>,
    call: Call<Option<Json<RevokeVoucher>>>,
) -> Result<axum::Json<VoucherAnswer>, Problem> {
    let (named, now) = (named(&id)?, app.clock.now());
    if let Some(mark) = mark(&call, "POST", &format!("vouchers/{id}/revoke"))
        && app.store.claim(&mark, now).await? == Claimed::ByAnother
    {
        return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED));
    }
    let voucher = app.store.revoke_voucher(&call.caller.tenant.name, named, now).await?;
    answer(&app, voucher)
}

fn named(id: &str) -> Result<VoucherId, Problem> {
    id.parse().map_err(|_| Problem::new(&code::VOUCHER_NOT_FOUND))
}

fn answer(app: &App, voucher: Option<Voucher>) -> Result<axum::Json<VoucherAnswer>, Problem> {
    let voucher = voucher.ok_or_else(|| Problem::new(&code::VOUCHER_NOT_FOUND))?;
    Ok(axum::Json(VoucherAnswer::of(&voucher, app.clock.now())))
}
