//! The function `sso-token`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sso::sso_token::ENDPOINT)
}
