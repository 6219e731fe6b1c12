//! "Confirm your e-mail address": the mail with the link and the code.

use askama::Template;
use jiff::Timestamp;

use super::RenderedMail;
use super::names::{greetable, unlinked};
use crate::pages::Brand;
use crate::pages::contrast::Tones;
use crate::pages::text;
use crate::words::{Locale, inert, isolate};

/// What the mail needs to know.
#[derive(Clone, Copy)]
pub struct ConfirmMail<'a> {
    /// The person's first name as somebody entered it; used only if it is plainly a name.
    pub first_name: Option<&'a str>,
    /// The link, built from our configuration.
    pub link: &'a str,
    /// The code, digits only.
    pub code: &'a str,
    /// Until when both work.
    pub expires_at: Timestamp,
    /// Whether the person was invited: the mail then asks them to activate an account.
    pub invites: bool,
    /// Whether the person was invited before and has done nothing since.
    pub reminds: bool,
}

/// Everything either part shows, in the order in which it shows it.
struct Content {
    lang: &'static str,
    dir: &'static str,
    start: &'static str,
    subject: String,
    title: String,
    preheader: String,
    tenant: String,
    logo: Option<String>,
    heading: String,
    greeting: String,
    why: String,
    button: String,
    link: String,
    link_text: String,
    code_intro: String,
    code: String,
    code_text: String,
    until: String,
    until_text: String,
    not_you: String,
    link_intro: String,
    postal_address: Option<String>,
    help: Option<(String, String)>,
    light: Tones,
    dark: Tones,
}

#[derive(Template)]
#[template(path = "mail/verify.html")]
struct Html<'a> {
    mail: &'a Content,
}

#[derive(Template)]
#[template(path = "mail/verify.txt")]
struct Text<'a> {
    mail: &'a Content,
}

/// The mail that asks a person to confirm the address it goes to.
#[must_use]
pub fn confirm_address(brand: &Brand, locale: Locale, mail: ConfirmMail<'_>) -> RenderedMail {
    let content = Content::new(brand, locale, mail);
    let (html, text) = (text(&Html { mail: &content }), text(&Text { mail: &content }));
    RenderedMail {
        subject: content.subject,
        preheader: content.preheader,
        html,
        text,
    }
}

impl Content {
    fn new(brand: &Brand, locale: Locale, mail: ConfirmMail<'_>) -> Self {
        let words = brand.words(locale);
        let name = brand.display_name();
        let tenant = unlinked(&name);
        let code = grouped(mail.code);
        let moment = words.moment(mail.expires_at);
        let until = |id| words.say(id, &[("moment", (&moment).into())]);
        let palette = brand.palette();
        let [subject, heading, why, button, link_text] = if mail.invites {
            let (subject, why) = match mail.reminds {
                true => ("mail-remind-subject", "mail-remind-why"),
                false => ("mail-invite-subject", "mail-invite-why"),
            };
            [
                subject,
                "activate-title",
                why,
                "activate-button",
                "mail-invite-link-text",
            ]
        } else {
            [
                "mail-confirm-subject",
                "confirm-title",
                "mail-confirm-why",
                "confirm-button",
                "mail-confirm-link-text",
            ]
        };
        Self {
            lang: locale.tag(),
            dir: locale.dir(),
            // Outlook knows left and right only.
            start: if locale.dir() == "rtl" { "right" } else { "left" },
            subject: words.say(subject, &[("tenant", name.into())]),
            title: words.say(subject, &[("tenant", (&tenant).into())]),
            preheader: words.say(
                "mail-confirm-preheader",
                &[("code", (&code).into()), ("moment", (&moment).into())],
            ),
            logo: brand.logo().map(str::to_owned),
            heading: words.say(heading, &[]),
            greeting: match mail.first_name.and_then(greetable) {
                Some(name) => words.say("mail-hello", &[("name", name.into())]),
                None => words.say("mail-hello-unnamed", &[]),
            },
            why: words.say(why, &[("tenant", (&tenant).into())]),
            button: words.say(button, &[]),
            link: mail.link.to_owned(),
            link_text: words.say(link_text, &[]),
            code_intro: words.say("mail-confirm-code", &[]),
            // HTML says it with `dir`; plain text has only the characters themselves.
            code_text: match locale.dir() {
                "rtl" => isolate(&code),
                _ => code.clone(),
            },
            until: until("mail-confirm-until"),
            until_text: until("mail-confirm-until-text"),
            not_you: words.say("mail-not-you", &[]),
            link_intro: words.say("mail-link-as-text", &[]),
            postal_address: brand.postal_address.as_deref().map(|address| unlinked(&inert(address))),
            help: brand.help_href().zip(brand.help_text()).map(|(href, contact)| {
                let args = [("tenant", (&tenant).into()), ("contact", contact.into())];
                (href, words.say("mail-help", &args))
            }),
            light: palette.light,
            dark: palette.dark,
            code,
            tenant,
        }
    }
}

/// "123456" as "123 456": three digits at a time are read and typed without losing the place.
pub(super) fn grouped(code: &str) -> String {
    let digits: Vec<char> = code.chars().filter(|c| !c.is_whitespace()).collect();
    digits.chunks(3).map(String::from_iter).collect::<Vec<_>>().join(" ")
}
