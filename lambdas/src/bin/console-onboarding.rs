//! The function `console-onboarding`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::operators::console_onboarding::ENDPOINT)
}
