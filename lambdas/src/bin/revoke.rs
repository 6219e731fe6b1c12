//! The function `revoke`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::oauth::revoke::ENDPOINT)
}
