//! Reads a tenant's document and finds everything that is wrong with it, not only the first thing.

use serde_json::Value;
use usher::located::{self, Misread, Step};
use usher::outbound::OutboundPolicy;
use usher::tenant::{Flaw, Tenant};

/// A tenant, or everything that is wrong with its document, for a stack whose calls to addresses that it names may go so far. What cannot be read is taken out and reading goes on, until
/// the rest can be.
///
/// # Errors
/// The flaws.
pub fn read(mut document: Value, outbound: OutboundPolicy) -> Result<Tenant, Vec<Flaw>> {
    let mut flaws: Vec<Flaw> = Vec::new();
    let mut taken_out: Vec<Vec<Step>> = Vec::new();
    let read = loop {
        match located::read::<Tenant>(&document) {
            Ok(tenant) => break Some(tenant),
            Err(Misread { way: path, message, .. }) => {
                // What we took out is not missing.
                let of_our_own = taken_out.iter().any(|taken| is_missing(&message, taken));
                let removed = take_out(&mut document, &path);
                if !of_our_own {
                    let pointer = pointer(&path);
                    flaws.push(Flaw { pointer, message });
                }
                match removed {
                    Some(removed) => taken_out.push(removed),
                    None => break None,
                }
            }
        }
    };
    if let Some(tenant) = &read {
        let of_what_is_left = |flaw: &Flaw| !taken_out.iter().any(|taken| is_within(&flaw.pointer, &pointer(taken)));
        flaws.extend(super::flaws_under(tenant, outbound).into_iter().filter(of_what_is_left));
    }
    match read {
        Some(tenant) if flaws.is_empty() => Ok(tenant),
        _ => Err(flaws),
    }
}

fn is_missing(message: &str, taken: &[Step]) -> bool {
    matches!(taken.last(), Some(Step::Key(key)) if message.starts_with(&format!("missing field `{key}`")))
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
    let mut place = document;
    for step in around {
        place = match step {
            Step::Key(key) => place.get_mut(key.as_str())?,
            Step::Index(index) => place.get_mut(*index)?,
        };
    }
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
