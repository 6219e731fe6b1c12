//! The function `invitation-change`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::invitations::invitation_change::ENDPOINT)
}
