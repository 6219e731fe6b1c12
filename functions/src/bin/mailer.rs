//! The function `mailer`.
fn main() -> std::process::ExitCode {
    functions::work(functions::workers::mailer::handle)
}
