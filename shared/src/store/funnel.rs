//! The funnel: how many people reached which step, one small item for each day of a tenant.

use aws_sdk_dynamodb::types::TransactWriteItem;
use jiff::Timestamp;
use jiff::civil::Date;

use super::parts::update;
use super::write::outcome;
use super::{Item, Store, StoreError, keys, number, number_in, text_in};
use crate::customer::CustomerKind;
use crate::funnel::{OfDay, Reached, Step};
use crate::tenant::TenantName;

/// How long a part of the stream that was counted is remembered, in seconds: none comes again after six hours.
const REMEMBERED_SECONDS: i64 = 86_400;
/// As many days as one read answers: of some hundred octets each, they are less than the megabyte at which a query ends.
const MOST_DAYS: usize = 366;

/// The name of a count in the item of its day.
fn attribute(kind: CustomerKind, step: Step) -> String {
    format!("{}_{}", kind.as_str(), step.as_str())
}

impl Store {
    /// Counts what a part of the stream says, unless these very `records` were counted before: one round trip, two write
    /// units for each day of a tenant in it and two to remember that.
    ///
    /// # Errors
    /// When the table fails; nothing is counted then.
    pub async fn count_reached(&self, reached: &Reached, records: &str, now: Timestamp) -> Result<(), StoreError> {
        let mut mark = keys::counted(records).item();
        mark.insert("ttl".to_owned(), number(now.as_second() + REMEMBERED_SECONDS));
        let mut writes: Vec<TransactWriteItem> = vec![self.put_new(mark)?];
        for (tenant, day, counts) in reached.days() {
            let mut counted = self.update_of(&keys::funnel_on(tenant, day));
            let mut adds = Vec::new();
            for (index, ((kind, step), count)) in counts.iter().enumerate() {
                counted = counted
                    .expression_attribute_names(format!("#a{index}"), attribute(*kind, *step))
                    .expression_attribute_values(
                        format!(":a{index}"),
                        number(i64::try_from(*count).unwrap_or(i64::MAX)),
                    );
                adds.push(format!("#a{index} :a{index}"));
            }
            writes.push(update(counted.update_expression(format!("ADD {}", adds.join(", "))))?);
        }
        if writes.len() == 1 {
            return Ok(());
        }
        let request = self.client.transact_write_items().set_transact_items(Some(writes));
        // The mark is the only condition: where it does not hold, all of this was counted before.
        outcome(request.send().await, None).map(drop)
    }

    /// What was counted on the days of a tenant from one to another, at most 366, without those that nothing was counted
    /// on: one round trip, half a read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn funnel(&self, tenant: &TenantName, from: Date, to: Date) -> Result<Vec<(Date, OfDay)>, StoreError> {
        let range = (from.to_string(), to.to_string());
        let (days, _) = self.entries(&keys::funnel(tenant), range, MOST_DAYS).await?;
        Ok(days.iter().filter_map(of_day).collect())
    }
}

fn of_day(item: &Item) -> Option<(Date, OfDay)> {
    let day = text_in(item, "sk")?.parse().ok()?;
    let all = CustomerKind::ALL
        .into_iter()
        .flat_map(|kind| Step::ALL.map(|step| (kind, step)));
    let counts = all.filter_map(|(kind, step)| {
        let count = number_in(item, &attribute(kind, step))?;
        Some(((kind, step), u64::try_from(count).ok()?))
    });
    Some((day, counts.collect()))
}
