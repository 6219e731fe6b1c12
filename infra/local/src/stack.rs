//! Starts and stops everything.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread::JoinHandle;

use jiff::SignedDuration;
use tokio::sync::watch;
use usher::adapters::aws::Endpoints;
use usher::clock::Clock;
use usher::limit::{Limits, Window};
use usher::outbound::OutboundPolicy;

use crate::aws::{KEY_ID, MailFaults};
use crate::message::Message;
use crate::service::{Service, Shared, TABLE};
use crate::start_error::StartError;

/// What a stack is started with. The default is for tests: in memory, on a free port.
#[derive(Clone, Debug)]
pub struct StackConfig {
    /// The loopback port; 0 for one that is free.
    pub port: u16,
    /// Where it keeps its data.
    pub data: Data,
    /// How often things may be tried.
    pub limits: Limits,
    /// How far calls may go to addresses that tenants name.
    pub outbound: OutboundPolicy,
}

impl Default for StackConfig {
    /// Real limits per address; per source a million calls, since every caller is 127.0.0.1. The services of a tenant may
    /// be on the same machine.
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
            outbound: OutboundPolicy::with_own_machine(),
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

/// A running stack. It stops when it is dropped.
pub struct Stack {
    url: String,
    shared: Shared,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
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

    /// The switch that makes sending text messages go wrong.
    #[must_use]
    pub fn text_faults(&self) -> MailFaults {
        self.shared.text_faults.clone()
    }

    /// The messages to an address or a number, or all, newest first.
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

    /// A client of the stand-in for KMS and the id of its key.
    #[must_use]
    pub fn kms(&self) -> (aws_sdk_kms::Client, &'static str) {
        (self.shared.kms.clone(), KEY_ID)
    }

    /// Where its stand-ins for AWS listen, for a function that is to run as a process of its own.
    #[must_use]
    pub fn endpoints(&self) -> &Endpoints {
        &self.shared.endpoints
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
