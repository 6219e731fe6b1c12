//! Whether the parts agree: table of functions, binaries, API reference, docs, samples and tests.
//!
//! Nearly all is derived from [`functions::ENDPOINTS`] and [`functions::WORKERS`]. A failure is a
//! sentence that says what to add. `UPDATE=1` renews what is generated: `openapi.json` and the samples in
//! `events/` that `samples.rs` makes.

mod api;
mod changes;
mod dashboard;
mod deciding;
mod deployed;
mod errors;
mod filters;
mod keys;
mod moments;
mod parts;
mod people;
mod replay;
mod request;
mod rights;
mod samples;
mod schema;
mod signing;
mod source;
mod template;
mod texts;
mod vouchers;

use std::fs;
use std::path::{Path, PathBuf};

/// The repository.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Whether what is generated is to be written instead of compared.
fn update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// A file of the repository; nothing if it is not there.
fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}

/// Every file under a folder of the repository that ends so, with its path from the root, in order.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() {
                if name != "node_modules" {
                    folders.push(path);
                }
            } else if name.ends_with(ending) {
                let place = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
                found.push((place, fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    found.sort();
    found
}

/// Fails with every complaint, if there is one.
#[track_caller]
fn none(complaints: impl IntoIterator<Item = String>) {
    let complaints: Vec<String> = complaints.into_iter().collect();
    assert!(complaints.is_empty(), "\n\n{}\n", complaints.join("\n"));
}
