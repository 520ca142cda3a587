//! `cargo +nightly fuzz run pipeline`: see `clientwright_proof::fuzz::pipeline`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| clientwright_proof::fuzz::pipeline(bytes));
