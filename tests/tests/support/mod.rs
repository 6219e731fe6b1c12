//! What the tests stand on: a running stack, the people and programs that call it, and what they are
//! answered.

mod account;
mod always;
mod answer;
mod app;
mod arriving;
mod assertion;
mod call;
mod clients;
mod deployed;
mod engine;
mod faults;
mod funnel;
mod invitee;
mod issuer;
mod key_store;
mod meter;
mod person;
mod phones;
mod post_office;
mod process;
mod provider;
mod reference;
pub(crate) mod service;
mod steps;
mod stream;
mod table;
mod web;

pub(crate) use account::Account;
pub(crate) use answer::Answer;
pub(crate) use app::TestApp;
pub(crate) use assertion::{ASSERTION_TYPE, Asserting};
pub(crate) use call::{Call, nonce};
pub(crate) use clients::{BackOffice, Demo, TenantApp};
pub(crate) use deployed::Deployed;
pub(crate) use engine::{Engine, TABLE};
pub(crate) use faults::Fault;
pub(crate) use funnel::Funnel;
pub(crate) use invitee::{
    PORTAL, WELCOME, cookie, invitation, invitee, next_version, number, texted_invitation, way_back,
};
pub(crate) use issuer::{Issuer, SECRET};
pub(crate) use key_store::Keys;
pub(crate) use meter::Cost;
pub(crate) use person::Person;
pub(crate) use phones::{Published, attribute};
pub(crate) use process::{Program, free_port};
pub(crate) use provider::{Provider, Received, Says};
pub(crate) use steps::Mailed;
pub(crate) use stream::{event, record};
pub(crate) use table::Row;
pub(crate) use web::{
    CALLBACK, VERIFIER, Web, asked, authorize, challenge, claims, code_in, hidden, parameters, session_cookie,
};

/// A password that the modern policy takes and that is built on nothing the tests use.
pub(crate) const PASSWORD: &str = "seven purple kettles sing";
/// Another one.
pub(crate) const OTHER_PASSWORD: &str = "nine yellow ladders hum";
/// A password for the tenant whose passwords are six digits.
pub(crate) const PINCODE: &str = "493817";

/// Runs `work` in so many threads that start together, and collects what each gives.
pub(crate) fn at_once<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let barrier = std::sync::Barrier::new(count);
    let (barrier, work) = (&barrier, &work);
    std::thread::scope(|scope| {
        let spawn = |index| {
            scope.spawn(move || {
                barrier.wait();
                work(index)
            })
        };
        let threads: Vec<_> = (0..count).map(spawn).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a thread that did not panic"))
            .collect()
    })
}
