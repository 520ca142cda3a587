//! Everything that is traced or logged on this thread, at every level.

use std::io::{self, Write};
use std::sync::{Arc, LazyLock, Mutex};

use tracing::Dispatch;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::util::SubscriberInitExt;

/// Collects what is traced and logged on this thread until it is dropped.
///
/// A test's runtime has one thread, so that this is all of it; other tests are not seen.
pub(super) struct Capture {
    text: Text,
    _guard: DefaultGuard,
}

/// While there is but one subscriber, `tracing` asks only the thread that first comes to a place
/// whether somebody listens there, and a thread of another test would say no for all. With this
/// one, which listens everywhere and does nothing, there are always two.
static SECOND: LazyLock<Dispatch> =
    LazyLock::new(|| Dispatch::new(tracing_subscriber::registry()));

#[derive(Clone, Default)]
struct Text(Arc<Mutex<Vec<u8>>>);

impl Capture {
    /// Starts collecting, at the most talkative level there is, spans with all their fields.
    pub(super) fn start() -> Self {
        LazyLock::force(&SECOND);
        let text = Text::default();
        let writer = text.clone();
        let guard = tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish()
            .set_default();
        Self { text, _guard: guard }
    }

    /// What was collected so far.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.text.0.lock().unwrap()).into_owned()
    }
}

impl Write for Text {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
