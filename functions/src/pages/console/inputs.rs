//! Forms whose inputs stand each for one member of the tenant's document.

use askama::Template;

use super::flaws::Spot;
use super::{ConsoleFrame, ConsoleShell, FieldTable, Told};
use crate::pages::shell::text;
use crate::words::ConsoleWords;

/// What can be chosen: the value, and the message of its label; without one, the value is its own label.
pub type Choices = &'static [(&'static str, &'static str)];

/// An input, and what stands in it.
#[derive(Clone, Debug)]
pub struct Input {
    /// What it stands for in what the form is of: a JSON Pointer.
    pub at: String,
    /// What it is posted under, and its id.
    pub name: String,
    /// The message of its label.
    pub label: &'static str,
    /// The message below the label; empty where there is none.
    pub hint: &'static str,
    /// What people fill in.
    pub control: Control,
}

/// What people fill in.
#[derive(Clone, Debug)]
pub enum Control {
    /// One line, of a type of HTML.
    Line(&'static str, String),
    /// Several lines.
    Lines(String),
    /// A tick box, which is not posted where it is not ticked.
    Tick(bool),
    /// One of several.
    One(Choices, String),
    /// Some of several: each is posted under the name, a dot and its value.
    Some(Choices, Vec<String>),
}

impl Control {
    /// Whether a value is among those that are chosen.
    pub(super) fn has(&self, value: &str) -> bool {
        matches!(self, Self::Some(_, chosen) if chosen.iter().any(|one| one == value))
    }
}

/// Inputs that belong together.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The message of its heading.
    pub heading: &'static str,
    /// In their order.
    pub inputs: Vec<Input>,
}

impl Group {
    /// Its inputs, where what the form is of stands at `base`.
    pub(super) fn spots(&self, words: ConsoleWords, base: &str) -> Vec<Spot> {
        let spot = |input: &Input| {
            let label = words.say(input.label, &[]);
            Spot::new(format!("{base}{}", input.at), input.name.clone(), label)
        };
        self.inputs.iter().map(spot).collect()
    }

    /// Whether something stands in one of them.
    pub(super) fn is_used(&self) -> bool {
        self.inputs.iter().any(|input| match &input.control {
            Control::Line(_, text) | Control::Lines(text) => !text.is_empty(),
            _ => false,
        })
    }
}

/// A form of groups, and of one table of fields at most.
#[derive(Clone, Debug, Default)]
pub struct SettingsForm {
    /// What the page is about.
    pub heading: String,
    /// Addresses of ours that others have to know, under the messages of their labels.
    pub addresses: Vec<(&'static str, String)>,
    /// Where the button posts to.
    pub action: String,
    /// The version of the document that is changed.
    pub etag: String,
    /// Where what the form is of stands in the document: a JSON Pointer.
    pub base: String,
    /// What is known already and posted again.
    pub hidden: Vec<(&'static str, String)>,
    /// The inputs.
    pub groups: Vec<Group>,
    /// The fields below them.
    pub fields: Option<FieldTable>,
    /// The message of a tick box `remove`, which takes away what the form is of.
    pub remove: Option<&'static str>,
    /// Back to the onboarding.
    pub back: String,
    /// What was wrong.
    pub told: Told,
}

#[derive(Template)]
#[template(path = "console/settings.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a SettingsForm,
    tables: &'a [FieldTable],
    types: Vec<(&'static str, String)>,
}

impl SettingsForm {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let tables = self.fields.as_slice();
        let inputs = self.groups.iter().flat_map(|group| group.spots(words, &self.base));
        let fields = tables.iter().flat_map(|table| table.spots(words, &self.base));
        // What is wrong with it as a whole is told at its first input.
        let first = self.groups.iter().find_map(|group| group.inputs.first());
        let whole = first
            .filter(|_| !self.base.is_empty())
            .map(|first| Spot::new(self.base.clone(), first.name.clone(), words.say(first.label, &[])));
        let told = self
            .told
            .placed(&whole.into_iter().chain(inputs).chain(fields).collect::<Vec<_>>());
        text(&View {
            console: ConsoleShell::new(frame, self.heading.clone(), told),
            tables,
            types: FieldTable::types(words),
            page: self,
        })
    }
}
