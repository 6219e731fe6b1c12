//! The function `sso-logout`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sso::sso_logout::ENDPOINT)
}
