//! Starts and stops everything.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use functions::app::{App, Config};
use functions::workers::mailer;
use jiff::SignedDuration;
use tokio::sync::{Notify, watch};
use usher::adapters::kms::{KeysError, create_keys};
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::limit::{Limits, Window};
use usher::store::Store;

use crate::aws::{AwsError, KEY_ID, LocalAws, MailFaults, MailHost, MasterKey, MasterKeyError};
use crate::demo::Demo;
use crate::folder::Folder;
use crate::inbox::Inbox;
use crate::message::Message;
use crate::stream::{self, Pump, ReadError, Reader};
use crate::template::{TableDefinition, TemplateError};
use crate::web::{self, Local};

const TABLE: &str = "usher";
/// Whose person a call is about that names no tenant, as the command line's default is.
const DEFAULT_TENANT: &str = "acme";
/// How long requests that are under way may take to end once the stack stops.
const FAREWELL: Duration = Duration::from_secs(2);

/// What a stack is started with. The default is for tests: in memory, on a free port.
#[derive(Clone, Debug)]
pub struct StackConfig {
    /// The loopback port; 0 for one that is free.
    pub port: u16,
    /// Where it keeps its data.
    pub data: Data,
    /// How often things may be tried.
    pub limits: Limits,
}

impl Default for StackConfig {
    /// Real limits per address; per source a million calls, since every caller is 127.0.0.1.
    fn default() -> Self {
        let calls_per_source = Window {
            limit: 1_000_000,
            length: SignedDuration::from_mins(5),
        };
        Self {
            port: 0,
            data: Data::Memory,
            limits: Limits {
                calls_per_source,
                ..Limits::default()
            },
        }
    }
}

/// Where a stack keeps its data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Data {
    /// Nowhere: all is gone when it stops.
    #[default]
    Memory,
    /// In a folder, which is made if need be, and which one stack at a time may use.
    Folder(PathBuf),
}

/// The stack did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Another program listens on the port.
    #[error("port {port} is taken by another program")]
    PortTaken {
        /// The port.
        port: u16,
    },
    /// Another stack runs on the data folder.
    #[error("another stack is running on {}", .path.display())]
    FolderInUse {
        /// The folder.
        path: PathBuf,
    },
    /// The data folder cannot be made or written to.
    #[error("the data folder {} cannot be written to", .path.display())]
    FolderNotWritable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file of the data folder, a port or a thread could not be had.
    #[error("the system refuses a file, port or thread")]
    System(#[from] io::Error),
    /// The key that the stand-in for KMS encrypts with.
    #[error(transparent)]
    MasterKey(#[from] MasterKeyError),
    /// A stand-in for AWS.
    #[error(transparent)]
    Aws(#[from] AwsError),
    /// The table of `infra/template.yaml`.
    #[error(transparent)]
    Table(#[from] TemplateError),
    /// The deployment's keys.
    #[error("the keys cannot be had")]
    Keys(#[from] KeysError),
    /// `infra/local/demo.yaml`.
    #[error("infra/local/demo.yaml cannot be applied: {0}")]
    Demo(String),
    /// The table's stream.
    #[error(transparent)]
    Stream(#[from] ReadError),
    /// A bug: its panic has been printed.
    #[error("the stack panicked while it started")]
    Panicked,
}

/// A running stack. It stops when it is dropped.
pub struct Stack {
    url: String,
    shared: Shared,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

/// What the stack's thread and its owner both hold.
#[derive(Clone)]
struct Shared {
    clock: Clock,
    faults: MailFaults,
    inbox: Inbox,
    dynamodb: aws_sdk_dynamodb::Client,
}

impl Stack {
    /// Starts a stack and returns once it answers. Several may run in one process.
    ///
    /// # Errors
    /// A [`StartError`] that says what to change.
    pub fn start(config: StackConfig) -> Result<Self, StartError> {
        // The port first: a second `make run` should say so before it touches any file.
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, config.port)).map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => StartError::PortTaken { port: config.port },
            _ => StartError::System(error),
        })?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}", listener.local_addr()?);
        let (stop, stopped) = watch::channel(false);
        let (report, started) = mpsc::sync_channel(1);
        let service = Service {
            config,
            url: url.clone(),
            listener,
            stopped,
        };
        // A thread that owns its runtime, so that a stack can be started and dropped anywhere, in an
        // asynchronous test too.
        let thread = std::thread::Builder::new()
            .name("local-stack".into())
            .spawn(move || service.run(&report))?;
        match started.recv() {
            Ok(Ok(shared)) => Ok(Self {
                url,
                shared,
                stop,
                thread: Some(thread),
            }),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(StartError::Panicked),
        }
    }

    /// What every path is put behind: `http://127.0.0.1:` and the port.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The clock that all functions see.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.shared.clock.clone()
    }

    /// The switch that makes sending mail go wrong.
    #[must_use]
    pub fn mail_faults(&self) -> MailFaults {
        self.shared.faults.clone()
    }

    /// The messages to an address, or all, newest first.
    #[must_use]
    pub fn messages(&self, to: Option<&str>) -> Vec<Message> {
        self.shared
            .inbox
            .list(to)
            .iter()
            .map(|received| received.message.clone())
            .collect()
    }

    /// A client of the engine and the name of the table, to look behind the scenes.
    #[must_use]
    pub fn table(&self) -> (aws_sdk_dynamodb::Client, &'static str) {
        (self.shared.dynamodb.clone(), TABLE)
    }

    /// Stops it: requests and mails that are under way are finished, for two seconds at most.
    pub fn stop(self) {
        drop(self);
    }
}

impl fmt::Debug for Stack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stack").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            // Its panic, if any, has been printed; there is nothing to add.
            let _ = thread.join();
        }
    }
}

/// What the stack's thread is given.
struct Service {
    config: StackConfig,
    url: String,
    listener: TcpListener,
    stopped: watch::Receiver<bool>,
}

type Report = mpsc::SyncSender<Result<Shared, StartError>>;

impl Service {
    fn run(self, report: &Report) {
        // Two threads, since hashing a password keeps one busy for its time.
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build();
        let outcome = match runtime {
            Ok(runtime) => runtime.block_on(self.serve(report)),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = outcome {
            // Nobody listens any more if it had started; then it says so itself.
            let _ = report.send(Err(error));
        }
    }

    async fn serve(self, report: &Report) -> Result<(), StartError> {
        let Self {
            config,
            url,
            listener,
            stopped,
        } = self;
        let folder = Arc::new(Folder::open(&config.data)?);
        let entropy = Entropy::default();
        let (clock, faults, inbox) = (Clock::system(), MailFaults::default(), Inbox::open(&folder)?);
        let host = MailHost {
            inbox: inbox.clone(),
            faults: faults.clone(),
            clock: clock.clone(),
        };
        let aws = LocalAws::start(
            folder.file("usher.db").as_deref(),
            MasterKey::of(&folder, &entropy)?,
            host,
        )?;

        let dynamodb = aws.environment.dynamodb();
        TableDefinition::embedded()?.create(&dynamodb, TABLE).await?;
        let store = Store::new(dynamodb.clone(), TABLE);
        let keys = create_keys(&store, &aws.environment.kms(), KEY_ID, &entropy, clock.now()).await?;
        let demo = Demo::embedded()?;
        demo.apply(&store, &folder).await?;

        let config = Config {
            table: TABLE.into(),
            public_url: url.clone(),
            default_tenant: DEFAULT_TENANT.parse().ok(),
            configuration_set: None,
            limits: config.limits,
        };
        let app = App::new(
            config,
            dynamodb.clone(),
            aws.environment.ses(),
            keys,
            clock.clone(),
            entropy,
        );
        let wake = Arc::new(Notify::new());
        let reader = Reader::open(aws.streams(), &dynamodb, TABLE, stream::kept(&folder)?).await?;
        let worker = {
            let app = app.clone();
            move |event| {
                let app = app.clone();
                async move { mailer::handle(&app, event).await }
            }
        };
        let pump = tokio::spawn(Pump::new(reader, worker, folder, wake.clone(), stopped.clone()).run());

        let router = web::router(Local {
            app,
            inbox: inbox.clone(),
            demo: Arc::new(demo),
            wake,
        });
        let listener = tokio::net::TcpListener::from_std(listener)?;
        // An owner that is gone has dropped the stack: it stops at once.
        let _ = report.send(Ok(Shared {
            clock,
            faults,
            inbox,
            dynamodb,
        }));
        let stop = |mut stopped: watch::Receiver<bool>| async move {
            let _ = stopped.wait_for(|stopped| *stopped).await;
        };
        let serving = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(stop(stopped.clone()));
        let finished = async {
            let _ = tokio::join!(serving.into_future(), pump);
        };
        tokio::select! {
            () = finished => {}
            () = async { stop(stopped).await; tokio::time::sleep(FAREWELL).await } => {}
        }
        Ok(())
    }
}
