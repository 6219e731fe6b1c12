//! What concerns looking for people.

use usher::user::User;

use crate::request::Sample;

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let yara = people.iter().find(|user| user.email.as_str().starts_with("yara"));
    let customer = yara.map(User::customer_id).expect("somebody of this name");
    vec![
        ("funnel", Sample::new("get-funnel-200", "GET /v1/funnel").signed()),
        (
            "funnel",
            Sample::new("get-backwards-400", "GET /v1/funnel")
                .query("from=2026-11-02&to=2026-11-01".into())
                .signed(),
        ),
        ("users", Sample::new("get-newest-200", "GET /v1/users").signed()),
        (
            "users",
            Sample::new("get-named-200", "GET /v1/users")
                .query("name=sample+y&limit=10".into())
                .signed(),
        ),
        (
            "users",
            Sample::new("get-customers-200", "GET /v1/users")
                .query(format!("id={}", customer))
                .signed(),
        ),
        (
            "users",
            Sample::new("get-email-200", "GET /v1/users")
                .query("email=yara@example.org".into())
                .signed(),
        ),
        (
            "users",
            Sample::new("get-by-external-id-200", "GET /v1/users")
                .query("external_id=customer-1".into())
                .signed(),
        ),
        (
            "users",
            Sample::new("get-two-things-400", "GET /v1/users")
                .query("id=usr_nobody&name=sample".into())
                .signed(),
        ),
    ]
}
