//! The function `legal`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::agreements::legal::ENDPOINT)
}
