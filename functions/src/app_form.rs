//! The form of an app's fields, agreements and a password: read, checked and shown again. Invited people fill it in,
//! and people who register themselves.

use std::collections::BTreeSet;

use serde::Deserialize;
use usher::agreement::Accepted;
use usher::id::Opaque;
use usher::password::{Password, PasswordPolicy};
use usher::person::PersonName;
use usher::profile::{Answers, FIRST_NAME, Field as ProfileField, LAST_NAME, MOBILE_NUMBER, Profile, ValueError};
use usher::tenant::Tenant;
use usher::user::User;
use usher::verification::Draft;

use crate::agreements::accepting::{Offers, Ticked};
use crate::http::{FieldError as Flaw, Problem, code};
use crate::pages::{AppField, FieldError, Languages, WrongPassword, WrongValue};
use crate::registration::first_password::judge_password;
use crate::registration::set_password::{rule, wrong};
use crate::words::Words;

/// What a value of the app's fields is posted under begins with this.
const PREFIX: &str = "profile.";
/// What a ticked agreement is posted under begins with this.
const AGREEMENT: &str = "agreement.";
/// What a voucher or a partner's code is posted under.
pub(crate) const VOUCHER: &str = "voucher_code";

/// A posted form.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    /// The value posted under `name`.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn ticket(&self) -> &str {
        self.one("ticket").unwrap_or_default()
    }

    /// Refuses what the form does not have, and what it has twice: of two values, which would count?
    fn hold_to_its_names(&self, own: &[&str]) -> Result<(), Problem> {
        let mut seen = BTreeSet::new();
        for (name, _) in &self.0 {
            let is_known =
                own.contains(&name.as_str()) || [PREFIX, AGREEMENT].iter().any(|prefix| name.starts_with(prefix));
            if !is_known {
                return Err(not_asked_for("", name));
            }
            if !seen.insert(name) {
                let flaw = Flaw::new(format!("/{name}"), "duplicate_member", "this was sent twice");
                return Err(Problem::new(&code::INVALID_FORM).errors(vec![flaw]));
            }
        }
        Ok(())
    }

    /// The values whose names begin so, with the rest of the names.
    pub(crate) fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let posted = self.0.iter();
        posted.filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// What was typed into the app's fields.
    pub(crate) fn values(&self) -> Profile {
        let typed = self.under(PREFIX);
        typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// The agreements that were ticked.
    pub(crate) fn ticked(&self) -> Ticked {
        let ticked = self.under(AGREEMENT);
        ticked
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    /// Refuses a ticked agreement: a form that has no boxes.
    pub(crate) fn hold_no_agreements(&self) -> Result<(), Problem> {
        match self.ticked().keys().next() {
            Some(name) => Err(not_asked_for(AGREEMENT, name)),
            None => Ok(()),
        }
    }

    /// What is known of a person, as the form shows it.
    pub(crate) fn of_person(user: &User) -> Profile {
        let mut values = user.profile.clone().unwrap_or_default();
        let known = [(FIRST_NAME, user.names().0), (LAST_NAME, user.names().1)];
        let number = user.phone_number.as_deref().unwrap_or_default();
        for (name, value) in known.into_iter().chain([(MOBILE_NUMBER, number)]) {
            if !value.is_empty() {
                values.insert(name.to_owned(), value.to_owned());
            }
        }
        values
    }

    /// What was typed and ticked, for another look at the form.
    pub(crate) fn draft(&self, user: Opaque) -> Draft {
        Draft::new(user, self.values(), self.ticked()).with_code(self.one(VOUCHER).unwrap_or_default())
    }

    /// The language switch of a page that answers this form: it sends what was typed again, but no password.
    pub(crate) fn languages(&self, path: &str) -> Languages {
        let kept = |(name, _): &&(String, String)| {
            ["ticket", "token", "request", "came", "email", VOUCHER].contains(&name.as_str())
                || name.starts_with(PREFIX)
                || name.starts_with(AGREEMENT)
        };
        Languages::Form {
            action: path.to_owned(),
            fields: self.0.iter().filter(kept).cloned().collect(),
        }
    }
}

/// What a person has filled in, all of it right.
pub(crate) struct Filled {
    pub(crate) password: Password,
    pub(crate) answers: Answers,
    pub(crate) accepted: Vec<Accepted>,
}

/// The same of a form that asks for no password.
pub(crate) struct Answered {
    pub(crate) answers: Answers,
    pub(crate) accepted: Vec<Accepted>,
}

/// What is asked of one person.
#[derive(Clone, Copy)]
pub(crate) struct Questions<'a> {
    /// What is asked, in the order of the form.
    pub(crate) fields: &'a [ProfileField],
    /// Whether their number is proven, and not to be typed.
    pub(crate) number_is_proven: bool,
    /// The names of the form's own fields.
    pub(crate) own: &'static [&'static str],
}

impl Questions<'_> {
    /// The fields that people type. What they have proven is shown apart, and never typed: the address, or the number.
    fn fields(&self) -> impl Iterator<Item = &ProfileField> {
        let fields = self.fields.iter().filter(|field| field.is_typed());
        fields.filter(|field| field.name != MOBILE_NUMBER || !self.number_is_proven)
    }

    /// The same with what stands in them.
    pub(crate) fn shown(&self, values: &Profile) -> Vec<AppField> {
        let field = |field: &ProfileField| AppField {
            field: field.clone(),
            values: values.clone(),
        };
        self.fields().map(field).collect()
    }

    /// Refuses what the form does not ask for.
    pub(crate) fn hold(&self, form: &Form) -> Result<(), Problem> {
        form.hold_to_its_names(self.own)?;
        let is_known = |key: &String| self.fields().any(|field| field.keys().contains(key));
        match form.values().keys().find(|key| !is_known(key)) {
            Some(unknown) => Err(not_asked_for(PREFIX, unknown)),
            None => Ok(()),
        }
    }

    /// Everything that was filled in, and everything that is wrong with it, in the order of the fields.
    pub(crate) fn read(&self, form: &Form, words: Words<'_>) -> (Answers, Vec<FieldError>) {
        let (typed, mut answers, mut mistakes) = (form.values(), Answers::default(), Vec::new());
        for field in self.fields() {
            for key in field.keys() {
                let read = match field.read(typed.get(&key).map_or("", String::as_str)) {
                    Ok(None) if field.is_needed(&key) => Err(ValueError::Missing),
                    read => read,
                };
                match read {
                    Ok(Some(value)) => drop(answers.profile.insert(key, value)),
                    Ok(None) => answers.emptied.push(key),
                    Err(error) => mistakes.push(WrongValue { field, key, error }.say(words)),
                }
            }
        }
        answers.first_name = name(&mut answers.profile, FIRST_NAME);
        answers.last_name = name(&mut answers.profile, LAST_NAME);
        answers.phone_number = answers.profile.remove(MOBILE_NUMBER);
        (answers, mistakes)
    }
}

/// Everything that is wrong with a form that asks for no password, or everything that is in it.
pub(crate) fn check_answers(
    questions: Questions<'_>,
    form: &Form,
    offers: &Offers<'_>,
) -> Result<Result<Answered, Vec<FieldError>>, Problem> {
    questions.hold(form)?;
    let ticked = form.ticked();
    if let Some(unknown) = offers.unknown(&ticked) {
        return Err(not_asked_for(AGREEMENT, unknown));
    }
    let (answers, mut mistakes) = questions.read(form, offers.words());
    let accepted = offers.accepted(&ticked).map_err(|wrong| mistakes.extend(wrong));
    Ok(match accepted {
        Ok(accepted) if mistakes.is_empty() => Ok(Answered { answers, accepted }),
        _ => Err(mistakes),
    })
}

/// What the form of an app asks of one person, with agreements and a password.
pub(crate) struct AppForm<'a> {
    pub(crate) tenant: &'a Tenant,
    /// What their password has to be.
    pub(crate) policy: PasswordPolicy,
    pub(crate) questions: Questions<'a>,
    /// Their address, which no password may be built on.
    pub(crate) email: &'a str,
    /// Given and family name, as far as they are known: likewise.
    pub(crate) names: (&'a str, &'a str),
}

impl AppForm<'_> {
    /// Everything that is wrong with a form, in the order of its fields; nothing where it was only sent to be seen in
    /// another language.
    pub(crate) fn check(&self, form: &Form, offers: &Offers<'_>) -> Result<Result<Filled, Vec<FieldError>>, Problem> {
        self.questions.hold(form)?;
        let (ticked, words) = (form.ticked(), offers.words());
        if let Some(unknown) = offers.unknown(&ticked) {
            return Err(not_asked_for(AGREEMENT, unknown));
        }
        let Some(password) = form.one("password") else {
            return Ok(Err(Vec::new()));
        };
        let (mut answers, mut mistakes) = self.questions.read(form, words);
        let password = self
            .judge(password, &answers, words)
            .map_err(|wrong| mistakes.extend(wrong));
        let accepted = offers.accepted(&ticked).map_err(|wrong| mistakes.extend(wrong));
        let (Ok(password), Ok(accepted), true) = (password, accepted, mistakes.is_empty()) else {
            return Ok(Err(mistakes));
        };
        // These stand on the person, where an empty one stays as it is.
        answers
            .emptied
            .retain(|key| ![FIRST_NAME, LAST_NAME, MOBILE_NUMBER].contains(&key.as_str()));
        Ok(Ok(Filled {
            password,
            answers,
            accepted,
        }))
    }

    fn judge(&self, typed: &str, answers: &Answers, words: Words<'_>) -> Result<Password, Vec<FieldError>> {
        let rule = rule(self.policy);
        let say = |wrong: WrongPassword| vec![wrong.say(words, rule)];
        if typed.is_empty() {
            return Err(say(WrongPassword::Missing));
        }
        let password = Password::new(typed.to_owned()).map_err(|_| say(WrongPassword::Rule))?;
        let names = [(&answers.first_name, self.names.0), (&answers.last_name, self.names.1)];
        let person = names.map(|(name, known)| name.as_ref().map_or(known, PersonName::as_str));
        match judge_password(self.tenant, self.policy, self.email, &password, &person) {
            Ok(()) => Ok(password),
            Err(broken) => {
                let mut sentences = Vec::new();
                for sentence in broken.into_iter().map(|broken| wrong(broken).say(words, rule)) {
                    if !sentences.contains(&sentence) {
                        sentences.push(sentence);
                    }
                }
                Err(sentences)
            }
        }
    }
}

fn not_asked_for(prefix: &str, name: &str) -> Problem {
    let flaw = Flaw::new(
        format!("/{prefix}{name}"),
        "unknown_member",
        "the app does not ask for this",
    );
    Problem::new(&code::INVALID_FORM).errors(vec![flaw])
}

/// A name that was read as one, which stands on the person and not in their profile.
fn name(profile: &mut Profile, field: &str) -> Option<PersonName> {
    profile.remove(field).and_then(|name| PersonName::parse(&name).ok())
}
