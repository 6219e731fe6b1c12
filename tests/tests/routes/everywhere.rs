//! What is true of every route. That each answer carries the headers which protect a reader, and each
//! problem its shape, is held against every answer of every test where it is read.

use crate::support::TestApp;

#[test]
fn every_route_of_the_table_is_served_and_refuses_other_methods() {
    let app = TestApp::start();
    for endpoint in functions::ENDPOINTS {
        for route in endpoint.routes {
            let path = route.path.replace("{id}", "cus_x").replace("{file}", "none.css");
            let answer = app.call(route.method, &path).send();
            assert_ne!(answer.status, 405, "{} {path}", route.method);
            app.call("PATCH", &path).send().refused(405, "method_not_allowed");
            app.call("TRACE", &path).send().refused(405, "method_not_allowed");
        }
    }
}

#[test]
fn a_program_is_told_in_json_and_a_browser_on_a_page_in_its_language() {
    let app = TestApp::start();
    app.get("/nowhere").send().refused(404, "not_found");
    let page = |language: &str| {
        let call = app
            .get("/nowhere")
            .header("accept", "text/html,*/*")
            .header("accept-language", language);
        let answer = call.send().expect(404);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        answer.text
    };
    assert!(page("de-AT,de;q=0.9").contains("lang=\"de\""));
    assert!(page("en").contains("lang=\"en\""));
    assert!(page("xx, *;q=0").contains("lang=\"en\""));
}

#[test]
fn headers_that_claim_who_asked_whom_are_not_read() {
    let app = TestApp::start();
    let claims = [
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "https"),
        ("forwarded", "host=evil.example;for=1.2.3.4"),
        ("x-original-url", "/v1/account"),
        ("x-http-method-override", "DELETE"),
    ];
    let mut call = app.get("/.well-known/openid-configuration");
    for (name, value) in claims {
        call = call.header(name, value);
    }
    let answer = call.send().expect(200);
    assert_eq!(answer.member("issuer"), app.url());
    assert!(!answer.text.contains("evil"));
}

#[test]
fn odd_paths_are_answered_and_never_fail() {
    let app = TestApp::start();
    let paths = [
        "/v2/registration/verify?token=%",
        "/v2/registration/verify?token=%ff%fe",
        "/v2/registration/verify?token=a&token=b",
        "/v2/registration/verify?&&&=&",
        "/v2/registration/password?done=%00",
        "/v2/registration/password?locale=%F0%9F%92%A9",
        "/assets/../../etc/passwd",
        "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/v1/account/%ff",
        "/.well-known/",
        "/%00",
    ];
    for path in paths {
        let answer = app.get(path).send();
        assert!((200..500).contains(&answer.status), "{path}: {}", answer.status);
    }
}
