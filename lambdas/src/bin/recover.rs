//! The function `recover`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::hosted::recover::ENDPOINT)
}
