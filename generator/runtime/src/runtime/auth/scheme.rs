//! Which security schemes a request needs.

use reqwest::Url;

/// The schemes whose credentials a request gets, and the server that it was made for; it travels
/// with the request.
#[derive(Debug, Clone)]
pub(in crate::runtime) struct Wanted {
    schemes: &'static [&'static str],
    server: Url,
}

impl Wanted {
    /// Credentials for that server alone.
    pub(in crate::runtime) fn at(
        schemes: &'static [&'static str],
        server: &Url,
    ) -> Self {
        let server = server.clone();
        Self { schemes, server }
    }

    /// Whether a request gets the credentials of a scheme: it must still go where the call was to go.
    pub(super) fn has(&self, scheme: &str, url: &Url) -> bool {
        self.schemes.contains(&scheme) && url.origin() == self.server.origin()
    }
}

/// The first alternative whose schemes are all configured; none are needed when there is no
/// alternative. The error names what is missing.
pub(in crate::runtime) fn choose(
    alternatives: &'static [&'static [&'static str]],
    configured: &[&'static str],
) -> Result<&'static [&'static str], String> {
    if alternatives.is_empty() {
        return Ok(&[]);
    }
    let complete = |set: &&&[&str]| set.iter().all(|scheme| configured.contains(scheme));
    match alternatives.iter().find(complete) {
        Some(set) => Ok(set),
        None => {
            let sets: Vec<String> =
                alternatives.iter().map(|set| set.join(" and ")).collect();
            Err(format!("the client has no credentials for {}", sets.join(", or ")))
        }
    }
}
