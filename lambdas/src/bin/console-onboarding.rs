//! The function `console-onboarding`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::console::onboarding::ENDPOINT)
}
