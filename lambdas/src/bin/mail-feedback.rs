//! The function `mail-feedback`.
fn main() -> std::process::ExitCode {
    functions::work_on_notices(functions::workers::mail_feedback::handle)
}
