//! The table of `bench peers`.

use super::cost::{Cost, Costs};
use super::tool::TOOLS;

/// The head of the table; in each cell stand the tools in the order of [`TOOLS`].
pub(super) const HEADER: &str = "\
In each cell: clientwright / ploidy / openapi-to-rust; – where it failed.

| document | generate, s | generate, MB | check, s | check, MB |
|---|---|---|---|---|";

/// A figure of one tool on one document, where it worked.
type Figure = fn(&Costs) -> Option<f64>;

/// What is compared, and where it stands in [`Costs`].
const FIGURES: [(&str, Figure); 4] = [
    ("generate, s", |costs| costs.generate.map(seconds)),
    ("generate, MB", |costs| costs.generate.map(megabytes)),
    ("check, s", |costs| costs.check.map(seconds)),
    ("check, MB", |costs| costs.check.map(megabytes)),
];

fn seconds(cost: Cost) -> f64 {
    cost.seconds
}

fn megabytes(cost: Cost) -> f64 {
    cost.megabytes
}

/// The line of a document.
pub(super) fn row(path: &str, costs: &[Costs; TOOLS.len()]) -> String {
    let cells = FIGURES.map(|(_, figure)| {
        costs.each_ref().map(|costs| cell(figure(costs))).join(" / ")
    });
    format!("| {path} | {} |", cells.join(" | "))
}

fn cell(figure: Option<f64>) -> String {
    match figure {
        None => "–".to_owned(),
        Some(figure) if figure < 10.0 => format!("{figure:.2}"),
        Some(figure) => format!("{figure:.0}"),
    }
}

/// A line for each figure: ours as a share of each other one's, from the least to the most over the documents.
pub(super) fn ratios(rows: &[[Costs; TOOLS.len()]]) -> String {
    let mut lines = Vec::new();
    for (name, figure) in FIGURES {
        for (index, tool) in TOOLS.into_iter().enumerate().skip(1) {
            let mut shares: Vec<f64> = rows
                .iter()
                .filter_map(|row| Some(figure(&row[0])? / figure(&row[index])?))
                .collect();
            shares.sort_by(f64::total_cmp);
            if let (Some(least), Some(most)) = (shares.first(), shares.last()) {
                lines.push(format!(
                    "{name}: {least:.2} to {most:.2} of {}, {:.2} in the middle of {} documents",
                    tool.name(),
                    shares[shares.len() / 2],
                    shares.len()
                ));
            }
        }
    }
    lines.join("\n")
}
