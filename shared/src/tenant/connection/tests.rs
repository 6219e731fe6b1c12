use super::*;

fn connections(change: &[(&str, serde_json::Value)]) -> Vec<Connection> {
    let mut document = serde_json::json!([{
        "id": "acme-login", "display_name": "Acme account",
        "introspection": { "url": "https://login.acme.example/introspect", "client_id": "usher", "client_secret": "s3cret" },
    }]);
    for (at, value) in change {
        *document.pointer_mut(at).expect("a member") = value.clone();
    }
    serde_json::from_value(document).expect("connections")
}

fn told(connections: &[Connection]) -> Vec<(String, &'static str)> {
    let mut tenant = crate::testing::tenant();
    tenant.connections = connections.to_vec();
    flaws(&tenant, OutboundPolicy::public())
}

#[test]
fn a_connection_asks_where_net2grid_documents_it() {
    let [connection] = &connections(&[])[..] else {
        panic!("one")
    };
    let introspection = connection.introspection.as_ref().expect("introspection");
    assert_eq!(introspection.subject, "/external_authentication_provider_id");
    assert_eq!(
        introspection.client_authentication,
        ClientAuthentication::ClientSecretPost
    );
    assert!(connection.matches_provisioned);
    assert_eq!(told(&connections(&[])), []);
}

#[test]
fn each_flaw_is_told_at_its_place() {
    let long = "x".repeat(101);
    for (at, value) in [
        ("/0/id", ""),
        ("/0/id", "Acme"),
        ("/0/id", "1st"),
        ("/0/id", "a_b"),
        ("/0/display_name", " "),
        ("/0/introspection/url", "http://login.acme.example/introspect"),
        ("/0/introspection/url", "https://169.254.169.254/introspect"),
        ("/0/introspection/client_id", long.as_str()),
        ("/0/introspection/client_secret", ""),
        ("/0/introspection/client_secret", "a\nb"),
    ] {
        let all = told(&connections(&[(at, value.into())]));
        assert_eq!(
            all.iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(),
            [at],
            "{value}"
        );
    }
    let mut pointers = connections(&[]);
    for pointer in ["", "sub", "/~2", "/a~"] {
        let asked = pointers[0].introspection.as_mut().expect("introspection");
        asked.subject = pointer.to_owned();
        assert_eq!(told(&pointers)[0].0, "/0/introspection/subject");
    }
}

#[test]
fn of_several_one_alone_knows_the_subjects_of_the_back_office() {
    let mut two = [connections(&[]), connections(&[])].concat();
    let places = |all: &[Connection]| -> Vec<String> { told(all).into_iter().map(|(at, _)| at).collect() };
    assert_eq!(
        places(&two),
        ["/0/matches_provisioned", "/1/id", "/1/matches_provisioned"]
    );
    two[1].id = "other".to_owned();
    two[1].matches_provisioned = false;
    assert!(places(&two).is_empty());
}

fn of_oidc(change: impl FnOnce(&mut serde_json::Value)) -> Connection {
    let mut document = serde_json::json!({
        "id": "acme-login", "display_name": "Acme account",
        "oidc": { "issuer": "https://login.acme.example", "client_id": "usher", "client_secret": "s3cret" },
    });
    change(&mut document);
    serde_json::from_value(document).expect("a connection")
}

#[test]
fn a_provider_for_browsers_is_asked_for_what_is_usual() {
    let connection = of_oidc(|_| ());
    let oidc = connection.oidc.as_ref().expect("oidc");
    assert_eq!(oidc.scopes, ["openid", "email", "profile"]);
    assert_eq!(oidc.claims["firstName"], "/given_name");
    assert_eq!(
        (oidc.provisioned_id.as_str(), oidc.newcomers),
        ("/sub", Newcomers::LinkedOnly)
    );
    assert_eq!(told(&[connection]), []);
    let signs = of_oidc(|document| {
        document["oidc"]["client_secret"].take();
        document["oidc"]["client_authentication"] = "private_key_jwt".into();
    });
    assert_eq!(told(&[signs]), []);
}

#[test]
fn each_flaw_of_a_provider_for_browsers_is_told_at_its_place() {
    use serde_json::json;
    for (at, value) in [
        ("issuer", json!("http://login.acme.example")),
        ("issuer", json!("https://10.0.0.1")),
        ("issuer", json!("https://login.acme.example?a=b")),
        ("client_id", json!(" ")),
        ("client_secret", json!("a\nb")),
        ("client_secret", json!(null)),
        ("scopes", json!(["email"])),
        ("scopes", json!(["openid", "a b"])),
        ("claims/firstName", json!("given_name")),
        ("claims/shoeSize", json!("/shoe_size")),
        ("claims/emailAddress", json!("/email")),
        ("provisioned_id", json!("sub")),
        ("provisioned_id", json!("/email")),
        ("button/en", json!("x".repeat(61))),
        ("kind", json!("business")),
    ] {
        let flawed = of_oidc(|document| match at.split_once('/') {
            Some((map, name)) => document["oidc"][map] = json!({ name: value }),
            None => document["oidc"][at] = value.clone(),
        });
        let places: Vec<String> = told(&[flawed]).into_iter().map(|(at, _)| at).collect();
        assert_eq!(places, [format!("/0/oidc/{at}")], "{value}");
    }
    for both in [true, false] {
        let flawed = of_oidc(|document| match both {
            true => document["introspection"] = serde_json::to_value(&connections(&[])[0].introspection).expect("JSON"),
            false => drop(document["oidc"].take()),
        });
        assert_eq!(told(&[flawed])[0].0, "/0");
    }
}

#[test]
fn newcomers_make_accounts_of_a_kind_that_there_are_rules_for_and_that_asks_for_no_voucher() {
    let of_kind = |kind: Option<&str>| {
        of_oidc(|document| {
            document["oidc"]["newcomers"] = "create_customer".into();
            document["oidc"]["kind"] = kind.into();
        })
    };
    let mut tenant = crate::testing::tenant();
    tenant.onboarding = serde_json::from_value(serde_json::json!({ "kinds": {
        "business": { "enabled": false }, "channel_partner": { "enabled": true },
    } }))
    .expect("an onboarding");
    let mut places = |connection: Connection| {
        tenant.connections = vec![connection];
        let told = flaws(&tenant, OutboundPolicy::public());
        told.into_iter().map(|(at, _)| at).collect::<Vec<_>>()
    };
    assert!(places(of_kind(Some("business"))).is_empty());
    for kind in [None, Some("personal"), Some("channel_partner")] {
        assert_eq!(places(of_kind(kind)), ["/0/oidc/kind"], "{kind:?}");
    }
}
