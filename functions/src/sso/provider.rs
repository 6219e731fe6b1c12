//! Asking a provider about a token of its own (RFC 7662).

use ::http::StatusCode;
use usher::adapters::outbound::OutboundAnswer;
use usher::outbound::OutboundUrl;
use usher::sso::{SsoLink, TokenRefused};
use usher::tenant::{Connection, Introspection, Tenant};

use super::outgoing::{KnownAs, form, is_failure, post, refused, trouble};
use crate::app::App;
use crate::http::{FieldError, Problem, code};

/// The most octets of a token; what is longer is none that a header could carry.
const MAX_TOKEN: usize = 16 * 1024;

/// Who a provider's token shows.
pub(crate) struct Shown<'a> {
    /// By which connection.
    pub(crate) connection: &'a Connection,
    /// Who they are there.
    pub(crate) link: SsoLink,
}

/// A provider that is asked about its own tokens.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) connection: &'a Connection,
    introspection: &'a Introspection,
}

impl<'a> Asked<'a> {
    fn of(connection: &'a Connection) -> Option<Self> {
        let introspection = connection.introspection.as_ref()?;
        Some(Self {
            connection,
            introspection,
        })
    }
}

/// The connection that is named, or the only one there is: of those that are asked about tokens.
pub(crate) fn connection_of<'a>(tenant: &'a Tenant, named: Option<&str>) -> Result<Asked<'a>, Problem> {
    let mut asked = tenant.connections.iter().filter_map(Asked::of);
    let found = match named {
        Some(named) => asked.find(|asked| asked.connection.id == named),
        None => asked.next().filter(|_| asked.next().is_none()),
    };
    found.ok_or_else(|| {
        let detail = "this has to name one of the tenant's connections";
        let flaw = FieldError::new("/connection", "connection_unknown", detail);
        Problem::new(&code::VALIDATION_FAILED).errors(vec![flaw])
    })
}

/// Who a token shows, as its provider says at this moment. Whoever it refuses, or does not answer about, is nobody.
pub(crate) async fn shown_by<'a>(
    app: &App,
    tenant: &Tenant,
    asked: Asked<'a>,
    token: &str,
) -> Result<Shown<'a>, Problem> {
    let connection = asked.connection;
    let (name, now) = (&tenant.name, app.clock.now());
    if !(1..=MAX_TOKEN).contains(&token.len()) || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(refused(tenant, connection, "no_token"));
    }
    if !app.breakers.lets(name, &connection.id, now) {
        return Err(trouble(tenant, connection, "left_alone"));
    }
    let answer = match ask(app, asked.introspection, token).await {
        Ok(answer) if !is_failure(answer.status) => answer,
        // Only what no token can bring about counts against the provider: or whoever has odd ones could have it left alone.
        failed => {
            app.breakers.failed(name, &connection.id, now);
            return Err(trouble(tenant, connection, failed.err().unwrap_or("wrong_status")));
        }
    };
    app.breakers.answered(name, &connection.id);
    if answer.status != StatusCode::OK {
        return Err(trouble(tenant, connection, "wrong_status"));
    }
    match asked.introspection.subject_in(&answer.body, now) {
        Ok(subject) => {
            let link = connection.link(&subject, now);
            Ok(Shown { connection, link })
        }
        Err(error) if error.is_trouble() => Err(trouble(tenant, connection, error.word())),
        Err(error) => Err(refused(tenant, connection, error.word())),
    }
}

/// How a provider answers about a token that nobody has.
pub(super) enum Answers {
    AsItShould,
    /// Why not, in a word.
    Otherwise(&'static str),
}

/// Asks about a token that was made up just now. What comes of it is no reason to leave the provider alone.
pub(super) async fn check(app: &App, introspection: &Introspection) -> Answers {
    let token = app.attempt();
    let asked = match ask(app, introspection, &token).await {
        Ok(answer) if answer.status == StatusCode::OK => answer,
        Ok(_) => return Answers::Otherwise("wrong_status"),
        Err(word) => return Answers::Otherwise(word),
    };
    match introspection.subject_in(&asked.body, app.clock.now()) {
        Err(TokenRefused::Inactive) => Answers::AsItShould,
        Err(TokenRefused::Unreadable) => Answers::Otherwise(TokenRefused::Unreadable.word()),
        _ => Answers::Otherwise("accepts_anything"),
    }
}

/// The form that RFC 7662 section 2.1 describes.
async fn ask(app: &App, asked: &Introspection, token: &str) -> Result<OutboundAnswer, &'static str> {
    let url = OutboundUrl::parse(&asked.url, app.config.outbound).map_err(|_| "address_refused")?;
    let fields = [("token", token), ("token_type_hint", "access_token")];
    let form = form(app, KnownAs::from(asked), &fields).ok_or("not_authenticated")?;
    // Looking at a token changes nothing there.
    post(app, &url, form).await
}
