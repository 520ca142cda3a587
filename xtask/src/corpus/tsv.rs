//! `report.tsv`: a line for each document.

use std::fmt::Write as _;

use super::row::Row;

const HEADER: &str = "path\topenapi\tbytes\toperations\tgenerated\twarnings\trefused_operations\trefused_by_code\tfiles\tlines\tfields\tuntyped\tlost\tseconds\tpeak_mb\texit\tcompile_errors\tcompile_warnings\n";

/// The table.
pub(crate) fn tsv(rows: &[Row]) -> String {
    let mut text = HEADER.to_owned();
    for row in rows {
        let generated = if row.is_generated() { "yes" } else { "no" };
        let check = row.check.as_ref();
        let count =
            |count: Option<usize>| count.map_or(String::new(), |n| n.to_string());
        let _ = writeln!(
            text,
            "{}\t{}\t{}\t{}\t{generated}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.3}\t{:.1}\t{}\t{}\t{}",
            row.document.path,
            row.document.openapi,
            row.document.bytes,
            row.operations + row.refused,
            row.warnings,
            row.refused,
            row.codes_text(),
            row.files,
            row.lines,
            row.fields,
            row.untyped,
            row.lost,
            row.seconds,
            row.megabytes,
            row.end_text(),
            count(check.map(|check| check.errors)),
            count(check.map(|check| check.warnings)),
        );
    }
    text
}
