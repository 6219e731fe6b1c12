//! The function `my-account`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::hosted::my_account::ENDPOINT)
}
