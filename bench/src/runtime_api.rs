//! Lambda's Runtime API on loopback: what a function speaks to from its first moment on.
//!
//! One function at a time is asked one thing. Everything that is measured about a start is read here, at the
//! moment the function's request has arrived, before it is answered.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode};
use axum::routing::{get, post};
use tokio::sync::{Mutex, mpsc};

use crate::child::{Child, Usage};

/// A function that says nothing for so long is given up.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long an invocation may take, as it is told to the function.
const DEADLINE_MS: i64 = 30_000;

/// What a function did, with the time and with what it had used by then.
pub(crate) enum Said {
    /// It asks for something to do.
    Next(Moment),
    /// It has answered.
    Answer(Moment, Bytes),
    /// It could not start, or failed.
    Failed(String),
}

/// A point in the life of a process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    /// Since it was spawned.
    pub(crate) wall: Duration,
    /// What it has used.
    pub(crate) usage: Usage,
}

/// The emulator.
pub(crate) struct RuntimeApi {
    address: SocketAddr,
    events: mpsc::Sender<String>,
    said: mpsc::Receiver<Said>,
    shared: Arc<Shared>,
}

struct Shared {
    events: Mutex<mpsc::Receiver<String>>,
    said: mpsc::Sender<Said>,
    current: Mutex<Option<(Instant, Child)>>,
}

impl Said {
    /// What it is called in a failure.
    pub(crate) fn told(&self) -> &str {
        match self {
            Self::Next(_) => "it asked for another event",
            Self::Answer(..) => "it answered too early",
            Self::Failed(reason) => reason,
        }
    }
}

impl RuntimeApi {
    /// Starts it on a free port.
    pub(crate) async fn start() -> io::Result<Self> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let ((events, events_in), (said_out, said)) = (mpsc::channel(1), mpsc::channel(16));
        let shared = Arc::new(Shared {
            events: Mutex::new(events_in),
            said: said_out,
            current: Mutex::new(None),
        });
        let router = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(answer))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(failed))
            .route("/2018-06-01/runtime/init/error", post(failed))
            .with_state(shared.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            address,
            events,
            said,
            shared,
        })
    }

    /// What a function finds in `AWS_LAMBDA_RUNTIME_API`.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Has a function spawned, which is the one that is listened to from now on.
    pub(crate) async fn spawn(&mut self, spawn: impl FnOnce() -> io::Result<Child>) -> io::Result<()> {
        // Locked from before it lives, since it may call before `spawn` is back.
        let mut current = self.shared.current.lock().await;
        let since = Instant::now();
        *current = Some((since, spawn()?));
        Ok(())
    }

    /// Ends the function. What it still had to say is dropped.
    pub(crate) async fn end(&mut self) -> io::Result<()> {
        let current = self.shared.current.lock().await.take();
        if let Some((_, child)) = current {
            child.end()?;
        }
        while self.said.try_recv().is_ok() {}
        Ok(())
    }

    /// Has something for it to do.
    pub(crate) async fn invoke(&self, event: &str) {
        // The emulator holds the other end as long as it lives.
        let _ = self.events.send(event.to_owned()).await;
    }

    /// What it does next.
    pub(crate) async fn listen(&mut self) -> Said {
        match tokio::time::timeout(PATIENCE, self.said.recv()).await {
            Ok(Some(said)) => said,
            _ => Said::Failed("it said nothing".to_owned()),
        }
    }
}

impl Shared {
    async fn moment(&self) -> Option<Moment> {
        let now = Instant::now();
        let current = self.current.lock().await;
        let (since, child) = current.as_ref()?;
        let usage = child.usage().ok()?;
        Some(Moment {
            wall: now - *since,
            usage,
        })
    }

    async fn say(&self, said: Said) {
        let _ = self.said.send(said).await;
    }
}

type Headers = [(HeaderName, String); 4];

async fn next(State(shared): State<Arc<Shared>>) -> Result<(Headers, String), StatusCode> {
    let moment = shared.moment().await.ok_or(StatusCode::GONE)?;
    shared.say(Said::Next(moment)).await;
    let event = shared.events.lock().await.recv().await.ok_or(StatusCode::GONE)?;
    let deadline = usher::clock::Clock::system().now().as_millisecond() + DEADLINE_MS;
    let header = |name: &'static str, value: String| (HeaderName::from_static(name), value);
    let headers = [
        header(
            "lambda-runtime-aws-request-id",
            "8476a536-e9f4-11e8-9739-2dfe598c3fcd".to_owned(),
        ),
        header("lambda-runtime-deadline-ms", deadline.to_string()),
        header(
            "lambda-runtime-invoked-function-arn",
            "arn:aws:lambda:eu-central-1:123456789012:function:measured".to_owned(),
        ),
        header(
            "lambda-runtime-trace-id",
            "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0".to_owned(),
        ),
    ];
    Ok((headers, event))
}

async fn answer(State(shared): State<Arc<Shared>>, Path(_): Path<String>, body: Bytes) -> StatusCode {
    if let Some(moment) = shared.moment().await {
        shared.say(Said::Answer(moment, body)).await;
    }
    StatusCode::ACCEPTED
}

async fn failed(State(shared): State<Arc<Shared>>, body: Bytes) -> StatusCode {
    shared
        .say(Said::Failed(String::from_utf8_lossy(&body).into_owned()))
        .await;
    StatusCode::ACCEPTED
}
