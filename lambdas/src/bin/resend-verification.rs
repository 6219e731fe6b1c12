//! The function `resend-verification`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::invitations::resend_verification::ENDPOINT)
}
