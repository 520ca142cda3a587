//! What `fuzz/` does with libFuzzer, done for as long as a test may take: every document of the cases and refusals, and
//! thousands that are made of them or drawn, the same in every run.

use clientwright_proof::document::drawn;
use clientwright_proof::draw::Dice;
use clientwright_proof::fuzz::{mutated, pipeline, read, words};
use clientwright_tests::{Case, text};

/// How many documents are made, to be read.
const READ: usize = 8_000;

/// How many documents are made, to be generated.
const GENERATED: usize = 800;

/// How many documents are drawn, to be generated.
const DRAWN: u64 = 150;

fn seeds() -> Vec<Vec<u8>> {
    let all = Case::all("cases").into_iter().chain(Case::all("refuse"));
    // Long names and deep nesting are for the suite `pipeline`: here they would only take time.
    let short = all.filter(|case| case.document.len() < 20_000);
    short.map(|case| case.document.into_bytes()).collect()
}

#[test]
fn every_seed_is_answered() {
    let seeds = seeds();
    assert!(seeds.len() > 100, "{}", seeds.len());
    for seed in &seeds {
        pipeline(seed);
    }
}

#[test]
fn what_is_made_of_the_seeds_is_read() {
    made(READ, 1, read);
}

#[test]
fn what_is_made_of_the_seeds_is_generated() {
    made(GENERATED, 2, pipeline);
}

#[test]
fn what_is_drawn_is_generated() {
    for seed in 0..DRAWN {
        pipeline(drawn(seed).to_string().as_bytes());
    }
}

fn made(count: usize, seed: u64, target: fn(&[u8])) {
    let (seeds, words) = (seeds(), words(&text("fuzz/openapi.dict")));
    assert!(words.len() > 100, "{}", words.len());
    let mut dice = Dice(seed);
    for _ in 0..count {
        let one = &seeds[dice.below(seeds.len())];
        let other = &seeds[dice.below(seeds.len())];
        target(&mutated(one, other, &words, &mut dice));
    }
}
