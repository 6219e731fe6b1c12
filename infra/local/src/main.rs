//! `make run`: the local stack as a program.
//!
//! `USHER_PORT` is its port (9000), `USHER_DATA` its folder (`.usher`; `:memory:` keeps nothing), and
//! `USHER_LOG` or `RUST_LOG` what it logs, to standard error.

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use tracing_subscriber::EnvFilter;
use usher_local::{Data, Stack, StackConfig, StartError};

fn main() -> ExitCode {
    log();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("usher-local: {}", sentence(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let config = config(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    // Before the stack, so that a SIGTERM while it starts is not lost.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let interrupted = runtime.block_on(async { interruption() })?;
    let data = config.data.clone();
    let stack = Stack::start(config)?;
    announce(&stack, &data);
    runtime.block_on(interrupted);
    say("Stopping.\n");
    stack.stop();
    Ok(())
}

fn config(get: impl Fn(&str) -> Option<String>) -> Result<StackConfig, String> {
    let port = match get("USHER_PORT") {
        None => 9000,
        Some(text) => text
            .parse()
            .map_err(|_| format!("USHER_PORT is {text:?}, which is no port"))?,
    };
    let data = match get("USHER_DATA").as_deref() {
        Some(":memory:") => Data::Memory,
        folder => Data::Folder(folder.unwrap_or(".usher").into()),
    };
    Ok(StackConfig {
        port,
        data,
        ..StackConfig::default()
    })
}

/// Ends with Ctrl-C or, where there is one, SIGTERM.
fn interruption() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    #[cfg(unix)]
    let terminated = async move { terminated.recv().await };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<Option<()>>();
    Ok(async {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated => {}
        }
    })
}

fn announce(stack: &Stack, data: &Data) {
    let url = stack.url();
    let kept = match data {
        Data::Memory => "in memory: gone when it stops".to_owned(),
        Data::Folder(path) => format!("in {}", path.display()),
    };
    say(&format!(
        "Usher runs on {url} (loopback only; data {kept})\n  \
         start here      {url}/\n  \
         inbox           {url}/_local/inbox\n  \
         API reference   {url}/docs\n  \
         OpenAPI         {url}/openapi.json\n\
         Ctrl-C stops it.\n"
    ));
}

/// Nobody may be listening (any more): that stops nothing.
fn say(text: &str) {
    let mut out = io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// The error, its causes, and what to do about it where that is known.
fn sentence(error: &(dyn Error + 'static)) -> String {
    let mut sentence = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        sentence.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    let remedy = match error.downcast_ref::<StartError>() {
        Some(StartError::PortTaken { .. }) => "; choose another with USHER_PORT",
        Some(StartError::FolderInUse { .. }) => "; stop it, or choose another folder with USHER_DATA",
        Some(StartError::FolderNotWritable { .. }) => "; choose another with USHER_DATA",
        _ => "",
    };
    sentence + remedy
}

fn log() {
    let filter = ["USHER_LOG", "RUST_LOG"]
        .into_iter()
        .find_map(|name| EnvFilter::try_from_env(name).ok());
    // The engine warns of each condition that did not hold, which is how uniqueness works.
    let filter =
        filter.unwrap_or_else(|| EnvFilter::new("warn,usher=info,functions=info,usher::funnel=off,dynoxide=error"));
    tracing_subscriber::fmt()
        .compact()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .init();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &'static str, value: &'static str) -> Result<StackConfig, String> {
        config(|asked| (asked == name).then(|| value.to_owned()))
    }

    #[test]
    fn the_environment_chooses_port_and_folder() {
        assert_eq!(read("", "").expect("a configuration").port, 9000);
        assert_eq!(read("USHER_PORT", "8080").expect("a configuration").port, 8080);
        assert_eq!(
            read("", "").expect("a configuration").data,
            Data::Folder(".usher".into())
        );
        assert_eq!(
            read("USHER_DATA", ":memory:").expect("a configuration").data,
            Data::Memory
        );
        assert_eq!(
            read("USHER_PORT", "ninety").expect_err("refused"),
            "USHER_PORT is \"ninety\", which is no port"
        );
    }

    #[test]
    fn a_refusal_to_start_says_what_to_do() {
        let error = StartError::PortTaken { port: 9000 };
        assert_eq!(
            sentence(&error),
            "port 9000 is taken by another program; choose another with USHER_PORT"
        );
    }
}
