//! The cookie of a signed-in browser.

use std::sync::Arc;

use http::HeaderMap;
use http::header::USER_AGENT;
use usher::session::{Session, device};
use usher::tenant::Tenant;
use usher::user::User;

use crate::app::App;
use crate::cookie;
use crate::http::Problem;

const NAME: &str = "usher-session";

/// Who is signed in, and by which session.
pub(crate) struct SignedInUser {
    pub(crate) user: User,
    pub(crate) session: Session,
}

/// The `Set-Cookie` that gives the session to the browser, or keeps it there: it was used just now.
pub(crate) fn set(app: &App, session: &Session, tenant: &Tenant) -> String {
    let sealed = session.seal(&app.keys, app.clock.now());
    cookie::set(app, NAME, &sealed, tenant.session_idle_seconds)
}

/// The `Set-Cookie` that takes it away.
pub(crate) fn clear(app: &App) -> String {
    cookie::set(app, NAME, "", 0)
}

/// The session that the browser holds, of whatever tenant; whether it counts is another question.
pub(crate) fn opened(app: &App, headers: &HeaderMap) -> Option<Session> {
    Session::open(&cookie::get(app, NAME, headers)?, &app.keys)
}

/// The session that the browser holds, if its time is not over and it is one of this tenant's. Whether it was ended,
/// only the person's item says.
pub(crate) fn held(app: &App, headers: &HeaderMap, tenant: &Tenant) -> Option<Session> {
    let session = opened(app, headers)?;
    (session.tenant == tenant.name && session.is_in_time(tenant, app.clock.now())).then_some(session)
}

/// Whoever is signed in with this browser: one read, and none where the cookie holds nothing.
pub(crate) async fn signed_in(
    app: &App,
    headers: &HeaderMap,
    tenant: &Tenant,
) -> Result<Option<SignedInUser>, Problem> {
    let Some(session) = held(app, headers, tenant) else {
        return Ok(None);
    };
    let user = app.store.get_user(&session.tenant, &session.key).await?;
    let user = user.filter(|user| session.is_of(user));
    Ok(user.map(|user| SignedInUser { user, session }))
}

/// The tenant of a browser that came for no app: its session's, unless the host is another one's; else the host's.
pub(crate) async fn tenant(app: &App, host: &str, headers: &HeaderMap) -> Result<Option<Arc<Tenant>>, Problem> {
    if let Some(session) = opened(app, headers)
        && !app.is_host_of_another(host, &session.tenant).await?
        && let Some(tenant) = app.tenant(&session.tenant).await?
    {
        return Ok(Some(tenant));
    }
    Ok(app.tenant_by_host(host).await?)
}

/// The browser in words, for the person's list of sessions.
pub(crate) fn browser(headers: &HeaderMap) -> String {
    let said = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
    device(said.unwrap_or_default())
}
