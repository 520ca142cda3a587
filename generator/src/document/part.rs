//! Which part of a document a JSON pointer lies in.

/// The requirements that hold for operations without some of their own: no part that can be left out by itself.
pub(crate) const SECURITY: &str = "/security";

const VERBS: &[&str] =
    &["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// The pointer of the operation, path item, webhook or component that a pointer lies in, or [`SECURITY`]; `None` for what
/// belongs to the document as a whole.
pub(crate) fn part(pointer: &str) -> Option<&str> {
    if let Some((file, inner)) =
        pointer.split_once('#').filter(|(file, _)| !file.contains('/'))
    {
        return pointer.get(..file.len() + 1 + inner_part(inner));
    }
    let tokens: Vec<&str> = pointer.split('/').skip(1).take(5).collect();
    let count = match tokens[..] {
        ["components", "pathItems", _, ref rest @ ..] => 3 + within_path_item(rest),
        ["components", _, _, ..] => 3,
        ["paths", _, ref rest @ ..] => 2 + within_path_item(rest),
        ["webhooks", _, ..] => 2,
        ["security", ..] => 1,
        _ => return None,
    };
    let length: usize = tokens.iter().take(count).map(|token| token.len() + 1).sum();
    pointer.get(..length)
}

/// How much of a pointer in a file other than the document's own names a part: a component or a definition, an operation of
/// a path item, or else the whole file.
fn inner_part(pointer: &str) -> usize {
    let tokens: Vec<&str> = pointer.split('/').skip(1).take(4).collect();
    let count = match tokens[..] {
        ["components", _, _, ..] => 3,
        ["definitions", _, ..] => 2,
        ["paths", _, ref rest @ ..] => 2 + within_path_item(rest),
        ref rest => within_path_item(rest),
    };
    tokens.iter().take(count).map(|token| token.len() + 1).sum()
}

/// Whether a pointer is that of a part, or leads into it.
pub(crate) fn lies_in(pointer: &str, part: &str) -> bool {
    let rest = pointer.strip_prefix(part);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Each pointer that leads to what holds a pointer's node, from the outside in, and the pointer itself.
pub(crate) fn above(pointer: &str) -> impl Iterator<Item = &str> {
    // In a file other than the document's own, the whole file is the first of them.
    let inner = !pointer.starts_with('/') && pointer.contains("#/");
    let ends = pointer.match_indices('/').map(|(at, _)| at).skip(usize::from(!inner));
    ends.chain([pointer.len()]).map(|end| &pointer[..end])
}

/// The last token of a pointer, as the document writes it.
pub(crate) fn last_token(pointer: &str) -> String {
    let token = pointer.rsplit('/').next().unwrap_or_default();
    token.replace("~1", "/").replace("~0", "~")
}

/// The method and the path of an operation's pointer; of a path item's, the path alone.
pub(crate) fn call(pointer: &str) -> String {
    let token = |depth: usize| pointer.split('/').nth(depth).unwrap_or_default();
    let path_at = if token(1) == "components" { 3 } else { 2 };
    let path = last_token(token(path_at));
    match token(path_at + 1) {
        "" => path,
        "additionalOperations" => format!("{} {path}", last_token(pointer)),
        verb => format!("{} {path}", verb.to_ascii_uppercase()),
    }
}

/// How many tokens further an operation of a path item is named.
fn within_path_item(tokens: &[&str]) -> usize {
    match tokens {
        ["additionalOperations", _, ..] => 2,
        [verb, ..] if VERBS.contains(verb) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_lies_in_an_operation_a_component_or_the_whole() {
        let found = |pointer| part(pointer).unwrap_or("none");
        assert_eq!(found("/paths/~1a/get/responses/200"), "/paths/~1a/get");
        assert_eq!(found("/paths/~1a/parameters/0"), "/paths/~1a");
        assert_eq!(
            found("/paths/~1a/additionalOperations/COPY/tags"),
            "/paths/~1a/additionalOperations/COPY"
        );
        assert_eq!(
            found("/components/pathItems/I/put/x"),
            "/components/pathItems/I/put"
        );
        assert_eq!(found("/components/schemas/A/properties"), "/components/schemas/A");
        assert_eq!(found("/security/0/key"), SECURITY);
        assert_eq!(found("3#/components/schemas/A/items"), "3#/components/schemas/A");
        assert_eq!(found("3#/definitions/A/items"), "3#/definitions/A");
        assert_eq!(found("3#/get/responses"), "3#/get");
        assert_eq!(found("3#/properties/x"), "3#");
        assert_eq!(found("3#"), "3#");
        for whole in ["", "/info/title", "/paths", "/components/schemas", "/servers/0"] {
            assert_eq!(found(whole), "none", "{whole}");
        }
    }

    #[test]
    fn a_pointer_says_what_is_called() {
        assert_eq!(call("/paths/~1a~1{b}/get"), "GET /a/{b}");
        assert_eq!(call("/paths/~1a/additionalOperations/COPY"), "COPY /a");
        assert_eq!(call("/paths/~1a"), "/a");
        assert_eq!(call("/components/pathItems/I/put"), "PUT I");
    }

    #[test]
    fn a_part_holds_itself_and_what_is_below_it() {
        assert!(lies_in("/paths/~1a", "/paths/~1a"));
        assert!(lies_in("/paths/~1a/get", "/paths/~1a"));
        assert!(!lies_in("/paths/~1ab", "/paths/~1a"));
    }
}
