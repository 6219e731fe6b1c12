//! The function `par`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::oauth::par::ENDPOINT)
}
