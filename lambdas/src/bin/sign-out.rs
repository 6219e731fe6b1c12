//! The function `sign-out`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::hosted::sign_out::ENDPOINT)
}
