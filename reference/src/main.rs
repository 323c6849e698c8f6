//! Writes the document to standard output: `cargo run -p chie-reference`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let written = chie_reference::document(&root).and_then(|(document, wrong)| {
        for one in wrong {
            let _ = writeln!(std::io::stderr(), "not written down: {one}");
        }
        let text = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
        writeln!(std::io::stdout(), "{text}").map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            let _ = writeln!(std::io::stderr(), "The contract cannot be written down: {wrong}");
            ExitCode::FAILURE
        }
    }
}
