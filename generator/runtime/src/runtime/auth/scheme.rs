//! Which security schemes a request needs.

use reqwest::Url;

use crate::runtime::operation::Schemes;

/// The schemes whose credentials a request gets, and the server that it was made for; it travels
/// with the request.
#[derive(Clone)]
pub(in crate::runtime) struct Wanted {
    schemes: Vec<&'static str>,
    server: Url,
}

impl Wanted {
    /// Credentials for that server alone.
    pub(in crate::runtime) fn at(schemes: Vec<&'static str>, server: &Url) -> Self {
        let server = server.clone();
        Self { schemes, server }
    }

    /// Whether a request gets the credentials of a scheme: it must still go where the call was to go.
    pub(super) fn has(&self, scheme: &str, url: &Url) -> bool {
        self.schemes.contains(&scheme) && url.origin() == self.server.origin()
    }
}

/// The first set of schemes that are all configured; empty when none are needed. The error names
/// what is missing.
pub(in crate::runtime) fn choose(
    security: Schemes,
    configured: &[&'static str],
) -> Result<Vec<&'static str>, String> {
    let sets = security.sets();
    if sets.is_empty() {
        return Ok(Vec::new());
    }
    let complete = |set: &&&[&str]| set.iter().all(|scheme| configured.contains(scheme));
    match sets.iter().find(complete) {
        Some(set) => Ok(set.to_vec()),
        None => {
            let missing = |set: &&[&'static str]| {
                let missing = set.iter().filter(|scheme| !configured.contains(scheme));
                missing.copied().collect::<Vec<_>>().join(" and ")
            };
            let sets: Vec<String> = sets.iter().map(missing).collect();
            Err(format!("the client has no credentials for {}", sets.join(", or ")))
        }
    }
}
