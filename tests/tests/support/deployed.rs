//! A stack that `sam deploy` has made, of which a test knows what its customers know.

use jiff::Timestamp;
use serde::Deserialize;
use ureq::Agent;
use usher_local::Message;

use super::Demo;

/// Where the deployed stack is; `scripts/test-deploy` says so in the environment.
pub(crate) struct Deployed {
    /// Its public URL: what its links begin with, and what calls are signed for.
    pub(crate) url: String,
    /// Where the gateway listens instead, since the public name leads nowhere.
    pub(crate) gateway: String,
    /// The host name by which the gateway knows the API.
    pub(crate) host: String,
    /// Where the emulated account shows the mails that SES has taken.
    mails: String,
}

/// The emulator's answer: mails by account.
#[derive(Deserialize)]
struct Sent {
    messages: std::collections::HashMap<String, Vec<Mail>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Mail {
    message_id: String,
    source: String,
    to: Vec<String>,
    subject: String,
    body_text: String,
    body_html: Option<String>,
}

impl Deployed {
    /// Reads where it is.
    pub(crate) fn from_environment() -> Self {
        let said = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} says where the stack is"));
        Self {
            url: said("USHER_DEPLOYED_URL"),
            gateway: said("USHER_DEPLOYED_GATEWAY"),
            host: said("USHER_DEPLOYED_HOST"),
            mails: said("USHER_DEPLOYED_MAILS"),
        }
    }

    /// The mails to an address, newest first.
    pub(super) fn mails(&self, agent: &Agent, to: &str) -> Vec<Message> {
        let answer = agent.get(&self.mails).call();
        let text = answer.expect("an answer").body_mut().read_to_string().expect("a body");
        let sent: Sent = serde_json::from_str(&text).expect("mails");
        let of_all = sent.messages.into_values().flatten();
        let mut mails: Vec<_> = of_all.filter(|mail| mail.to == [to]).map(Mail::message).collect();
        mails.reverse();
        mails
    }
}

impl Mail {
    fn message(self) -> Message {
        let tenants = Demo::read().tenants;
        let is_sender = |address: &str| self.source.contains(address);
        let tenant = tenants.iter().find(|tenant| is_sender(tenant.sender.address.as_str()));
        Message::of_mail(
            self.message_id,
            tenant.map(|tenant| tenant.name.to_string()).unwrap_or_default(),
            self.to.join(", "),
            self.subject,
            self.body_text,
            self.body_html.unwrap_or_default(),
            Timestamp::UNIX_EPOCH,
        )
    }
}
