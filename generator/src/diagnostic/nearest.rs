//! Did you mean: the known name nearest to one that is not known.

use strsim::osa_distance;

/// How many names are compared; more would take longer than the advice is worth.
const MOST_NAMES: usize = 4096;

/// The nearest of `names`, when a slip of the fingers may lie between; the first of equals.
#[must_use]
pub fn nearest<'n>(
    written: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let lower = written.to_lowercase();
    let allowed = 1 + written.chars().count() / 4;
    names
        .into_iter()
        .take(MOST_NAMES)
        .filter(|name| name.len().abs_diff(written.len()) <= allowed)
        .map(|name| (osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let names = ["operationId", "parameters", "responses", "tags"];
        assert_eq!(nearest("operationid", names), Some("operationId"));
        assert_eq!(nearest("repsonses", names), Some("responses"));
        assert_eq!(nearest("tag", names), Some("tags"));
        assert_eq!(nearest("consumes", names), None);
        assert_eq!(nearest("id", names), None);
    }
}
