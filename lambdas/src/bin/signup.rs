//! The function `signup`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sign_up::signup::ENDPOINT)
}
