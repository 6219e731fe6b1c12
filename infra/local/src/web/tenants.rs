//! `PUT /_local/tenants`: applies one tenant's document, as `usher tenants apply` sends it; it answers what will be
//! otherwise than the document says.

use axum::Json as Answer;
use axum::extract::{Request, State};
use functions::http::{FieldError, Problem, SameSite, code, json, read_at_most};
use serde_json::{Value, json};
use usher::store::TenantChange;
use usher::tenant::Tenant;

use super::Local;

/// A document with the words of all its agreements: 4 MiB.
const DOCUMENT_LIMIT: usize = 4 * 1024 * 1024;

/// Replaces the tenant of this name, at once and as a whole.
pub(super) async fn apply(State(local): State<Local>, _: SameSite, request: Request) -> Result<Answer<Value>, Problem> {
    let (parts, body) = request.into_parts();
    let tenant: Tenant = json(&parts.headers, &read_at_most(body, DOCUMENT_LIMIT).await?)?;
    let flaws: Vec<_> = functions::tenants::flaws_under(&tenant, local.app.config.outbound)
        .into_iter()
        .map(|flaw| FieldError::new(flaw.pointer, "not_acceptable", flaw.message))
        .collect();
    if !flaws.is_empty() {
        return Err(Problem::new(&code::VALIDATION_FAILED).errors(flaws));
    }
    let (app, now) = (&local.app, local.app.clock.now());
    let before = app.store.get_tenant_version(&tenant.name, &app.keys).await?;
    let saved = app
        .store
        .save_tenant(&tenant, &TenantChange::by("local"), &app.keys, now)
        .await;
    saved.map_err(functions::tenants::tenant::problem)?;
    local.app.directory.forget();
    let forgotten = before.map(|(before, _)| functions::tenants::forgotten(&before, &tenant));
    let remarks = functions::tenants::remarks(&tenant).into_iter();
    let remarks = remarks.chain(forgotten.into_iter().flatten());
    let remarks: Vec<_> = remarks
        .map(|remark| json!({ "pointer": remark.pointer, "message": remark.message }))
        .collect();
    Ok(Answer(json!({ "name": tenant.name, "remarks": remarks })))
}
