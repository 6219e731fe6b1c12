//! Which addresses are taken, and which are not.

use super::*;

fn read(text: &str) -> Result<OutboundUrl, NotOutbound> {
    OutboundUrl::parse(text, OutboundPolicy::public())
}

#[test]
fn an_address_of_the_internet_is_taken_and_told_in_one_way() {
    for (text, same, authority, target) in [
        (
            "https://partners.example.org",
            "https://partners.example.org/",
            "partners.example.org",
            "/",
        ),
        (
            "HTTPS://Partners.Example.org:443/a?b=c",
            "https://partners.example.org/a?b=c",
            "partners.example.org",
            "/a?b=c",
        ),
        (
            "https://p.example:8443/x",
            "https://p.example:8443/x",
            "p.example:8443",
            "/x",
        ),
        (
            "https://xn--bcher-kva.example/",
            "https://xn--bcher-kva.example/",
            "xn--bcher-kva.example",
            "/",
        ),
        (
            "https://p.example.:65535/",
            "https://p.example.:65535/",
            "p.example.:65535",
            "/",
        ),
    ] {
        let url = read(text).expect(text);
        assert_eq!(
            (url.as_str(), url.authority().as_str(), url.target()),
            (same, authority, target)
        );
        assert!(url.is_https());
    }
    let url = read("https://p.example/secret?key=secret").expect("an address");
    assert_eq!(format!("{url:?}"), "OutboundUrl(p.example)");
}

#[test]
fn each_way_of_writing_an_address_inside_is_refused() {
    use NotOutbound::{Address, Fragment, Host, Malformed, NotHttps, Port, UserInfo};
    for (text, reason) in [
        ("https://127.0.0.1/", Address),
        ("https://169.254.169.254/latest/meta-data/", Address),
        ("https://93.184.216.34/", Address),
        ("https://2130706433/", Address),
        ("https://017700000001/", Address),
        ("https://0177.0.0.1/", Address),
        ("https://0x7f000001/", Address),
        ("https://0x7f.0.0.1/", Address),
        ("https://127.1/", Address),
        ("https://127.0.0.1./", Address),
        ("https://%31%32%37.0.0.1/", Address),
        ("https://[::1]/", Address),
        ("https://[::ffff:a9fe:a9fe]/", Address),
        ("https://[::ffff:127.0.0.1]/", Address),
        ("https://[2002:7f00:1::]/", Address),
        ("https://[64:ff9b::7f00:1]/", Address),
        ("https://[fe80::1]/", Address),
        ("https://localhost/", Host),
        ("https://localhost./", Host),
        ("https://LOCALHOST/", Host),
        ("https://a.localhost/", Host),
        ("https://printer.local/", Host),
        ("https://metadata.google.internal/", Host),
        ("https://metadata.google.internal./", Host),
        ("https://intranet/", Host),
        ("https://a..example/", Host),
        ("https://a.example../", Host),
        ("http://partners.example.org/", NotHttps),
        ("http://127.0.0.1/", NotHttps),
        ("ftp://partners.example.org/", NotHttps),
        ("file:///etc/passwd", NotHttps),
        ("gopher://partners.example.org/", NotHttps),
        ("javascript:alert(1)", NotHttps),
        ("https://user:secret@partners.example.org/", UserInfo),
        ("https://user@partners.example.org/", UserInfo),
        ("https://@partners.example.org/", UserInfo),
        ("https://partners.example.org:22/", Port),
        ("https://partners.example.org:80/", Port),
        ("https://partners.example.org:0/", Port),
        ("https://partners.example.org:1023/", Port),
        ("https://partners.example.org:65536/", Malformed),
        ("https://partners.example.org/#part", Fragment),
        ("https://partners.example.org/#", Fragment),
        ("https://partners.example.org\\@evil.example/", Malformed),
        ("https://partners.example.org/a b", Malformed),
        ("https://partners.example.org/\n", Malformed),
        ("https://partnérs.example.org/", Malformed),
        ("https://１２７.0.0.1/", Malformed),
        ("https://", Malformed),
        ("partners.example.org", Malformed),
        ("//partners.example.org/", Malformed),
        ("", Malformed),
    ] {
        assert_eq!(read(text), Err(reason), "{text}");
    }
    let long = format!("https://partners.example.org/{}", "x".repeat(2_000 - 29));
    assert_eq!(long.len(), 2_000);
    assert!(read(&long).is_ok());
    assert_eq!(read(&format!("{long}x")), Err(Malformed));
}

#[test]
fn the_own_machine_is_open_to_the_local_stack_alone() {
    for text in [
        "http://127.0.0.1:8000/x",
        "http://localhost:8000/",
        "http://[::1]:8000/",
        "https://localhost:8443/",
    ] {
        assert!(read(text).is_err(), "{text}");
        assert!(
            OutboundUrl::parse(text, OutboundPolicy::with_own_machine()).is_ok(),
            "{text}"
        );
    }
    for text in [
        "http://partners.example.org/",
        "http://192.168.0.1:8000/",
        "http://169.254.169.254:8000/",
    ] {
        assert!(
            OutboundUrl::parse(text, OutboundPolicy::with_own_machine()).is_err(),
            "{text}"
        );
    }
    let policy = OutboundPolicy::with_own_machine();
    let lets = |address: &str| {
        let address = address.parse().expect("an address");
        (policy.lets(address), OutboundPolicy::public().lets(address))
    };
    assert_eq!(lets("127.0.0.1"), (true, false));
    assert_eq!(lets("::1"), (true, false));
    assert_eq!(lets("192.168.0.1"), (false, false));
    assert_eq!(lets("93.184.216.34"), (true, true));
}
