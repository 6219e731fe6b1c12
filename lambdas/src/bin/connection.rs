//! The function `connection`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sso::connection::ENDPOINT)
}
