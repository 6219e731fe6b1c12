//! Usher from outside: over HTTP, against the stack that `make run` starts.
//!
//! `routes` mirrors the URLs. Each test has a stack of its own or people nobody else uses, so that
//! all of them run at once and none of them minds the clock of another.

mod support;

mod approvals;
mod aws_connections;
mod budget;
mod faults;
mod funnel;
mod housekeeping;
mod invitation_lists;
mod journeys;
mod key_rotation;
mod key_switch;
mod logs;
mod mail_feedback;
mod mailer;
mod million;
mod outbound;
mod parallel;
mod people_lists;
mod poison;
mod restart;
mod routes;
mod text_messages;
