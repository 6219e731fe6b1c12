//! The function `sign-in`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::hosted::sign_in::ENDPOINT)
}
