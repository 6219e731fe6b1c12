//! The function `tenant`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::tenants::tenant::ENDPOINT)
}
