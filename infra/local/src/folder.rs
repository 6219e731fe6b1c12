//! Where a stack keeps what has to survive a restart.
//!
//! | file | holds |
//! |---|---|
//! | `usher.db` | the table and its stream, in SQLite |
//! | `master.key` | what the stand-in for KMS encrypts with |
//! | `inbox.jsonl` | every mail, one a line |
//! | `stream.json` | how far the mailer has read the table's stream |
//! | `stream-lists.json` | how far the worker on the lists of invitations has |
//! | `demo.yaml` | the demo tenants as they were last applied |
//! | `lock` | held by the stack that runs on this folder |

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::stack::Data;
use crate::start_error::StartError;

/// The files of one stack; with [`Data::Memory`] there are none, and nothing is read or written.
#[derive(Debug)]
pub(crate) struct Folder {
    path: Option<PathBuf>,
    /// Unlocked by the system when the stack ends, however it ends.
    _lock: Option<File>,
}

impl Folder {
    /// Opens the folder for this stack alone, making it if need be.
    ///
    /// # Errors
    /// [`StartError::FolderInUse`] when another stack runs on it, [`StartError::FolderNotWritable`].
    pub(crate) fn open(data: &Data) -> Result<Self, StartError> {
        let Data::Folder(path) = data else {
            return Ok(Self {
                path: None,
                _lock: None,
            });
        };
        let not_writable = |source| StartError::FolderNotWritable {
            path: path.clone(),
            source,
        };
        fs::create_dir_all(path).map_err(not_writable)?;
        let lock = private(OpenOptions::new().write(true).create(true))
            .open(path.join("lock"))
            .map_err(not_writable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                path: Some(path.clone()),
                _lock: Some(lock),
            }),
            Err(TryLockError::WouldBlock) => Err(StartError::FolderInUse { path: path.clone() }),
            Err(TryLockError::Error(source)) => Err(not_writable(source)),
        }
    }

    /// The path of one of its files; `None` when nothing is kept.
    pub(crate) fn file(&self, name: &str) -> Option<PathBuf> {
        self.path.as_ref().map(|path| path.join(name))
    }

    /// What a file holds; `None` when it is not there.
    pub(crate) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let Some(path) = self.file(name) else { return Ok(None) };
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Replaces a file as a whole: whoever reads it, after a crash too, finds the old text or the new.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        match self.file(name) {
            Some(path) => replace(&path, bytes),
            None => Ok(()),
        }
    }
}

/// Replaces a file as a whole, readable by nobody else.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = path.with_extension("new");
    private(OpenOptions::new().write(true).create(true).truncate(true))
        .open(&fresh)?
        .write_all(bytes)?;
    fs::rename(fresh, path)
}

/// Mails and keys are nobody else's business: mode 0600 for every file made.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_serves_one_stack_at_a_time() {
        let place = tempfile::tempdir().expect("a folder");
        let data = Data::Folder(place.path().join("usher"));
        let first = Folder::open(&data).expect("the first");
        let error = Folder::open(&data).expect_err("refused");
        assert!(matches!(error, StartError::FolderInUse { .. }), "{error}");
        drop(first);
        Folder::open(&data).expect("the next");
    }

    #[test]
    fn a_file_is_read_back_and_is_private() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = Folder::open(&Data::Folder(place.path().into())).expect("a folder");
        assert_eq!(folder.read("x").expect("readable"), None);
        folder.write("x", b"one").expect("written");
        folder.write("x", b"two").expect("written");
        assert_eq!(folder.read("x").expect("readable").as_deref(), Some(b"two".as_slice()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(place.path().join("x"))
                .expect("there")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn in_memory_nothing_is_kept() {
        let folder = Folder::open(&Data::Memory).expect("a folder");
        folder.write("x", b"one").expect("nothing to do");
        assert_eq!(folder.read("x").expect("nothing to do"), None);
    }
}
