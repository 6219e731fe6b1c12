//! The function `sso-callback`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sso::sso_callback::ENDPOINT)
}
