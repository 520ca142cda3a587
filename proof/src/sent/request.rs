//! A request as it came over the wire (RFC 9112).

/// Its parts, none of them decoded.
pub(super) struct Request<'r> {
    pub(super) method: &'r str,
    pub(super) path: &'r str,
    pub(super) query: Option<&'r str>,
    headers: Vec<(&'r str, &'r str)>,
    pub(super) body: &'r [u8],
}

impl<'r> Request<'r> {
    /// Takes the bytes of a whole request apart.
    pub(super) fn parsed(raw: &'r [u8]) -> Option<Self> {
        let end = raw.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&raw[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let mut words = lines.next()?.split(' ');
        let (method, target) = (words.next()?, words.next()?);
        if words.next() != Some("HTTP/1.1") || words.next().is_some() {
            return None;
        }
        let (path, query) = target
            .split_once('?')
            .map_or((target, None), |(path, query)| (path, Some(query)));
        let header = |line: &'r str| {
            let (name, value) = line.split_once(':')?;
            Some((name, value.trim_matches([' ', '\t'])))
        };
        let headers = lines.map(header).collect::<Option<_>>()?;
        let request = Self {
            method,
            path,
            query,
            headers,
            body: &raw[end + 4..],
        };
        let length =
            request.header("content-length").map_or(Some(0), |text| text.parse().ok());
        (length == Some(request.body.len())).then_some(request)
    }

    /// The value of a header; of several, nothing says which.
    pub(super) fn header(&self, name: &str) -> Option<&'r str> {
        let mut of_name =
            self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let (_, value) = of_name.next()?;
        of_name.next().is_none().then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Request;

    #[test]
    fn a_request_is_taken_apart_and_half_of_one_is_none() {
        let raw = b"POST /a/b?c=d&e HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
        let request = Request::parsed(raw);
        let parts =
            request.map(|it| (it.method, it.path, it.query, it.header("host"), it.body));
        assert_eq!(parts, Some(("POST", "/a/b", Some("c=d&e"), Some("x"), &b"abc"[..])));
        assert!(Request::parsed(&raw[..raw.len() - 1]).is_none());
        assert!(Request::parsed(b"GET / HTTP/1.0\r\n\r\n").is_none());
    }
}
