//! What concerns a tenant's own document.

use crate::people::acme;
use crate::request::Sample;

pub(super) fn requests() -> Vec<(&'static str, Sample)> {
    let mut renamed = acme().without_secrets();
    renamed.display_name = "Acme Energy Group".to_owned();
    let renamed = serde_json::to_value(renamed).expect("a document");
    vec![
        ("tenant", Sample::new("get-tenant-200", "GET /v1/tenant").signed()),
        (
            "tenant",
            Sample::new("get-versions-200", "GET /v1/tenant/versions").signed(),
        ),
        (
            "tenant",
            Sample::new("get-version-200", "GET /v1/tenant/versions/{version}")
                .at("1")
                .signed(),
        ),
        (
            "tenant",
            Sample::new("put-stale-412", "PUT /v1/tenant")
                .header("if-match", "\"99\"")
                .json(&renamed)
                .signed(),
        ),
        (
            "tenant",
            Sample::new("put-tenant-200", "PUT /v1/tenant")
                .header("if-match", "*")
                .header("idempotency-key", "tenant-1")
                .json(&renamed)
                .signed(),
        ),
    ]
}
