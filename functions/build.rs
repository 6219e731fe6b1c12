//! Puts the messages where the library embeds them, without the comments for translators, which each function would carry.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for folder in ["locales", "locales/console"] {
        println!("cargo::rerun-if-changed={folder}");
        fs::create_dir_all(Path::new(&out).join(folder))?;
        for file in fs::read_dir(folder)? {
            let file = file?.path();
            if file.extension().is_some_and(|extension| extension == "ftl") {
                let text = fs::read_to_string(&file)?;
                let lines = text.lines().filter(|line| !line.starts_with('#'));
                let kept: String = lines.flat_map(|line| [line, "\n"]).collect();
                fs::write(Path::new(&out).join(&file), kept)?;
            }
        }
    }
    Ok(())
}
