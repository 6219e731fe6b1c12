//! What operators see and do.

use usher::user::User;

use super::signing_in::session;
use crate::request::Sample;

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let named = |name: &str| {
        let is_them = |user: &&User| user.email.as_str().starts_with(name);
        people.iter().find(is_them).expect("somebody of this name")
    };
    let [operator, hana, kim, ivy, nora] = ["operator", "hana", "kim", "ivy", "nora"].map(named);
    let yuri = named("yuri");
    let by = |user: &User, mut sample: Sample| {
        sample.cookies.push(session(user));
        sample.query("labelpartner=acme".into())
    };
    let page = |file: &'static str, route: &'static str| Sample::new(file, route).header("accept", "text/html");
    let at = |sample: Sample, user: &User| sample.at(&user.id.to_string());
    let tag = ("etag", "\"9\"");
    vec![
        ("console", by(operator, page("get-console-200", "GET /console"))),
        (
            "console",
            page("get-console-303", "GET /console").query("labelpartner=acme".into()),
        ),
        ("console", by(nora, page("get-denied-403", "GET /console"))),
        (
            "console",
            by(operator, page("get-approvals-200", "GET /console/approvals")),
        ),
        (
            "console",
            by(
                operator,
                at(
                    Sample::new("post-approve-303", "POST /console/approvals/{user_id}"),
                    yuri,
                )
                .form(&[("decision", "approve")]),
            ),
        ),
        ("console", by(operator, page("get-people-200", "GET /console/people"))),
        (
            "console",
            by(operator, at(page("get-person-200", "GET /console/people/{id}"), hana)),
        ),
        (
            "console",
            by(
                operator,
                at(
                    Sample::new("post-resend-303", "POST /console/people/{id}/invitation"),
                    ivy,
                )
                .form(&[("change", "resend")]),
            ),
        ),
        (
            "console",
            by(
                operator,
                at(
                    Sample::new("post-revoke-303", "POST /console/people/{id}/invitation"),
                    kim,
                )
                .form(&[("change", "revoke")]),
            ),
        ),
        ("console", by(operator, page("get-funnel-200", "GET /console/funnel"))),
        (
            "console-onboarding",
            by(operator, page("get-onboarding-200", "GET /console/onboarding")),
        ),
        (
            "console-onboarding",
            by(
                operator,
                page("get-kind-200", "GET /console/onboarding/kinds/{kind}").at("business"),
            ),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-kind-409", "POST /console/onboarding/kinds/{kind}")
                    .at("personal")
                    .form(&[
                        tag,
                        ("enabled", "yes"),
                        ("user.0.name", "firstName"),
                        ("user.0.shown", "yes"),
                    ]),
            ),
        ),
        (
            "console-onboarding",
            by(
                operator,
                page("get-agreement-200", "GET /console/onboarding/agreements"),
            )
            .query("labelpartner=acme&name=terms".into()),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-agreement-409", "POST /console/onboarding/agreements").form(&[
                    tag,
                    ("known", "yes"),
                    ("name", "terms"),
                ]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-app-200", "GET /console/onboarding/apps"))
                .query("labelpartner=acme&id=acme-web".into()),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-app-409", "POST /console/onboarding/apps").form(&[tag, ("known", "acme-web")]),
            ),
        ),
        (
            "console-onboarding",
            by(
                operator,
                page("get-connection-200", "GET /console/onboarding/connections"),
            ),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-connection-409", "POST /console/onboarding/connections").form(&[tag]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-provider-200", "GET /console/onboarding/providers")),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-provider-409", "POST /console/onboarding/providers").form(&[tag]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-question-200", "GET /console/onboarding/questions"))
                .query("labelpartner=acme&kind=business&of=customer_fields&name=companyName".into()),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-question-409", "POST /console/onboarding/questions").form(&[
                    tag,
                    ("kind", "business"),
                    ("of", "customer_fields"),
                    ("name", "companyName"),
                ]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-rules-200", "GET /console/onboarding/rules")),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-rules-409", "POST /console/onboarding/rules").form(&[tag, ("sender.name", "Acme")]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-texts-200", "GET /console/onboarding/texts"))
                .query("labelpartner=acme&q=all+set".into()),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-texts-409", "POST /console/onboarding/texts")
                    .form(&[tag, ("text.done-title", "Welcome")]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-look-200", "GET /console/onboarding/look")),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-look-409", "POST /console/onboarding/look")
                    .form(&[("etag", "\"9\""), ("display_name", "Acme")]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-document-200", "GET /console/onboarding/document")),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-document-422", "POST /console/onboarding/document").form(&[tag, ("document", "{")]),
            ),
        ),
        (
            "console-onboarding",
            by(operator, page("get-versions-200", "GET /console/onboarding/versions")),
        ),
        (
            "console-onboarding",
            by(
                operator,
                Sample::new("post-restore-303", "POST /console/onboarding/versions").form(&[("version", "2")]),
            ),
        ),
        (
            "console-preview",
            by(operator, page("get-previews-200", "GET /console/preview")),
        ),
        (
            "console-preview",
            by(
                operator,
                page("get-preview-200", "GET /console/preview/{what}").at("business"),
            ),
        ),
    ]
}
