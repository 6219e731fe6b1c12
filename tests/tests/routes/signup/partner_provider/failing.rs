//! A service that does not answer, or lies: one outcome, nothing half made, and nothing that was typed is lost.

use std::time::{Duration, Instant};

use serde_json::json;
use usher::outbound::OutboundPolicy;
use usher::store::TenantChange;
use usher_local::StackConfig;

use super::{complete, configure, link, people, solar, somebody, stack};
use crate::support::{Demo, Engine, Funnel, PASSWORD, Person, Provider, Says, TestApp, Web, free_port, invitee};

/// The form comes back with everything in it but the password, and nothing was made.
#[track_caller]
fn comes_back(app: &TestApp, web: &Web<'_>, link: &str, email: &str) {
    let before = app.people_and_ways_in();
    let page = complete(web, link, "P-7").expect(503);
    assert_eq!(page.retry_after(), 120);
    assert!(
        page.text.contains("We cannot check this code at the moment") && page.text.contains("href=\"#voucher_code\"")
    );
    for typed in ["value=\"Typed Ltd\"", "value=\"P-7\"", "value=\"Jane\""] {
        assert!(page.text.contains(typed), "{typed}: {}", page.text);
    }
    assert!(!page.text.contains(PASSWORD));
    assert_eq!((people(app, email), app.people_and_ways_in()), (0, before));
    assert!(
        web.open(link).expect(200).text.contains("value=\"Typed Ltd\""),
        "after a reload"
    );
}

#[test]
fn whatever_it_answers_there_is_one_outcome_and_then_the_account() {
    let elsewhere = Provider::start(Says::json(&solar()));
    let provider = Provider::start(Says::Nothing);
    let app = stack(&provider);
    let to = format!("location: {}\r\n", elsewhere.url);
    let status = |status| Says::Status(status, String::new());
    let redirect = |status| Says::Status(status, to.clone());
    let mut long = solar();
    long["company"] = "x".repeat(201).into();
    let lies = [
        Says::Body("<!doctype html><html><p>Hello".to_owned()),
        Says::Body(String::new()),
        Says::Body("[]".to_owned()),
        Says::Body("null".to_owned()),
        Says::Body(format!("{}x", solar())),
        Says::json(&json!({ "area": "North" })),
        Says::json(&json!({ "company": 7, "area": "North" })),
        Says::json(&json!({ "company": "", "area": "North" })),
        Says::json(&long),
        Says::json(&json!({ "company": "Solar", "area": { "name": "North" } })),
        Says::json(&json!({ "company": "Solar", "area": ["North"] })),
        Says::json(&json!({ "company": "Solar", "area": "x".repeat(101) })),
        Says::json(&json!({ "company": "Solar", "area": "a\nb" })),
        redirect(301),
        redirect(302),
        redirect(307),
        redirect(308),
        status(204),
        status(201),
        status(400),
        status(401),
        status(410),
        status(429),
        status(500),
        status(503),
        Says::HangsUp,
    ];
    for pair in lies.chunks(5) {
        let email = invitee();
        let (link, web) = (link(&app, &email), app.web());
        for lie in pair {
            provider.says(lie.clone());
            comes_back(&app, &web, &link, &email);
        }
        // Nothing of it was remembered.
        provider.says(Says::json(&solar()));
        complete(&web, &link, &format!("P-{email}")).expect(303);
        assert_eq!(people(&app, &email), 1);
    }
    assert_eq!(elsewhere.received().len(), 0, "no redirect is followed");
}

#[test]
fn a_body_without_end_is_not_read_to_its_end() {
    let hundred = 100_000_000;
    for chunked in [true, false] {
        let provider = Provider::start(Says::Endless {
            octets: hundred,
            chunked,
        });
        let app = stack(&provider);
        let email = invitee();
        let began = Instant::now();
        comes_back(&app, &app.web(), &link(&app, &email), &email);
        assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
        // What is in flight between the two is taken by the system, not by us.
        assert!(provider.taken() < hundred / 5, "{}", provider.taken());
    }
    // As much as is taken, spaces in front of JSON among it.
    let provider = Provider::start(Says::Body(format!("{}{}", " ".repeat(65_000), solar())));
    let app = stack(&provider);
    somebody(&app, "P-7").1.expect(303);
    provider.says(Says::Body(format!("{}{}", " ".repeat(65_536), solar())));
    somebody(&app, "P-8").1.expect(503);
}

#[test]
fn a_service_that_is_slow_keeps_nobody_waiting_for_long() {
    for says in [Says::Slowly, Says::Nothing] {
        let provider = Provider::start(says);
        let app = stack(&provider);
        let email = invitee();
        let link = link(&app, &email);
        let began = Instant::now();
        comes_back(&app, &app.web(), &link, &email);
        let took = began.elapsed();
        assert!((4..8).contains(&took.as_secs()), "{took:?}");
    }
}

#[test]
fn nobody_answers_there_and_then_somebody_does() {
    let port = free_port();
    let app = TestApp::start();
    configure(&app, &format!("http://127.0.0.1:{port}/resolve"), |_| ());
    let email = invitee();
    let (link, web) = (link(&app, &email), app.web());
    comes_back(&app, &web, &link, &email);
    let provider = Provider::on(port, Says::json(&solar()));
    complete(&web, &link, "P-7").expect(303);
    assert_eq!((people(&app, &email), provider.received().len()), (1, 1));
}

#[test]
fn an_address_inside_is_refused_at_the_call_though_it_was_saved() {
    let provider = Provider::start(Says::json(&solar()));
    let config = StackConfig {
        outbound: OutboundPolicy::public(),
        ..StackConfig::default()
    };
    let app = TestApp::with(config);
    let outside = "https://partners.acme.example/";
    let inside = provider.url.replace("127.0.0.1", "localhost");
    for url in [&provider.url, &inside, &provider.url.replace("http://", "https://")] {
        configure(&app, outside, |_| ());
        app.rewrite_tenant("acme", outside, url);
        app.advance(61);
        let email = invitee();
        comes_back(&app, &app.web(), &link(&app, &email), &email);
    }
    assert_eq!(provider.received().len(), 0);
}

// One thread, which is the one that is listened to.
#[tokio::test]
async fn a_failure_is_counted_for_its_tenant() {
    let engine = Engine::start().await;
    let mut acme = Demo::read().tenants.remove(0);
    let kind = acme
        .onboarding
        .kinds
        .get_mut(&usher::customer::CustomerKind::ChannelPartner);
    let provider = json!({ "url": format!("http://127.0.0.1:{}/", free_port()), "name_field": "company",
                           "property_mapping": { "area": "salesRegion" } });
    kind.expect("a kind").partner_provider = Some(serde_json::from_value(provider).expect("a provider"));
    let (app, now) = (&engine.app, engine.clock.now());
    app.store
        .save_tenant(&acme, &TenantChange::by("test"), &app.keys, now)
        .await
        .expect("saved");
    app.directory.forget();
    let person = Person::new();
    let fields = [("kind", "channel_partner"), ("email", person.email.as_str())];
    engine.send("/signup?labelpartner=acme", "", &fields).await.expect(200);
    engine.stream(None, Some(&engine.request_of(&person).await)).await;
    let token = engine.token_in(&person.email, "/signup/complete");
    let funnel = Funnel::listen();
    let fields = [
        ("token", token.as_str()),
        ("profile.companyName", "Typed Ltd"),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "Doe"),
        ("voucher_code", "P-7"),
        ("password", PASSWORD),
    ];
    engine.send("/signup/complete", "", &fields).await.expect(503);
    assert_eq!(funnel.take(), ["acme registered partner_provider"]);
}
