//! Which security schemes a request needs.

/// The schemes whose credentials a request gets; it travels with the request.
#[derive(Debug, Clone, Copy)]
pub(in crate::runtime) struct Wanted(pub(in crate::runtime) &'static [&'static str]);

impl Wanted {
    pub(super) fn has(self, scheme: &str) -> bool {
        self.0.contains(&scheme)
    }
}

/// The first alternative whose schemes are all configured; none are needed when there is no
/// alternative. The error names what is missing.
pub(in crate::runtime) fn choose(
    alternatives: &'static [&'static [&'static str]],
    configured: &[&'static str],
) -> Result<Wanted, String> {
    if alternatives.is_empty() {
        return Ok(Wanted(&[]));
    }
    let complete = |set: &&&[&str]| set.iter().all(|scheme| configured.contains(scheme));
    match alternatives.iter().find(complete) {
        Some(set) => Ok(Wanted(set)),
        None => {
            let sets: Vec<String> =
                alternatives.iter().map(|set| set.join(" and ")).collect();
            Err(format!("the client has no credentials for {}", sets.join(", or ")))
        }
    }
}
