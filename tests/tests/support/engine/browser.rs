//! A browser in front of the functions.

use super::Engine;
use crate::support::{Answer, asked, hidden};

impl Engine {
    /// A browser opens a page with the cookies that it holds.
    pub(crate) async fn open(&self, path: &str, cookies: &str) -> Answer {
        let headers = [("cookie", cookies), ("accept", "text/html")];
        self.call("GET", path, &headers, String::new()).await
    }

    /// A browser sends a form with the cookies that it holds.
    pub(crate) async fn send(&self, path: &str, cookies: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [
            ("cookie", cookies),
            ("accept", "text/html"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        let body = serde_urlencoded::to_string(fields).expect("a form");
        self.call("POST", path, &headers, body).await
    }

    /// What the app in the browser asks for, as it travels.
    pub(crate) async fn request(&self) -> String {
        let page = self.open(&format!("/register?{}", asked(&[])), "").await.expect(200);
        hidden(&page, "request")
    }

    /// The token behind `path` in the newest mail to an address.
    pub(crate) fn token_in(&self, email: &str, path: &str) -> String {
        let mails = self.post_office.mails(email);
        let text = mails.last().expect("a mail")["Content"]["Simple"]["Body"]["Text"]["Data"].as_str();
        let (_, rest) = text
            .and_then(|text| text.split_once(&format!("{path}?token=")))
            .expect("a link");
        rest.split_whitespace().next().expect("a token").to_owned()
    }
}
