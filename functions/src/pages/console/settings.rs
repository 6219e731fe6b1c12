//! The forms by which a tenant is set up. Each holds what the document says, as text.

use askama::Template;

use super::flaws::Spot;
use super::{Choices, ConsoleFrame, ConsoleShell, Control, Group, Told, kind_name, say_of};
use crate::pages::shell::text;
use crate::words::ConsoleWords;

/// The types that a field can have, and the message of each; the empty one is built in.
pub const FIELD_TYPES: Choices = &[
    ("", "field-type-usual"),
    ("text", "field-type-text"),
    ("email", "field-type-email"),
    ("phone", "field-type-phone"),
    ("date", "field-type-date"),
    ("choice", "field-type-choice"),
    ("address", "field-type-address"),
];
/// The rules about vouchers, and the message of each; the empty one is as usual.
const VOUCHERS: [(&str, &str); 4] = [
    ("", "kind-voucher-usual"),
    ("none", "kind-voucher-none"),
    ("optional", "kind-voucher-optional"),
    ("required", "kind-voucher-required"),
];

/// The policies for passwords, and the message of each; the empty one is the tenant's.
const PASSWORDS: [(&str, &str); 4] = [
    ("", "kind-password-usual"),
    ("modern", "kind-password-modern"),
    ("classic", "kind-password-classic"),
    ("pincode", "kind-password-pincode"),
];

/// The same for all of a tenant's people.
pub const PASSWORDS_OF_ALL: Choices = PASSWORDS.split_at(1).1;

/// The inputs of [`KindForm`]: what each stands for in the rules of the kind, its id and the message of its label.
const INPUTS: [(&str, &str, &str); 11] = [
    ("", "enabled", "kind-enabled"),
    ("/voucher", "voucher", "kind-voucher"),
    ("/password_policy", "password_policy", "kind-password"),
    ("/verify_customer", "verify", "kind-verify"),
    ("/partner_without_code", "without", "kind-without-code"),
    ("/default_location", "location", "kind-location"),
    ("/approval", "approval", "kind-approval"),
    ("/approval/approvers", "approvers", "kind-approvers"),
    ("/approval/approved_addresses", "approved", "kind-approved"),
    ("/allowed_addresses", "allowed", "kind-allowed"),
    ("/denied_addresses", "denied", "kind-denied"),
];

/// The form of a kind of account. Lists are texts with one entry a line; a tick box that is not ticked is not posted.
#[derive(Clone, Debug, Default)]
pub struct KindForm {
    /// As the API names it.
    pub kind: String,
    /// Where the button posts to.
    pub action: String,
    /// The version that is changed.
    pub etag: String,
    /// Whether people can open such accounts.
    pub enabled: bool,
    /// The rule about vouchers, as the document has it.
    pub voucher: String,
    /// Whether partners need no code; none for other kinds.
    pub without_code: Option<bool>,
    /// The language of the labels of its questions, as its readers call it.
    pub language: &'static str,
    /// The questions about the customer.
    pub customer: Vec<FieldRow>,
    /// The questions about the person.
    pub user: Vec<FieldRow>,
    /// What passwords have to be, as the document has it.
    pub password: String,
    /// Whether people whom the back office made known check their details.
    pub verify: bool,
    /// Whether a place comes with the account.
    pub location: bool,
    /// What is said of it.
    pub place: Group,
    /// Whether somebody decides about each account.
    pub approval: bool,
    /// Who is told.
    pub approvers: String,
    /// Who needs no decision.
    pub approved: String,
    /// Who alone may open an account.
    pub allowed: String,
    /// Who may not.
    pub denied: String,
    /// The tenant's own services.
    pub services: [Group; 2],
    /// Back to the onboarding.
    pub back: String,
    /// What was wrong.
    pub told: Told,
}

/// A question.
#[derive(Clone, Debug, Default)]
pub struct FieldRow {
    /// Where the form of the question is, which has more; empty where there is none yet.
    pub more: String,
    /// The name, by which programs know it.
    pub name: String,
    /// The name that it has in the document; empty where it is not there yet.
    pub was: String,
    /// What can be filled in; empty where it is built in.
    pub kind: String,
    /// What people read, in the tenant's language.
    pub label: String,
    /// What can be chosen, with commas between.
    pub choices: String,
    /// Whether it has to be filled in.
    pub required: bool,
    /// Whether people see it.
    pub shown: bool,
}

/// A table of questions.
#[derive(Clone, Debug, Default)]
pub struct FieldTable {
    /// What the names of its inputs begin with.
    pub prefix: &'static str,
    /// Where its fields stand in what the form is of: a JSON Pointer.
    pub at: &'static str,
    /// The message of its heading.
    pub heading: &'static str,
    /// The questions.
    pub rows: Vec<FieldRow>,
    /// The language of their labels, as its readers call it.
    pub language: &'static str,
}

impl FieldTable {
    /// What can be chosen as the type of a question.
    pub(super) fn types(words: ConsoleWords) -> Vec<(&'static str, String)> {
        said(words, FIELD_TYPES)
    }

    /// The heading of the labels, with their language.
    pub(super) fn label(&self, console: &ConsoleShell) -> String {
        say_of(console.words, "field-label-in", "language", self.language)
    }
}

fn said(words: ConsoleWords, choices: &[(&'static str, &'static str)]) -> Vec<(&'static str, String)> {
    choices.iter().map(|(value, id)| (*value, words.say(id, &[]))).collect()
}

#[derive(Template)]
#[template(path = "console/kind.html")]
struct KindView<'a> {
    console: ConsoleShell,
    page: &'a KindForm,
    vouchers: Vec<(&'static str, String)>,
    passwords: Vec<(&'static str, String)>,
    types: Vec<(&'static str, String)>,
    tables: [FieldTable; 2],
    /// Each text with one entry a line: its name, its label, and what stands in it.
    lists: [(&'static str, &'static str, &'a str); 4],
}

impl KindForm {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let tables = self.tables();
        let told = self.told.placed(&self.spots(words, &tables));
        text(&KindView {
            vouchers: said(words, &VOUCHERS),
            passwords: said(words, &PASSWORDS),
            types: FieldTable::types(words),
            tables,
            lists: [
                ("approvers", "kind-approvers", self.approvers.as_str()),
                ("approved", "kind-approved", &self.approved),
                ("allowed", "kind-allowed", &self.allowed),
                ("denied", "kind-denied", &self.denied),
            ],
            console: ConsoleShell::new(frame, kind_name(words, &self.kind), told),
            page: self,
        })
    }

    fn tables(&self) -> [FieldTable; 2] {
        [
            FieldTable {
                prefix: "customer",
                at: "/customer_fields",
                heading: "kind-customer-fields",
                rows: self.customer.clone(),
                language: self.language,
            },
            FieldTable {
                prefix: "user",
                at: "/user_fields",
                heading: "kind-user-fields",
                rows: self.user.clone(),
                language: self.language,
            },
        ]
    }

    /// Its inputs.
    fn spots(&self, words: ConsoleWords, tables: &[FieldTable]) -> Vec<Spot> {
        let base = format!("/onboarding/kinds/{}", self.kind);
        let spot = |(at, id, label): (&str, &str, &str)| {
            Spot::new(format!("{base}{at}"), id.to_owned(), words.say(label, &[]))
        };
        let mut spots: Vec<_> = INPUTS.into_iter().map(spot).collect();
        spots.extend(self.place.spots(words, &base));
        spots.extend(tables.iter().flat_map(|table| table.spots(words, &base)));
        spots.extend(self.services.iter().flat_map(|group| group.spots(words, &base)));
        spots
    }
}
