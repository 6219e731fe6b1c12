//! The function `signup-complete`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sign_up::signup_complete::ENDPOINT)
}
