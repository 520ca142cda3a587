//! A feature for each tag: the crate passes with each of them alone, and with none.

use std::fs;

use crate::workspace::workspace;
use crate::{cargo, run};

/// The cases whose tags have features.
const CASES: &[&str] = &["cases-package-a_feature_for_each_tag"];

#[test]
fn clippy_says_nothing_of_a_crate_with_one_tag() {
    for case in CASES {
        let tags = tags(case);
        assert!(tags.len() > 3, "{tags:?}");
        let alone = tags.iter().map(|tag| format!("rustls,{tag}"));
        for features in alone.chain(["rustls".to_owned()]) {
            for features in [features.clone(), format!("{features},mock")] {
                let mut clippy = cargo(&["clippy", "--lib", "--no-default-features"]);
                clippy.args(["--package", case, "--features", &features]);
                clippy.args(["--", "-D", "warnings"]);
                run(&mut clippy);
            }
        }
    }
}

/// The features of a case's crate that are those of tags.
fn tags(case: &str) -> Vec<String> {
    let manifest = workspace().join(case).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(manifest).unwrap().parse().unwrap();
    let features = manifest["features"].as_table().unwrap();
    let of_all = ["default", "rustls", "native-tls", "mock"];
    let names = features.keys().filter(|name| !of_all.contains(&name.as_str()));
    names.cloned().collect()
}
