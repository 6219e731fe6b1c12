//! The function `activity`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::accounts::activity::ENDPOINT)
}
