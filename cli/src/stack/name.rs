//! Which stack.

use std::fmt;
use std::str::FromStr;

/// A stage of `samconfig.toml` (`dev`, `staging`, `prod`), or a stack's own name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StackName(String);

impl StackName {
    /// The name CloudFormation knows it by.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for StackName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fits = text.starts_with(|char: char| char.is_ascii_alphabetic())
            && text.len() <= 128
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        match text {
            "dev" | "staging" | "prod" => Ok(Self(format!("usher-{text}"))),
            _ if fits => Ok(Self(text.to_owned())),
            _ => Err("a stack is dev, staging, prod, or a name of letters, digits and dashes".to_owned()),
        }
    }
}

impl fmt::Display for StackName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_stands_for_its_stack() {
        let name = |text: &str| text.parse::<StackName>().map(|name| name.to_string());
        assert_eq!(name("dev").as_deref(), Ok("usher-dev"));
        assert_eq!(name("onboarding-eu").as_deref(), Ok("onboarding-eu"));
        for wrong in ["", "-dev", "a b", "9lives", "arn:aws:x"] {
            assert!(name(wrong).is_err(), "{wrong}");
        }
    }
}
