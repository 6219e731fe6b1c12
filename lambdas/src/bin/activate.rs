//! The function `activate`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::invitations::activate::ENDPOINT)
}
