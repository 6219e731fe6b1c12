//! Why a stack does not start.

use std::io;
use std::path::PathBuf;

use usher::adapters::kms::KeysError;
use usher::adapters::rotation::RotationError;

use crate::aws::{AwsError, MasterKeyError};
use crate::stream::ReadError;
use crate::template::TemplateError;

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
    /// What is due about them.
    #[error("the keys cannot be rotated")]
    Rotation(#[from] RotationError),
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
