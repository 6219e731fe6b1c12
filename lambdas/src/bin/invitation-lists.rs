//! The function `invitation-lists`.
fn main() -> std::process::ExitCode {
    functions::work_on_stream(functions::workers::invitation_lists::handle)
}
