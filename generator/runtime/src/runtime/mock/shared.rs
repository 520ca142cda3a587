//! What a mock and its connections share.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::answer::Answer;
use super::arguments::{Arguments, fits};
use super::credentials::Scheme;
use super::entry::{Entry, Handler};
use super::fault::Fault;
use super::mocked::Mocked;
use super::problem::Problem;
use super::received::Received;
use super::route::{Captures, Route};

/// What a mock and its connections share.
pub(super) struct Shared {
    operations: Vec<(Route, &'static Entry)>,
    pub(super) schemes: &'static [Scheme],
    pub(super) refuse: Arc<AtomicUsize>,
    state: Mutex<State>,
}

/// Decides whether a bearer token is accepted.
pub(super) type Bearer = Arc<dyn Fn(&str) -> Result<(), Answer> + Send + Sync>;

/// What changes while the server runs.
#[derive(Default)]
pub(super) struct State {
    pub(super) handlers: HashMap<&'static str, Arc<Handler>>,
    pub(super) faults: HashMap<&'static str, VecDeque<Fault>>,
    pub(super) bearer: Option<Bearer>,
    pub(super) received: Vec<Received>,
    pub(super) problems: Vec<Problem>,
}

impl Shared {
    pub(super) fn new(tags: &[&'static [Entry]], schemes: &'static [Scheme]) -> Self {
        let entries = tags.iter().flat_map(|entries| entries.iter());
        #[cfg(feature = "token-endpoint")]
        let entries = entries.chain([super::token_endpoint::ENTRY]);
        let operations = entries.map(|entry| (Route::new(entry.info.route), entry));
        Self {
            operations: operations.collect(),
            schemes,
            refuse: Arc::default(),
            state: Mutex::default(),
        }
    }

    /// The state. A handler that panicked elsewhere leaves it whole.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The operation that a request is for, by its method and path; of several, by the media type
    /// of its body.
    pub(super) fn find(
        &self,
        request: &Received,
    ) -> Result<(&'static Entry, Captures), Problem> {
        let Received { method, path, .. } = request;
        let mut found: Vec<_> = self
            .operations
            .iter()
            .filter_map(|(route, entry)| {
                Some((route.literal(), *entry, route.captures(path)?))
            })
            .collect();
        if found.is_empty() {
            return Err(Problem::new(404, "the document has no such path"));
        }
        found.sort_by(|(one, ..), (other, ..)| other.cmp(one));
        let allowed: Vec<&str> =
            found.iter().map(|(_, entry, _)| entry.info.method).collect();
        let refused = Problem::method(method, &allowed);
        found.retain(|(_, entry, _)| entry.info.method == method.as_str());
        let Some((_, first, captures)) = found.first().cloned() else {
            return Err(refused);
        };
        let sent = request.media_type();
        let is_meant = |entry: &&Entry| {
            entry.info.route == first.info.route && fits(&sent, entry.reads)
        };
        let meant = found.into_iter().map(|(_, entry, _)| entry).find(is_meant);
        Ok((meant.unwrap_or(first), captures))
    }

    /// A request that was received, as its operation reads it.
    pub(super) fn call<O: Mocked>(&self, received: &Received) -> Option<O::Call> {
        let (_, captures) = self.find(received).ok()?;
        O::call(&Arguments {
            received,
            captures: &captures,
        })
        .ok()
    }

    /// The fault that the next request of an operation meets.
    pub(super) fn next_fault(&self, operation: &str) -> Option<Fault> {
        self.state().faults.get_mut(operation)?.pop_front()
    }

    /// Keeps a problem, with where it was met.
    pub(super) fn report(&self, problem: Problem, received: &Received) -> Problem {
        let problem = problem.of(received);
        self.state().problems.push(problem.clone());
        problem
    }
}
