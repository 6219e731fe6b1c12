//! `POST /v1/account/{id}/installation` and `DELETE …/installation/{installation_id}`: places come and go.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, post};
use http::StatusCode;
use http::header::LOCATION;
use serde::Deserialize;
use usher::customer::NotAdded;
use usher::id::LocationId;
use usher::provisioning::RequestIdentity;
use usher::store::{ByWhom, KeptCustomer, Mark, Written};
use usher::user::Installation;
use utoipa::ToSchema;

use crate::accounts::{self, AddressInfo, IdType, InstallationView, check_place, is_external, mark};
use crate::app::App;
use crate::http::{Call, Caller, FieldError, Json, Problem, ProblemBody, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "installation",
    routes: &[
        Route::new("POST", "/v1/account/{id}/installation"),
        Route::new("DELETE", "/v1/account/{id}/installation/{installation_id}"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v1/account/{id}/installation", post(add))
            .route("/v1/account/{id}/installation/{installation_id}", delete(remove))
            .with_state(app)
    },
};

/// How often a place is added or taken away when the customer changes meanwhile.
const TRIES: usize = 4;

/// A place to be added.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddInstallation {
    /// The caller's own id of the place, unique among those of the customer.
    #[serde(default)]
    #[schema(example = "home-2")]
    external_installation_id: Option<String>,
    /// Where it is: up to 20 named texts or numbers, kept as they are.
    #[serde(default)]
    #[schema(value_type = Option<std::collections::BTreeMap<String, String>>, example = json!({"street": "Mill Lane", "house_number": "2", "city": "Cambridge"}))]
    address_info: Option<AddressInfo>,
}

/// Add a place
///
/// It belongs to the customer, and so to all of its people. With an `Idempotency-Key` the call may be repeated for 24 hours
/// and gives the first answer again.
#[utoipa::path(
    post, path = "/v1/account/{id}/installation", operation_id = "add_installation", tag = "Accounts",
    request_body(content = AddInstallation, example = json!({"external_installation_id": "home-2"})),
    params(
        ("id" = String, Path, description = "The account's id, the user's id or UUID, or with `id_type=external` the caller's own", example = "customer-4711"),
        ("id_type" = inline(Option<IdType>), Query, description = "`internal` (default) or `external`", example = "external"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 201, description = "The place", body = InstallationView,
         headers(("Location" = String, description = "Where it is deleted"))),
        (status = 400, description = "`malformed_json`, `invalid_body`, `invalid_header`, `invalid_query`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's", body = ProblemBody<'static>),
        (status = 409, description = "`external_installation_id_exists`, `too_many_installations`, `conflict`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn add(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    call: Call<Json<AddInstallation>>,
) -> Result<Response, Problem> {
    let asked = call.body.0.clone();
    let mut errors = Vec::new();
    let (external_id, address) = check_place(asked.external_installation_id, asked.address_info, "", &mut errors);
    if !errors.is_empty() {
        return Err(Problem::new(&code::VALIDATION_FAILED).errors(errors));
    }
    let (key, nonce) = (call.idempotency_key.0.as_deref(), call.caller.nonce.as_deref());
    let scope = format!("{}/{id}/installation", call.caller.client);
    let identity = RequestIdentity::of(&scope, key, nonce, &call.raw, &app.entropy);
    let new = Installation {
        id: None,
        external_id,
        name: None,
        address,
    };
    let mark = mark(&call, "POST", &format!("{id}/installation"));
    let wanted = LocationId(identity.id);
    let named = save(
        &app,
        &call.caller,
        (&id, query.as_deref()),
        (wanted, &new),
        mark.as_ref(),
    )
    .await?;
    let view = InstallationView::of(named, &new);
    let location = format!(
        "{}/v1/account/{id}/installation/{}",
        app.config.public_url, view.installation_id
    );
    Ok((StatusCode::CREATED, [(LOCATION, location)], axum::Json(view)).into_response())
}

/// Saves a place. The id of one that is asked for under an idempotency key follows from the key, and is renewed once the key
/// is.
async fn save(
    app: &App,
    caller: &Caller,
    (id, query): (&str, Option<&str>),
    (mut wanted, new): (LocationId, &Installation),
    mark: Option<&Mark>,
) -> Result<LocationId, Problem> {
    for tried in 0..TRIES {
        let now = app.clock.now();
        let kept = customer(app, caller, id, query).await?;
        if let Some(mark) = mark
            && let Some(by) = app.store.find_claim(mark, now).await?
        {
            return match by {
                ByWhom::ThisRequest => Ok(wanted),
                ByWhom::Another => Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
            };
        }
        if kept.customer.place_of(wanted).is_some() {
            // The answer to the try before was lost on its way.
            if tried > 0 {
                return Ok(wanted);
            }
            wanted = LocationId(RequestIdentity::id_of(&[b"usher location, again", &wanted.0.bits()]));
        }
        let place = Installation {
            id: Some(wanted),
            ..new.clone()
        };
        let places = kept.customer.with_location(place).map_err(not_added)?;
        match app.store.set_locations(&kept, &places, mark, now).await? {
            Written::Now | Written::Before => return Ok(wanted),
            Written::KeyReused => return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
            Written::Changed => {}
        }
    }
    Err(changed())
}

fn not_added(why: NotAdded) -> Problem {
    match why {
        NotAdded::Full => Problem::new(&code::TOO_MANY_INSTALLATIONS),
        NotAdded::ExternalIdExists => Problem::new(&code::INSTALLATION_EXISTS).errors(vec![FieldError::new(
            "/external_installation_id",
            "external_installation_id_exists",
            "a place of this customer has this id",
        )]),
    }
}

/// Take a place away
///
/// With an `Idempotency-Key` the call may be repeated for 24 hours.
#[utoipa::path(
    delete, path = "/v1/account/{id}/installation/{installation_id}", operation_id = "delete_installation", tag = "Accounts",
    params(
        ("id" = String, Path, description = "The account's id, the user's id or UUID, or with `id_type=external` the caller's own", example = "customer-4711"),
        ("installation_id" = String, Path, description = "The place's id, or with `id_type=external` the caller's own", example = "home-1"),
        ("id_type" = inline(Option<IdType>), Query, description = "`internal` (default) or `external`, for both", example = "external"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]*[!#-~][!-~]*$", description = "Makes a repeated call safe; 1 to 255 visible characters"),
    ),
    responses(
        (status = 204, description = "The place is gone"),
        (status = 400, description = "`invalid_query`, `invalid_header`, `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 404, description = "`account_not_found`, also for another tenant's; `installation_not_found`", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`", body = ProblemBody<'static>),
        (status = 422, description = "`idempotency_key_reused`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn remove(
    State(app): State<App>,
    Path((id, installation)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<StatusCode, Problem> {
    let mark = mark(&call, "DELETE", &format!("{id}/installation/{installation}"));
    for tried in 0..TRIES {
        let now = app.clock.now();
        let kept = customer(&app, &call.caller, &id, query.as_deref()).await?;
        let index = match is_external(query.as_deref())? {
            true => kept.customer.place_of_external(&installation),
            false => installation.parse().ok().and_then(|id| kept.customer.place_of(id)),
        };
        let Some(index) = index else {
            // Repeating a call that took the place away does not find it, and is told so by its mark.
            return match &mark {
                Some(mark) if app.store.find_claim(mark, now).await? == Some(ByWhom::ThisRequest) => {
                    Ok(StatusCode::NO_CONTENT)
                }
                // The answer to the try before was lost on its way, or somebody else took it away meanwhile.
                _ if tried > 0 => Ok(StatusCode::NO_CONTENT),
                _ => Err(Problem::new(&code::INSTALLATION_NOT_FOUND)),
            };
        };
        let places = kept.customer.without_location(index);
        match app.store.set_locations(&kept, &places, mark.as_ref(), now).await? {
            Written::Now | Written::Before => return Ok(StatusCode::NO_CONTENT),
            Written::KeyReused => return Err(Problem::new(&code::IDEMPOTENCY_KEY_REUSED)),
            Written::Changed => {}
        }
    }
    Err(changed())
}

/// The customer of the caller's person with this id.
async fn customer(app: &App, caller: &Caller, id: &str, query: Option<&str>) -> Result<KeptCustomer, Problem> {
    let user = accounts::find(app, caller, id, query).await?;
    Ok(app.store.customer_of(&user).await?)
}

fn changed() -> Problem {
    Problem {
        retry_after: Some(1),
        ..Problem::new(&code::CONFLICT)
    }
}
