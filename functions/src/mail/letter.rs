//! What every mail is made of: who writes, to whom, and between them a button, a code and sentences, where it has them.

use askama::Template;

use super::RenderedMail;
use super::names::{greetable, unlinked};
use crate::pages::Brand;
use crate::pages::contrast::Tones;
use crate::pages::text;
use crate::words::{Locale, inert, isolate};

/// What one mail says beside what they all say.
pub(super) struct Says<'a> {
    /// The message with the subject. Its variable is `tenant`.
    pub(super) subject: &'static str,
    /// What a list of mails shows after the subject.
    pub(super) preheader: String,
    /// The message with the heading.
    pub(super) heading: &'static str,
    /// The person's first name as somebody entered it; used only if it is plainly a name.
    pub(super) first_name: Option<&'a str>,
    /// The sentences above the button.
    pub(super) above: Vec<String>,
    /// The one button.
    pub(super) press: Option<Press>,
    /// The code below it.
    pub(super) code: Option<Code>,
    /// The sentences below both.
    pub(super) below: Vec<Sentence>,
}

/// A button, and the link behind it.
pub(super) struct Press {
    pub(super) button: String,
    pub(super) link: String,
    /// Stands above the link in the text part, which has no button.
    pub(super) link_text: String,
}

/// A code, and what stands above it.
pub(super) struct Code {
    pub(super) intro: String,
    pub(super) html: String,
    pub(super) text: String,
}

/// A sentence as each of the parts says it.
pub(super) struct Sentence {
    pub(super) html: String,
    pub(super) text: String,
}

/// Everything either part shows.
struct Content {
    lang: &'static str,
    dir: &'static str,
    start: &'static str,
    title: String,
    preheader: String,
    tenant: String,
    logo: Option<String>,
    heading: String,
    greeting: String,
    above: Vec<String>,
    press: Option<Press>,
    code: Option<Code>,
    below: Vec<Sentence>,
    link_intro: String,
    postal_address: Option<String>,
    help: Option<(String, String)>,
    light: Tones,
    dark: Tones,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    mail: &'a Content,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    mail: &'a Content,
}

/// The name of a tenant as it may stand in the words of a mail.
pub(super) fn tenant(brand: &Brand) -> String {
    unlinked(&brand.display_name())
}

/// The mail in both parts.
pub(super) fn letter(brand: &Brand, locale: Locale, says: Says<'_>) -> RenderedMail {
    let words = brand.words(locale);
    let tenant = tenant(brand);
    let palette = brand.palette();
    let content = Content {
        lang: locale.tag(),
        dir: locale.dir(),
        // Outlook knows left and right only.
        start: if locale.dir() == "rtl" { "right" } else { "left" },
        title: words.say(says.subject, &[("tenant", (&tenant).into())]),
        preheader: says.preheader,
        logo: brand.logo().map(str::to_owned),
        heading: words.say(says.heading, &[]),
        greeting: match says.first_name.and_then(greetable) {
            Some(name) => words.say("mail-hello", &[("name", name.into())]),
            None => words.say("mail-hello-unnamed", &[]),
        },
        above: says.above,
        press: says.press,
        code: says.code,
        below: says.below,
        link_intro: words.say("mail-link-as-text", &[]),
        postal_address: brand.postal_address.as_deref().map(|address| unlinked(&inert(address))),
        help: brand.help_href().zip(brand.help_text()).map(|(href, contact)| {
            let args = [("tenant", (&tenant).into()), ("contact", contact.into())];
            (href, words.say("mail-help", &args))
        }),
        light: palette.light,
        dark: palette.dark,
        tenant,
    };
    RenderedMail {
        subject: words.say(says.subject, &[("tenant", brand.display_name().into())]),
        html: text(&Html { mail: &content }),
        text: text(&Text { mail: &content }),
        preheader: content.preheader,
    }
}

impl Code {
    /// A code as `code` groups it.
    pub(super) fn new(intro: String, code: String, locale: Locale) -> Self {
        Self {
            intro,
            // HTML says it with `dir`; plain text has only the characters themselves.
            text: match locale.dir() {
                "rtl" => isolate(&code),
                _ => code.clone(),
            },
            html: code,
        }
    }
}

impl From<String> for Sentence {
    /// The same in both parts.
    fn from(sentence: String) -> Self {
        Self {
            html: sentence.clone(),
            text: sentence,
        }
    }
}
