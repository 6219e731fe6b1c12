//! What of an item is to be other than it was, as an update and its condition.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

use super::write::id_text;
use super::{StoreError, text};
use crate::profile::Profile;
use crate::user::User;

/// An update and its condition.
#[derive(Default)]
pub(super) struct Change {
    pub(super) sets: Vec<String>,
    removes: Vec<&'static str>,
    conditions: Vec<String>,
    pub(super) values: HashMap<String, AttributeValue>,
}

impl Change {
    /// What is other of a registered person than it was. Who was erased meanwhile is left alone.
    pub(super) fn of_person(before: &User, after: &User) -> Result<Self, StoreError> {
        let mut change = Self::default();
        change.only_if("id = :id AND attribute_exists(ra)");
        change.value(":id", id_text(before.id.0));
        let (old, new) = (before.names(), after.names());
        if old != new {
            change.text("fn", Some(new.0).filter(|name| !name.is_empty()));
            change.text("ln", Some(new.1).filter(|name| !name.is_empty()));
            change.set("nk", text(&after.name_hash));
        }
        if before.phone_number != after.phone_number {
            change.text("ph", after.phone_number.as_deref());
        }
        let none = Profile::new();
        change.profile("pf", before.profile.as_ref(), after.profile.as_ref().unwrap_or(&none))?;
        Ok(change)
    }

    pub(super) fn only_if(&mut self, condition: &str) {
        self.conditions.push(condition.to_owned());
    }

    pub(super) fn value(&mut self, name: &str, value: AttributeValue) {
        self.values.insert(name.to_owned(), value);
    }

    pub(super) fn set(&mut self, name: &str, value: AttributeValue) {
        self.sets.push(format!("{name} = :{name}"));
        self.value(&format!(":{name}"), value);
    }

    fn text(&mut self, name: &'static str, value: Option<&str>) {
        match value {
            Some(value) => self.set(name, text(value)),
            None => self.removes.push(name),
        }
    }

    /// Replaces what is known, if it is still what was read.
    pub(super) fn profile(&mut self, name: &str, before: Option<&Profile>, after: &Profile) -> Result<(), StoreError> {
        let written = |profile| {
            let value = serde_dynamo::to_attribute_value(profile);
            value.map_err(|error| StoreError::Unreadable(error.to_string()))
        };
        match before {
            Some(before) if before == after => return Ok(()),
            None if after.is_empty() => return Ok(()),
            Some(before) => {
                self.only_if(&format!("{name} = :{name}_read"));
                self.value(&format!(":{name}_read"), written(before)?);
            }
            None => self.only_if(&format!("attribute_not_exists({name})")),
        }
        self.set(name, written(after)?);
        Ok(())
    }

    pub(super) fn update(&self) -> String {
        match self.removes.is_empty() {
            true => format!("SET {}", self.sets.join(", ")),
            false => format!("SET {} REMOVE {}", self.sets.join(", "), self.removes.join(", ")),
        }
    }

    pub(super) fn condition(&self) -> String {
        self.conditions.join(" AND ")
    }
}
