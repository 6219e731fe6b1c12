//! The function `sso-start`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sso::sso_start::ENDPOINT)
}
