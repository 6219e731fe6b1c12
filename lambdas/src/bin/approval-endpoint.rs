//! The function `approval-endpoint`.
fn main() -> std::process::ExitCode {
    functions::work_on_stream(functions::workers::approval_endpoint::handle)
}
