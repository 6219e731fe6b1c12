//! The function `users`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::people::users::ENDPOINT)
}
