//! What an operation costs: requests and capacity, as DynamoDB itself counts them.

use std::sync::{Arc, Mutex};

use aws_sdk_dynamodb::config::interceptors::{
    AfterDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
};
use aws_sdk_dynamodb::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;
use aws_sdk_dynamodb::operation::batch_get_item::{BatchGetItemInput, BatchGetItemOutput};
use aws_sdk_dynamodb::operation::batch_write_item::{BatchWriteItemInput, BatchWriteItemOutput};
use aws_sdk_dynamodb::operation::delete_item::{DeleteItemInput, DeleteItemOutput};
use aws_sdk_dynamodb::operation::get_item::{GetItemInput, GetItemOutput};
use aws_sdk_dynamodb::operation::put_item::{PutItemInput, PutItemOutput};
use aws_sdk_dynamodb::operation::query::{QueryInput, QueryOutput};
use aws_sdk_dynamodb::operation::scan::ScanInput;
use aws_sdk_dynamodb::operation::transact_write_items::{TransactWriteItemsInput, TransactWriteItemsOutput};
use aws_sdk_dynamodb::operation::update_item::{UpdateItemInput, UpdateItemOutput};
use aws_sdk_dynamodb::types::{ConsumedCapacity, ReturnConsumedCapacity};
use aws_smithy_runtime_api::client::interceptors::context::Output;

/// What an operation cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Cost {
    /// Requests to the table. Those that wait for one another are round trips; no operation of ours
    /// sends two at once but for the count per source, which is set apart.
    pub(crate) requests: u32,
    pub(crate) write_units: f64,
    pub(crate) read_units: f64,
    /// Of these, the write that counts a call of one source, sent beside the step it guards.
    pub(crate) counts_per_source: u32,
}

/// Adds up what passes; clones share the sum.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meter(Arc<Mutex<Cost>>);

impl Meter {
    /// The sum since it was last taken.
    pub(crate) fn take(&self) -> Cost {
        std::mem::take(&mut *self.0.lock().expect("unpoisoned"))
    }

    fn add(&self, add: impl FnOnce(&mut Cost)) {
        add(&mut self.0.lock().expect("unpoisoned"));
    }
}

/// A request that can ask what it cost.
trait Asking {
    fn ask(&mut self);
}

macro_rules! asking {
    ($($input:ty),+) => {$(
        impl Asking for $input {
            fn ask(&mut self) {
                self.return_consumed_capacity = Some(ReturnConsumedCapacity::Total);
            }
        }
    )+};
}

asking!(
    BatchGetItemInput,
    BatchWriteItemInput,
    DeleteItemInput,
    GetItemInput,
    PutItemInput,
    QueryInput,
    TransactWriteItemsInput,
    UpdateItemInput
);

impl Intercept for Meter {
    fn name(&self) -> &'static str {
        "meter"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let input = context.input_mut();
        assert!(input.downcast_ref::<ScanInput>().is_none(), "no operation searches");
        if let Some(update) = input.downcast_mut::<UpdateItemInput>() {
            let pk = update.key.as_ref().and_then(|key| key["pk"].as_s().ok());
            let counts_source = pk.is_some_and(|pk| pk.starts_with("L#"));
            self.add(|cost| cost.counts_per_source += u32::from(counts_source));
            update.ask();
        } else if let Some(get) = input.downcast_mut::<GetItemInput>() {
            get.ask();
        } else if let Some(put) = input.downcast_mut::<PutItemInput>() {
            put.ask();
        } else if let Some(transaction) = input.downcast_mut::<TransactWriteItemsInput>() {
            transaction.ask();
        } else if let Some(query) = input.downcast_mut::<QueryInput>() {
            query.ask();
        } else if let Some(batch) = input.downcast_mut::<BatchGetItemInput>() {
            batch.ask();
        } else if let Some(delete) = input.downcast_mut::<DeleteItemInput>() {
            delete.ask();
        } else if let Some(batch) = input.downcast_mut::<BatchWriteItemInput>() {
            batch.ask();
        } else {
            panic!("an operation that the meter cannot read");
        }
        self.add(|cost| cost.requests += 1);
        Ok(())
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match context.output_or_error() {
            Ok(output) => {
                if let Some(units) = read(output) {
                    self.add(|cost| cost.read_units += units);
                } else if let Some(written) = written(output) {
                    self.add(|cost| cost.write_units += written);
                }
            }
            // A refused write is charged like one that was let through, and its answer does not say so.
            Err(_) => self.add(|cost| cost.write_units += 1.0),
        }
        Ok(())
    }
}

fn read(output: &Output) -> Option<f64> {
    let get = output
        .downcast_ref::<GetItemOutput>()
        .map(|get| units(get.consumed_capacity()));
    let query = output
        .downcast_ref::<QueryOutput>()
        .map(|query| units(query.consumed_capacity()));
    let batch = output.downcast_ref::<BatchGetItemOutput>();
    let batch = batch.map(|done| done.consumed_capacity().iter().map(|table| units(Some(table))).sum());
    get.or(query).or(batch)
}

fn written(output: &Output) -> Option<f64> {
    let put = output
        .downcast_ref::<PutItemOutput>()
        .map(|put| units(put.consumed_capacity()));
    let update = output
        .downcast_ref::<UpdateItemOutput>()
        .map(|update| units(update.consumed_capacity()));
    let delete = output
        .downcast_ref::<DeleteItemOutput>()
        .map(|delete| units(delete.consumed_capacity()));
    let transaction = output.downcast_ref::<TransactWriteItemsOutput>();
    let transaction = transaction.map(|done| done.consumed_capacity().iter().map(|table| units(Some(table))).sum());
    let batch = output.downcast_ref::<BatchWriteItemOutput>();
    let batch = batch.map(|done| done.consumed_capacity().iter().map(|table| units(Some(table))).sum());
    put.or(update).or(delete).or(transaction).or(batch)
}

fn units(consumed: Option<&ConsumedCapacity>) -> f64 {
    consumed
        .and_then(ConsumedCapacity::capacity_units)
        .expect("the engine tells the capacity")
}
