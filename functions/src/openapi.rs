//! The API reference, generated from the code.

mod media_types;

use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, ClientCredentials, Flow, HttpAuthScheme, HttpBuilder, OAuth2, Scopes, SecurityScheme,
};
use utoipa::{Modify, OpenApi};

use self::media_types::MediaTypes;
use crate::{
    accounts, agreements, approvals, assets, customers, hosted, invitations, oauth, operators, people, registration,
    sign_up, sso, tenants,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Usher",
        description = "User onboarding: business customers provision people; people prove their address, set a credential and \
                       become active; apps get tokens. Errors are RFC 9457 problems; every `code` is explained in docs/errors.md.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        accounts::provision::handle,
        accounts::account::show,
        accounts::account::erase,
        accounts::suspension::suspend,
        accounts::suspension::resume,
        accounts::activity::handle,
        customers::installation::add,
        customers::installation::remove,
        customers::customer::show,
        customers::customer::users,
        customers::customer::places,
        customers::customer_change::add_user,
        customers::customer_change::name_owner,
        invitations::pre_register::handle,
        invitations::resend_verification::handle,
        invitations::activate::show,
        invitations::activate::handle,
        agreements::legal::handle,
        invitations::invitation::show,
        invitations::list::list,
        invitations::invitation_change::resend,
        invitations::invitation_change::revoke,
        approvals::list::list,
        approvals::approval::decide,
        people::users::list,
        people::funnel::show,
        registration::email_verification::handle,
        registration::verify_user::show,
        registration::verify_user::handle,
        registration::register_no_gateway::handle,
        registration::set_password::show,
        registration::set_password::handle,
        oauth::authorize::show,
        oauth::authorize::handle,
        oauth::decision::handle,
        hosted::sign_in::show,
        hosted::sign_in::handle,
        hosted::check_details::show,
        hosted::check_details::handle,
        hosted::sign_out::show,
        hosted::sign_out::handle,
        hosted::my_account::show,
        hosted::my_account::password::show,
        hosted::my_account::password::handle,
        hosted::my_account::sessions::show,
        hosted::my_account::sessions::handle,
        hosted::my_account::consents::show,
        hosted::my_account::consents::handle,
        hosted::my_account::export::handle,
        hosted::my_account::delete::show,
        hosted::my_account::delete::handle,
        hosted::my_account::email::show,
        hosted::my_account::email::handle,
        hosted::my_account::confirm::show,
        hosted::my_account::confirm::handle,
        hosted::register::show,
        hosted::register::handle,
        hosted::recover::show,
        hosted::recover::handle,
        sign_up::signup::show,
        sign_up::signup::handle,
        sign_up::signup_complete::show,
        sign_up::signup_complete::handle,
        sign_up::voucher::create,
        sign_up::voucher::show,
        sign_up::voucher::revoke,
        operators::console::show,
        operators::approvals::show,
        operators::approvals::decide,
        operators::people::show,
        operators::person::show,
        operators::person::change,
        operators::funnel::show,
        operators::console_onboarding::show,
        operators::console_onboarding::kind::show,
        operators::console_onboarding::kind::save,
        operators::console_onboarding::agreements::show,
        operators::console_onboarding::agreements::save,
        operators::console_onboarding::apps::show,
        operators::console_onboarding::apps::save,
        operators::console_onboarding::connections::show,
        operators::console_onboarding::connections::save,
        operators::console_onboarding::providers::show,
        operators::console_onboarding::providers::save,
        operators::console_onboarding::questions::show,
        operators::console_onboarding::questions::save,
        operators::console_onboarding::rules::show,
        operators::console_onboarding::rules::save,
        operators::console_onboarding::texts::show,
        operators::console_onboarding::texts::save,
        operators::console_onboarding::look::show,
        operators::console_onboarding::look::save,
        operators::console_onboarding::document::show,
        operators::console_onboarding::document::save,
        operators::console_onboarding::versions::show,
        operators::console_onboarding::versions::restore,
        operators::console_preview::list,
        operators::console_preview::show,
        tenants::tenant::show,
        tenants::tenant::replace,
        tenants::versions::list,
        tenants::versions::show,
        hosted::new_password::show,
        hosted::new_password::handle,
        hosted::reset_password::handle,
        hosted::reset_password::handle_without_slash,
        oauth::token::handle,
        oauth::token::handle_v1,
        oauth::token::handle_standard,
        sso::connection::handle,
        sso::sso_logout::handle,
        sso::sso_start::show,
        sso::sso_callback::show,
        sso::sso_complete::show,
        sso::sso_complete::handle,
        sso::sso_address::handle,
        sso::sso_connect::handle,
        sso::register_sso_user::handle,
        sso::exchange_token::handle,
        sso::migrate_sso_user::handle,
        oauth::par::handle,
        oauth::userinfo::show,
        oauth::userinfo::handle,
        oauth::introspect::handle,
        oauth::revoke::handle,
        oauth::oidc_metadata::jwks,
        oauth::oidc_metadata::configuration,
        oauth::oidc_metadata::authorization_server,
        assets::file,
        assets::tenant_schema,
    ),
    modifiers(&Security, &MediaTypes),
)]
struct Reference;

struct Security;

impl Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_with(Default::default);
        let signed = "RFC 9421 over `@method`, `@target-uri` and, with a body, `content-digest`; `tag=\"usher\"`. `usher call` signs.";
        let signature = ApiKey::Header(ApiKeyValue::with_description("Signature", signed));
        components.add_security_scheme("signature", SecurityScheme::ApiKey(signature));
        let basic = "Client id and secret: on `/idp/v1/` and on the routes of OAuth, which take other ways too.";
        let basic = HttpBuilder::new()
            .scheme(HttpAuthScheme::Basic)
            .description(Some(basic));
        components.add_security_scheme("basic", SecurityScheme::Http(basic.build()));
        let access = "A person's access token.";
        let access = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(access));
        components.add_security_scheme("access_token", SecurityScheme::Http(access.build()));
        let flow = Flow::ClientCredentials(ClientCredentials::new(
            "/v1/token",
            Scopes::from_iter([("accounts", "provision, see and erase the tenant's people")]),
        ));
        components.add_security_scheme("bearer", SecurityScheme::OAuth2(OAuth2::new([flow])));
    }
}

/// `openapi.json`, as it is checked in.
#[must_use]
pub fn openapi() -> String {
    let mut text = Reference::openapi().to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
}
