//! The function `console-preview`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::operators::console_preview::ENDPOINT)
}
