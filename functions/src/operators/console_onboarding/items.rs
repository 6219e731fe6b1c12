//! The form of one of several things that the document has a list of, each known by its `id`.

use axum::response::Response;
use http::{StatusCode, Uri};
use serde_json::{Value, json};

use super::fields::{self, language_of};
use super::inputs::{Member, apply, groups, put};
use super::questions::List;
use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, code};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::operators::read::{escaped, list, text};
use crate::page_answer::query;
use crate::pages::console::{FieldTable, Place, SettingsForm, Told};
use crate::sso::path_of;
use crate::words::Locale;

/// What the fields of a thing are posted under begins with this.
const FIELD: &str = "field";

/// A list of the document.
pub(super) struct Items {
    /// Where its form is; `id` names one.
    pub(super) path: &'static str,
    /// Its name in the document.
    pub(super) list: &'static str,
    /// The input of the id, which a new one has.
    pub(super) id: &'static Member,
    /// What one is made of.
    pub(super) groups: &'static [(&'static str, &'static [Member])],
    /// Where others come to who are what one is about: the message of a label, and the route.
    pub(super) addresses: &'static [(&'static str, &'static str)],
    /// The heading of its fields, where it has any.
    pub(super) fields: Option<&'static str>,
    /// The heading of a new one.
    pub(super) one_more: &'static str,
    /// The label of what takes one away.
    pub(super) remove: &'static str,
}

impl Items {
    /// The form of the one that the address names, or of one more, which is `new`.
    pub(super) async fn show(
        &self,
        console: &Console,
        (operator, uri): (Operator, Uri),
        new: &Value,
    ) -> Result<Response, Problem> {
        let known = query(uri.query(), "id");
        let (document, etag) = saving::read(console, &operator).await?;
        let place = match known.as_deref() {
            Some(id) => self
                .of_id(&document, id)
                .ok_or_else(|| Problem::new(&code::NOT_FOUND))?,
            None => (list(&document, self.list).len(), new),
        };
        let page = (known.is_some(), place, None, language_of(&document), etag);
        Ok(self.page(console, &operator, page, (StatusCode::OK, Told::default())))
    }

    /// Changes one, adds one, or takes one away.
    pub(super) async fn save(&self, console: &Console, posting: Posting<Form>) -> Result<Response, Problem> {
        let Posting { operator, form } = posting;
        let mut taken = None;
        let change = |document: &mut Value| taken = self.change(document, &form);
        let mut refused = match saving::change(console, &operator, &form, change).await? {
            Ok(saved) => return Ok(saved),
            Err(refused) => refused,
        };
        let known = form.one("known");
        if known.is_none() && refused.status == StatusCode::CONFLICT {
            // Nobody else can have changed one that is not there: what was typed stays.
            self.change(&mut refused.document, &form);
        }
        // One more stands last. One that was to be taken away, and may not be, is shown as it was.
        let all = list(&refused.document, self.list);
        let place = match known {
            Some(id) => (self.of_id(&refused.document, id)).or(taken.as_ref().map(|taken| (all.len(), taken))),
            None => all.iter().enumerate().next_back(),
        };
        let place = place.ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
        let was = (refused.status != StatusCode::CONFLICT).then(|| fields::names_before(&form, FIELD));
        let page = (
            known.is_some(),
            place,
            was,
            language_of(&refused.document),
            refused.etag,
        );
        Ok(self.page(console, &operator, page, (refused.status, refused.told)))
    }

    /// The one of this id, and which of the list it is.
    fn of_id<'a>(&self, document: &'a Value, id: &str) -> Option<(usize, &'a Value)> {
        let mut all = list(document, self.list).iter().enumerate();
        all.find(|(_, item)| item["id"] == id)
    }

    /// The addresses for the one of this id; what follows is left open where it has none yet.
    fn addresses(&self, console: &Console, operator: &Operator, id: &str) -> Vec<(&'static str, String)> {
        let tenant = &operator.tenant;
        let id = if id.is_empty() { "…" } else { id };
        let config = &console.app.config;
        let hosts = tenant.hosts.iter().map(|host| config.origin_of(host));
        let origins: Vec<_> = std::iter::once(config.public_url.clone()).chain(hosts).collect();
        let addresses = self.addresses.iter().flat_map(|(label, route)| {
            let path = path_of(route, &tenant.name, id);
            origins.iter().map(move |origin| (*label, format!("{origin}{path}")))
        });
        addresses.collect()
    }

    fn page(
        &self,
        console: &Console,
        operator: &Operator,
        (known, (index, item), was, language, etag): (bool, (usize, &Value), Option<Vec<String>>, String, String),
        (status, told): (StatusCode, Told),
    ) -> Response {
        let id = text(item, "id");
        let mut groups = groups(self.groups, item);
        if !known && let Some(first) = groups.first_mut() {
            first.inputs.insert(0, self.id.input(item));
        }
        let fields = |heading| FieldTable {
            prefix: FIELD,
            at: "/fields",
            heading,
            rows: fields::rows(list(item, "fields"), &language, was.as_deref(), |name| {
                operator.href(&List::App(id.clone()).path_of(name))
            }),
            language: Locale::from_tag(&language).unwrap_or_default().native_name(),
        };
        let content = SettingsForm {
            heading: match known {
                true => id.clone(),
                false => operator.words().say(self.one_more, &[]),
            },
            addresses: self.addresses(console, operator, &id),
            action: operator.href(self.path),
            etag,
            base: format!("/{}/{index}", self.list),
            hidden: known.then(|| ("known", id.clone())).into_iter().collect(),
            groups,
            fields: self.fields.map(fields),
            remove: known.then_some(self.remove),
            back: operator.href(ONBOARDING),
            told,
        };
        let path = match known {
            true => format!("{}?id={}", self.path, escaped(&id)),
            false => self.path.to_owned(),
        };
        let languages = operator.languages(&path);
        operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
            content.render(frame)
        })
    }

    /// Puts what the form says into the document. The one that it takes away.
    fn change(&self, document: &mut Value, form: &Form) -> Option<Value> {
        let language = language_of(document);
        let mut items = list(document, self.list).to_vec();
        let known = items.iter().position(|item| item["id"].as_str() == form.one("known"));
        let taken = form.one("remove").and(known).map(|at| items.remove(at));
        if form.one("remove").is_none() {
            let at = known.unwrap_or_else(|| {
                let id = form.one("known").or(form.one("id")).unwrap_or_default();
                items.push(json!({ "id": id.trim() }));
                items.len() - 1
            });
            let item = &mut items[at];
            for (_, members) in self.groups {
                apply(members, item, form);
            }
            if self.fields.is_some() {
                let fields = fields::fields(form, FIELD, list(item, "fields"), &language);
                // None is another thing than nothing said.
                let says = !fields.is_empty() || item["fields"].is_array();
                put(item, "/fields", says.then(|| json!(fields)));
            }
        }
        put(document, &format!("/{}", self.list), Some(json!(items)));
        taken
    }
}
