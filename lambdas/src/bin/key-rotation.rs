//! The function `key-rotation`.
fn main() -> std::process::ExitCode {
    functions::work_on_keys(functions::workers::key_rotation::handle)
}
