//! The function `customer`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::customers::customer::ENDPOINT)
}
