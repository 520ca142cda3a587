//! `cargo +nightly fuzz run read`: see `clientwright_proof::fuzz::read`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| clientwright_proof::fuzz::read(bytes));
