//! The program behind `make run`, as a shell starts and ends it.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

#[test]
fn it_goes_on_and_ends_well_when_nobody_reads_what_it_says() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_usher-local"))
        .env("USHER_PORT", "0")
        .env("USHER_DATA", ":memory:")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Like `make run | head -1`: one line is read, and the pipe is closed.
    let mut first = String::new();
    BufReader::new(program.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    assert!(first.starts_with("Usher runs on http://127.0.0.1:"), "{first}");
    let stop = Command::new("kill").arg(program.id().to_string()).status().unwrap();
    assert!(stop.success());
    assert!(program.wait().unwrap().success());
}
