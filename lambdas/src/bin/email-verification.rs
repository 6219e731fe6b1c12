//! The function `email-verification`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::registration::email_verification::ENDPOINT)
}
