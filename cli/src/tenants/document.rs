//! Reads the file and finds everything that is wrong with it, not only the first thing.

use serde::Deserialize;
use serde_json::Value;
use usher::outbound::OutboundPolicy;
use usher::tenant::{Flaw, Tenant};

use super::line::{self, Step};

/// A file without fault.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) tenants: Vec<Tenant>,
    pub(super) has_demo_secrets: bool,
    /// What will be otherwise than the file says, in the order of its lines.
    pub(super) remarks: Vec<Fault>,
    /// Whether the file is a list of tenants; else it is the document of one.
    is_list: bool,
}

/// One thing wrong with the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where, such as `tenants[0].clients[1].grants`.
    pub(super) path: String,
    /// The line of it, or of the nearest thing around it that is there.
    pub(super) line: Option<usize>,
    pub(super) message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a list `tenants`, or the document of one tenant")]
struct File {
    tenants: Vec<Value>,
    demo_secrets: Option<Value>,
}

/// The tenants of a file, for a stack whose calls to addresses that they name may go so far.
///
/// # Errors
/// Everything that is wrong, in the order of the file's lines.
pub(super) fn read(yaml: &str, outbound: OutboundPolicy) -> Result<Document, Vec<Fault>> {
    let (file, is_list) = open(yaml).map_err(|error| {
        let line = error.location().map(|location| location.line());
        vec![Fault {
            path: "the file".into(),
            line,
            message: error.to_string(),
        }]
    })?;
    let mut document = Document {
        tenants: Vec::new(),
        has_demo_secrets: file.demo_secrets.is_some(),
        remarks: Vec::new(),
        is_list,
    };
    let mut faults = Vec::new();
    for (index, value) in file.tenants.into_iter().enumerate() {
        let told = |flaw: Flaw| document.fault(yaml, index, flaw);
        match functions::tenants::read(value, outbound) {
            Ok(tenant) => {
                let remarks: Vec<_> = functions::tenants::remarks(&tenant).into_iter().map(told).collect();
                document.remarks.extend(remarks);
                document.tenants.push(tenant);
            }
            Err(flaws) => faults.extend(flaws.into_iter().map(told)),
        }
    }
    let by_line = |fault: &Fault| fault.line.unwrap_or(usize::MAX);
    faults.sort_by_key(by_line);
    document.remarks.sort_by_key(by_line);
    if faults.is_empty() { Ok(document) } else { Err(faults) }
}

/// The file, and whether it is a list of tenants; else it is the document of one.
fn open(yaml: &str) -> Result<(File, bool), serde_norway::Error> {
    // A member that stands twice is seen by this reading alone.
    serde_norway::from_str::<serde_norway::Value>(yaml)?;
    let value: Value = serde_norway::from_str(yaml)?;
    let one = value.as_object().filter(|members| !members.is_empty());
    match one.is_some_and(|members| !members.contains_key("tenants") && !members.contains_key("demo_secrets")) {
        true => {
            let file = File {
                tenants: vec![value],
                demo_secrets: None,
            };
            Ok((file, false))
        }
        // Read once more, since only that tells lines.
        false => serde_norway::from_str(yaml).map(|file| (file, true)),
    }
}

impl Document {
    /// Where in the file something is wrong with one of its tenants.
    pub(super) fn fault(&self, yaml: &str, index: usize, flaw: Flaw) -> Fault {
        let mut steps = pointed_at(&flaw.pointer);
        if self.is_list {
            steps.splice(0..0, [Step::Key("tenants".into()), Step::Index(index)]);
        }
        fault(yaml, &steps, flaw.message)
    }
}

/// The steps of a JSON pointer (RFC 6901).
fn pointed_at(pointer: &str) -> Vec<Step> {
    let key = |step: &str| Step::Key(step.replace("~1", "/").replace("~0", "~"));
    let step = |step: &str| step.parse().map_or_else(|_| key(step), Step::Index);
    pointer.split('/').skip(1).map(step).collect()
}

fn fault(yaml: &str, steps: &[Step], message: String) -> Fault {
    let line = (1..=steps.len())
        .rev()
        .find_map(|length| line::of(yaml, &steps[..length]));
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Index(index) => path.push_str(&format!("[{index}]")),
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => {
                path.push('.');
                path.push_str(key);
            }
        }
    }
    if path.is_empty() {
        path.push_str("the document");
    }
    Fault { path, line, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(yaml: &str) -> Vec<String> {
        let faults = read(yaml, OutboundPolicy::public()).expect_err("faults");
        let line = |fault: &Fault| fault.line.map_or("-".into(), |line| line.to_string());
        faults
            .iter()
            .map(|fault| format!("{} {}: {}", line(fault), fault.path, fault.message))
            .collect()
    }

    #[test]
    fn the_demo_has_no_fault() {
        let document =
            read(include_str!("../../../infra/local/demo.yaml"), OutboundPolicy::public()).expect("a document");
        let names: Vec<_> = document.tenants.iter().map(|tenant| tenant.name.as_str()).collect();
        assert_eq!(names, ["acme", "netgrid"]);
        assert!(document.has_demo_secrets);
    }

    #[test]
    fn a_member_that_stands_twice_is_a_fault_and_not_the_last_one_right() {
        let sender = "sender: { name: Acme, address: hello@acme.example }";
        let yaml = format!("name: acme\ndisplay_name: First\ndisplay_name: Second\n{sender}\n");
        let told = faults(&yaml);
        assert!(told.len() == 1 && told[0].contains("display_name"), "{told:?}");
        assert!(read(&yaml.replace("display_name: First\n", ""), OutboundPolicy::public()).is_ok());
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_line() {
        let yaml = r##"
tenants:
  - name: acme
    display_name: Acme
    sender: { name: Acme, address: hello@acme.example }
    link_life_seconds: soon
    brand:
      colour: blue
      shape: round
    clients:
      - id: app
        kind: app
        grants: [client_credentials]
      - id: office
        kind: server
        grants: [passwort]
  - name: Other
    display_name: Other
    sender: { name: Other }
"##;
        assert_eq!(
            faults(yaml),
            [
                "6 tenants[0].link_life_seconds: invalid type: string \"soon\", expected u32",
                "8 tenants[0].brand.colour: has to look like #0b5fff",
                "9 tenants[0].brand.shape: unknown field `shape`, expected one of `colour`, `logo_url`, `favicon_url`, \
                 `support_url`, `support_email`, `postal_address`, `legal_links`",
                "13 tenants[0].clients[0].grants: hold client_credentials, which needs a secret or a key that is not HMAC",
                "13 tenants[0].clients[0].grants: hold client_credentials, which is for server clients",
                "16 tenants[0].clients[1].grants[0]: unknown variant `passwort`, expected one of `password`, \
                 `refresh_token`, `authorization_code`, `client_credentials`, `token_exchange`",
                "17 tenants[1].name: a short name is 1 to 32 characters of a-z, 0-9 and -, and begins with a letter or digit",
                "19 tenants[1].sender: missing field `address`",
            ]
        );
    }

    #[test]
    fn words_of_a_tenants_own_that_do_not_fit_are_told_with_their_lines() {
        let yaml = r##"
tenants:
  - name: acme
    display_name: Acme
    sender: { name: Acme, address: hello@acme.example }
    brand: { colour: "#ffd400" }
    texts:
      de:
        done-title: "Willkommen, { $name }"
        done-body: "{ $tenant"
        no-such-message: x
      tlh: { done-title: x }
"##;
        assert_eq!(
            faults(yaml),
            [
                "9 tenants[0].texts.de.done-title: uses $name, but the message's variables are: none",
                "10 tenants[0].texts.de.done-body: this is no Fluent pattern: Expected a token starting with \"}\"",
                "11 tenants[0].texts.de.no-such-message: is no message: see functions/locales/en.ftl",
                "12 tenants[0].texts.tlh: is no language there are words in: en, de, fr, nl, it, es, pt, ar",
            ]
        );
    }

    #[test]
    fn a_colour_that_is_corrected_is_remarked_and_not_refused() {
        let yaml = r##"
tenants:
  - name: acme
    display_name: Acme
    sender: { name: Acme, address: hello@acme.example }
    brand: { colour: "#ffd400" }
    texts: { de: { done-title: Willkommen } }
"##;
        let document = read(yaml, OutboundPolicy::public()).expect("a document");
        let remark = &document.remarks[0];
        assert_eq!(
            (remark.line, remark.path.as_str()),
            (Some(6), "tenants[0].brand.colour")
        );
        assert!(
            remark.message.starts_with("#ffd400 is shown as #"),
            "{}",
            remark.message
        );
    }

    #[test]
    fn a_service_on_the_own_machine_is_for_the_local_stack_alone() {
        let yaml = "tenants: [{ name: a, display_name: A, sender: { name: A, address: a@a.example }, onboarding: { kinds: {
          channel_partner: { enabled: true, customer_fields: [{ name: companyName }], partner_provider: {
            url: 'http://127.0.0.1:8000/', authentication: signed, name_field: n, property_mapping: { n: companyName } } } } } }]";
        assert!(faults(yaml)[0].starts_with("3 tenants[0].onboarding.kinds.channel_partner.partner_provider.url"));
        assert!(read(yaml, OutboundPolicy::with_own_machine()).is_ok());
    }

    #[test]
    fn a_file_may_be_the_document_of_one_tenant() {
        let yaml = "# a comment\nname: acme\ndisplay_name: Acme\nsender: { name: A, address: a@a.example }\n";
        let document = read(yaml, OutboundPolicy::public()).expect("a document");
        assert_eq!(document.tenants[0].name.as_str(), "acme");
        let flaw = Flaw {
            pointer: "/sender/address".into(),
            message: "is refused".into(),
        };
        let fault = document.fault(yaml, 0, flaw);
        assert_eq!((fault.line, fault.path.as_str()), (Some(4), "sender.address"));
        assert_eq!(
            faults("name: acme\nlink_life_seconds: soon\nclients: [{ id: a, kind: app, grants: [magic] }]\n"),
            [
                "2 link_life_seconds: invalid type: string \"soon\", expected u32",
                "3 clients[0].grants[0]: unknown variant `magic`, expected one of `password`, `refresh_token`, \
                 `authorization_code`, `client_credentials`, `token_exchange`",
                "- the document: missing field `display_name`",
                "- the document: missing field `sender`",
            ]
        );
    }

    #[test]
    fn a_file_that_is_no_such_document_is_told_so() {
        assert_eq!(
            faults("tenants: [\n"),
            ["2 the file: did not find expected node content at line 2 column 1, while parsing a flow node"]
        );
        assert!(faults("tenant: []")[0].contains("unknown field `tenant`"));
        let list = faults("- name: acme").remove(0);
        assert!(
            list.contains("expected a list `tenants`, or the document of one tenant"),
            "{list}"
        );
        assert!(faults("tenants: []\nname: acme")[0].contains("unknown field `name`"));
    }
}
