//! Names for static files that change with their content, so that browsers may keep them for a year.

/// What [`hash`] begins with.
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// 64-bit FNV-1a of `content` behind what has been hashed `before`. It tells versions of our own files apart; nothing
/// secret or hostile depends on it.
pub(crate) const fn hash(before: u64, content: &str) -> u64 {
    let bytes = content.as_bytes();
    let mut hash = before;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// [`hash`] of a whole file, as it stands in a path.
pub(crate) fn fingerprint(content: &str) -> String {
    format!("{:016x}", hash(START, content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_fnv_1a() {
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("a"), "af63dc4c8601ec8c");
        assert_eq!(fingerprint("ab"), format!("{:016x}", hash(hash(START, "a"), "b")));
    }
}
