//! Code and template agree: functions, routes, variables, rights, alarms and their runbook.

use std::collections::BTreeSet;

use functions::{ENDPOINTS, Trigger, WORKERS};

use crate::deployed::{Permission, Template, substituted, texts};
use crate::{none, read};

const FILE: &str = "infra/template.yaml";

/// `verify-user` as `VerifyUser`.
pub(crate) fn logical_id(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect()
}

fn names() -> impl Iterator<Item = &'static str> {
    let endpoints = ENDPOINTS.iter().map(|endpoint| endpoint.name);
    endpoints.chain(WORKERS.iter().map(|worker| worker.name))
}

#[test]
fn each_function_is_deployed_and_nothing_else() {
    let template = Template::read();
    let deployed: BTreeSet<String> = template
        .of_type("AWS::Serverless::Function")
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    let known: BTreeSet<String> = names().map(logical_id).collect();
    none(
        known
            .difference(&deployed)
            .map(|id| format!("{FILE} has no function {id}: add it like its neighbours"))
            .chain(
                deployed
                    .difference(&known)
                    .map(|id| format!("{FILE} deploys {id}, which is not in functions/src/lib.rs")),
            ),
    );
    none(names().filter_map(|name| {
        let id = logical_id(name);
        let built = &template.resource(&id)["Metadata"]["BuildProperties"]["Binary"];
        (built.as_str() != Some(name)).then(|| format!("{FILE}: {id} has to be built of the binary {name}"))
    }));
}

#[test]
fn each_route_leads_to_its_function_and_none_elsewhere() {
    let deployed: BTreeSet<(String, String)> = Template::read().routes().into_iter().collect();
    let known: BTreeSet<(String, String)> = ENDPOINTS
        .iter()
        .flat_map(|endpoint| {
            let of_it =
                move |route: &functions::Route| (format!("{} {}", route.method, route.path), endpoint.name.to_owned());
            endpoint.routes.iter().map(of_it)
        })
        .collect();
    none(
        known
            .difference(&deployed)
            .map(|(route, id)| format!("{FILE} does not lead `{route}` to {id}: add a route"))
            .chain(
                deployed
                    .difference(&known)
                    .map(|(route, id)| format!("{FILE} leads `{route}` to {id}, which does not answer it")),
            ),
    );
}

#[test]
fn each_integration_calls_the_function_of_its_name() {
    let template = Template::read();
    none(ENDPOINTS.iter().filter_map(|endpoint| {
        let (name, id) = (endpoint.name, logical_id(endpoint.name));
        let called = substituted(&template.integration(name)["uri"]);
        let is_called = called.ends_with(&format!(":function:${{AWS::StackName}}-{name}:live/invocations"));
        let is_named =
            substituted(&template.resource(&id)["Properties"]["FunctionName"]) == format!("${{AWS::StackName}}-{name}");
        let may_call = substituted(&template.resource(&format!("{id}Permission"))["Properties"]["SourceArn"]);
        let is_allowed = may_call.ends_with("${Api}/*");
        (!is_called || !is_named || !is_allowed).then(|| {
            format!("{FILE}: {id} has to be named after {name}, called by that name, and callable by the gateway")
        })
    }));
}

#[test]
fn a_function_that_hashes_has_a_processor_of_its_own() {
    let template = Template::read();
    none(ENDPOINTS.iter().filter_map(|endpoint| {
        let id = logical_id(endpoint.name);
        let memory = template.resource(&id)["Properties"]["MemorySize"].as_u64();
        // The rest has what `Globals` says.
        let wanted = endpoint.hashes.then_some(1_769);
        (memory != wanted).then(|| format!("{FILE}: {id} has MemorySize {memory:?} and needs {wanted:?}"))
    }));
}

#[test]
fn the_variables_are_those_that_are_read() {
    let template = Template::read();
    let source = read("functions/src/config.rs");
    let read: BTreeSet<String> = source
        .split('"')
        .filter(|text| {
            text.strip_prefix("USHER_")
                .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'))
        })
        .map(str::to_owned)
        .collect();
    assert!(
        read.len() >= 4,
        "config.rs does not look as this test expects: {read:?}"
    );
    let mut given: BTreeSet<String> = template.global_variables().into_iter().collect();
    given.extend(names().flat_map(|name| template.variables(&logical_id(name))));
    none(
        read.difference(&given)
            .map(|name| format!("{FILE} gives {name} to no function: add it to those that read it"))
            .chain(
                given
                    .difference(&read)
                    .map(|name| format!("{FILE} gives {name}, which functions/src/config.rs does not read")),
            ),
    );
}

#[test]
fn each_worker_is_woken_as_the_code_says() {
    let template = Template::read();
    none(WORKERS.iter().filter_map(|worker| {
        let id = logical_id(worker.name);
        let events = &template.resource(&id)["Properties"]["Events"];
        let kinds: Vec<_> = events
            .as_mapping()
            .into_iter()
            .flatten()
            .filter_map(|(_, event)| event["Type"].as_str())
            .collect();
        let wanted = match worker.trigger {
            Trigger::Stream => "DynamoDB",
            Trigger::MailEvents => "SNS",
            Trigger::Schedule => "Schedule",
        };
        (kinds != [wanted]).then(|| format!("{FILE}: {id} is woken by {kinds:?} and has to be by {wanted} alone"))
    }));
}

#[test]
fn each_worker_on_the_stream_is_woken_by_what_its_filters_let_through() {
    let template = Template::read();
    let parsed = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("a pattern");
    for (id, event, filters) in [
        ("Mailer", "Outbox", functions::workers::mailer::FILTERS),
        (
            "InvitationLists",
            "Moves",
            functions::workers::invitation_lists::FILTERS,
        ),
        (
            "ApprovalEndpoint",
            "Waits",
            functions::workers::approval_endpoint::FILTERS,
        ),
    ] {
        let source = &template.resource(id)["Properties"]["Events"][event]["Properties"];
        let deployed = source["FilterCriteria"]["Filters"]
            .as_sequence()
            .cloned()
            .unwrap_or_default();
        let deployed = deployed
            .iter()
            .filter_map(|filter| filter["Pattern"].as_str().map(parsed));
        let known: Vec<_> = filters.iter().map(|text| parsed(text)).collect();
        let deployed: Vec<_> = deployed.collect();
        assert_eq!(deployed, known, "{FILE}: {id}'s filters have to be its FILTERS");
    }
}

#[test]
fn a_role_allows_nothing_in_general() {
    let template = Template::read();
    let only = [
        ("ses:SendEmail", "MailerRole"),
        ("sns:Publish", "MailerRole"),
        ("kms:Encrypt", "KeyRotationRole"),
        // Of a list all is answered that is read.
        ("dynamodb:Query", "InvitationRole"),
        ("dynamodb:BatchGetItem", "InvitationRole"),
        ("dynamodb:Query", "ApprovalRole"),
        ("dynamodb:BatchGetItem", "ApprovalRole"),
        ("dynamodb:Query", "UsersRole"),
        ("dynamodb:BatchGetItem", "UsersRole"),
        ("dynamodb:Query", "FunnelRole"),
        ("dynamodb:Query", "TenantRole"),
        ("dynamodb:Query", "ConsoleRole"),
        ("dynamodb:BatchGetItem", "ConsoleRole"),
        ("dynamodb:Query", "ConsoleOnboardingRole"),
        ("dynamodb:Query", "CustomerRole"),
        ("dynamodb:BatchGetItem", "CustomerRole"),
        ("dynamodb:BatchGetItem", "SsoCallbackRole"),
        ("dynamodb:BatchGetItem", "SsoCompleteRole"),
        // Who has the address of a link, and whether the link has made somebody.
        ("dynamodb:BatchGetItem", "SignupCompleteRole"),
        // All that is due is worked on.
        ("dynamodb:Query", "HousekeepingRole"),
    ];
    let mut complaints = Vec::new();
    for name in names() {
        let role = format!("{}Role", logical_id(name));
        let permissions = template.permissions(&role);
        if permissions.is_empty() {
            complaints.push(format!("{FILE} has no role {role}"));
        }
        let own = texts(&template.resource(&logical_id(name))["Properties"]["Role"]);
        if own != [role.clone()] {
            complaints.push(format!(
                "{FILE}: {} runs as {own:?} instead of {role}",
                logical_id(name)
            ));
        }
        for permission in &permissions {
            for action in &permission.actions {
                if action.contains('*') || action == "dynamodb:Scan" {
                    complaints.push(format!("{role} may {action}, which no function may"));
                }
                let may: Vec<&str> = only
                    .iter()
                    .filter(|(what, _)| action == what)
                    .map(|(_, who)| *who)
                    .collect();
                if !may.is_empty() && !may.contains(&role.as_str()) {
                    complaints.push(format!("{role} may {action}, which only {} may", may.join(" and ")));
                }
                // A phone number is no resource; every topic is denied, which the test below holds.
                let on_all = ["xray:", "dynamodb:ListStreams", "sns:Publish"]
                    .iter()
                    .any(|known| action.starts_with(known));
                if permission.resource == "*" && !on_all {
                    complaints.push(format!("{role} may {action} on everything"));
                }
            }
            if permission.resource == "Table" && permission.keys.is_empty() {
                complaints.push(format!("{role} may {:?} on every item", permission.actions));
            }
        }
    }
    none(complaints);
}

#[test]
fn who_may_text_people_may_publish_to_no_topic() {
    let template = Template::read();
    none(names().filter_map(|name| {
        let role = format!("{}Role", logical_id(name));
        let publishes = |permission: &Permission| permission.actions.iter().any(|action| action == "sns:Publish");
        let may = template.permissions(&role).iter().any(publishes);
        let topics = "arn:${AWS::Partition}:sns:*:*:*";
        let denied = template.denials(&role);
        let is_denied = denied
            .iter()
            .any(|denial| publishes(denial) && denial.resource == topics);
        (may && !is_denied).then(|| format!("{FILE}: {role} may publish to phones and has to be denied {topics}"))
    }));
}

#[test]
fn each_alarm_has_its_entry_in_the_runbook() {
    let runbook = read("docs/operations.md");
    none(
        Template::read()
            .of_type("AWS::CloudWatch::Alarm")
            .into_iter()
            .filter_map(|(id, alarm)| {
                let said = alarm["AlarmDescription"].as_str().unwrap_or_default().to_owned();
                let anchor = said.split("docs/operations.md#").nth(1).unwrap_or("nowhere").to_owned();
                let heading = format!("### {}", anchor.replace('-', " "));
                let found = runbook.lines().any(|line| line.to_lowercase() == heading);
                (!found).then(|| format!("docs/operations.md has no `{heading}`, where the alarm {id} leads"))
            }),
    );
}

#[test]
fn each_parameter_says_what_it_wants() {
    let text = read(FILE);
    let parameters: serde_norway::Value = serde_norway::from_str(&text).expect("YAML");
    let parameters = parameters["Parameters"].as_mapping().expect("parameters").clone();
    none(parameters.into_iter().filter_map(|(name, parameter)| {
        let list = parameter["Type"] == "CommaDelimitedList";
        let told = parameter["Description"].is_string() && (list || parameter["ConstraintDescription"].is_string());
        (!told).then(|| format!("{FILE}: the parameter {name:?} needs a Description and a ConstraintDescription"))
    }));
}
