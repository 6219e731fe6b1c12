//! The function `pre-register`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::invitations::pre_register::ENDPOINT)
}
