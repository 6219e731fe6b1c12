//! The function `account`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::accounts::account::ENDPOINT)
}
