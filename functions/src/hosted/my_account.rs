//! `GET /account` and the pages behind it: a person who is signed in looks after their account.

pub mod confirm;
pub mod consents;
pub mod delete;
pub mod email;
pub mod export;
pub mod password;
pub mod sessions;

mod own;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use http::{StatusCode, Uri};

pub(crate) use self::confirm::PATH as CONFIRM_PATH;
use self::own::Own;
use crate::app::App;
use crate::http::Problem;
use crate::page_answer::query;
use crate::pages::{Account, AccountLinks, AccountNotice};
use crate::{Endpoint, Route};

/// Where people look after their account.
pub(crate) const PATH: &str = "/account";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "my-account",
    routes: &[
        Route::new("GET", PATH),
        Route::new("GET", password::PATH),
        Route::new("POST", password::PATH),
        Route::new("GET", sessions::PATH),
        Route::new("POST", sessions::PATH),
        Route::new("GET", consents::PATH),
        Route::new("POST", consents::PATH),
        Route::new("GET", export::PATH),
        Route::new("GET", delete::PATH),
        Route::new("POST", delete::PATH),
        Route::new("GET", email::PATH),
        Route::new("POST", email::PATH),
        Route::new("GET", confirm::PATH),
        Route::new("POST", confirm::PATH),
    ],
    hashes: true,
    router: |app| {
        Router::new()
            .route(PATH, get(show))
            .route(password::PATH, get(password::show).post(password::handle))
            .route(sessions::PATH, get(sessions::show).post(sessions::handle))
            .route(consents::PATH, get(consents::show).post(consents::handle))
            .route(export::PATH, get(export::handle))
            .route(delete::PATH, get(delete::show).post(delete::handle))
            .route(email::PATH, get(email::show).post(email::handle))
            .route(confirm::PATH, get(confirm::show).post(confirm::handle))
            .with_state(app)
    },
};

/// The page of a person's own account
///
/// It and all pages behind it need the session of somebody who has signed in; everybody else is sent to sign in.
#[utoipa::path(
    get, path = "/account", operation_id = "my_account_page", tag = "Pages",
    params(("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "On to sign in")),
)]
pub(crate) async fn show(State(app): State<App>, own: Own, uri: Uri) -> Result<Response, Problem> {
    let languages = own.reader.languages();
    let (first, last) = own.user.names();
    let name = format!("{first} {last}").trim().to_owned();
    let content = Account {
        address: own.user.email.as_str().to_owned(),
        name: Some(name).filter(|name| !name.is_empty()),
        notice: query(uri.query(), "notice").and_then(|word| notice(&word)),
        links: AccountLinks {
            password: own.user.password.as_ref().map(|_| own.href(password::PATH)),
            email: own.href(email::PATH),
            sessions: own.href(sessions::PATH),
            consents: own.href(consents::PATH),
            export: export::PATH.to_owned(),
            delete: own.href(delete::PATH),
            sign_out: own.href(super::sign_out::PATH),
        },
    };
    Ok(own.page(&app, StatusCode::OK, languages, |frame| content.render(frame)))
}

fn notice(word: &str) -> Option<AccountNotice> {
    match word {
        confirm::CHANGED => Some(AccountNotice::EmailChanged),
        password::CHANGED => Some(AccountNotice::PasswordChanged),
        sessions::ENDED => Some(AccountNotice::SessionEnded),
        consents::WITHDRAWN => Some(AccountNotice::ConsentWithdrawn),
        _ => None,
    }
}
