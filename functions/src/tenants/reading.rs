//! Reads a tenant's document and finds everything that is wrong with it, not only the first thing.

use serde_json::{Value, json};
use usher::located::{self, Misread, Step};
use usher::outbound::OutboundPolicy;
use usher::tenant::{Flaw, Tenant};

/// A tenant, or everything that is wrong with its document, for a stack whose calls to addresses that it names may go so far.
/// What cannot be read is taken out, what has to be there gets a stand-in, and reading goes on until the rest can be.
///
/// # Errors
/// The flaws.
pub fn read(mut document: Value, outbound: OutboundPolicy) -> Result<Tenant, Vec<Flaw>> {
    let mut flaws: Vec<Flaw> = Vec::new();
    let mut changed: Vec<Vec<Step>> = Vec::new();
    let mut stood_in: Vec<Vec<Step>> = Vec::new();
    let read = loop {
        match located::read::<Tenant>(&document) {
            Ok(tenant) => break Some(tenant),
            Err(Misread { way, message, .. }) => {
                let missing = missing_key(&message).map(|key| {
                    let mut path = way.clone();
                    path.push(Step::Key(key.to_owned()));
                    path
                });
                // What we took out is not missing.
                if !missing.as_ref().is_some_and(|missing| changed.contains(missing)) {
                    let pointer = pointer(&way);
                    flaws.push(Flaw { pointer, message });
                }
                match missing.filter(|missing| !stood_in.contains(missing) && put_stand_in(&mut document, missing)) {
                    Some(missing) => {
                        stood_in.push(missing.clone());
                        changed.push(missing);
                    }
                    None => match take_out(&mut document, &way) {
                        Some(removed) => changed.push(removed),
                        None => break None,
                    },
                }
            }
        }
    };
    if let Some(tenant) = &read {
        let of_what_is_left = |flaw: &Flaw| !changed.iter().any(|path| is_within(&flaw.pointer, &pointer(path)));
        flaws.extend(super::flaws_under(tenant, outbound).into_iter().filter(of_what_is_left));
    }
    match read {
        Some(tenant) if flaws.is_empty() => Ok(tenant),
        _ => Err(flaws),
    }
}

/// The member that a message of serde's says is missing.
fn missing_key(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.split('`').next()
}

/// Puts something that can be read where a member is missing, for what has to be there in a document; whether it could.
fn put_stand_in(document: &mut Value, path: &[Step]) -> bool {
    let Some((Step::Key(key), around)) = path.split_last() else {
        return false;
    };
    let text = || json!("standin");
    let stand_in = match key.as_str() {
        "name" | "display_name" | "id" | "title" | "label" | "value" => text(),
        "client_id" | "client_secret" | "token" | "user" | "password" | "name_field" => text(),
        "url" | "issuer" => json!("https://example.org/"),
        "address" => json!("standin@example.org"),
        "sender" => json!({ "name": "standin", "address": "standin@example.org" }),
        "kind" => json!("server"),
        "enabled" => json!(false),
        "version" => json!(1),
        "effective_from" => json!("2000-01-01T00:00:00Z"),
        "versions" | "countries" => json!([]),
        "texts" | "property_mapping" => json!({}),
        _ => return false,
    };
    let place = around.iter().try_fold(document, |place, step| step_into(place, step));
    let Some(place) = place.and_then(Value::as_object_mut) else {
        return false;
    };
    place.insert(key.clone(), stand_in);
    true
}

fn step_into<'a>(place: &'a mut Value, step: &Step) -> Option<&'a mut Value> {
    match step {
        Step::Key(key) => place.get_mut(key.as_str()),
        Step::Index(index) => place.get_mut(*index),
    }
}

fn is_within(pointer: &str, around: &str) -> bool {
    let rest = pointer.strip_prefix(around);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Removes the innermost mapping entry on the way to `path`, so that lists keep their numbers, and
/// tells which; `None` when there is none, and reading cannot go on.
fn take_out(document: &mut Value, path: &[Step]) -> Option<Vec<Step>> {
    let innermost = path.iter().rposition(|step| matches!(step, Step::Key(_)))?;
    let (Step::Key(key), around) = (&path[innermost], &path[..innermost]) else {
        return None;
    };
    let place = around.iter().try_fold(document, |place, step| step_into(place, step))?;
    place.as_object_mut()?.remove(key.as_str())?;
    Some(path[..=innermost].to_vec())
}

/// The steps as a JSON pointer (RFC 6901).
fn pointer(steps: &[Step]) -> String {
    let told = steps.iter().map(|step| match step {
        Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Step::Index(index) => format!("/{index}"),
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(document: Value) -> Vec<String> {
        let flaws = read(document, OutboundPolicy::public()).expect_err("flaws");
        let line = |flaw: Flaw| format!("{}: {}", flaw.pointer, flaw.message);
        flaws.into_iter().map(line).collect()
    }

    #[test]
    fn what_is_missing_or_cannot_be_read_hides_no_other_mistake() {
        let told = wrong(json!({
            "name": "acme",
            "sender": "Acme <hello@acme.example>",
            "link_life_seconds": 1,
            "clients": [{ "kind": "app" }, { "id": "two", "kind": "robot" }, { "id": "no spaces", "kind": "server" }],
            "brand": { "colour": "red", "legal_links": [{ "label": "Privacy" }] },
        }));
        for pointer in [
            "/sender",
            "",
            "/clients/0",
            "/clients/1/kind",
            "/clients/2/id",
            "/link_life_seconds",
            "/brand/colour",
            "/brand/legal_links/0",
        ] {
            let found = told.iter().filter(|line| line.starts_with(&format!("{pointer}: ")));
            assert_eq!(found.count(), 1, "{pointer:?}: {told:#?}");
        }
        assert_eq!(told.len(), 8, "a stand-in has no mistakes: {told:#?}");
    }
}
