//! The function `housekeeping`.
fn main() -> std::process::ExitCode {
    functions::work_on_schedule(functions::workers::housekeeping::handle)
}
