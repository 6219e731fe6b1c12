//! The function `provision`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::accounts::provision::ENDPOINT)
}
