//! `usher-local` as a program: what `make run` runs.

use std::io::Read as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A running program, which is killed when it is dropped.
pub(crate) struct Program {
    child: Child,
    url: String,
    said: Arc<Mutex<Vec<u8>>>,
}

impl Program {
    /// Starts it on a folder and waits until it answers. It logs as `log` says.
    pub(crate) fn start(folder: &Path, port: u16, log: &str) -> Self {
        let mut child = Command::new(binary())
            .env("USHER_DATA", folder)
            .env("USHER_PORT", port.to_string())
            .env("USHER_LOG", log)
            .env_remove("RUST_LOG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("usher-local starts");
        let said = Arc::new(Mutex::new(Vec::new()));
        let outputs: [Box<dyn std::io::Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("its standard output")),
            Box::new(child.stderr.take().expect("its standard error")),
        ];
        for mut output in outputs {
            let said = said.clone();
            std::thread::spawn(move || {
                let mut buffer = [0; 8_192];
                while let Ok(count @ 1..) = output.read(&mut buffer) {
                    said.lock().expect("unpoisoned").extend_from_slice(&buffer[..count]);
                }
            });
        }
        let url = format!("http://127.0.0.1:{port}");
        let program = Self { child, url, said };
        program.wait_until_it_answers();
        program
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Everything it has printed and logged.
    pub(crate) fn said(&self) -> String {
        String::from_utf8_lossy(&self.said.lock().expect("unpoisoned")).into_owned()
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(mut self) -> String {
        self.child.kill().expect("it was running");
        self.child.wait().expect("it has ended");
        self.said()
    }

    fn wait_until_it_answers(&self) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while super::app::agent()
            .get(format!("{}/_local/clock", self.url))
            .call()
            .is_err()
        {
            assert!(Instant::now() < deadline, "it does not answer: {}", self.said());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A loopback port that nothing listens on.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

/// The program, built with the profile that the tests are.
fn binary() -> PathBuf {
    static BUILT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    let path = || {
        let tests = std::env::current_exe().expect("a path");
        let folder = tests.ancestors().nth(2).expect("the folder of the profile").to_owned();
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--workspace", "--bin", "usher-local"]);
        if folder.ends_with("release") {
            build.arg("--release");
        }
        let built = build
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .expect("cargo runs");
        assert!(built.success(), "usher-local cannot be built");
        folder.join("usher-local")
    };
    BUILT.get_or_init(path).clone()
}
