//! The function `voucher`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::sign_up::voucher::ENDPOINT)
}
