//! Did you mean: the key or value nearest to one that the configuration does not know.

use crate::diagnostic::nearest;

/// What may have been meant, by the parser's own words: "unknown field `a`, expected one of `b`, `c`".
pub(super) fn advice(message: &str) -> Option<String> {
    let unknown = ["unknown field `", "unknown variant `"];
    let rest = unknown.into_iter().find_map(|start| message.strip_prefix(start))?;
    let (written, known) = rest.split_once("`, expected ")?;
    let known = known.split('`').skip(1).step_by(2);
    nearest(written, known).map(|near| format!("did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::advice;

    #[test]
    fn the_nearest_of_what_is_expected_is_advised() {
        let near = |message: &str| advice(message);
        let several = "unknown field `versoin`, expected one of `name`, `version`";
        assert_eq!(near(several).as_deref(), Some("did you mean `version`?"));
        let two = "unknown field `nam`, expected `name` or `why`";
        assert_eq!(near(two).as_deref(), Some("did you mean `name`?"));
        let variant = "unknown variant `readonly`, expected one of `read-only`, `never`";
        assert_eq!(near(variant).as_deref(), Some("did you mean `read-only`?"));
        assert_eq!(near("unknown field `licence`, expected `name` or `why`"), None);
        assert_eq!(near("unknown field `a`b`, there are no fields"), None);
        assert_eq!(near("missing field `name`"), None);
    }
}
