//! What AWS is to a deployed stack: DynamoDB with its streams, KMS, SES and SNS, each behind its own
//! protocol, so that the code under test is the code that is deployed, SDK and all.
//!
//! They live on a thread and a runtime of their own: a slow write of the engine, which holds one lock
//! around SQLite, then delays the caller that waits for it and nobody else.

mod kms;
mod notice;
mod ses;
mod sns;
mod stream_index;

use std::fs::OpenOptions;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_sdk_dynamodbstreams::config::{BehaviorVersion, Region};
use axum::Router;
use dynoxide::Database;
use tokio::sync::watch;
use usher::adapters::aws::{Endpoints, Environment};

use crate::folder::private;

pub use kms::MasterKeyError;
pub(crate) use kms::{KEY_ID, MasterKey};
pub(crate) use ses::MailHost;
pub use ses::{MailFault, MailFaults};
pub(crate) use sns::PhoneNetwork;

const REGION: &str = "local";
/// How long requests that are under way may take to end once the stack stops.
const FAREWELL: Duration = Duration::from_secs(2);

/// The stand-ins, running.
pub(crate) struct LocalAws {
    /// How their clients are built; the same code builds a function's.
    pub(crate) environment: Environment,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

/// The stand-ins for AWS did not start.
#[derive(Debug, thiserror::Error)]
pub enum AwsError {
    /// The engine cannot open its file.
    #[error("the engine cannot open its file: {0}")]
    Engine(String),
    /// The engine's stream cannot be indexed.
    #[error("the engine's stream cannot be indexed: {0}")]
    StreamIndex(#[from] rusqlite::Error),
    /// No loopback port, thread or runtime to be had.
    #[error("the system gives no port or thread")]
    System(#[from] std::io::Error),
}

impl LocalAws {
    /// Opens the engine, in memory unless it is given a file, and starts everything.
    ///
    /// # Errors
    /// When the file cannot be opened, or the system gives no port or thread.
    pub(crate) fn start(
        file: Option<&Path>,
        key: MasterKey,
        mail: MailHost,
        phones: PhoneNetwork,
    ) -> Result<Self, AwsError> {
        let database = open(file)?;
        let (dynamodb, dynamodb_url) = listen()?;
        let (others, others_url) = listen()?;
        let routes = kms::routes(key).merge(ses::routes(mail)).merge(sns::routes(phones));
        let (stop, stopped) = watch::channel(false);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = std::thread::Builder::new().name("local-aws".into()).spawn(move || {
            runtime.block_on(serve(database, dynamodb, routes, others, stopped));
        })?;

        let endpoints = Endpoints {
            dynamodb: Some(dynamodb_url),
            ses: Some(others_url.clone()),
            sns: Some(format!("{others_url}{}", sns::PATH)),
            kms: Some(others_url),
            certificates: None,
        };
        let credentials = Credentials::new("local", "local", None, None, "local stack");
        Ok(Self {
            environment: Environment::new(REGION, credentials, endpoints),
            stop,
            thread: Some(thread),
        })
    }

    /// A client of DynamoDB Streams, which a function never needs: Lambda reads the stream for it.
    pub(crate) fn streams(&self) -> aws_sdk_dynamodbstreams::Client {
        let mut config = aws_sdk_dynamodbstreams::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(REGION))
            .credentials_provider(self.environment.credentials.clone());
        config.set_endpoint_url(self.environment.endpoints.dynamodb.clone());
        config.set_http_client(self.environment.dynamodb().config().http_client());
        aws_sdk_dynamodbstreams::Client::from_conf(config.build())
    }
}

impl Drop for LocalAws {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            // Its panic, if any, has been printed; there is nothing to add.
            let _ = thread.join();
        }
    }
}

fn open(file: Option<&Path>) -> Result<Database, AwsError> {
    let failed = |error: &dyn std::error::Error| AwsError::Engine(error.to_string());
    let Some(file) = file else {
        return Database::memory().map_err(|error| failed(&error));
    };
    let path = file
        .to_str()
        .ok_or_else(|| AwsError::Engine("its path is not UTF-8".into()))?;
    // SQLite takes the mode of what is there, for its journal too.
    private(OpenOptions::new().append(true).create(true)).open(file)?;
    let database = Database::new(path).map_err(|error| failed(&error))?;
    stream_index::tidy(file)?;
    Ok(database)
}

fn listen() -> std::io::Result<(TcpListener, String)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    Ok((listener, url))
}

async fn serve(
    database: Database,
    dynamodb: TcpListener,
    routes: Router,
    others: TcpListener,
    stopped: watch::Receiver<bool>,
) {
    let stop = |mut stopped: watch::Receiver<bool>| async move {
        // An error means that the sender is gone, which is a stop too.
        let _ = stopped.wait_for(|stopped| *stopped).await;
    };
    let engine = async {
        let listener = tokio::net::TcpListener::from_std(dynamodb).map_err(|error| error.to_string())?;
        dynoxide::server::serve_with_shutdown(listener, database, stop(stopped.clone())).await
    };
    let standins = async {
        let listener = tokio::net::TcpListener::from_std(others).map_err(|error| error.to_string())?;
        let serving = axum::serve(listener, routes).with_graceful_shutdown(stop(stopped.clone()));
        serving.await.map_err(|error| error.to_string())
    };
    let deadline = async {
        stop(stopped.clone()).await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        ended = async { tokio::try_join!(engine, standins) } => if let Err(error) = ended {
            tracing::error!(error, "a stand-in for AWS has ended");
        },
        () = deadline => {}
    }
}
