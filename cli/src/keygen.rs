//! `usher keygen`: keys that calls are signed with, and clients' secrets.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use clap::{Args, ValueEnum};
use ring::rand::SystemRandom;
use usher::entropy::Entropy;
use usher::signature::{Algorithm, SigningKey};
use usher::tenant::SecretHash;

use crate::Told;

/// Prints what goes into the tenant's file, and the private half unless it goes to a file of its own.
#[derive(Args, Debug)]
pub(crate) struct Keygen {
    /// What kind of key.
    #[arg(long, value_enum, default_value_t = Alg::Ed25519)]
    alg: Alg,
    /// The key's name in its client; `keyid` on the wire is <client>/<name>.
    #[arg(long, default_value = "key-1", value_name = "NAME")]
    id: String,
    /// Make a client's secret of 256 bits instead of a key.
    #[arg(long, conflicts_with_all = ["alg", "id"])]
    secret: bool,
    /// Write the private half to this new file, which nobody else may read.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Alg {
    Ed25519,
    EcdsaP256,
    Hmac,
}

impl Keygen {
    /// Makes and prints it.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub(crate) fn run(&self) -> Result<(), Told> {
        let (private, snippet) = if self.secret { secret() } else { self.key()? };
        match &self.out {
            Some(file) => create(file, &private)?,
            None => println!("# Keep this to yourself.\n{private}\n\n# For the client in the tenant's file:"),
        }
        print!("{snippet}");
        Ok(())
    }

    /// The private half, and the lines for the tenant's file.
    fn key(&self) -> Result<(String, String), Told> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if !(1..=64).contains(&self.id.len()) || !self.id.bytes().all(fits) {
            return Err(Told::new(
                "a key's name is 1 to 64 characters of a-z, A-Z, 0-9, - and _",
            ));
        }
        let algorithm = match self.alg {
            Alg::Ed25519 => Algorithm::Ed25519,
            Alg::EcdsaP256 => Algorithm::EcdsaP256Sha256,
            Alg::Hmac => Algorithm::HmacSha256,
        };
        let key = SigningKey::generate(algorithm, &SystemRandom::new())
            .map_err(|_| Told::new("the system gives no randomness to make a key of"))?;
        let mut snippet = String::new();
        if algorithm == Algorithm::HmacSha256 {
            snippet.push_str("# A shared secret: whoever reads this can sign.\n");
        }
        let public = key.verifying_key().to_text();
        snippet.push_str(&format!("keys:\n  - {{ id: {}, public: \"{}\" }}\n", self.id, *public));
        Ok((key.to_text().to_string(), snippet))
    }
}

fn secret() -> (String, String) {
    let secret = BASE64URL.encode(Entropy::default().bytes::<32>());
    let snippet = format!("secret_sha256: \"{}\"\n", String::from(SecretHash::of(&secret)));
    (secret, snippet)
}

/// Writes a new file that only its owner may read. An existing one stays: it may be the only copy.
fn create(file: &Path, private: &str) -> Result<(), Told> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut file| writeln!(file, "{private}"));
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Told(format!("{} exists already and stays as it is", file.display())),
        _ => Told(format!("{} cannot be written: {error}", file.display())),
    })
}

#[cfg(test)]
mod tests {
    use usher::tenant::Client;

    use super::*;

    fn keygen(alg: Alg, id: &str) -> Keygen {
        Keygen {
            alg,
            id: id.into(),
            secret: false,
            out: None,
        }
    }

    #[test]
    fn the_printed_lines_fit_into_a_client_and_belong_to_the_key() {
        for alg in [Alg::Ed25519, Alg::EcdsaP256, Alg::Hmac] {
            let (private, snippet) = keygen(alg, "2026-01").key().expect("a key");
            let client: Client = serde_norway::from_str(&format!("id: c\nkind: server\n{snippet}")).expect("a client");
            let key: SigningKey = private.parse().expect("a key");
            assert_eq!(client.key("c/2026-01"), Some(&key.verifying_key()));
        }
        assert!(keygen(Alg::Ed25519, "a/b").key().is_err());
    }

    #[test]
    fn a_secret_matches_the_printed_hash() {
        let (secret, snippet) = secret();
        let client: Client = serde_norway::from_str(&format!("id: c\nkind: server\n{snippet}")).expect("a client");
        assert!(client.secret_sha256.expect("a hash").matches(&secret));
        assert_eq!(secret.len(), 43);
    }

    #[test]
    fn a_key_file_is_private_and_never_overwritten() {
        let place = tempfile::tempdir().expect("a folder");
        let file = place.path().join("key");
        create(&file, "one").expect("written");
        let error = create(&file, "two").expect_err("refused");
        assert!(
            error.to_string().ends_with("exists already and stays as it is"),
            "{error}"
        );
        assert_eq!(std::fs::read_to_string(&file).expect("readable"), "one\n");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(
                std::fs::metadata(&file).expect("there").permissions().mode() & 0o777,
                0o600
            );
        }
    }
}
