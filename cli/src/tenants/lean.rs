//! Documents as people write them: in the order of the reference, without members that say nothing.

use serde_norway::Value;
use usher::tenant::Tenant;

use super::line::Step;
use crate::Told;

/// A tenant's document without each `null`, `false`, empty list and empty mapping that says what would be so anyhow.
///
/// It reads as the same tenant; so two of them are alike exactly where their tenants are.
///
/// # Errors
/// When it cannot be written, which no tenant causes.
pub(super) fn lean(tenant: &Tenant) -> Result<Value, Told> {
    let unwritable = |error: serde_json::Error| Told(format!("{} cannot be written: {error}", tenant.name));
    // By way of JSON, in which a choice with something in it is a mapping; YAML has tags for it, which no reader expects.
    let whole = serde_json::to_string(tenant).map_err(unwritable)?;
    let mut document: Value = serde_json::from_str(&whole).map_err(unwritable)?;
    let mut members = Vec::new();
    collect(&document, &mut Vec::new(), &mut members);
    for path in &members {
        let mut without = document.clone();
        if take_idle(&mut without, path) && reads_as(&without, tenant) {
            document = without;
        }
    }
    Ok(document)
}

/// Every member of every mapping, what is within before what is around it.
fn collect(value: &Value, path: &mut Vec<Step>, members: &mut Vec<Vec<Step>>) {
    let mut within = |step: Step, value: &Value, is_member: bool| {
        path.push(step);
        collect(value, path, members);
        if is_member {
            members.push(path.clone());
        }
        path.pop();
    };
    match value {
        Value::Mapping(mapping) => {
            for (key, value) in mapping {
                within(Step::Key(key.as_str().unwrap_or_default().to_owned()), value, true);
            }
        }
        Value::Sequence(list) => {
            for (index, value) in list.iter().enumerate() {
                within(Step::Index(index), value, false);
            }
        }
        _ => {}
    }
}

/// Takes a member out if nothing is in it.
fn take_idle(document: &mut Value, path: &[Step]) -> bool {
    let Some((Step::Key(key), around)) = path.split_last() else {
        return false;
    };
    let place = around.iter().try_fold(document, |place, step| match step {
        Step::Key(key) => place.get_mut(key.as_str()),
        Step::Index(index) => place.get_mut(*index),
    });
    let Some(mapping) = place.and_then(Value::as_mapping_mut) else {
        return false;
    };
    let is_idle = match mapping.get(key.as_str()) {
        Some(Value::Null | Value::Bool(false)) => true,
        Some(Value::Sequence(list)) => list.is_empty(),
        Some(Value::Mapping(members)) => members.is_empty(),
        _ => false,
    };
    // Not swapped with the last: the order is what people read.
    is_idle && mapping.shift_remove(key.as_str()).is_some()
}

fn reads_as(document: &Value, tenant: &Tenant) -> bool {
    let read = serde_json::to_value(document).and_then(serde_json::from_value::<Tenant>);
    read.is_ok_and(|read| read == *tenant)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> Tenant {
        let value: serde_json::Value = serde_norway::from_str(yaml).expect("YAML");
        serde_json::from_value(value).expect("a tenant")
    }

    #[test]
    fn what_says_nothing_is_left_out_and_what_does_stays_in_the_order_of_the_reference() {
        let tenant = read(
            "name: acme
display_name: Acme
sender: { name: Acme, address: hello@acme.example }
onboarding: { kinds: { personal: { enabled: false, user_fields: [], default_location: {} } } }
clients:
  - { kind: app, id: app, fields: [], grants: [password] }
  - { kind: server, id: office, keys: [] }
",
        );
        let document = lean(&tenant).expect("a document");
        let text = serde_norway::to_string(&document).expect("YAML");
        let names = [
            "name:",
            "display_name:",
            "default_locale:",
            "sender:",
            "onboarding:",
            "clients:",
        ];
        let places: Vec<_> = names
            .iter()
            .map(|name| text.find(&format!("\n{name}")).or_else(|| text.find(name)))
            .collect();
        assert!(
            places.is_sorted() && places.iter().all(Option::is_some),
            "{places:?} {text}"
        );
        assert!(!text.contains("null") && !text.contains("brand"), "{text}");
        // An app that asks nothing, and a kind that asks nothing and names its place by itself, are no defaults.
        assert!(text.contains("  fields: []\n"), "{text}");
        assert!(
            text.contains("user_fields: []") && text.contains("default_location: {}"),
            "{text}"
        );
        assert!(text.contains("enabled: false"), "required: {text}");
        assert!(!text.contains("keys:") && !text.contains("self_registration"), "{text}");
        assert_eq!(read(&text), tenant);
    }
}
