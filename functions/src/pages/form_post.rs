//! The way back to an app that wants its answer as a form (OAuth 2.0 Form Post Response Mode).

use askama::Template;

use super::shell::{Frame, Notice, Shell, text};

/// "One moment…". Posts `fields` to `action`: by itself where scripts run, else by a press.
///
/// `action` is on another site, which [`super::CONTENT_SECURITY_POLICY`] does not let a form post to: serve the page with
/// that site in `form-action`.
#[derive(Clone)]
pub struct FormPost {
    /// The app's own address, as it was registered.
    pub action: String,
    /// Name and value of each field of the answer.
    pub fields: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "form_post.html")]
struct View<'a> {
    shell: Shell,
    page: &'a FormPost,
}

impl FormPost {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let heading = frame.words().say("form-post-title", &[]);
        text(&View {
            shell: Shell::new(frame, heading, Some(Notice::Information), &[]),
            page: self,
        })
    }
}
