//! What has to happen before a request is answered.

use jiff::Timestamp;

use super::{AuthorizationRequest, Refusal};
use crate::id::Opaque;

/// Who is signed in with this browser, for the request's tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who it is.
    pub user: Opaque,
    /// When they showed a credential, in milliseconds since 1970.
    pub at: i64,
    /// Whether there are agreements that they have to accept before they go on.
    pub agreements_pending: bool,
    /// Whether they have to say first whether what is known of them and their customer is right.
    pub verification_pending: bool,
}

/// The next step of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// The person signs in.
    SignIn,
    /// The person registers.
    Register,
    /// The person is asked: for their consent, for agreements, or both.
    Ask,
    /// The person confirms or corrects what is known of them and their customer.
    Verify,
    /// The app gets its code.
    Answer,
    /// The app gets an error.
    Refuse(Refusal),
}

/// What has to happen next with a request, given who is signed in.
#[must_use]
pub fn next(request: &AuthorizationRequest, signed_in: Option<SignedIn>, now: Timestamp) -> Next {
    let prompt = request.prompt;
    let since_then = |signed_in: &SignedIn| signed_in.at >= request.asked_at;
    let is_recent = |signed_in: &SignedIn| {
        let age = now.as_millisecond().saturating_sub(signed_in.at);
        let in_time = request.max_age.is_none_or(|seconds| age <= i64::from(seconds) * 1_000);
        // Whoever has signed in for this very request has done what it asks for, however long the rest takes.
        since_then(signed_in) || in_time && !prompt.login && !prompt.create
    };
    let is_meant = |signed_in: &SignedIn| request.hinted.is_none_or(|bits| signed_in.user.bits() == bits);
    if signed_in.as_ref().is_some_and(|who| since_then(who) && !is_meant(who)) {
        return Next::Refuse(refusal(request, "login_required", "somebody else has signed in"));
    }
    match signed_in.filter(is_meant).filter(is_recent) {
        None if prompt.none => Next::Refuse(refusal(request, "login_required", "the person has to sign in")),
        None if prompt.create => Next::Register,
        None => Next::SignIn,
        Some(who) if who.agreements_pending && prompt.none => Next::Refuse(refusal(
            request,
            "interaction_required",
            "the person has to accept an agreement",
        )),
        Some(who) if who.verification_pending && prompt.none => Next::Refuse(refusal(
            request,
            "interaction_required",
            "the person has to check what is known of them",
        )),
        Some(who) if who.agreements_pending => Next::Ask,
        Some(who) if who.verification_pending => Next::Verify,
        Some(_) if prompt.consent => Next::Ask,
        Some(_) => Next::Answer,
    }
}

fn refusal(request: &AuthorizationRequest, error: &'static str, description: &'static str) -> Refusal {
    Refusal {
        redirect_uri: request.redirect_uri.clone(),
        state: request.state.clone(),
        response_mode: request.response_mode,
        error,
        description: description.into(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::super::Prompt;
    use super::*;
    use crate::testing;

    fn asked(change: impl FnOnce(&mut AuthorizationRequest)) -> AuthorizationRequest {
        let uri = "https://app.acme.example/".to_owned();
        let mut request = AuthorizationRequest::new(testing::tenant().name, "app".to_owned(), uri, testing::now());
        change(&mut request);
        request
    }

    fn signed_in(seconds_ago: i64) -> Option<SignedIn> {
        Some(SignedIn {
            user: testing::user().id.0,
            at: testing::now().as_millisecond() - seconds_ago * 1_000,
            agreements_pending: false,
            verification_pending: false,
        })
    }

    fn prompt(change: impl FnOnce(&mut Prompt)) -> AuthorizationRequest {
        asked(|request| change(&mut request.prompt))
    }

    fn refused(next: Next) -> &'static str {
        match next {
            Next::Refuse(refusal) => refusal.error,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn who_is_signed_in_goes_on_and_who_is_not_signs_in() {
        let (plain, now) = (asked(|_| {}), testing::now());
        assert_eq!(next(&plain, signed_in(60), now), Next::Answer);
        assert_eq!(next(&plain, None, now), Next::SignIn);
    }

    #[test]
    fn a_prompt_for_a_sign_in_is_met_by_one_since_the_request_and_by_no_other() {
        let now = testing::now();
        for request in [
            prompt(|prompt| prompt.login = true),
            asked(|request| request.max_age = Some(0)),
        ] {
            assert_eq!(next(&request, signed_in(1), now), Next::SignIn);
            let later = now + SignedDuration::from_mins(30);
            assert_eq!(
                next(&request, signed_in(0), later),
                Next::Answer,
                "however long the rest took"
            );
        }
        let aged = asked(|request| request.max_age = Some(60));
        assert_eq!(next(&aged, signed_in(60), now), Next::Answer);
        assert_eq!(next(&aged, signed_in(61), now), Next::SignIn);
    }

    #[test]
    fn nothing_is_shown_where_the_app_says_so() {
        let (silent, now) = (prompt(|prompt| prompt.none = true), testing::now());
        assert_eq!(next(&silent, signed_in(60), now), Next::Answer);
        assert_eq!(refused(next(&silent, None, now)), "login_required");
        let pending = signed_in(60).map(|who| SignedIn {
            agreements_pending: true,
            ..who
        });
        assert_eq!(refused(next(&silent, pending, now)), "interaction_required");
        assert_eq!(next(&asked(|_| {}), pending, now), Next::Ask);
        let unverified = signed_in(60).map(|who| SignedIn {
            verification_pending: true,
            ..who
        });
        assert_eq!(refused(next(&silent, unverified, now)), "interaction_required");
    }

    #[test]
    fn agreements_come_before_what_is_known_and_an_apps_own_question_comes_last() {
        let (consent, now) = (prompt(|prompt| prompt.consent = true), testing::now());
        let who = |agreements_pending, verification_pending| {
            signed_in(60).map(|who| SignedIn {
                agreements_pending,
                verification_pending,
                ..who
            })
        };
        assert_eq!(next(&consent, who(true, true), now), Next::Ask);
        assert_eq!(next(&consent, who(false, true), now), Next::Verify);
        assert_eq!(next(&asked(|_| {}), who(false, true), now), Next::Verify);
        assert_eq!(next(&consent, who(false, false), now), Next::Ask);
    }

    #[test]
    fn who_is_to_register_registers_even_while_somebody_is_signed_in() {
        let (create, now) = (prompt(|prompt| prompt.create = true), testing::now());
        assert_eq!(next(&create, None, now), Next::Register);
        assert_eq!(next(&create, signed_in(60), now), Next::Register);
        assert_eq!(next(&create, signed_in(0), now), Next::Answer);
    }

    #[test]
    fn nobody_passes_for_the_person_whom_the_app_knows() {
        let now = testing::now();
        let known = asked(|request| request.hinted = Some(testing::user().id.0.bits()));
        assert_eq!(next(&known, signed_in(60), now), Next::Answer);
        let other = |seconds| {
            signed_in(seconds).map(|who| SignedIn {
                user: Opaque::new([9; 16]),
                ..who
            })
        };
        assert_eq!(next(&known, other(60), now), Next::SignIn);
        assert_eq!(refused(next(&known, other(0), now)), "login_required");
        let mut silent = known;
        silent.prompt.none = true;
        assert_eq!(refused(next(&silent, other(60), now)), "login_required");
    }

    #[test]
    fn consent_is_asked_for_once_signed_in() {
        let (consent, now) = (prompt(|prompt| prompt.consent = true), testing::now());
        assert_eq!(next(&consent, None, now), Next::SignIn);
        assert_eq!(next(&consent, signed_in(60), now), Next::Ask);
    }
}
