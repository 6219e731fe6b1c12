//! The function `console`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::operators::console::ENDPOINT)
}
