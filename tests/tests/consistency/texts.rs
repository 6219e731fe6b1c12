//! The docs lead somewhere.

use crate::{files, none, read, root};

/// The anchors of a text's headings, as they are made on the repository's page.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let heading = line.trim_start_matches('#').trim().to_lowercase();
            let kept = heading
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}

#[test]
fn each_link_of_the_docs_leads_somewhere() {
    let mut texts = files("docs", ".md");
    texts.extend(files("events", ".md"));
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"] {
        texts.push((name.to_owned(), read(name)));
    }
    let mut complaints = Vec::new();
    for (place, text) in texts {
        assert!(!text.is_empty(), "{place} is missing");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => place.clone(),
                file => {
                    let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder);
                    format!("{folder}/{file}").trim_start_matches('/').to_owned()
                }
            };
            if !root().join(&target).exists() {
                complaints.push(format!("{place} links to {link}, which is not there"));
            } else if !anchor.is_empty() && !anchors(&read(&target)).iter().any(|known| known == anchor) {
                complaints.push(format!("{place} links to {link}, and there is no such heading"));
            }
        }
    }
    none(complaints);
}
