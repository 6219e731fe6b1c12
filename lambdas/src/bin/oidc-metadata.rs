//! The function `oidc-metadata`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::oauth::oidc_metadata::ENDPOINT)
}
