//! Keeps the engine's stream quick and small.
//!
//! The engine keeps every stream record for good, and looks for the newest one, at every write, by
//! reading them all. DynamoDB keeps them for 24 hours, and so does this file; an index does the rest.

use std::path::Path;

use rusqlite::Connection;

/// Records older than DynamoDB keeps them. The newest stays: the next sequence number is counted from
/// it, and has to be greater than the one the mailer has read last.
const TRIM: &str = "
    DELETE FROM _stream_records
    WHERE created_at < unixepoch() - 86400
      AND id < (SELECT MAX(id) FROM _stream_records)";

const INDEX: &str = "
    CREATE INDEX IF NOT EXISTS usher_stream_position
    ON _stream_records (table_name, CAST(sequence_number AS INTEGER))";

/// Trims and indexes the stream in the engine's file, before anything is served from it.
///
/// # Errors
/// What SQLite says.
pub(super) fn tidy(file: &Path) -> Result<(), rusqlite::Error> {
    let connection = Connection::open(file)?;
    connection.execute_batch(INDEX)?;
    connection.execute(TRIM, [])?;
    Ok(())
}
