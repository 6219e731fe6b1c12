//! Reads the one shard of the table's stream, from where it was read last.

use aws_lambda_events::event::dynamodb::EventRecord;
use aws_sdk_dynamodb::error::DisplayErrorContext;
use aws_sdk_dynamodbstreams::Client;
use aws_sdk_dynamodbstreams::types::ShardIteratorType;
use serde::{Deserialize, Serialize};

use super::event;

/// As many as Lambda is asked to deliver at once.
const BATCH: i32 = 10;

/// The stream cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The table has no stream, or it no shard.
    #[error("the table has no stream")]
    NoStream,
    /// The engine refused or could not be reached.
    #[error("{0}")]
    Engine(String),
}

/// How far the stream was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Position {
    /// Which stream: that of a table made anew is another one, and is read from its beginning.
    stream: String,
    after: Option<String>,
}

/// The shard, and the place in it.
pub(crate) struct Reader {
    client: Client,
    shard: String,
    position: Position,
    /// Good for the next read; `None` where it has to be asked for at [`Self::position`].
    iterator: Option<String>,
}

impl Reader {
    /// Reads a table's stream on from `kept`, or from its beginning.
    ///
    /// # Errors
    /// When the table has no stream.
    pub(crate) async fn open(
        client: Client,
        dynamodb: &aws_sdk_dynamodb::Client,
        table: &str,
        kept: Option<Position>,
    ) -> Result<Self, ReadError> {
        let table = dynamodb
            .describe_table()
            .table_name(table)
            .send()
            .await
            .map_err(unreadable)?;
        let stream = table
            .table
            .and_then(|table| table.latest_stream_arn)
            .ok_or(ReadError::NoStream)?;
        let description = client
            .describe_stream()
            .stream_arn(&stream)
            .send()
            .await
            .map_err(unreadable)?;
        let shards = description
            .stream_description
            .and_then(|description| description.shards)
            .unwrap_or_default();
        let shard = shards
            .into_iter()
            .find_map(|shard| shard.shard_id)
            .ok_or(ReadError::NoStream)?;
        let position = kept
            .filter(|kept| kept.stream == stream)
            .unwrap_or(Position { stream, after: None });
        Ok(Self {
            client,
            shard,
            position,
            iterator: None,
        })
    }

    /// The next records, or none if there are none now.
    ///
    /// # Errors
    /// When the engine fails; the next call then begins behind what was [`Self::delivered`] last.
    pub(crate) async fn next(&mut self) -> Result<Vec<EventRecord>, ReadError> {
        let iterator = match self.iterator.take() {
            Some(iterator) => iterator,
            None => self.iterator_at_position().await?,
        };
        let read = self
            .client
            .get_records()
            .shard_iterator(iterator)
            .limit(BATCH)
            .send()
            .await
            .map_err(unreadable)?;
        self.iterator = read.next_shard_iterator;
        let stream = &self.position.stream;
        Ok(read
            .records
            .unwrap_or_default()
            .into_iter()
            .map(|record| event::record(record, stream))
            .collect())
    }

    /// Everything up to this sequence number is done with.
    pub(crate) fn delivered(&mut self, sequence_number: &str) -> &Position {
        self.position.after = Some(sequence_number.to_owned());
        &self.position
    }

    async fn iterator_at_position(&self) -> Result<String, ReadError> {
        let ask = |kind| {
            self.client
                .get_shard_iterator()
                .stream_arn(&self.position.stream)
                .shard_id(&self.shard)
                .shard_iterator_type(kind)
        };
        let beginning = || ask(ShardIteratorType::TrimHorizon).send();
        let found = match &self.position.after {
            None => beginning().await,
            Some(after) => match ask(ShardIteratorType::AfterSequenceNumber)
                .sequence_number(after)
                .send()
                .await
            {
                // Read last more than a day ago: what there is now, is all new.
                Err(error)
                    if error
                        .as_service_error()
                        .is_some_and(|error| error.is_trimmed_data_access_exception()) =>
                {
                    beginning().await
                }
                found => found,
            },
        };
        found.map_err(unreadable)?.shard_iterator.ok_or(ReadError::NoStream)
    }
}

fn unreadable(error: impl std::error::Error) -> ReadError {
    ReadError::Engine(DisplayErrorContext(error).to_string())
}
