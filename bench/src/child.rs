//! A function as a process of its own, and what it uses.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use nix::time::{ClockId, clock_getcpuclockid, clock_gettime};
use nix::unistd::Pid;

/// What a process has used so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Processor time of all its threads, those that have ended included.
    pub(crate) cpu: Duration,
    /// That of its first thread alone, which does everything but hashing and looking up names.
    pub(crate) serving: Duration,
    /// The most memory it has held at once, in KiB (`VmHWM`).
    pub(crate) peak_kib: u64,
}

/// A running process. Dropping it kills it.
#[derive(Debug)]
pub(crate) struct Child {
    process: std::process::Child,
    clock: ClockId,
    status: String,
    schedule: String,
}

impl Child {
    /// Starts a program with this environment and no other.
    pub(crate) fn spawn(
        program: &Path,
        arguments: &[String],
        environment: &BTreeMap<String, String>,
    ) -> io::Result<Self> {
        let process = Command::new(program)
            .args(arguments)
            .env_clear()
            .envs(environment)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        let pid = Pid::from_raw(process.id().cast_signed());
        Ok(Self {
            schedule: format!("/proc/{}/schedstat", process.id()),
            status: format!("/proc/{}/status", process.id()),
            clock: clock_getcpuclockid(pid)?,
            process,
        })
    }

    /// What it has used until now.
    pub(crate) fn usage(&self) -> io::Result<Usage> {
        let cpu = Duration::from(clock_gettime(self.clock)?);
        let schedule = std::fs::read_to_string(&self.schedule)?;
        let serving = schedule
            .split(' ')
            .next()
            .and_then(|nanoseconds| nanoseconds.parse().ok());
        let serving = serving.map(Duration::from_nanos);
        let serving = serving.ok_or_else(|| io::Error::other("the system does not tell the time of a thread"))?;
        let status = std::fs::read_to_string(&self.status)?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak_kib = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok());
        let peak_kib = peak_kib.ok_or_else(|| io::Error::other("the system does not tell the peak memory"))?;
        Ok(Usage { cpu, serving, peak_kib })
    }

    /// Ends it, and waits until it has.
    pub(crate) fn end(mut self) -> io::Result<()> {
        self.process.kill()?;
        self.process.wait().map(drop)
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // It may have ended already, which is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
