//! The function `assets`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::assets::ENDPOINT)
}
