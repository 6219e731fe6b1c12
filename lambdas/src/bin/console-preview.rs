//! The function `console-preview`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::console::preview::ENDPOINT)
}
