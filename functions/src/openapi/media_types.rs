//! In which form an answer comes, which is the same rule on every route and so is written down once.

use utoipa::Modify;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Content, OpenApi, RefOr, Response};

const PROBLEM: &str = "#/components/schemas/Problem";

/// Routes that show pages and are not among them in the reference.
const SHOW_PAGES: [&str; 2] = ["/authorize", "/sign-out"];

/// A problem is a problem (RFC 9457), or a page for whoever reads HTML; where pages are shown, what else is answered is one.
pub(super) struct MediaTypes;

impl Modify for MediaTypes {
    fn modify(&self, openapi: &mut OpenApi) {
        for (path, item) in &mut openapi.paths.paths {
            for operation in operations(item) {
                let tagged = operation.tags.iter().flatten().any(|tag| tag == "Pages");
                let shows_pages = tagged || SHOW_PAGES.contains(&path.as_str());
                for (status, response) in &mut operation.responses.responses {
                    if let RefOr::T(response) = response {
                        complete(response, shows_pages && !status.starts_with('3'));
                    }
                }
            }
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let methods = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete];
    methods.into_iter().flatten()
}

fn complete(response: &mut Response, may_be_page: bool) {
    match response.content.shift_remove("application/json") {
        Some(problem) if is_problem(&problem) => {
            response.content.insert("application/problem+json".to_owned(), problem);
        }
        Some(answer) => {
            response.content.insert("application/json".to_owned(), answer);
            return;
        }
        None if may_be_page && response.content.is_empty() => {}
        None => return,
    }
    let text = ObjectBuilder::new().schema_type(Type::String);
    response
        .content
        .insert("text/html".to_owned(), RefOr::T(Content::new(Some(text.build()))));
}

fn is_problem(content: &RefOr<Content>) -> bool {
    let RefOr::T(content) = content else { return false };
    matches!(&content.schema, Some(RefOr::Ref(schema)) if schema.ref_location == PROBLEM)
}
