//! Where rustfmt breaks lines otherwise than prettyplease: what is printed must pass `cargo fmt --check`.

mod sets;

/// The width of a line, as the generated crate's rustfmt.toml says it.
const WIDTH: usize = 89;

/// The width of a struct literal on one line, between its braces; likewise.
const LITERAL: usize = 26;

/// An item as rustfmt breaks it.
pub(super) fn adjusted(text: String) -> String {
    let measured_alike = text.is_ascii();
    if measured_alike && !text.lines().any(opens) {
        return text;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len() + 1);
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at..];
        let chain = if measured_alike { None } else { chain(rest) };
        let block = block(rest);
        let (adjusted, length) = match chain {
            Some((line, length)) => (vec![line], length),
            None => (shaped(block).unwrap_or_default(), block.len()),
        };
        if adjusted.is_empty() {
            push(&mut out, lines[at]);
            at += 1;
        } else {
            for line in &adjusted {
                push(&mut out, line);
            }
            at += length;
        }
    }
    out
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// A block as rustfmt breaks it, where that is another way.
fn shaped(block: &[&str]) -> Option<Vec<String>> {
    if block.len() == 1 {
        return None;
    }
    [import, field, literal, sets::shaped, nested, value]
        .iter()
        .find_map(|shape| shape(block))
}

/// The lines from one that opens something to the one that closes it: the next that is indented alike.
fn block<'a, 't>(lines: &'a [&'t str]) -> &'a [&'t str] {
    let alike = |line: &&&str| indent(line) == indent(lines[0]) && !line.is_empty();
    let rest = lines[1..].iter().position(|line| alike(&line));
    match rest.filter(|_| opens(lines[0])) {
        Some(length) => &lines[..length + 2],
        None => &lines[..1],
    }
}

/// Whether a line opens something that rustfmt may break otherwise.
fn opens(line: &str) -> bool {
    line.ends_with(['{', '<', '['])
        || (line.ends_with('(') && (is_value(line) || sets::opens(line)))
}

/// Whether a line begins a constant or a type's other name.
fn is_value(line: &str) -> bool {
    let item = line.trim_start();
    let item = item.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
    ["const ", "static ", "type "].iter().any(|begin| item.starts_with(begin))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// `use a::{b, c};` over several lines, which rustfmt fills to one character less than the width.
fn import(block: &[&str]) -> Option<Vec<String>> {
    let [first, names @ .., "};"] = block else { return None };
    if !first.starts_with("use ") && !first.starts_with("pub use ") {
        return None;
    }
    let mut lines = vec![(*first).to_owned()];
    let mut line = String::from("   ");
    for name in names.iter().flat_map(|line| line.split_whitespace()) {
        if line.len() + 1 + name.len() >= WIDTH {
            lines.push(std::mem::replace(&mut line, "   ".to_owned()));
        }
        line.push(' ');
        line.push_str(name);
    }
    lines.extend([line, "};".to_owned()]);
    Some(lines)
}

/// A field whose type does not fit beside its name, which rustfmt puts below it where it fits.
fn field(block: &[&str]) -> Option<Vec<String>> {
    let [first, .., last] = block else { return None };
    let (name, begin) = first.trim_start().split_once(": ")?;
    if !name.starts_with("pub ") || !last.trim_start().starts_with('>') {
        return None;
    }
    let inner: String = block[1..].iter().map(|line| line.trim_start()).collect();
    let ty = format!("{begin}{}", inner.replace(",>", ">").replace(',', ", "));
    // A tuple of one item keeps its comma.
    let ty = ty.trim_end().replace(",  ", ", ").replace(", )", ",)");
    let indent = " ".repeat(indent(first));
    let below = format!("{indent}    {ty}");
    (below.chars().count() <= WIDTH).then(|| vec![format!("{indent}{name}:"), below])
}

/// A short struct literal, which rustfmt measures between its braces.
fn literal(block: &[&str]) -> Option<Vec<String>> {
    let [first, fields @ .., last] = block else { return None };
    let (begin, end) = (first.trim_start().strip_suffix(" {")?, last.trim_start());
    let name = begin.strip_prefix("Ok(").unwrap_or(begin);
    let is_name =
        name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_uppercase);
    let closes = matches!(end, "}" | "})");
    let is_field = |line: &&str| {
        line.ends_with(',') && indent(line) == indent(first) + 4 && !line.contains("=>")
    };
    if !is_name || !closes || fields.is_empty() || !fields.iter().all(is_field) {
        return None;
    }
    let fields: Vec<&str> =
        fields.iter().map(|line| line.trim().trim_end_matches(',')).collect();
    let inner = fields.join(", ");
    let line = format!("{}{begin} {{ {inner} {end}", " ".repeat(indent(first)));
    (inner.chars().count() <= LITERAL).then(|| vec![line])
}

/// A constant whose value does not fit beside its name, which rustfmt puts below it where it fits on one line.
fn value(block: &[&str]) -> Option<Vec<String>> {
    let [first, inner @ .., last] = block else { return None };
    let (name, begin) = first.split_once(" = ")?;
    let end = last.trim_start();
    let whole = is_value(first) && matches!(end, ");" | "];" | ">;");
    if !whole || !inner.iter().all(|line| line.ends_with(',')) {
        return None;
    }
    let inner: Vec<&str> = inner.iter().map(|line| line.trim_start()).collect();
    let inner = inner.join(" ");
    let below = format!(
        "{}    {begin}{}{end}",
        " ".repeat(indent(first)),
        inner.trim_end_matches(',')
    );
    (below.chars().count() <= WIDTH).then(|| vec![format!("{name} ="), below])
}

/// A list that holds one list alone: rustfmt lets both open on one line.
fn nested(block: &[&str]) -> Option<Vec<String>> {
    let [first, second, inner @ .., before, last] = block else { return None };
    let one = second.trim_start() == "&["
        && before.trim_start() == "],"
        && inner.iter().all(|line| indent(line) > indent(second));
    if !first.ends_with("&[") || !one || indent(before) != indent(second) {
        return None;
    }
    let mut lines = vec![format!("{first}&[")];
    lines.extend(
        inner.iter().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()),
    );
    lines.push(format!("{}]{}", " ".repeat(indent(last)), last.trim_start()));
    Some(lines)
}

/// A chain that is broken since prettyplease measures bytes, and fits on one line of characters; and of how many lines it
/// was.
fn chain(lines: &[&str]) -> Option<(String, usize)> {
    let deeper = indent(lines[0]) + 4;
    let is_link =
        |line: &&&str| indent(line) == deeper && line[deeper..].starts_with('.');
    let length = 1 + lines[1..].iter().take_while(is_link).count();
    let goes_on = lines.get(length).is_some_and(|line| indent(line) >= deeper);
    let rest = lines[1..length].iter().map(|line| line.trim_start());
    let line: String = std::iter::once(lines[0]).chain(rest).collect();
    let fits = line.len() > WIDTH && line.chars().count() <= WIDTH;
    (length > 1 && fits && !goes_on).then_some((line, length))
}

#[cfg(test)]
mod tests {
    fn adjusted(text: &str) -> String {
        super::adjusted(text.to_owned())
    }

    #[test]
    fn imports_are_filled_to_one_character_less_than_the_width() {
        let wide = "use crate::runtime::{\n    Call, Client, Decode, Form, Method, Mismatch, Operation, OperationInfo, Reply, Retry,\n    request,\n};\n";
        let filled = "use crate::runtime::{\n    Call, Client, Decode, Form, Method, Mismatch, Operation, OperationInfo, Reply,\n    Retry, request,\n};\n";
        assert_eq!(adjusted(wide), filled);
        assert_eq!(adjusted(filled), filled);
    }

    #[test]
    fn a_wide_type_goes_below_its_field() {
        let wide = "pub struct Open {\n    pub additional_properties: std::collections::BTreeMap<\n        String,\n        OpenAdditionalProperty,\n    >,\n}\n";
        let below = "pub struct Open {\n    pub additional_properties:\n        std::collections::BTreeMap<String, OpenAdditionalProperty>,\n}\n";
        assert_eq!(adjusted(wide), below);
    }

    #[test]
    fn a_short_literal_is_one_line() {
        let broken = "        Ok(AnyCall {\n            body: request.json(\"*/*\")?,\n        })\n";
        assert_eq!(
            adjusted(broken),
            "        Ok(AnyCall { body: request.json(\"*/*\")? })\n"
        );
        let long = "        Self {\n            line: line.into(),\n            kind: None,\n        }\n";
        assert_eq!(adjusted(long), long);
        let arms = "    match a {\n        B => c,\n    }\n";
        assert_eq!(adjusted(arms), arms);
    }

    #[test]
    fn a_wide_value_goes_below_its_name() {
        let broken = "static PUT_ANIMALS_BODY_CONTENT: Shape = Shape::List(\n    Node::element(\"animal\", &PUT_ANIMALS_BODY_CONTENT_ITEM),\n);\n";
        let below = "static PUT_ANIMALS_BODY_CONTENT: Shape =\n    Shape::List(Node::element(\"animal\", &PUT_ANIMALS_BODY_CONTENT_ITEM));\n";
        assert_eq!(adjusted(broken), below);
        let deep = "const A: &[B] = &[\n    C {\n        d: 1,\n    },\n];\n";
        assert_eq!(adjusted(deep), deep);
    }

    #[test]
    fn a_list_within_a_list_opens_with_it() {
        let broken = "    schemes: &[\n        &[\n            \"a\",\n            \"b\",\n        ],\n    ],\n";
        assert_eq!(
            adjusted(broken),
            "    schemes: &[&[\n        \"a\",\n        \"b\",\n    ]],\n"
        );
        let two = "    schemes: &[\n        &[\n            \"a\",\n        ],\n        &[\"b\"],\n    ],\n";
        assert_eq!(adjusted(two), two);
    }

    #[test]
    fn a_chain_is_as_wide_as_its_characters() {
        let broken = "        Call::new(&self.client)\n            .path(\"/g/\")\n            .segment(\"größe\", größe.as_ref())\n            .request()\n    }\n";
        assert_eq!(
            adjusted(broken),
            "        Call::new(&self.client).path(\"/g/\").segment(\"größe\", größe.as_ref()).request()\n    }\n"
        );
        let wide = broken.replace("/g/", "/größen/");
        assert_eq!(adjusted(&wide), wide);
        let plain = broken.replace("ö", "o").replace("ß", "s");
        assert_eq!(adjusted(&plain), plain);
        let open =
            broken.replace(".request()", ".b(\n                c,\n            )");
        assert_eq!(adjusted(&open), open);
    }
}
