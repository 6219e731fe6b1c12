//! The function `introspect`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::oauth::introspect::ENDPOINT)
}
