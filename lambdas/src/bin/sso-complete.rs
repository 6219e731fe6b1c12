//! The function `sso-complete`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sso::sso_complete::ENDPOINT)
}
