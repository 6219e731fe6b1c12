//! "Confirm your e-mail address": the mail with the link and the code.

use jiff::Timestamp;

use super::RenderedMail;
use super::letter::{Code, Press, Says, Sentence, letter, tenant};
use crate::pages::{Brand, Occasion};
use crate::words::Locale;

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
    /// What the person confirms the address for.
    pub occasion: Occasion,
    /// Whether the person was invited before and has done nothing since.
    pub reminds: bool,
}

/// The mail that asks a person to confirm the address it goes to.
#[must_use]
pub fn confirm_address(brand: &Brand, locale: Locale, mail: ConfirmMail<'_>) -> RenderedMail {
    let words = brand.words(locale);
    let tenant = tenant(brand);
    let code = grouped(mail.code);
    let moment = words.moment(mail.expires_at);
    let until = |id| words.say(id, &[("moment", (&moment).into())]);
    let [subject, heading, why, button, link_text] = if mail.occasion != Occasion::Verification {
        let (subject, why) = match (mail.reminds, mail.occasion) {
            (true, _) => ("mail-remind-subject", "mail-remind-why"),
            (false, Occasion::Registration) => ("mail-invite-subject", "mail-register-why"),
            (false, _) => ("mail-invite-subject", "mail-invite-why"),
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
    let says = Says {
        subject,
        preheader: words.say(
            "mail-confirm-preheader",
            &[("code", (&code).into()), ("moment", (&moment).into())],
        ),
        heading,
        first_name: mail.first_name,
        above: vec![words.say(why, &[("tenant", tenant.into())])],
        press: Some(Press {
            button: words.say(button, &[]),
            link: mail.link.to_owned(),
            link_text: words.say(link_text, &[]),
        }),
        code: Some(Code::new(words.say("mail-confirm-code", &[]), code, locale)),
        below: vec![
            Sentence {
                html: until("mail-confirm-until"),
                text: until("mail-confirm-until-text"),
            },
            words.say("mail-not-you", &[]).into(),
        ],
    };
    letter(brand, locale, says)
}

/// "123456" as "123 456": three digits at a time are read and typed without losing the place.
pub(super) fn grouped(code: &str) -> String {
    let digits: Vec<char> = code.chars().filter(|c| !c.is_whitespace()).collect();
    digits.chunks(3).map(String::from_iter).collect::<Vec<_>>().join(" ")
}
