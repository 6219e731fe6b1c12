//! What a change of a person moves: their invitation on its lists, and themselves on those of people.

use usher::store::{Entry, Listed, StoreError};
use usher::user::User;

use crate::app::App;

/// Where the person of a record is now.
pub(super) enum Found {
    /// Where the record is from.
    Here(Box<User>),
    /// At another address.
    Moved(Box<User>),
    /// Nowhere: they are erased.
    Gone,
}

impl Found {
    /// Looks for a person of whom a record tells.
    pub(super) async fn look(app: &App, told: &User) -> Result<Self, StoreError> {
        let here = app.store.get_user(&told.tenant, &told.key()).await?;
        if let Some(here) = here.filter(|here| here.id == told.id) {
            return Ok(Self::Here(Box::new(here)));
        }
        let moved = app.store.find_user_by_id(&told.tenant, told.id.0).await?;
        Ok(moved.map_or(Self::Gone, |moved| Self::Moved(Box::new(moved))))
    }

    fn person(&self) -> Option<&User> {
        match self {
            Self::Here(user) | Self::Moved(user) => Some(user),
            Self::Gone => None,
        }
    }
}

/// Puts an invitation where it belongs now, and takes it off where a record says that it was.
pub(super) async fn invitation(
    app: &App,
    told: &User,
    found: &Found,
    (was, became): (Option<Entry>, Option<Entry>),
) -> Result<(), StoreError> {
    if was == became {
        return Ok(());
    }
    let (tenant, now) = (&told.tenant, found.person());
    if let Some(invited) = now.filter(|_| was.is_none()) {
        note_what_is_due(app, invited).await?;
    }
    let belongs = now.and_then(Entry::of);
    // First where it belongs: a list may show an invitation twice for a moment, but never miss one.
    if let Some(belongs) = belongs.filter(|_| belongs != was) {
        app.store.list_invitation(tenant, &belongs).await?;
    }
    for left in [was, became]
        .into_iter()
        .flatten()
        .filter(|left| belongs.is_none_or(|belongs| !belongs.is_in_place_of(left)))
    {
        app.store.unlist_invitation(tenant, &left).await?;
    }
    Ok(())
}

/// Puts a person where they belong now on the lists of people, and takes them off where a record says that they were.
///
/// Who has moved is put there by the record of their new item, which comes before that of its end: what names somebody
/// is never written behind the record that takes it away.
pub(super) async fn person(
    app: &App,
    told: &User,
    found: &Found,
    (was, became): (Option<Listed>, Option<Listed>),
) -> Result<(), StoreError> {
    if was == became {
        return Ok(());
    }
    let belongs = found.person().map(Listed::of);
    let is_new = matches!(found, Found::Here(_)) && belongs != was;
    let left: Vec<&Listed> = [&was, &became].into_iter().flatten().collect();
    app.store
        .list_person(&told.tenant, belongs.as_ref(), is_new, &left)
        .await
}

/// An invitation has begun: notes the first moment at which `housekeeping` has to look at it.
async fn note_what_is_due(app: &App, user: &User) -> Result<(), StoreError> {
    let tenant = app.tenant(&user.tenant).await?;
    let begun = user.invitation.as_ref().map(|invitation| invitation.created_at);
    let next = tenant.zip(begun).and_then(|(tenant, at)| tenant.next_moment(user, at));
    match next {
        Some(next) => app.store.put_due(user, next).await,
        None => Ok(()),
    }
}
