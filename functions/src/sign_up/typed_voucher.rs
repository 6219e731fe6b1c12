//! The voucher that is typed into the form of a new account.

use usher::sign_up::{Voucher, VoucherCode, VoucherRefused};
use usher::tenant::VoucherRule;

use super::form::Opened;
use crate::app::App;
use crate::app_form::Form;
use crate::http::Problem;
use crate::pages::{Field, FieldError};
use crate::words::Words;

/// The voucher, if one was typed; the inner error is the mistake to show. What is typed is counted as a guess against the
/// address before it is looked up, so that nobody tries many.
pub(super) async fn of(
    app: &App,
    opened: &Opened,
    form: &Form,
    words: Words<'_>,
) -> Result<Result<Option<Voucher>, FieldError>, Problem> {
    let rule = opened.voucher_rule();
    let typed = form.one("voucher_code").unwrap_or_default().trim();
    if rule == VoucherRule::None || typed.is_empty() {
        return Ok(match rule {
            VoucherRule::Required => Err(mistake("error-voucher-missing", words)),
            VoucherRule::None | VoucherRule::Optional => Ok(None),
        });
    }
    let (tenant, key, now) = (&opened.tenant.name, opened.link.key(), app.clock.now());
    let guess = app
        .store
        .begin_guess(tenant, &key, app.config.limits.guesses_per_address, now);
    guess.await??;
    let Ok(code) = VoucherCode::read(typed) else {
        return Ok(Err(mistake("error-voucher-wrong", words)));
    };
    let found = app.store.get_voucher(tenant, code.id(tenant)).await?;
    let checked = found.ok_or(VoucherRefused::Unknown).and_then(|voucher| {
        voucher.check(opened.link.kind, now)?;
        Ok(voucher)
    });
    Ok(checked.map(Some).map_err(|refused| match refused {
        VoucherRefused::Unknown => mistake("error-voucher-wrong", words),
        VoucherRefused::NotGood => over(opened, words),
    }))
}

/// The voucher is right, and not good any more, or not yet.
pub(super) fn over(opened: &Opened, words: Words<'_>) -> FieldError {
    FieldError {
        field: Field::Voucher,
        sentence: words.say(
            "error-voucher-over",
            &[("tenant", (&opened.tenant.display_name).into())],
        ),
    }
}

fn mistake(id: &str, words: Words<'_>) -> FieldError {
    FieldError {
        field: Field::Voucher,
        sentence: words.say(id, &[]),
    }
}
