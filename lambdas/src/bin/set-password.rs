//! The function `set-password`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::registration::set_password::ENDPOINT)
}
