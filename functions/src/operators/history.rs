//! What happened to a person, in words.

use serde_json::Value;

use super::read::{list, moment, text};
use crate::pages::console::{Moment, state_name};
use crate::words::{ConsoleWords, Value as Said};

/// What happened, oldest first: the steps of the account, its invitation with what became of each mail, and its consents.
pub(super) fn history(words: ConsoleWords, account: &Value, invitation: Option<&Value>) -> Vec<Moment> {
    let invitation = invitation.unwrap_or(&Value::Null);
    let noted = |told: &Value, member: &str, what: String| moment(told, member).map(|at| Moment { at, what });
    let steps = list(account, "history").iter();
    let steps = steps.filter_map(|told| noted(told, "at", step(words, told)));
    let of_invitation = [
        ("opened_at", "history-opened"),
        ("expires_at", "history-expires"),
        ("revoked_at", "history-revoked"),
    ];
    // A link that was withdrawn, or has done its work, works until no day.
    let is_open = !["completed", "revoked"].contains(&text(invitation, "status").as_str());
    let of_invitation = of_invitation
        .into_iter()
        .filter(|(member, _)| *member != "expires_at" || is_open)
        .filter_map(|(member, id)| noted(invitation, member, words.say(id, &[])));
    let deliveries = match list(invitation, "deliveries") {
        [] => list(&account["invitation"], "deliveries"),
        theirs => theirs,
    };
    let deliveries = deliveries.iter().filter_map(|told| delivery(words, told));
    let consents = list(account, "consents").iter().flat_map(|told| {
        let about = [
            ("agreement", text(told, "agreement").into()),
            ("version", told["version"].as_u64().unwrap_or_default().into()),
        ];
        let acts = [
            ("accepted_at", "history-accepted"),
            ("withdrawn_at", "history-withdrew"),
        ];
        acts.map(|(member, id)| noted(told, member, words.say(id, &about)))
    });
    let mut all: Vec<Moment> = steps.chain(of_invitation).chain(deliveries).collect();
    all.extend(consents.flatten());
    all.sort_by_key(|moment| moment.at);
    all
}

/// A step of the account.
fn step(words: ConsoleWords, told: &Value) -> String {
    let by = text(told, "by");
    let id = match told["event"].as_str().unwrap_or_default() {
        "verified" => return words.say("history-verified", &[("by", Said::word(by))]),
        "approved" => return decided(words, "history-approved", told),
        "refused" => return decided(words, "history-refused", told),
        "provisioned" => "history-provisioned",
        "invited" => "history-invited",
        "self_registered" => "history-self-registered",
        "signed_up" => "history-signed-up",
        "approval_asked" => "history-approval-asked",
        "details_confirmed" => "history-details-confirmed",
        "password_changed" => "history-password-changed",
        state => return state_name(words, state),
    };
    words.say(id, &[])
}

/// A decision, with whose it was and the reason that was given for it.
fn decided(words: ConsoleWords, id: &str, told: &Value) -> String {
    let by = text(told, "by");
    let by = match (by.as_str(), by.strip_prefix("operator ")) {
        ("endpoint", _) => words.say("history-by-endpoint", &[]),
        (_, Some(operator)) => words.say("history-by-operator", &[("id", operator.into())]),
        _ => by,
    };
    let what = words.say(id, &[("by", by.into())]);
    match told["reason"].as_str() {
        Some(reason) => words.say("history-reason", &[("what", what.into()), ("reason", reason.into())]),
        None => what,
    }
}

/// What became of a mail or text message, at the last moment that is known of it.
fn delivery(words: ConsoleWords, told: &Value) -> Option<Moment> {
    let at = ["delivered_at", "bounced_at", "complained_at", "sent_at", "queued_at"];
    let at = at.into_iter().find_map(|member| moment(told, member))?;
    let about = [
        ("channel", Said::word(text(told, "channel"))),
        ("status", Said::word(text(told, "status"))),
    ];
    let what = words.say("history-delivery", &about);
    Some(Moment { at, what })
}
