//! Wrapping what may be wrapped.

/// The width prose is wrapped to, in characters: what the generated crate's rustfmt.toml leaves of a line for an indented
/// comment.
pub(super) const WIDTH: usize = 81;

/// Wraps what may be wrapped: not code, not tables.
pub(super) fn rewrapped(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        let fence =
            line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        fenced ^= fence;
        // A quote's marker would have to stand on every line of it, a table's row is one line.
        let table = line.trim_start().starts_with(['|', '>']);
        if fenced || fence || table {
            lines.push(line.trim_end().to_owned());
        } else {
            let content = line.trim_start();
            let indent = &line[..line.len() - content.len()];
            let hang = format!("{indent}{}", " ".repeat(marker(content)));
            let wrapped = wrap(content, &hang);
            let first = wrapped
                .first()
                .map_or(String::new(), |first| format!("{indent}{first}"));
            lines.push(first.trim_end().to_owned());
            lines.extend(wrapped.into_iter().skip(1));
        }
    }
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    lines.split_off(blank)
}

/// The width of the list marker a line begins with.
fn marker(line: &str) -> usize {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = &line[digits..];
    match digits {
        0 if rest.starts_with("- ")
            || rest.starts_with("* ")
            || rest.starts_with("+ ") =>
        {
            2
        }
        0 if rest.starts_with("> ") => 0,
        1..=9 if rest.starts_with(". ") || rest.starts_with(") ") => digits + 2,
        _ => 0,
    }
}

/// Breaks a paragraph into lines; those after the first begin with `hang`. A word that would open a block at the start of
/// a line stays on the line before.
pub(super) fn wrap(paragraph: &str, hang: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        let long = line.chars().count() + 1 + word.chars().count() > WIDTH;
        if !line.is_empty() && long && !opens_block(word) {
            lines.push(std::mem::replace(&mut line, hang.to_owned()));
            line.push_str(word);
        } else {
            if !line.trim().is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.push(line);
    lines
}

fn opens_block(word: &str) -> bool {
    word.starts_with(['-', '+', '*', '#', '>', '|', '=', '<', ':'])
        || word.starts_with("```")
        || word.starts_with("~~~")
        || word.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
}
