//! How a kind may be approved.

use serde_json::{Value, json};

use super::*;
use crate::tenant::Tenant;
use crate::testing;

/// Where a kind with this approval is flawed.
fn flaws(approval: &Value) -> Vec<String> {
    let kinds = json!({ "kinds": { "business": { "enabled": true, "approval": approval } } });
    let tenant = Tenant {
        onboarding: serde_json::from_value(kinds).expect("a tenant by its types"),
        ..testing::tenant()
    };
    let at = "/onboarding/kinds/business/approval";
    let of_it = |pointer: String| pointer.strip_prefix(at).expect("a flaw of the approval").to_owned();
    tenant.flaws().into_iter().map(|flaw| of_it(flaw.pointer)).collect()
}

#[test]
fn what_is_right_is_kept_as_it_was_written_and_what_is_not_there_is_not_written() {
    for endpoint in [
        json!({ "url": "https://acme.example/decide" }),
        json!({ "url": "https://acme.example/decide", "authentication": "signed" }),
        json!({ "url": "https://acme.example/decide", "authentication": { "bearer": { "token": "t" } } }),
    ] {
        let written = json!({
            "approvers": ["a@acme.example"], "approved_addresses": [],
            "remind_after_hours": [24, 72], "endpoint": endpoint,
        });
        assert_eq!(flaws(&written), [""; 0]);
        let read: Approval = serde_json::from_value(written.clone()).expect("an approval");
        assert_eq!(serde_json::to_value(read).expect("JSON"), written);
    }
    let empty = serde_json::to_value(Approval::default()).expect("JSON");
    assert_eq!(empty, json!({ "approvers": [], "approved_addresses": [] }));
}

#[test]
fn an_endpoint_knows_us_by_a_signature_where_nothing_is_said() {
    let read = |endpoint: Value| serde_json::from_value::<ApprovalEndpoint>(endpoint).expect("an endpoint");
    let url = "https://acme.example/";
    assert_eq!(
        read(json!({ "url": url })).authentication(),
        &ProviderAuthentication::Signed
    );
    let bearer = read(json!({ "url": url, "authentication": { "bearer": { "token": "t" } } }));
    assert!(matches!(bearer.authentication(), ProviderAuthentication::Bearer { .. }));
    for wrong in [
        json!({}),
        json!({ "url": url, "authentication": "none" }),
        json!({ "url": url, "more": 1 }),
    ] {
        assert!(
            serde_json::from_value::<ApprovalEndpoint>(wrong.clone()).is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn each_flaw_points_at_its_member() {
    let approvers = json!(["a@acme.example"]);
    let reminding = |hours: Value| flaws(&json!({ "approvers": approvers, "remind_after_hours": hours }));
    assert_eq!(reminding(json!([1, 720])), [""; 0]);
    assert_eq!(
        reminding(json!([0, 721])),
        ["/remind_after_hours/0", "/remind_after_hours/1"]
    );
    assert_eq!(reminding(json!([24, 24])), ["/remind_after_hours/1"]);
    assert_eq!(reminding(json!([1, 2, 3, 4, 5, 6])), ["/remind_after_hours"]);
    assert_eq!(
        flaws(&json!({ "remind_after_hours": [24] })),
        ["/remind_after_hours"],
        "there is nobody to remind"
    );
    for (url, at) in [
        ("http://acme.example/", "/endpoint/url"),
        ("https://10.0.0.1/", "/endpoint/url"),
    ] {
        assert_eq!(flaws(&json!({ "endpoint": { "url": url } })), [at], "{url}");
    }
    let empty = json!({ "url": "https://acme.example/", "authentication": { "bearer": { "token": "" } } });
    assert_eq!(
        flaws(&json!({ "endpoint": empty })),
        ["/endpoint/authentication/bearer/token"]
    );
}
