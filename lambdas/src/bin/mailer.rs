//! The function `mailer`.
fn main() -> std::process::ExitCode {
    functions::work_on_stream(functions::workers::mailer::handle)
}
