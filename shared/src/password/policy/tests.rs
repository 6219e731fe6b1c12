use proptest::prelude::*;
use rstest::rstest;

use super::*;

const CONTEXT: Context<'_> = Context {
    address: Some("Jane.Vandermeer+usher@mailhost.example.org"),
    tenant: &["Acme Energy", "NET2GRID"],
    person: &["Jane", "van der Meer-Müller"],
};

fn judge(policy: PasswordPolicy, text: &str) -> Vec<Broken> {
    let Ok(password) = Password::new(text.to_owned()) else {
        panic!("{text:?} is too large")
    };
    policy.judge(&password, &CONTEXT).err().unwrap_or_default()
}

#[rstest]
#[case("123456", true)]
#[case("12345", false)]
#[case("1234567", false)]
#[case("12345a", false)]
#[case("١٢٣٤٥٦", false)]
#[case("１２３４５６", false)]
fn a_pincode_is_six_ascii_digits(#[case] text: &str, #[case] accepted: bool) {
    assert_eq!(judge(PasswordPolicy::Pincode, text).is_empty(), accepted);
}

#[rstest]
#[case("abcDE6", &[])]
#[case(r#"_!"()=[]{}?+*~#,"#, &[])]
#[case("aB3;.-", &[])]
#[case("abc", &[Broken::TooShort { minimum: 6 }])]
#[case("abcdefghijklmnopq", &[Broken::TooLong { maximum: 16 }])]
#[case("straße", &[Broken::ForbiddenCharacter])]
#[case("ab cd@", &[Broken::ForbiddenCharacter])]
#[case("ü", &[Broken::TooShort { minimum: 6 }, Broken::ForbiddenCharacter])]
fn a_classic_password_is_what_net2grid_documents(#[case] text: &str, #[case] broken: &[Broken]) {
    assert_eq!(judge(PasswordPolicy::Classic, text), broken);
}

#[rstest]
#[case("correct horse battery staple")]
#[case("wanderlustcopperfield")]
#[case("🦄🐉🏰🌋🚀🎸🧩🎯🍀🔑🌈🐙🎲🧊🥑")]
#[case("Ich wohne im vierten Stock")]
#[case("七転び八起きと言いますが本当です")]
#[case("jane likes long walks in autumn")]
#[case("my acme meter hums at midnight")]
fn a_modern_password_may_be_any_long_text(#[case] text: &str) {
    assert_eq!(judge(PasswordPolicy::Modern, text), []);
}

#[rstest]
#[case::fourteen_code_points("vex nimble owls", "vex nimble owl", &[Broken::TooShort { minimum: 15 }])]
fn modern_length_starts_at_15_code_points(#[case] enough: &str, #[case] short: &str, #[case] broken: &[Broken]) {
    assert_eq!(judge(PasswordPolicy::Modern, enough), []);
    assert_eq!(judge(PasswordPolicy::Modern, short), broken);
}

#[test]
fn modern_length_ends_at_256_code_points_counted_in_nfc() {
    let text = |words| (0..words).map(|n: u32| format!("e\u{301}{n:07}")).collect::<String>();
    assert_eq!(judge(PasswordPolicy::Modern, &text(32)), []);
    assert_eq!(
        judge(PasswordPolicy::Modern, &(text(32) + "x")),
        [Broken::TooLong { maximum: 256 }]
    );
}

#[rstest]
#[case("password123456789", &[Broken::Common])]
#[case("passwordpassword", &[Broken::Common, Broken::Pattern])]
#[case("password", &[Broken::TooShort { minimum: 15 }, Broken::Common])]
#[case("123456789012345", &[Broken::Pattern])]
#[case("abcdefghijklmnop", &[Broken::Pattern])]
#[case("jane.vandermeer+usher@mailhost.example.org", &[Broken::BuiltOnAddress, Broken::BuiltOnPerson])]
#[case("Mailhost-2026-10-24", &[Broken::BuiltOnAddress])]
#[case("NET2GRID-2026!!", &[Broken::BuiltOnTenant])]
#[case("Acme Energy 2026", &[Broken::BuiltOnTenant])]
#[case("AcmePassword2026", &[Broken::BuiltOnTenant])]
#[case("VanDerMeerMuller1985", &[Broken::BuiltOnAddress, Broken::BuiltOnPerson])]
#[case("jane@acme energy", &[Broken::BuiltOnAddress, Broken::BuiltOnTenant, Broken::BuiltOnPerson])]
fn what_is_easily_guessed_is_refused_with_every_reason(#[case] text: &str, #[case] broken: &[Broken]) {
    assert_eq!(judge(PasswordPolicy::Modern, text), broken);
}

#[test]
fn without_context_nothing_is_built_on_it() -> Result<(), super::super::PasswordTooLarge> {
    let password = Password::new("acme energy 2026 jane".into())?;
    assert_eq!(PasswordPolicy::Modern.judge(&password, &Context::default()), Ok(()));
    Ok(())
}

#[test]
fn policies_are_named_in_snake_case() -> Result<(), serde_json::Error> {
    assert_eq!(serde_json::to_string(&PasswordPolicy::Pincode)?, r#""pincode""#);
    assert_eq!(
        serde_json::from_str::<PasswordPolicy>(r#""modern""#)?,
        PasswordPolicy::default()
    );
    Ok(())
}

proptest! {
    #[test]
    fn judging_never_panics(text in any::<String>(), address in any::<String>(), name in any::<String>()) {
        let context = Context { address: Some(&address), tenant: &[&name], person: &[&name, &text] };
        if let Ok(password) = Password::new(text.clone()) {
            let _ = PasswordPolicy::Modern.judge(&password, &context);
        }
    }
}
