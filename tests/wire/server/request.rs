//! A request as its bytes came.

use tokio::io::{AsyncRead, AsyncReadExt};

/// A request as its bytes came.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// The head as it came, from the method to the empty line, without that line.
    pub(crate) head: String,
    /// The body as it came.
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// Reads one request; `None` when the connection ends, or when what comes is not one.
    pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Self> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.ok()?);
        }
        head.truncate(head.len() - 4);
        let mut request = Self {
            head: String::from_utf8(head).ok()?,
            body: Vec::new(),
        };
        if request.header("transfer-encoding").is_some() {
            return None;
        }
        let length = request.header("content-length").unwrap_or("0");
        request.body = vec![0; length.parse().ok()?];
        stream.read_exact(&mut request.body).await.ok()?;
        Some(request)
    }

    /// The request line: method, target and version.
    pub(crate) fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }

    /// The request target, as it was sent.
    pub(crate) fn target(&self) -> &str {
        self.line().split(' ').nth(1).unwrap_or_default()
    }

    /// The headers, with their names in lower case, sorted.
    pub(crate) fn headers(&self) -> Vec<(String, String)> {
        let pairs = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        let mut headers: Vec<_> = pairs
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        headers.sort();
        headers
    }

    /// The value of a header that stands there once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        let mut values = lines.filter(|(it, _)| it.eq_ignore_ascii_case(name));
        let (_, value) = values.next()?;
        assert!(values.next().is_none(), "{name} stands there twice");
        Some(value.trim())
    }

    /// The body as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}
