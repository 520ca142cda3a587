//! Time against size, both by powers of ten, as SVG.

use std::fmt::Write as _;

use super::page::escaped;
use super::row::Row;

const WIDTH: f64 = 920.0;
const HEIGHT: f64 = 380.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 32.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 48.0;

/// One axis: the powers of ten at its ends, and the coordinates there.
struct Axis {
    from: i32,
    to: i32,
    start: f64,
    end: f64,
}

impl Axis {
    fn new(values: impl Iterator<Item = f64>, start: f64, end: f64) -> Self {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            least = least.min(value);
            most = most.max(value);
        }
        if !(least.is_finite() && most.is_finite()) {
            (least, most) = (1.0, 10.0);
        }
        #[expect(clippy::cast_possible_truncation, reason = "a small power of ten")]
        let power = |value: f64| value as i32;
        let from = power(least.log10().floor());
        let to = power(most.log10().ceil()).max(from + 1);
        Self { from, to, start, end }
    }

    fn at(&self, value: f64) -> f64 {
        let part =
            (value.log10() - f64::from(self.from)) / f64::from(self.to - self.from);
        self.start + part * (self.end - self.start)
    }

    fn ticks(&self) -> impl Iterator<Item = (i32, f64)> {
        (self.from..=self.to).map(|power| (power, self.at(10_f64.powi(power))))
    }
}

/// The plot; a dot for each document, darker where several lie.
pub(super) fn plot(rows: &[Row]) -> String {
    let x = Axis::new(rows.iter().map(size), LEFT, WIDTH - RIGHT);
    let y = Axis::new(rows.iter().map(time), HEIGHT - BOTTOM, TOP);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"Time against size of the document\">\n"
    );
    for (power, at) in x.ticks() {
        let label = unit(power, &[(9, "GB"), (6, "MB"), (3, "kB"), (0, "B")]);
        let (top, bottom, below) = (TOP, HEIGHT - BOTTOM, HEIGHT - BOTTOM + 18.0);
        let _ = writeln!(
            svg,
            "<path class=\"grid\" d=\"M{at:.1} {top}V{bottom}\"/><text x=\"{at:.1}\" y=\"{below}\" text-anchor=\"middle\">{label}</text>"
        );
    }
    for (power, at) in y.ticks() {
        let label = unit(power, &[(0, "s"), (-3, "ms"), (-6, "µs")]);
        let (left, right, before, under) = (LEFT, WIDTH - RIGHT, LEFT - 10.0, at + 4.0);
        let _ = writeln!(
            svg,
            "<path class=\"grid\" d=\"M{left} {at:.1}H{right}\"/><text x=\"{before}\" y=\"{under:.1}\" text-anchor=\"end\">{label}</text>"
        );
    }
    for row in rows {
        let (path, seconds) = (escaped(&row.document.path), time(row));
        let class = super::page::class(row);
        let _ = writeln!(
            svg,
            "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"3.5\"><title>{path}: {seconds:.3} s</title></circle>",
            x.at(size(row)),
            y.at(seconds),
        );
    }
    let (middle, under) = (f64::midpoint(LEFT, WIDTH), HEIGHT - 8.0);
    let _ = writeln!(
        svg,
        "<text class=\"title\" x=\"{middle}\" y=\"{under}\" text-anchor=\"middle\">size of the document</text>"
    );
    svg.push_str("</svg>\n");
    svg
}

#[expect(clippy::cast_precision_loss, reason = "a place in a picture")]
fn size(row: &Row) -> f64 {
    (row.document.bytes as f64).max(1.0)
}

fn time(row: &Row) -> f64 {
    row.seconds.max(1e-4)
}

/// A power of ten in the largest unit that it reaches: `10 kB`.
fn unit(power: i32, units: &[(i32, &str)]) -> String {
    let reached = units.iter().find(|(unit, _)| *unit <= power).or(units.last());
    let (unit, name) = reached.copied().unwrap_or((0, ""));
    format!("{} {name}", 10_f64.powi(power - unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_powers_of_ten() {
        let axis = Axis::new([20.0, 5_000.0].into_iter(), 0.0, 300.0);
        assert_eq!((axis.from, axis.to), (1, 4));
        assert!((axis.at(100.0) - 100.0).abs() < 1e-9);
        let lone = Axis::new(std::iter::empty(), 0.0, 1.0);
        assert_eq!((lone.from, lone.to), (0, 1));
    }

    #[test]
    fn a_tick_is_named_in_the_largest_unit_it_reaches() {
        let sizes = [(6, "MB"), (3, "kB"), (0, "B")];
        assert_eq!(unit(4, &sizes), "10 kB");
        assert_eq!(unit(-2, &[(0, "s"), (-3, "ms")]), "10 ms");
    }
}
