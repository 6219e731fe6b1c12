//! What a call was answered.

use serde_json::Value;
use ureq::http::HeaderMap;

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// The body as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// A text member of the JSON body.
    #[track_caller]
    pub(crate) fn member(&self, name: &str) -> String {
        let body = self.json();
        let member = body[name].as_str();
        member
            .unwrap_or_else(|| panic!("no text `{name}` in {body}"))
            .to_owned()
    }

    /// A header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The stable word of a problem, or of an OAuth error.
    pub(crate) fn code(&self) -> String {
        let body: Value = serde_json::from_str(&self.text).unwrap_or_default();
        let word = body["code"].as_str().or(body["error"].as_str());
        word.unwrap_or_default().to_owned()
    }

    /// Where a problem points, and with which word, in the order it does.
    pub(crate) fn flaws(&self) -> Vec<(String, String)> {
        let body: Value = serde_json::from_str(&self.text).unwrap_or_default();
        let errors = body["errors"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        errors
            .iter()
            .map(|error| (text(&error["pointer"]), text(&error["code"])))
            .collect()
    }

    /// The answer, which has to have this status.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// The answer, which has to refuse with this status and word.
    #[track_caller]
    pub(crate) fn refused(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status, self.code().as_str()), (status, code), "{}", self.text);
        self
    }

    /// The answer, which has to refuse for exactly this one flaw.
    #[track_caller]
    pub(crate) fn flawed(self, status: u16, code: &str, pointer: &str, flaw: &str) -> Self {
        let answer = self.refused(status, code);
        assert_eq!(answer.flaws(), [(pointer.to_owned(), flaw.to_owned())]);
        answer
    }

    /// Seconds of `Retry-After`, which has to be there.
    #[track_caller]
    pub(crate) fn retry_after(&self) -> i64 {
        let said = self.header("retry-after");
        said.parse()
            .unwrap_or_else(|_| panic!("Retry-After is {said:?}: {}", self.text))
    }

    /// The body without what names the request: equal for two refusals that nobody can tell apart.
    pub(crate) fn anonymous(&self) -> (u16, String) {
        let id = self.header("x-request-id");
        (self.status, self.text.replace(id, "•"))
    }
}
