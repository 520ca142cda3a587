//! `report.html`: the figures, a plot and a table that can be sorted, in one file.

use std::fmt::Write as _;

use super::plot;
use super::row::Row;

/// A column: its heading, and whether it holds figures.
const COLUMNS: &[(&str, bool)] = &[
    ("document", false),
    ("OpenAPI", false),
    ("size", true),
    ("operations", true),
    ("left out", true),
    ("by code", false),
    ("warnings", true),
    ("lines", true),
    ("fields", true),
    ("untyped", true),
    ("lost", true),
    ("seconds", true),
    ("MB", true),
    ("exit", true),
    ("compiler", true),
];

/// The whole page.
pub(super) fn page(rows: &[Row]) -> String {
    let mut body = String::new();
    for (figure, what) in figures(rows) {
        let _ = writeln!(body, "<div><b>{figure}</b><span>{what}</span></div>");
    }
    let mut text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>clientwright: corpus</title>\n<style>\n{}</style>\n<main>\n<h1>clientwright on the corpus</h1>\n\
         <p>{}</p>\n<section class=\"figures\">\n{body}</section>\n",
        include_str!("page.css"),
        escaped(&sentence(rows)),
    );
    text.push_str("<section>\n<h2>Time against size</h2>\n<p class=\"legend\"><i class=\"whole\"></i>whole <i class=\"partial\"></i>something left out <i class=\"refused\"></i>refused <i class=\"failed\"></i>failed</p>\n");
    text.push_str(&plot::plot(rows));
    text.push_str("</section>\n<section>\n<h2>Documents</h2>\n<input type=\"search\" placeholder=\"path or code\" aria-label=\"Filter\">\n<div class=\"scroll\"><table>\n<thead><tr>");
    for (heading, figure) in COLUMNS {
        let class = if *figure { " class=\"n\"" } else { "" };
        let _ = write!(text, "<th{class}><button>{heading}</button></th>");
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        text.push_str(&line(row));
    }
    text.push_str("</tbody>\n</table></div>\n</section>\n</main>\n<script>\n");
    text.push_str(include_str!("page.js"));
    text.push_str("</script>\n</html>\n");
    text
}

/// The result in a sentence.
pub(super) fn sentence(rows: &[Row]) -> String {
    let generated = rows.iter().filter(|row| row.is_generated()).count();
    let whole = rows.iter().filter(|row| row.is_whole()).count();
    let failed = rows.iter().filter(|row| row.failure().is_some()).count();
    let (done, refused) = operations(rows);
    let sum = |figure: fn(&Row) -> usize| rows.iter().map(figure).sum::<usize>();
    format!(
        "{generated} of {} documents generated, {whole} of them whole; {done} of {} operations; of {} fields {} hold any value, {} against the document; {failed} failures",
        rows.len(),
        done + refused,
        sum(|row| row.fields),
        sum(|row| row.untyped),
        sum(|row| row.lost),
    )
}

/// What colour a document has.
pub(super) fn class(row: &Row) -> &'static str {
    if row.failure().is_some() {
        "failed"
    } else if row.is_whole() {
        "whole"
    } else if row.is_generated() {
        "partial"
    } else {
        "refused"
    }
}

/// Text between tags or within quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn operations(rows: &[Row]) -> (usize, usize) {
    let done = rows.iter().map(|row| row.operations).sum();
    (done, rows.iter().map(|row| row.refused).sum())
}

fn figures(rows: &[Row]) -> Vec<(String, &'static str)> {
    let count = |is: fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    let mut seconds: Vec<f64> = rows.iter().map(|row| row.seconds).collect();
    seconds.sort_by(f64::total_cmp);
    let median = seconds.get(seconds.len() / 2).copied().unwrap_or_default();
    let slowest = seconds.last().copied().unwrap_or_default();
    let memory = rows.iter().map(|row| row.megabytes).fold(0.0, f64::max);
    let (done, refused) = operations(rows);
    let per_cent = (done * 100).checked_div(done + refused).unwrap_or_default();
    vec![
        (rows.len().to_string(), "documents"),
        (count(Row::is_generated).to_string(), "generated"),
        (count(Row::is_whole).to_string(), "whole"),
        (format!("{per_cent} %"), "of their operations"),
        (format!("{:.0} ms", median * 1e3), "median time"),
        (format!("{slowest:.1} s"), "slowest"),
        (format!("{memory:.0} MB"), "most memory"),
        (count(|row| row.failure().is_some()).to_string(), "failures"),
    ]
}

fn line(row: &Row) -> String {
    let mut text = format!("<tr class=\"{}\">", class(row));
    let mut cell = |shown: String, sorted: String, figure: bool| {
        let class = if figure { " class=\"n\"" } else { "" };
        let (shown, sorted) = (escaped(&shown), escaped(&sorted));
        let _ = write!(text, "<td{class} data-v=\"{sorted}\">{shown}</td>");
    };
    let mut words = |words: String| cell(words.clone(), words, false);
    words(row.document.path.clone());
    words(row.document.openapi.clone());
    cell(bytes(row.document.bytes), row.document.bytes.to_string(), true);
    let mut figure = |shown: String| cell(shown.clone(), shown, true);
    figure((row.operations + row.refused).to_string());
    figure(row.refused.to_string());
    let codes = row.codes_text();
    cell(codes.clone(), codes, false);
    let mut figure = |shown: String| cell(shown.clone(), shown, true);
    figure(row.warnings.to_string());
    figure(row.lines.to_string());
    figure(row.fields.to_string());
    figure(row.untyped.to_string());
    figure(row.lost.to_string());
    figure(format!("{:.3}", row.seconds));
    figure(format!("{:.1}", row.megabytes));
    figure(row.end_text());
    figure(match &row.check {
        None => "–".to_owned(),
        Some(check) if check.errors + check.warnings == 0 => "✓".to_owned(),
        Some(check) => format!("{} errors, {} warnings", check.errors, check.warnings),
    });
    text.push_str("</tr>\n");
    text
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.0} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
