//! The inbox: every mail and text message that would have gone out.
//!
//! It is kept in memory and, with a data folder, in a file that is only ever appended to, so that a
//! restart still shows what a person received before it.

use std::collections::VecDeque;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use usher::entropy::Entropy;

use crate::folder::{self, Folder};
use crate::message::{self, Message};

const FILE: &str = "inbox.jsonl";
/// The oldest mails beyond so many are forgotten: a load test must not fill the memory.
const CAPACITY: usize = 2_000;

/// A mail as it was handed over.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letter {
    /// `"Acme Energy" <hello@mail.acme.example>`
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) tenant: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) headers: Vec<(String, String)>,
}

/// A text message as it was handed over.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    /// What the phone shows instead of a number; empty where the network's own number sends.
    pub(crate) sender_id: String,
    /// E.164.
    pub(crate) to: String,
    pub(crate) text: String,
}

/// A mail or text message in the inbox: the message that everybody sees, and what only the inbox page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Received {
    pub(crate) message: Message,
    pub(crate) sender_name: String,
    pub(crate) sender_address: String,
    pub(crate) preheader: String,
    pub(crate) headers: Vec<(String, String)>,
}

/// The mails, newest last; clones share them.
#[derive(Clone, Debug)]
pub(crate) struct Inbox(Arc<Mutex<Mails>>);

#[derive(Debug)]
struct Mails {
    received: VecDeque<Arc<Received>>,
    /// Changes whenever the mails do: what an `ETag` is made of.
    revision: u64,
    file: Option<PathBuf>,
    entropy: Entropy,
}

impl Inbox {
    /// The folder's inbox with what it received before. A last line that a crash cut short is dropped.
    ///
    /// # Errors
    /// When its file cannot be read or written.
    pub(crate) fn open(folder: &Folder) -> io::Result<Self> {
        let written = folder.read(FILE)?.unwrap_or_default();
        let lines: Vec<&[u8]> = written
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .collect();
        let readable = lines
            .iter()
            .filter_map(|line| serde_json::from_slice(line).ok().map(Arc::new));
        let mut received: VecDeque<_> = readable.collect();
        received.drain(..received.len().saturating_sub(CAPACITY));
        if received.len() < lines.len() {
            folder.write(FILE, &as_lines(&received)?)?;
        }
        let mails = Mails {
            received,
            revision: 0,
            file: folder.file(FILE),
            entropy: Entropy::default(),
        };
        Ok(Self(Arc::new(Mutex::new(mails))))
    }

    /// Takes a mail in and returns its id. It is in the file before this returns.
    ///
    /// # Errors
    /// When the file cannot be written; the mail is then not in the inbox either.
    pub(crate) fn receive(&self, letter: Letter, now: Timestamp) -> io::Result<String> {
        let (sender_name, sender_address) = message::sender(&letter.from);
        self.keep(|id| Received {
            preheader: message::preheader(&letter.html),
            message: Message::of_mail(
                id,
                letter.tenant,
                letter.to,
                letter.subject,
                letter.text,
                letter.html,
                now,
            ),
            sender_name,
            sender_address,
            headers: letter.headers,
        })
    }

    /// Takes a text message in, likewise.
    ///
    /// # Errors
    /// When the file cannot be written; the message is then not in the inbox either.
    pub(crate) fn receive_text(&self, text: Text, now: Timestamp) -> io::Result<String> {
        self.keep(|id| Received {
            message: Message::of_text(id, text.to, text.text, now),
            sender_name: text.sender_id,
            sender_address: String::new(),
            preheader: String::new(),
            headers: Vec::new(),
        })
    }

    fn keep(&self, received: impl FnOnce(String) -> Received) -> io::Result<String> {
        let mut mails = self.lock();
        let id = format!("msg_{:032x}", u128::from_be_bytes(mails.entropy.bytes()));
        let received = Arc::new(received(id.clone()));
        if let Some(file) = &mails.file {
            let line = as_lines([&received])?;
            folder::private(OpenOptions::new().append(true).create(true))
                .open(file)?
                .write_all(&line)?;
        }
        mails.received.push_back(received);
        if mails.received.len() > CAPACITY {
            mails.received.pop_front();
        }
        mails.revision += 1;
        Ok(id)
    }

    /// What went to an address or a number, or all, newest first.
    pub(crate) fn list(&self, to: Option<&str>) -> Vec<Arc<Received>> {
        let fits = |received: &&Arc<Received>| to.is_none_or(|to| received.message.to.eq_ignore_ascii_case(to));
        self.lock().received.iter().rev().filter(fits).cloned().collect()
    }

    /// The mail of this id.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<Received>> {
        self.lock()
            .received
            .iter()
            .rev()
            .find(|received| received.message.id == id)
            .cloned()
    }

    /// Forgets every mail.
    ///
    /// # Errors
    /// When the file cannot be emptied.
    pub(crate) fn clear(&self) -> io::Result<()> {
        let mut mails = self.lock();
        if let Some(file) = &mails.file {
            folder::replace(file, b"")?;
        }
        mails.received.clear();
        mails.revision += 1;
        Ok(())
    }

    /// A number that changes whenever the mails do, while this stack runs.
    pub(crate) fn revision(&self) -> u64 {
        self.lock().revision
    }

    fn lock(&self) -> MutexGuard<'_, Mails> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn as_lines<'a>(received: impl IntoIterator<Item = &'a Arc<Received>>) -> io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for received in received {
        serde_json::to_writer(&mut lines, received.as_ref())?;
        lines.push(b'\n');
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stack::Data;

    fn letter(to: &str) -> Letter {
        Letter {
            to: to.into(),
            subject: format!("Hello {to}"),
            text: "Hello\n".into(),
            ..Letter::default()
        }
    }

    #[test]
    fn a_restart_keeps_the_inbox_even_after_a_line_cut_short() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = Folder::open(&Data::Folder(place.path().into())).expect("a folder");
        let inbox = Inbox::open(&folder).expect("an inbox");
        inbox
            .receive(letter("a@example.com"), Timestamp::UNIX_EPOCH)
            .expect("kept");
        let file = folder.file(FILE).expect("a file");
        OpenOptions::new()
            .append(true)
            .open(&file)
            .and_then(|mut file| file.write_all(b"{\"mess"))
            .expect("written");

        let inbox = Inbox::open(&folder).expect("an inbox");
        inbox
            .receive(letter("b@example.com"), Timestamp::UNIX_EPOCH)
            .expect("kept");
        let inbox = Inbox::open(&folder).expect("an inbox");
        let to: Vec<_> = inbox
            .list(None)
            .iter()
            .map(|received| received.message.to.clone())
            .collect();
        assert_eq!(to, ["b@example.com", "a@example.com"]);

        inbox.clear().expect("cleared");
        assert_eq!(Inbox::open(&folder).expect("an inbox").list(None).len(), 0);
    }

    #[test]
    fn mails_are_found_by_address_in_any_case() {
        let inbox = Inbox::open(&Folder::open(&Data::Memory).expect("a folder")).expect("an inbox");
        let before = inbox.revision();
        let id = inbox
            .receive(letter("A@example.com"), Timestamp::UNIX_EPOCH)
            .expect("kept");
        assert_ne!(inbox.revision(), before);
        assert_eq!(inbox.list(Some("a@EXAMPLE.com")).len(), 1);
        assert_eq!(inbox.list(Some("b@example.com")).len(), 0);
        assert_eq!(inbox.get(&id).expect("there").message.subject, "Hello A@example.com");
    }

    #[test]
    fn the_oldest_mails_make_room() {
        let inbox = Inbox::open(&Folder::open(&Data::Memory).expect("a folder")).expect("an inbox");
        for number in 0..=CAPACITY {
            inbox
                .receive(letter(&format!("{number}@example.com")), Timestamp::UNIX_EPOCH)
                .expect("kept");
        }
        assert_eq!(inbox.list(None).len(), CAPACITY);
        assert_eq!(inbox.list(Some("0@example.com")).len(), 0);
    }
}
