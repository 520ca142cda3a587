//! The life of a bearer token: fetched once for all, renewed early, forgotten when refused.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::header::HeaderValue;
use tokio::sync::watch;
use tokio::time::Instant;

use crate::runtime::Client;

use super::source::Fetch;
use super::token::Token;
use super::token_error::TokenError;

/// A token is renewed at most this long before its life ends.
const EARLIEST: Duration = Duration::from_secs(10 * 60);

/// After a renewal failed while the old token is still good, the next one waits this long.
const PAUSE: Duration = Duration::from_secs(30);

/// The tokens of one source, one at a time.
pub(super) struct Cache {
    fetch: Fetch,
    bare: Client,
    limit: Duration,
    state: Mutex<State>,
}

/// A token with the times that its life sets. Times are monotonic: a changed clock changes none.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) header: HeaderValue,
    pub(super) serial: u64,
    renew_at: Option<Instant>,
    ends_at: Option<Instant>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    /// The fetch that is under way; closed without a value when it died with its runtime.
    fetching: Option<Waiting>,
    serial: u64,
    not_before: Option<Instant>,
}

type Outcome = Result<Held, TokenError>;
type Waiting = watch::Receiver<Option<Outcome>>;

enum Now {
    Ready(Held),
    Wait(Waiting),
}

impl Cache {
    /// An empty cache. A fetch that takes longer than `limit` has failed.
    pub(super) fn new(fetch: Fetch, bare: Client, limit: Duration) -> Self {
        Self {
            fetch,
            bare,
            limit,
            state: Mutex::default(),
        }
    }

    /// A token, fetched when there is none. Callers that come while it is fetched wait for the
    /// same fetch, which goes on when the caller that started it is dropped.
    pub(super) async fn token(self: &Arc<Self>) -> Outcome {
        // A second round, for a fetch whose runtime was shut down while this one waited.
        for _ in 0..2 {
            let mut waiting = match self.now()? {
                Now::Ready(held) => return Ok(held),
                Now::Wait(waiting) => waiting,
            };
            if let Ok(outcome) = waiting.wait_for(Option::is_some).await
                && let Some(outcome) = &*outcome
            {
                return outcome.clone();
            }
        }
        Err(TokenError::new("fetching a token was broken off"))
    }

    /// The server refused a token: it is forgotten, unless another one has taken its place.
    pub(super) fn refuse(&self, serial: u64) {
        let mut state = self.lock();
        if state.held.as_ref().is_some_and(|held| held.serial == serial) {
            state.held = None;
        }
    }

    fn now(self: &Arc<Self>) -> Result<Now, TokenError> {
        let mut state = self.lock();
        let now = Instant::now();
        let alive = |held: &&Held| held.ends_at.is_none_or(|end| now < end);
        if let Some(held) = state.held.as_ref().filter(alive).cloned() {
            let due = held.renew_at.is_some_and(|at| at <= now);
            if due
                && state.not_before.is_none_or(|at| at <= now)
                && state.running().is_none()
            {
                // The old token serves on, so that it does not matter whether this one starts.
                let _ = self.start(&mut state);
            }
            return Ok(Now::Ready(held));
        }
        match state.running() {
            Some(waiting) => Ok(Now::Wait(waiting)),
            None => self.start(&mut state).map(Now::Wait),
        }
    }

    /// Starts a fetch in a task of its own, so that it outlives whoever needs it first.
    fn start(self: &Arc<Self>, state: &mut State) -> Result<Waiting, TokenError> {
        let runtime = tokio::runtime::Handle::try_current().map_err(|_| {
            TokenError::new("there is no Tokio runtime to fetch a token on")
        })?;
        let (sender, waiting) = watch::channel(None);
        state.fetching = Some(waiting.clone());
        let cache = Arc::clone(self);
        runtime.spawn(async move {
            let outcome = cache.fetch().await;
            // Nobody waits any more when this fails; the token is kept all the same.
            let _ = sender.send(Some(outcome));
        });
        Ok(waiting)
    }

    async fn fetch(&self) -> Outcome {
        let asked_at = Instant::now();
        let fetched =
            tokio::time::timeout(self.limit, (self.fetch)(self.bare.clone())).await;
        let fetched = fetched.unwrap_or_else(|_| {
            Err(TokenError::new(format!("no token came within {:?}", self.limit)))
        });
        let mut state = self.lock();
        state.fetching = None;
        match fetched {
            Ok(token) => {
                state.serial += 1;
                let held = Held::new(&token, asked_at, state.serial);
                state.held = Some(held.clone());
                state.not_before = None;
                Ok(held)
            }
            Err(error) => {
                state.not_before = Some(Instant::now() + PAUSE);
                Err(error)
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // The state is whole between any two statements, so a panic elsewhere leaves it usable.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn running(&self) -> Option<Waiting> {
        self.fetching.clone().filter(|waiting| waiting.has_changed().is_ok())
    }
}

impl Held {
    fn new(token: &Token, asked_at: Instant, serial: u64) -> Self {
        let ends_at = token.life().and_then(|life| asked_at.checked_add(life));
        let early = token.life().map(|life| jittered((life / 10).min(EARLIEST)));
        let renew_at =
            ends_at.zip(early).and_then(|(end, early)| end.checked_sub(early));
        Self {
            header: token.header(),
            serial,
            renew_at,
            ends_at,
        }
    }
}

/// Between half of `span` and all of it, so that replicas started together do not renew together.
fn jittered(span: Duration) -> Duration {
    let random = RandomState::new().hash_one(()) % 1_000;
    let half = span / 2;
    half + half * u32::try_from(random).unwrap_or_default() / 1_000
}
