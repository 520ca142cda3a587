//! Server-sent events, as the HTML Standard reads them (9.2.6, "Interpreting an event stream").

use std::time::Duration;

use bytes::{Buf, BytesMut};

use super::reader::Framing;

/// The byte order mark that may begin a stream.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// An event as it stands in the stream.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// The field `event`, when it has one that is not empty.
    pub(super) event: Option<String>,
    /// Its lines, with a line end between them.
    pub(super) data: String,
    /// The field `id`, when it has one.
    pub(super) id: Option<String>,
    /// The field `retry`, when it has one.
    pub(super) retry: Option<Duration>,
}

/// Server-sent events.
#[derive(Debug, Default)]
pub(super) struct Events {
    buffer: BytesMut,
    /// How much of the buffer is known to have no line end.
    seen: usize,
    /// Whether the byte order mark has been looked for.
    begun: bool,
    /// Whether the last line ended with CR, so that an LF belongs to that end.
    after_return: bool,
    block: Block,
    /// What the last id of a whole event has set: where a stream breaks off within one, it is to come again.
    pub(super) last_id: String,
}

impl Events {
    /// The next line without its end. A last line without an end is none: its event is not
    /// whole.
    fn line(&mut self) -> Option<BytesMut> {
        if !self.begun {
            let mark = &BYTE_ORDER_MARK[..self.buffer.len().min(BYTE_ORDER_MARK.len())];
            if self.buffer.starts_with(mark) {
                if mark.len() < BYTE_ORDER_MARK.len() {
                    return None;
                }
                self.buffer.advance(mark.len());
            }
            self.begun = true;
        }
        if self.after_return && !self.buffer.is_empty() {
            if self.buffer[0] == b'\n' {
                self.buffer.advance(1);
            }
            self.after_return = false;
        }
        let rest = self.buffer.iter().skip(self.seen);
        let Some(at) = rest.copied().position(|byte| matches!(byte, b'\r' | b'\n'))
        else {
            self.seen = self.buffer.len();
            return None;
        };
        let line = self.buffer.split_to(self.seen + at);
        self.after_return = self.buffer[0] == b'\r';
        self.buffer.advance(1);
        self.seen = 0;
        Some(line)
    }

    fn field(&mut self, line: &[u8]) {
        let line = String::from_utf8_lossy(line);
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => self.block.event = Some(value.to_owned()),
            "data" => {
                self.block.data.push_str(value);
                self.block.data.push('\n');
            }
            "id" if !value.contains('\0') => {
                self.block.id = Some(value.to_owned());
            }
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.block.retry = value.parse().ok().map(Duration::from_millis);
            }
            // A comment, or a field that the standard ignores.
            _ => {}
        }
    }

    /// The block that an empty line ends; without data there is no event.
    fn dispatched(&mut self) -> Option<Block> {
        let mut block = std::mem::take(&mut self.block);
        if let Some(id) = &block.id {
            id.clone_into(&mut self.last_id);
        }
        block.data.pop()?;
        block.event = block.event.filter(|event| !event.is_empty());
        Some(block)
    }
}

impl Framing for Events {
    type Frame = Block;

    fn feed(&mut self, chunk: &[u8]) {
        self.buffer.extend_from_slice(chunk);
    }

    fn take(&mut self, _ended: bool) -> Option<Block> {
        while let Some(line) = self.line() {
            if !line.is_empty() {
                self.field(&line);
            } else if let Some(block) = self.dispatched() {
                return Some(block);
            }
        }
        None
    }

    fn size(block: &Block) -> usize {
        block.data.len()
    }

    fn held(&self) -> usize {
        self.buffer.len() + self.block.data.len()
    }

    fn clear(&mut self) {
        self.buffer.clear();
        self.seen = 0;
        self.block = Block::default();
    }
}
