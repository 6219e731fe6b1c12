//! The function `invitation`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::invitations::invitation::ENDPOINT)
}
