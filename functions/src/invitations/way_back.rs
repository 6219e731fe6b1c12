//! Where an invited person goes when they are done.

use usher::tenant::Client;
use usher::token::AuthorizationCode;
use usher::verification::Completion;

use crate::app::App;
use crate::oauth::person_scope;

/// The link back to the app. A client that can show who it is gets a code with it, to sign the person in, and as
/// `state` the person's UUID, which pre-registering answered: it tells the client whom to expect.
///
/// Each page has a code of its own, so that going back to it and pressing again is no second use.
pub(super) fn way_back(app: &App, client: &Client, completion: &Completion) -> String {
    if !client.gets_codes() {
        return completion.to.clone();
    }
    let now = app.clock.now();
    let scope = person_scope(client);
    let code = AuthorizationCode::new(completion, &scope, &app.entropy, now).seal(&app.keys, now);
    with_query(&completion.to, &code, &completion.user().as_uuid())
}

/// A link with `code` and `state` behind what it asks for already, and before its fragment. Neither needs an escape.
fn with_query(link: &str, code: &str, state: &str) -> String {
    let (link, fragment) = match link.split_once('#') {
        Some((link, fragment)) => (link, format!("#{fragment}")),
        None => (link, String::new()),
    };
    let joint = if link.contains('?') { '&' } else { '?' };
    format!("{link}{joint}code={code}&state={state}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::with_query;

    #[test]
    fn code_and_state_stand_where_a_link_takes_them() {
        for (link, expected) in [
            ("https://a.example/x", "https://a.example/x?code=c&state=s"),
            ("https://a.example/x?y=1", "https://a.example/x?y=1&code=c&state=s"),
            ("app://x/#/home", "app://x/?code=c&state=s#/home"),
        ] {
            assert_eq!(with_query(link, "c", "s"), expected);
        }
    }
}
