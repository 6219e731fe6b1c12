//! What `infra/template.yaml` says, as far as these checks ask.

use serde::Deserialize;
use serde_norway::Value;

use crate::read;

/// The template.
pub(crate) struct Template(Value);

/// A permission of a role.
#[derive(Debug)]
pub(crate) struct Permission {
    pub(crate) actions: Vec<String>,
    /// The name of the resource where it is one of the template's, such as `Table`.
    pub(crate) resource: String,
    /// Which partition keys, such as `U#*`; empty where all.
    pub(crate) keys: Vec<String>,
}

impl Template {
    pub(crate) fn read() -> Self {
        Self(serde_norway::from_str(&read("infra/template.yaml")).expect("YAML"))
    }

    /// The resources of a type, by logical id.
    pub(crate) fn of_type(&self, kind: &str) -> Vec<(String, &Value)> {
        let resources = self.0["Resources"].as_mapping().expect("resources");
        let of_kind = resources.iter().filter(|(_, resource)| resource["Type"] == kind);
        of_kind
            .map(|(id, resource)| (id.as_str().unwrap_or_default().to_owned(), &resource["Properties"]))
            .collect()
    }

    /// A resource as a whole.
    pub(crate) fn resource(&self, id: &str) -> &Value {
        &self.0["Resources"][id]
    }

    /// What leads to which function: method and path, and its name.
    pub(crate) fn routes(&self) -> Vec<(String, String)> {
        let paths = self.body()["paths"].as_mapping().expect("paths");
        let of_path = |(path, operations): (&Value, &Value)| {
            let path = path.as_str().expect("a path").to_owned();
            let operations = operations.as_mapping().expect("operations").clone();
            operations.into_iter().map(move |(method, operation)| {
                let method = method.as_str().expect("a method").to_uppercase();
                let integration = operation["x-amazon-apigateway-integration"]["$ref"].as_str();
                let name = integration.and_then(|integration| integration.rsplit('/').next());
                (format!("{method} {path}"), name.unwrap_or_default().to_owned())
            })
        };
        paths.iter().flat_map(of_path).collect()
    }

    /// How the gateway calls a function.
    pub(crate) fn integration(&self, name: &str) -> &Value {
        &self.body()["components"]["x-amazon-apigateway-integrations"][name]
    }

    fn body(&self) -> &Value {
        &self.resource("Api")["Properties"]["Body"]
    }

    /// The variables that all functions have.
    pub(crate) fn global_variables(&self) -> Vec<String> {
        names(&self.0["Globals"]["Function"]["Environment"]["Variables"])
    }

    /// What a variable that all functions have is set to, as text with what is substituted in it.
    pub(crate) fn global_variable(&self, name: &str) -> String {
        substituted(&self.0["Globals"]["Function"]["Environment"]["Variables"][name])
    }

    /// The variables that one function has besides.
    pub(crate) fn variables(&self, function: &str) -> Vec<String> {
        names(&self.resource(function)["Properties"]["Environment"]["Variables"])
    }

    /// What a role may do.
    pub(crate) fn permissions(&self, role: &str) -> Vec<Permission> {
        self.statements(role, "Allow")
    }

    /// What a role may not do, whatever else allows it.
    pub(crate) fn denials(&self, role: &str) -> Vec<Permission> {
        self.statements(role, "Deny")
    }

    fn statements(&self, role: &str, effect: &str) -> Vec<Permission> {
        let policies = &self.resource(role)["Properties"]["Policies"];
        let policies = policies.as_sequence().into_iter().flatten();
        let statements = policies.flat_map(|policy| {
            let statements = policy["PolicyDocument"]["Statement"].as_sequence();
            statements.into_iter().flatten()
        });
        statements
            .filter(|statement| statement["Effect"] == effect)
            .map(Permission::of)
            .collect()
    }
}

impl Permission {
    fn of(statement: &Value) -> Self {
        let keys = &statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
        Self {
            actions: texts(&statement["Action"]),
            resource: resource(&statement["Resource"]),
            keys: texts(keys),
        }
    }

    /// Whether it lets somebody do this to this item of the table.
    pub(crate) fn allows(&self, action: &str, pk: &str) -> bool {
        let fits = |pattern: &String| match pattern.strip_suffix('*') {
            Some(prefix) => pk.starts_with(prefix),
            None => pk == pattern,
        };
        self.resource == "Table" && self.actions.iter().any(|own| own == action) && self.keys.iter().any(fits)
    }
}

/// `!GetAtt Table.Arn` as `Table`; anything else as it is written.
fn resource(value: &Value) -> String {
    let text = match value {
        Value::Tagged(tagged) => resource(&tagged.value),
        Value::String(text) => text.clone(),
        other => texts(other).join(" "),
    };
    text.strip_suffix(".Arn").map(str::to_owned).unwrap_or(text)
}

/// The text of a `!Sub`.
pub(crate) fn substituted(value: &Value) -> String {
    match value {
        Value::Tagged(tagged) => tagged.value.as_str().unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// One text or a list of them.
pub(crate) fn texts(value: &Value) -> Vec<String> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Texts {
        One(String),
        Many(Vec<Value>),
    }
    if matches!(value, Value::Tagged(_)) {
        return vec![resource(value)];
    }
    match serde_norway::from_value(value.clone()) {
        Ok(Texts::One(text)) => vec![text],
        Ok(Texts::Many(values)) => values.iter().map(resource).collect(),
        Err(_) => Vec::new(),
    }
}

fn names(value: &Value) -> Vec<String> {
    let mapping = value.as_mapping().into_iter().flatten();
    mapping
        .filter_map(|(name, _)| name.as_str().map(str::to_owned))
        .collect()
}
