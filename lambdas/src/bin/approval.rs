//! The function `approval`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::approvals::approval::ENDPOINT)
}
