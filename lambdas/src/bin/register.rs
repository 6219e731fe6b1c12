//! The function `register`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::hosted::register::ENDPOINT)
}
