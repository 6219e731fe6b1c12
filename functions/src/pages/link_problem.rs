//! The mailed link does not work: what happened, and the button that helps.

use askama::Template;

use super::TypeCode;
use super::brand::{is_app, is_own};
use super::shell::{Frame, Notice, Shell, text};

/// Why a mailed link does not work.
#[derive(Clone)]
pub enum LinkProblem {
    /// It is too old.
    Expired {
        /// How long links work, in seconds.
        link_life: u64,
        /// The way to a new one.
        new_link: NewLink,
    },
    /// It was pressed before.
    Used {
        /// Where to sign in, for a person who is registered.
        sign_in: Option<String>,
        /// The way to a new one, for a person who has no password yet.
        new_link: Option<NewLink>,
    },
    /// The tenant withdrew the invitation: whom to ask, and nothing else.
    Withdrawn,
    /// It is not one of ours, or was cut off.
    Unknown(TypeCode),
}

/// The one-press form behind "Send me a new link". Posts `token` to `action`.
#[derive(Clone)]
pub struct NewLink {
    /// Where the mail will go, masked.
    pub masked_address: String,
    /// The secret of the old link, which says whom it was for; only ever a hidden field.
    pub token: String,
    /// Where the button posts to.
    pub action: String,
}

#[derive(Template)]
#[template(path = "link_problem.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    new_link: Option<&'a NewLink>,
    sign_in: Option<&'a str>,
}

impl LinkProblem {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (heading, body, new_link, sign_in) = match self {
            Self::Unknown(form) => return form.render_for_unknown_link(frame),
            Self::Expired { link_life, new_link } => {
                let duration = words.duration(*link_life);
                let args = [
                    ("duration", duration.into()),
                    ("address", (&new_link.masked_address).into()),
                ];
                (
                    "link-expired-title",
                    words.say("link-expired-body", &args),
                    Some(new_link),
                    None,
                )
            }
            Self::Used {
                new_link: Some(new_link),
                ..
            } => {
                let args = [("address", (&new_link.masked_address).into())];
                (
                    "link-used-title",
                    words.say("link-used-unfinished", &args),
                    Some(new_link),
                    None,
                )
            }
            Self::Withdrawn => {
                let args = [("tenant", frame.brand.display_name().into())];
                (
                    "link-withdrawn-title",
                    words.say("link-withdrawn-body", &args),
                    None,
                    None,
                )
            }
            Self::Used {
                sign_in,
                new_link: None,
            } => {
                let args = [("tenant", frame.brand.display_name().into())];
                let sign_in = sign_in.as_deref().filter(|href| is_app(href) || is_own(href));
                ("link-used-title", words.say("link-used-body", &args), None, sign_in)
            }
        };
        let shell = Shell::new(frame, words.say(heading, &[]), Some(Notice::Warning), &[]);
        text(&View {
            shell,
            body,
            new_link,
            sign_in,
        })
    }
}
