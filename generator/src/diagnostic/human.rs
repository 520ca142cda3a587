//! Findings for people, as rustc shows its own, drawn by `annotate-snippets`.

use std::collections::BTreeMap;
use std::fmt::Write;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};

use super::excerpt::{Excerpt, excerpt};
use super::{Code, Finding, Position, Severity, Sources, Span};

/// How many warnings of one code are shown; the others are counted.
const WARNINGS_SHOWN: usize = 10;

/// How many errors of one code are shown; the others are counted.
const ERRORS_SHOWN: usize = 50;

/// All findings with excerpts of their sources, and a line that sums them up; empty when there are none.
///
/// Of one code, only the first fifty errors and the first ten warnings are shown.
#[must_use]
pub fn human(findings: &[Finding], sources: &Sources, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    let mut add = |group: Group<'_>| {
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    };
    let mut counts: BTreeMap<(Severity, Code), usize> = BTreeMap::new();
    for finding in findings {
        let key = (finding.diagnostic.severity, finding.diagnostic.code);
        let count = counts.entry(key).or_default();
        *count += 1;
        if *count <= most_shown(key.0) {
            add(group(finding, sources));
        }
    }
    for ((severity, code), count) in counts {
        let more = count.saturating_sub(most_shown(severity));
        if more > 0 {
            let (level, noun) = match severity {
                Severity::Error => (Level::ERROR, "more error"),
                Severity::Warning => (Level::WARNING, "more warning"),
            };
            let title = format!("{} not shown: {}", counted(more, noun), code.title());
            add(Group::with_title(level.primary_title(title).id(code.as_str())));
        }
    }
    if let Some(summary) = summary(findings) {
        let _ = writeln!(text, "{summary}");
    }
    text
}

fn most_shown(severity: Severity) -> usize {
    match severity {
        Severity::Error => ERRORS_SHOWN,
        Severity::Warning => WARNINGS_SHOWN,
    }
}

/// One finding.
fn group<'f>(finding: &'f Finding, sources: &'f Sources) -> Group<'f> {
    let diagnostic = &finding.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(
        level.primary_title(&diagnostic.message).id(diagnostic.code.as_str()),
    );
    let label = diagnostic.label.as_deref();
    if sources.get(diagnostic.span.file).is_some() {
        let primary = AnnotationKind::Primary;
        group = group.element(place(
            sources,
            diagnostic.span,
            &finding.file,
            finding.start,
            primary,
            label,
        ));
    }
    if let (Some((span, label)), Some(related)) = (&diagnostic.related, &finding.related)
    {
        let context = AnnotationKind::Context;
        group = group.element(place(
            sources,
            *span,
            &related.file,
            related.start,
            context,
            Some(label),
        ));
    }
    if let Some(pointer) =
        diagnostic.pointer.as_deref().filter(|pointer| !pointer.is_empty())
    {
        group = group.element(Level::NOTE.message(format!("at `#{pointer}`")));
    }
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

/// A place with the line it stands on, or only its name when the line is too long to show.
fn place<'f>(
    sources: &'f Sources,
    span: Span,
    file: &'f str,
    start: Position,
    kind: AnnotationKind,
    label: Option<&'f str>,
) -> Element<'f> {
    let found = sources.get(span.file).and_then(|source| excerpt(source, span));
    let Some(Excerpt { line, mark }) = found else {
        return Origin::path(file).line(start.line).char_column(start.column).into();
    };
    let annotation: Annotation<'f> = kind.span(mark).label(label);
    Snippet::source(line).line_start(start.line).path(file).annotation(annotation).into()
}

fn summary(findings: &[Finding]) -> Option<String> {
    let of = |severity| {
        findings.iter().filter(|found| found.diagnostic.severity == severity).count()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let example = findings.iter().min_by_key(|found| found.diagnostic.severity)?;
    let counts: Vec<_> = [(errors, "error"), (warnings, "warning")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| counted(count, noun))
        .collect();
    let code = example.diagnostic.code.as_str();
    Some(format!("{}; `clientwright explain {code}` says more", counts.join(" and ")))
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Diagnostics, Source};
    use super::*;

    fn shown(source: Source, diagnostics: Diagnostics) -> String {
        let sources = Sources::from(source);
        human(&diagnostics.finish(&sources), &sources, false)
    }

    #[test]
    fn an_error_shows_its_line_the_related_one_and_what_to_do() {
        let source = Source::new("api.yaml", "info:\n  title: A\n  title: B\n");
        let mut diagnostics = Diagnostics::new();
        let error = Diagnostic::error(
            Code::DuplicateKey,
            source.span(19..24),
            "the key `title` stands twice",
        );
        diagnostics.push(
            error
                .label("the second one")
                .related(source.span(8..13), "the first one")
                .help("remove one"),
        );
        let expected = "\
error[CW1004]: the key `title` stands twice
 --> api.yaml:3:3
  |
3 |   title: B
  |   ^^^^^ the second one
  |
 ::: api.yaml:2:3
  |
2 |   title: A
  |   ----- the first one
  |
  = help: remove one

1 error; `clientwright explain CW1004` says more
";
        assert_eq!(shown(source, diagnostics), expected);
    }

    #[test]
    fn beyond_the_first_ones_of_a_code_warnings_and_errors_are_counted() {
        let source = Source::new("api.yaml", "x".repeat(100));
        let mut diagnostics = Diagnostics::new();
        for index in 0..55 {
            let span = source.span(index..index + 2);
            diagnostics.push(Diagnostic::warning(Code::UnknownKey, span, "odd"));
            diagnostics.push(Diagnostic::error(Code::BadValue, span, "bad"));
        }
        let text = shown(source, diagnostics);
        assert_eq!(text.matches("warning[CW1005]: odd").count(), WARNINGS_SHOWN);
        assert_eq!(text.matches("error[CW1011]: bad").count(), ERRORS_SHOWN);
        assert!(text.contains("error[CW1011]: 5 more errors not shown: "), "{text}");
        assert!(
            text.contains("warning[CW1005]: 45 more warnings not shown: "),
            "{text}"
        );
        assert!(text.ends_with(
            "55 errors and 55 warnings; `clientwright explain CW1011` says more\n"
        ));
    }

    #[test]
    fn colour_is_used_only_when_asked_for() {
        let source = Source::new("api.yaml", "x: 1");
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(Diagnostic::error(Code::BadValue, source.span(0..1), "bad"));
        let sources = Sources::from(source);
        let findings = diagnostics.finish(&sources);
        assert!(!human(&findings, &sources, false).contains('\u{1b}'));
        assert!(human(&findings, &sources, true).contains('\u{1b}'));
    }

    #[test]
    fn nothing_found_prints_nothing() {
        assert_eq!(human(&[], &Sources::new(), false), "");
    }
}
