//! The code that is typed into the form of a new account: a voucher, or what the tenant's own service resolves.

use usher::sign_up::{Partner, PartnerCode, Voucher, VoucherCode, VoucherRefused};
use usher::tenant::VoucherRule;

use super::form::Opened;
use super::partner::{self, Resolved};
use crate::app::App;
use crate::app_form::{Form, VOUCHER};
use crate::http::Problem;
use crate::pages::{Field, FieldError};
use crate::words::Words;

/// What a code stands for.
pub(super) enum Typed {
    /// None was typed, or none is asked for.
    Nothing,
    /// A voucher, of which the account takes a use.
    Voucher(Voucher),
    /// A partner of whom the tenant's own service has told.
    Partner(Partner),
}

/// Why a code opens no account.
pub(super) enum CodeRefused {
    /// The person's mistake.
    Mistake(FieldError),
    /// Nobody can say whether it is good.
    NotNow(FieldError),
}

/// What the code stands for, if one was typed; the inner error is what to show. What is typed is counted as a guess against
/// the address before it is looked up, so that nobody tries many.
pub(super) async fn of(
    app: &App,
    opened: &Opened,
    form: &Form,
    words: Words<'_>,
) -> Result<Result<Typed, CodeRefused>, Problem> {
    let typed = form.one(VOUCHER).unwrap_or_default().trim();
    if opened.voucher_rule() == VoucherRule::None || typed.is_empty() {
        let missing = missing(opened, form, words).map(CodeRefused::Mistake);
        return Ok(missing.map_or(Ok(Typed::Nothing), Err));
    }
    let (tenant, key, now) = (&opened.tenant.name, opened.link.key(), app.clock.now());
    let guess = app
        .store
        .begin_guess(tenant, &key, app.config.limits.guesses_per_address, now);
    guess.await??;
    let found = match VoucherCode::read(typed) {
        Ok(code) => app.store.get_voucher(tenant, code.id(tenant)).await?,
        Err(_) => None,
    };
    // What is held here is never asked about elsewhere, whether or not it is good.
    Ok(match found {
        Some(voucher) => match voucher.check(opened.link.kind, now) {
            Ok(()) => Ok(Typed::Voucher(voucher)),
            Err(VoucherRefused::Unknown) => Err(mistake("error-voucher-wrong", words)),
            Err(VoucherRefused::NotGood) => Err(over(opened, words)),
        },
        None => resolved(app, opened, typed, words).await,
    })
}

/// That a code is missing, where one has to be typed.
pub(super) fn missing(opened: &Opened, form: &Form, words: Words<'_>) -> Option<FieldError> {
    let is_empty = form.one(VOUCHER).unwrap_or_default().trim().is_empty();
    let is_missing = is_empty && opened.voucher_rule() == VoucherRule::Required;
    is_missing.then(|| said("error-voucher-missing", words))
}

/// A code that is no voucher, as the tenant's own service knows it, if it has one.
async fn resolved(app: &App, opened: &Opened, typed: &str, words: Words<'_>) -> Result<Typed, CodeRefused> {
    let (Some(provider), Some(code)) = (&opened.rules.partner_provider, PartnerCode::read(typed)) else {
        return Err(mistake("error-voucher-wrong", words));
    };
    match partner::resolve(app, opened, provider, &code).await {
        Resolved::Partner(partner) => Ok(Typed::Partner(partner)),
        Resolved::Unknown => Err(mistake("error-voucher-wrong", words)),
        Resolved::NotNow => Err(CodeRefused::NotNow(said("error-voucher-not-now", words))),
    }
}

/// The voucher is right, and not good any more, or not yet.
pub(super) fn over(opened: &Opened, words: Words<'_>) -> CodeRefused {
    CodeRefused::Mistake(FieldError {
        field: Field::Voucher,
        sentence: words.say(
            "error-voucher-over",
            &[("tenant", (&opened.tenant.display_name).into())],
        ),
    })
}

fn mistake(id: &str, words: Words<'_>) -> CodeRefused {
    CodeRefused::Mistake(said(id, words))
}

fn said(id: &str, words: Words<'_>) -> FieldError {
    FieldError {
        field: Field::Voucher,
        sentence: words.say(id, &[]),
    }
}
