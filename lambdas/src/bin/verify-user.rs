//! The function `verify-user`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::registration::verify_user::ENDPOINT)
}
