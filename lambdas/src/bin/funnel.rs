//! The function `funnel`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::people::funnel::ENDPOINT)
}
