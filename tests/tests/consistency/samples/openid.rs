//! What apps and resource servers ask with tokens.

use usher::user::User;

use crate::keys::{access_token, refresh_token};
use crate::request::Sample;

pub(super) fn requests(people: &[User]) -> Vec<(&'static str, Sample)> {
    let [_, _, _, _, _, fay, ..] = people else {
        unreachable!("there are more than five")
    };
    let signed_in = refresh_token(fay, "acme-app", "openid profile email", 21);
    let access = access_token(fay, &signed_in);
    vec![
        (
            "userinfo",
            Sample::new("get-200", "GET /userinfo").header("authorization", &format!("Bearer {access}")),
        ),
        ("userinfo", Sample::new("get-401", "GET /userinfo")),
        (
            "userinfo",
            Sample::new("post-200", "POST /userinfo").form(&[("access_token", &access)]),
        ),
    ]
}
