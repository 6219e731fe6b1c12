//! The stack under test, and the way in to it.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use ureq::Agent;
use ureq::http::Request;
use usher::clock::Clock;
use usher::limit::Limits;
use usher_local::{MailFaults, Message, Stack, StackConfig};

use super::always::hold_to_what_is_true_of_all;
use super::{Answer, BackOffice, Call, Deployed, Person, Program, TenantApp};

/// How long something that happens by itself may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A stack of its own.
///
/// Every answer that passes through is held against what is true of all of them: the headers that
/// protect a reader, the shape of a problem, and that nothing ever fails on our side.
pub(crate) struct TestApp {
    server: Server,
    agent: Agent,
}

/// What answers.
enum Server {
    /// A stack in this process and in memory.
    Stack(Stack),
    /// The program that `make run` runs, of which a test knows what anybody knows.
    Program(Program),
    /// A deployed stack, likewise.
    Deployed(Deployed),
}

impl TestApp {
    /// With real limits per address and none to speak of per source.
    pub(crate) fn start() -> Self {
        Self::with_limits(StackConfig::default().limits)
    }

    /// With other limits.
    pub(crate) fn with_limits(limits: Limits) -> Self {
        Self::with(StackConfig {
            limits,
            ..StackConfig::default()
        })
    }

    /// Started so.
    pub(crate) fn with(config: StackConfig) -> Self {
        Self::of(Server::Stack(Stack::start(config).expect("a stack")))
    }

    /// The program.
    pub(crate) fn of_program(program: Program) -> Self {
        Self::of(Server::Program(program))
    }

    /// The deployed stack that the environment names.
    pub(crate) fn deployed() -> Self {
        Self::of(Server::Deployed(Deployed::from_environment()))
    }

    fn of(server: Server) -> Self {
        Self { server, agent: agent() }
    }

    pub(crate) fn url(&self) -> &str {
        match &self.server {
            Server::Stack(stack) => stack.url(),
            Server::Program(program) => program.url(),
            Server::Deployed(deployed) => &deployed.url,
        }
    }

    /// What a browser says of a page that this stack has given it.
    pub(crate) fn origin(&self) -> String {
        match &self.server {
            Server::Deployed(deployed) => format!("https://{}", deployed.host),
            _ => self.url().to_owned(),
        }
    }

    pub(crate) fn stack(&self) -> &Stack {
        match &self.server {
            Server::Stack(stack) => stack,
            Server::Program(_) | Server::Deployed(_) => panic!("nobody looks into a program"),
        }
    }

    /// Ends the program as a power cut would, and gives what it has printed and logged.
    pub(crate) fn kill(self) -> String {
        match self.server {
            Server::Program(program) => program.kill(),
            Server::Stack(_) | Server::Deployed(_) => panic!("only a program is killed"),
        }
    }

    /// The back office of `acme`.
    pub(crate) fn acme(&self) -> BackOffice<'_> {
        BackOffice::new(self, "acme")
    }

    /// The back office of `netgrid`.
    pub(crate) fn netgrid(&self) -> BackOffice<'_> {
        BackOffice::new(self, "netgrid")
    }

    /// The back office that a person belongs to.
    pub(crate) fn back_office_of(&self, person: &Person) -> BackOffice<'_> {
        BackOffice::new(self, person.tenant)
    }

    /// The app of a tenant.
    pub(crate) fn app_of(&self, tenant: &str) -> TenantApp<'_> {
        TenantApp::new(self, tenant)
    }

    /// A call of somebody nobody knows.
    pub(crate) fn call(&self, method: &str, path: &str) -> Call<'_> {
        Call::new(self, method, path)
    }

    /// Somebody unknown reads.
    pub(crate) fn get(&self, path: &str) -> Call<'_> {
        self.call("GET", path)
    }

    /// Somebody unknown writes.
    pub(crate) fn post(&self, path: &str) -> Call<'_> {
        self.call("POST", path)
    }

    /// The time as the stack sees it.
    pub(crate) fn now(&self) -> Timestamp {
        match &self.server {
            Server::Stack(stack) => stack.clock().now(),
            Server::Program(_) | Server::Deployed(_) => Clock::system().now(),
        }
    }

    /// Moves the stack's clock.
    pub(crate) fn advance(&self, seconds: i64) {
        self.stack().clock().advance(seconds);
    }

    /// Makes sending mail go wrong.
    pub(crate) fn mail_faults(&self) -> MailFaults {
        self.stack().mail_faults()
    }

    /// Makes sending text messages go wrong.
    pub(crate) fn text_faults(&self) -> MailFaults {
        self.stack().text_faults()
    }

    /// The mails to an address, or the text messages to a number, oldest first, as they are now.
    pub(crate) fn mails(&self, to: &str) -> Vec<Message> {
        let mut mails = match &self.server {
            Server::Stack(stack) => stack.messages(Some(to)),
            Server::Program(_) => {
                let answer = self
                    .agent
                    .get(format!("{}/_local/messages?to={}", self.url(), to.replace('+', "%2B")))
                    .call();
                let text = answer.expect("an answer").body_mut().read_to_string().expect("a body");
                serde_json::from_str(&text).expect("messages")
            }
            Server::Deployed(deployed) => deployed.mails(&self.agent, to),
        };
        mails.reverse();
        mails
    }

    /// The newest mail to an address once so many have come.
    #[track_caller]
    pub(crate) fn mail(&self, to: &str, count: usize) -> Message {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut mails = self.mails(to);
            assert!(mails.len() <= count, "{} mails instead of {count}", mails.len());
            if mails.len() == count {
                return mails.pop().expect("a mail");
            }
            assert!(Instant::now() < deadline, "{} of {count} mails have come", mails.len());
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    /// Waits until `holds`, which happens by itself.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < deadline, "waited in vain until {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until every write so far has been looked at by the mailer: mails leave in the order of
    /// the writes, so it is when a mail that was called for just now has come.
    #[track_caller]
    pub(crate) fn settle(&self) {
        let last = Person::new();
        self.acme().provisioning(&last).send().expect(201);
        self.mail(&last.email, 1);
    }

    #[track_caller]
    pub(super) fn send(&self, call: &Call<'_>) -> Answer {
        let mut request = Request::builder().method(call.method.as_str());
        request = match &self.server {
            Server::Deployed(deployed) => request
                .uri(format!("{}{}", deployed.gateway, call.path))
                .header("host", &deployed.host),
            _ => request.uri(format!("{}{}", self.url(), call.path)),
        };
        for (name, value) in &call.headers {
            request = request.header(name, value);
        }
        // A method that wants a body gets an empty one of a known length. Sent in chunks, its end may come
        // after an answer that did not wait for it, and the server would hang up.
        let bodiless = !matches!(call.method.as_str(), "POST" | "PUT" | "PATCH");
        let sent = if call.body.is_empty() && bodiless {
            self.agent.run(request.body(()).expect("a request"))
        } else {
            self.agent.run(request.body(call.body.clone()).expect("a request"))
        };
        let mut response = sent.unwrap_or_else(|error| panic!("{} {}: {error}", call.method, call.path));
        let answer = Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response.body_mut().read_to_string().expect("a body"),
        };
        hold_to_what_is_true_of_all(call, &answer);
        answer
    }
}

/// A client that says what it was answered, whatever it was.
pub(crate) fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .allow_non_standard_methods(true)
        .proxy(None)
        .max_idle_connections_per_host(64)
        .timeout_global(Some(Duration::from_secs(60)))
        .build()
        .into()
}
