//! How large what is deployed is.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// A function's binary.
pub(crate) struct Size {
    pub(crate) name: String,
    pub(crate) binary: u64,
    pub(crate) zip: u64,
}

/// A zip's own headers around one file: local, central and end record, with the name `bootstrap` twice.
const ZIP_HEADERS: u64 = 30 + 46 + 22 + 2 * 9;

/// Every function that has been built, by name.
pub(crate) fn measure(built: &Path) -> std::io::Result<Vec<Size>> {
    let endpoints = functions::ENDPOINTS.iter().map(|endpoint| endpoint.name);
    let names = endpoints.chain(functions::WORKERS.iter().map(|worker| worker.name));
    let mut sizes = Vec::new();
    for name in names.chain(["hello"]) {
        let file = built.join(name);
        if !file.exists() {
            continue;
        }
        let binary = std::fs::read(file)?;
        let mut deflated = DeflateEncoder::new(Vec::new(), Compression::best());
        deflated.write_all(&binary)?;
        sizes.push(Size {
            name: name.to_owned(),
            binary: binary.len() as u64,
            zip: deflated.finish()?.len() as u64 + ZIP_HEADERS,
        });
    }
    Ok(sizes)
}
