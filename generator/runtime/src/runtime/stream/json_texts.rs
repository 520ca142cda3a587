//! JSON texts one after the other: lines, and sequences of RFC 7464.

use bytes::{Buf, Bytes, BytesMut};

use super::reader::Framing;

/// The record separator that begins a text of a sequence (RFC 7464, 2.2).
const SEPARATOR: u8 = 0x1E;

/// JSON texts one after the other.
#[derive(Debug)]
pub(super) struct JsonTexts {
    buffer: BytesMut,
    /// How much of the buffer has been looked at.
    seen: usize,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    /// One in each line (JSON Lines, NDJSON). Empty lines are passed over.
    Lines,
    /// Each after a separator; it is whole with the line end after its value, so that it need
    /// not wait for the next one.
    Sequence(Scan),
}

/// Where in a value a text is.
#[derive(Debug, Clone, Copy, Default)]
struct Scan {
    depth: usize,
    quoted: bool,
    escaped: bool,
    begun: bool,
}

impl JsonTexts {
    pub(super) fn lines() -> Self {
        Self::new(Kind::Lines)
    }

    pub(super) fn sequence() -> Self {
        Self::new(Kind::Sequence(Scan::default()))
    }

    fn new(kind: Kind) -> Self {
        Self {
            buffer: BytesMut::new(),
            seen: 0,
            kind,
        }
    }

    /// Whether the byte at which the buffer has been looked at ends a text.
    fn ends(&mut self, byte: u8) -> bool {
        match &mut self.kind {
            Kind::Lines => byte == b'\n',
            Kind::Sequence(_) if byte == SEPARATOR => true,
            Kind::Sequence(scan) => scan.ends(byte),
        }
    }
}

impl Framing for JsonTexts {
    type Frame = Bytes;

    fn feed(&mut self, chunk: &[u8]) {
        self.buffer.extend_from_slice(chunk);
    }

    fn take(&mut self, ended: bool) -> Option<Bytes> {
        while let Some(byte) = self.buffer.get(self.seen).copied() {
            self.seen += 1;
            if !self.ends(byte) {
                continue;
            }
            let text = self.buffer.split_to(self.seen - 1).freeze();
            self.buffer.advance(1);
            self.seen = 0;
            if let Kind::Sequence(scan) = &mut self.kind {
                *scan = Scan::default();
            }
            if let Some(text) = trimmed(&text) {
                return Some(text);
            }
        }
        if !ended {
            return None;
        }
        self.seen = 0;
        trimmed(&self.buffer.split().freeze())
    }

    fn size(frame: &Bytes) -> usize {
        frame.len()
    }

    fn held(&self) -> usize {
        self.buffer.len()
    }

    fn clear(&mut self) {
        self.buffer.clear();
        self.seen = 0;
    }
}

impl Scan {
    /// Follows a byte; whether it is a line end after the value.
    fn ends(&mut self, byte: u8) -> bool {
        if self.quoted {
            self.quoted = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return false;
        }
        match byte {
            b'"' => self.quoted = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            b'\n' if self.depth == 0 && self.begun => return true,
            _ => {}
        }
        self.begun |= !byte.is_ascii_whitespace();
        false
    }
}

/// A text without the white space around it; nothing where there is nothing else.
fn trimmed(text: &Bytes) -> Option<Bytes> {
    let inner = text.trim_ascii();
    (!inner.is_empty()).then(|| text.slice_ref(inner))
}
