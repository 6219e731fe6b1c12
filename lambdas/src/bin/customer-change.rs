//! The function `customer-change`.
fn main() -> std::process::ExitCode {
    functions::serve(&functions::customers::customer_change::ENDPOINT)
}
