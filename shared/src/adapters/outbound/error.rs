//! Why a call was not answered.

/// Why a call was not answered. Neither the word nor the variant says what was found on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutboundError {
    /// The name leads to nothing.
    Unresolved,
    /// The name leads to an address that may not be called.
    NotPublic,
    /// Nobody takes a connection there.
    NoConnection,
    /// Whoever does cannot show that the name is theirs.
    NotTrusted,
    /// It took too long.
    TimedOut,
    /// The answer is too large.
    TooLarge,
    /// What came is no answer, or it ended in the middle.
    Broken,
}

impl OutboundError {
    /// The stable word in the log.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unresolved => "unresolved",
            Self::NotPublic => "not_public",
            Self::NoConnection => "no_connection",
            Self::NotTrusted => "not_trusted",
            Self::TimedOut => "timed_out",
            Self::TooLarge => "too_large",
            Self::Broken => "broken",
        }
    }
}
