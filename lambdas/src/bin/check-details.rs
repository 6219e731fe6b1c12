//! The function `check-details`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::hosted::check_details::ENDPOINT)
}
