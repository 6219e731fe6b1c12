//! Signatures made by another library (Python's `cryptography`), and those of RFC 8037.

use serde_json::json;

use super::*;

const N: &str = "js2r8kTzWA8kAe9aEUUNP1ry-pcr-jW6SZWI6x1IsIVNxwgaiHzQS9ru1gSLVxZ5bHdE_X0BH7mjYCKIDkHZDTsrL2XLUEYMfdFMtSH7GCh6rqYxdIWnJx5F-IGY0i03vSEgV4HxV4K2f4BvK5NvDjDe_iER4XR-vm2vBWwJSn_BiPERzV07o2mwrAhrRVejvGVx4yZopn-2aHqy3M92h4iaEsHdfQc8xWJ1KfV7sE_kEOUmc-KzeIIxxQcXsjydhWef4qKdBNeFEBfSglanqwyoZXg6Fe3IoPoJmy6QCwZ74hfnBi0RDXbzADYGJ3Vwbs8DTguGW-SCZPGFcqIMHw";
const WEAK: &str = "w0PSnGwe7hJnDg7f0n-YV4UnAxzBC1dccU9KfqrO0-v70yh7AiVppd5FkDKn9vUmxE3kfMzH_CndYHculkh7xIaM6GgsbEGXDbaByoSUJ2DdqBZ8_GVCElSzyrcuZTd7whuj6nVsoOvd6Pr66ENj_bIzSbCYANvDYg1EpY9kzvM";
const X: &str = "nwHo_zm4JyUx9c9obzYMRtz7F0j5pfKMN0elGM_V2vEVebSNFZ96XQp5IpeKR6PG";
const Y: &str = "aLoYf2QIqEFO3cCRAodLbnmwWzr1iIA9B-SZz4bBccYnO1ZEPxvoaAeqQL3PbaHK";
const RS256: &str = "eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYSJ9.e30.Z0Nus4KtbKU1V-R_M2Mkjfvd_ha34mlXj5d0JfuMx95vZR4GVRZgFxx461ZIa6IZa_S4rYqV0WtQ4c5joms33F7w9Lxn8Q2GLr-d7yW9JeUabhri6zbgyhZ4LwcS7zkX1c6Go2pr9yKFdY2c9acLX-KDW33l4tMQ1o4AAas2yvYnZ05V6SXOmRnv4s3jvF70Z3MEI6o4gx0r3qUMDQN3iXJSj9J6lefalN26ybwemksjhnbAAqOowSrbwWmwOomuPzcZIdVuKi7lTI4Bw2RUznl3HygSwIwvqw3jnvBk82RtIKuAoKRt-0Z2_qTBr12_VmHg6rgqqR7PNXiVB-azaQ";
const RS512: &str = "eyJhbGciOiAiUlM1MTIiLCAia2lkIjogInJzYSJ9.e30.dRyz9fiMaKSD3po3K_KnNg930zkn8-afAodtic0DxkgF7Ko9tWMQfQpechgVAwx7OuanB63gySHi5d5LK-KpvK3Y1dhvRi4Uhd4QzeOxBUN4bdwvPdpJSYTIM55pjHcbdj5sUodH4h2nWkeFnYHEZ_CUH81FOSlVe6HlMAY91i5m1BXIx-iajuK0Crn9tJV07RvBUNeWEcs5gpQzVr2XDPAJAoxMjZ0XCbDWuGAlRVvcDFvtq_lQqemD0thg8taPGUtUo-mpiW6m2pvwUZCfd9DQFT9_Pko_-xkuGJUsN-XEE7xKbj29TqylpnYsg-mm1fDrlqTA432tcc11Q-m8qA";
const PS256: &str = "eyJhbGciOiAiUFMyNTYiLCAia2lkIjogInJzYSJ9.e30.FA-3YbhH7po144foE0RJ6pe-dbucvoX7TuG7JtK730vqQmQLsttfqWYHRbyrVWOFXze_phxH8S_mtrk2zrhlKy-yyINOupDTwZ4cZH3U_4imErsfyx71-xtH8yIWO1Ylt1fDk1kSjnfaEOI3eBbBAs93LViFtqbdvkw3Yi3E-Jk9h-b4ScWesDvIvHiIxuRNeLr7KOTRisNc2KvfzB966wQfHoSf296TG8YQpwDjQec6AotvSEI_LmDA_YCzzNU19yL8_Eh1PTt2YLL2tAGerfWLxCnHC_0_hJ4IpDCX8pYLCqBx7c4MwpnXywTYGJFhz2RL_H9j2d_CafFAAnMq9g";
const ES384: &str = "eyJhbGciOiJFUzM4NCIsImtpZCI6ImVjIn0.e30.pNeJw-qZhcLskD_FvKWaERpXXIcutM2gAlLEutcZL7WGcCPpnbAyANpKrG8fdZIQDM5ehJ00v_MA_00hgWEyk-Gq9v3jVstdMwtxhbh49e_3kdeJsGJXFl2ARMimC159";
const OF_WEAK: &str = "eyJhbGciOiJSUzI1NiIsImtpZCI6IndlYWsifQ.e30.r0pkArNNuHmb_TphyF9BEIpq8sKtYsF4gqu67X2zTZB-a05jxmTVATn4rF5c4-wAclrvaq2jwo9le255-7wTUK_B-Oa693H5BNCxhBFWj0VEH7ABAQJGk5gozwAOf95CJlDDiN1_G1FROWxCbwp1OTKd8ieIp3DNhW6TYp3e0-U";
/// Appendix A of RFC 8037.
const ED25519: &str = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

fn set() -> KeySet {
    let keys = json!({ "keys": [
        { "kty": "RSA", "kid": "rsa", "n": N, "e": "AQAB" },
        { "kty": "RSA", "kid": "weak", "n": WEAK, "e": "AQAB" },
        { "kty": "EC", "kid": "ec", "crv": "P-384", "x": X, "y": Y },
        { "kty": "OKP", "kid": "ed", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" },
    ] });
    KeySet::read(keys.to_string().as_bytes()).expect("a set")
}

fn checked(token: &str) -> Result<(), NotSigned> {
    set().check(&Compact::of(token).expect("a token"))
}

#[test]
fn what_others_have_signed_is_signed() {
    for token in [RS256, RS512, PS256, ES384, ED25519] {
        assert_eq!(checked(token), Ok(()), "{token}");
    }
}

#[test]
fn a_signature_is_one_of_its_own_message_in_its_own_way() {
    let cut = |token: &str| token.split('.').map(str::to_owned).collect::<Vec<_>>();
    let mixed = [&cut(RS256)[0], &cut(RS256)[1], &cut(PS256)[2]]
        .map(String::as_str)
        .join(".");
    assert_eq!(checked(&mixed), Err(NotSigned::Signature));
    let other = [&cut(ES384)[0], &cut(ED25519)[1], &cut(ES384)[2]]
        .map(String::as_str)
        .join(".");
    assert_eq!(checked(&other), Err(NotSigned::Signature));
    assert_eq!(checked(OF_WEAK), Err(NotSigned::Signature), "a key of 1024 bits");
}

#[test]
fn a_key_is_for_what_it_says() {
    let only = |more: serde_json::Value| {
        let mut key = json!({ "kty": "RSA", "kid": "rsa", "n": N, "e": "AQAB" });
        key.as_object_mut()
            .expect("a key")
            .extend(more.as_object().expect("members").clone());
        let keys = json!({ "keys": [key] });
        let set = KeySet::read(keys.to_string().as_bytes()).expect("a set");
        set.check(&Compact::of(RS256).expect("a token"))
    };
    assert_eq!(only(json!({ "use": "sig", "alg": "RS256" })), Ok(()));
    for more in [
        json!({ "use": "enc" }),
        json!({ "alg": "PS256" }),
        json!({ "kty": "EC" }),
        json!({ "kid": "x" }),
    ] {
        assert_eq!(only(more.clone()), Err(NotSigned::UnknownKey), "{more}");
    }
    for text in ["", "<html>", "[]", "{}", "{\"keys\":{}}"] {
        assert!(KeySet::read(text.as_bytes()).is_none(), "{text}");
    }
    assert!(KeySet::read(b"{\"keys\":[7,{\"kty\":7},{}]}").is_some_and(|set| set.0.is_empty()));
}
