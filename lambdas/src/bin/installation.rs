//! The function `installation`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::customers::installation::ENDPOINT)
}
