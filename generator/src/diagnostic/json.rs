//! Findings for programs: one JSON object a line.

use serde::Serialize;

use super::{Finding, RelatedPlace, Severity};

/// One finding as printed; absent parts are `null`.
#[derive(Serialize)]
struct Line<'f> {
    code: &'static str,
    severity: &'static str,
    message: &'f str,
    /// RFC 6901; empty for the whole document.
    pointer: Option<&'f str>,
    #[serde(flatten)]
    place: Place<'f>,
    label: Option<&'f str>,
    related: Option<Related<'f>>,
    help: Option<&'f str>,
}

/// Lines and columns begin at 1; columns count Unicode characters; the end is the position after the last one.
#[derive(Serialize)]
struct Place<'f> {
    file: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Related<'f> {
    message: &'f str,
    pointer: Option<&'f str>,
    #[serde(flatten)]
    place: Place<'f>,
}

/// All findings, each on a line of its own.
#[must_use]
pub fn json(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        // Strings and numbers always serialise.
        text.push_str(&serde_json::to_string(&line(finding)).unwrap_or_default());
        text.push('\n');
    }
    text
}

fn line(finding: &Finding) -> Line<'_> {
    let diagnostic = &finding.diagnostic;
    Line {
        code: diagnostic.code.as_str(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &diagnostic.message,
        pointer: diagnostic.pointer.as_deref(),
        place: Place {
            file: &finding.file,
            line: finding.start.line,
            column: finding.start.column,
            end_line: finding.end.line,
            end_column: finding.end.column,
        },
        label: diagnostic.label.as_deref(),
        related: finding.related.as_ref().map(related),
        help: diagnostic.help.as_deref(),
    }
}

fn related(place: &RelatedPlace) -> Related<'_> {
    Related {
        message: &place.label,
        pointer: place.pointer.as_deref(),
        place: Place {
            file: &place.file,
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Diagnostic, Diagnostics, Source, Sources};
    use super::*;

    #[test]
    fn a_finding_is_one_line_with_every_part() {
        let source = Source::new("a.yaml", "é: \"1\"\n");
        let mut diagnostics = Diagnostics::new();
        let warning =
            Diagnostic::warning(Code::WrongType, source.span(4..7), "say \"no\"");
        diagnostics.push(warning.related(source.span(0..2), "its key"));
        let findings = diagnostics.finish(&Sources::from(source));
        let expected = concat!(
            r#"{"code":"CW1006","severity":"warning","message":"say \"no\"","pointer":null,"#,
            r#""file":"a.yaml","line":1,"column":4,"end_line":1,"end_column":7,"label":null,"#,
            r#""related":{"message":"its key","pointer":null,"file":"a.yaml","line":1,"column":1,"#,
            r#""end_line":1,"end_column":2},"help":null}"#,
            "\n",
        );
        assert_eq!(json(&findings), expected);
    }
}
