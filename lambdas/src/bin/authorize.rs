//! The function `authorize`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::oauth::authorize::ENDPOINT)
}
