//! The function `userinfo`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::oauth::userinfo::ENDPOINT)
}
