//! A form that a page of ours has posted.

use axum::extract::{FromRequest, Request};
use http::HeaderMap;
use serde::de::DeserializeOwned;

use crate::app_form::Form;
use crate::http::{Problem, form, read};
use crate::page_answer::Reader;

/// What a page posts.
pub(crate) trait PageForm: DeserializeOwned + Send {
    /// `locale`: the language of the answer. The language switch of a page that answers a form posts it.
    fn locale(&self) -> Option<&str>;
}

impl PageForm for Form {
    fn locale(&self) -> Option<&str> {
        self.one("locale")
    }
}

/// A form, and who reads the answer.
pub(crate) struct Posted<F> {
    pub(crate) reader: Reader,
    pub(crate) headers: HeaderMap,
    pub(crate) form: F,
}

impl<F: PageForm, S: Sync> FromRequest<S> for Posted<F> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let body = read(body).await?;
        let form: F = form(&parts.headers, &body)?;
        let mut reader = Reader::of(&parts.uri, &parts.headers);
        reader.locale = form.locale().map(str::to_owned).or(reader.locale);
        Ok(Self {
            reader,
            headers: parts.headers,
            form,
        })
    }
}

/// Says for each of these forms that its `locale` is one.
macro_rules! page_form {
    ($form:ty) => {
        impl $crate::posted::PageForm for $form {
            fn locale(&self) -> Option<&str> {
                self.locale.as_deref()
            }
        }
    };
}

pub(crate) use page_form;
