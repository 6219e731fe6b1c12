//! The function `token`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::oauth::token::ENDPOINT)
}
