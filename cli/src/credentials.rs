//! Whose key signs a call.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use usher::signature::SigningKey;

use crate::server::BaseUrl;
use crate::{Told, demo};

/// The demo tenant whose key signs unless another is named.
const DEMO_TENANT: &str = "acme";

/// A key of your own, or the demo key of one of the local stack's tenants.
#[derive(Args, Debug)]
pub(crate) struct Credentials {
    /// The demo tenant to call for.
    #[arg(long, default_value = DEMO_TENANT, value_name = "NAME", conflicts_with = "keyid")]
    pub(crate) tenant: String,
    #[command(flatten)]
    pub(crate) own: OwnKey,
}

impl Credentials {
    /// The key and its `keyid`.
    ///
    /// # Errors
    /// When the file holds no key, or a demo key would leave this machine.
    pub(crate) fn key(&self, url: &BaseUrl) -> Result<(String, SigningKey), Told> {
        self.own.or_demo(Some(&self.tenant), url)
    }
}

/// A key of your own.
#[derive(Args, Clone, Debug)]
pub(crate) struct OwnKey {
    /// Which key signs: `<client>/<key>`.
    #[arg(long, env = "USHER_KEYID", requires = "key_file")]
    pub(crate) keyid: Option<String>,
    /// The file with its private half, as `usher keygen` writes it.
    #[arg(long, env = "USHER_KEY_FILE", requires = "keyid", value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

impl OwnKey {
    /// The key and its `keyid`; without one, those of a demo tenant.
    ///
    /// # Errors
    /// When the file holds no key, or a demo key would leave this machine.
    pub(crate) fn or_demo(&self, tenant: Option<&str>, url: &BaseUrl) -> Result<(String, SigningKey), Told> {
        if let (Some(keyid), Some(file)) = (&self.keyid, &self.key_file) {
            let text = fs::read_to_string(file)
                .map_err(|error| Told(format!("the key file {} cannot be read: {error}", file.display())))?;
            let key = text
                .trim()
                .parse()
                .map_err(|error| Told(format!("{}: {error}", file.display())))?;
            return Ok((keyid.clone(), key));
        }
        if !url.is_loopback() {
            return Err(Told(format!(
                "the demo keys are known to everybody and never leave this machine; for {} give your own with --keyid and --key-file",
                url.as_str()
            )));
        }
        demo::key_of(tenant.unwrap_or(DEMO_TENANT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demo(tenant: &str) -> Credentials {
        Credentials {
            tenant: tenant.into(),
            own: OwnKey {
                keyid: None,
                key_file: None,
            },
        }
    }

    fn url(text: &str) -> BaseUrl {
        text.parse().expect("a URL")
    }

    #[test]
    fn both_demo_tenants_have_a_key() {
        let keyid = |tenant| demo(tenant).key(&url("http://127.0.0.1:9000")).map(|(keyid, _)| keyid);
        assert_eq!(keyid("acme").as_deref(), Ok("acme-backoffice/demo"));
        assert_eq!(keyid("netgrid").as_deref(), Ok("netgrid-backoffice/demo"));
        let error = keyid("nobody").expect_err("no tenant");
        assert_eq!(
            error.to_string(),
            "the demo has no tenant \"nobody\", only acme and netgrid; for another one give a key of its own with --keyid and \
             --key-file"
        );
    }

    #[test]
    fn a_demo_key_never_leaves_this_machine() {
        let error = demo("acme").key(&url("https://id.acme.example")).expect_err("refused");
        assert!(
            error.to_string().starts_with("the demo keys are known to everybody"),
            "{error}"
        );
    }

    #[test]
    fn a_key_of_ones_own_is_read_from_its_file() {
        let place = tempfile::tempdir().expect("a folder");
        let file = place.path().join("key");
        let own = OwnKey {
            keyid: Some("c/k".into()),
            key_file: Some(file.clone()),
        };
        assert!(own.or_demo(None, &url("https://id.acme.example")).is_err());
        fs::write(&file, "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\n").expect("written");
        assert_eq!(
            own.or_demo(None, &url("https://id.acme.example"))
                .map(|(keyid, _)| keyid)
                .as_deref(),
            Ok("c/k")
        );
    }
}
