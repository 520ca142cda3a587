//! Sets of security schemes as the only argument of a call: rustfmt opens the list with the call.

use super::{WIDTH, indent};

/// Whether a line begins such a call.
pub(super) fn opens(line: &str) -> bool {
    line.ends_with("Schemes::AnyOf(")
}

/// The lines of the call.
pub(super) fn shaped(block: &[&str]) -> Option<Vec<String>> {
    let [first, inner @ .., last] = block else { return None };
    if !opens(first) || last.trim_start() != ")," {
        return None;
    }
    let sets = sets(&inner.concat());
    let outer = " ".repeat(indent(first));
    let mut lines = vec![format!("{first}&[")];
    if let [only] = sets.as_slice() {
        lines[0].push_str("&[");
        lines.extend(only.iter().map(|scheme| format!("{outer}    {scheme},")));
        lines.push(format!("{outer}]]),"));
        return Some(lines);
    }
    for set in sets {
        let line = format!("{outer}    &[{}],", set.join(", "));
        if line.chars().count() <= WIDTH {
            lines.push(line);
            continue;
        }
        lines.push(format!("{outer}    &["));
        lines.extend(set.iter().map(|scheme| format!("{outer}        {scheme},")));
        lines.push(format!("{outer}    ],"));
    }
    lines.push(format!("{outer}]),"));
    Some(lines)
}

/// The string literals of each of the inner lists.
fn sets(text: &str) -> Vec<Vec<String>> {
    let mut sets: Vec<Vec<String>> = Vec::new();
    let mut literal: Option<String> = None;
    let (mut escaped, mut depth) = (false, 0);
    for c in text.chars() {
        match &mut literal {
            Some(open) => {
                open.push(c);
                if c == '"' && !escaped {
                    let whole = literal.take();
                    sets.last_mut()
                        .into_iter()
                        .for_each(|set| set.extend(whole.clone()));
                }
                escaped = c == '\\' && !escaped;
            }
            None if c == '"' => literal = Some(c.to_string()),
            None if c == '[' => {
                depth += 1;
                if depth == 2 {
                    sets.push(Vec::new());
                }
            }
            None if c == ']' => depth -= 1,
            None => {}
        }
    }
    sets
}

#[cfg(test)]
mod tests {
    use super::shaped;

    fn lines(text: &str) -> Vec<String> {
        shaped(&text.lines().collect::<Vec<_>>()).unwrap_or_default()
    }

    #[test]
    fn the_list_opens_with_the_call() {
        let one = "    security: Schemes::AnyOf(\n        &[&[\n            \"a\",\n            \"b\\\"], &[\",\n        ]],\n    ),";
        assert_eq!(
            lines(one),
            [
                "    security: Schemes::AnyOf(&[&[",
                "        \"a\",",
                "        \"b\\\"], &[\",",
                "    ]]),"
            ]
        );
        let two = "security: Schemes::AnyOf(\n    &[&[], &[\"a\", \"b\"]],\n),";
        let broken =
            ["security: Schemes::AnyOf(&[", "    &[],", "    &[\"a\", \"b\"],", "]),"];
        assert_eq!(lines(two), broken);
    }
}
