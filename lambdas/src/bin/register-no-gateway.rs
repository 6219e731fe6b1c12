//! The function `register-no-gateway`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::registration::register_no_gateway::ENDPOINT)
}
