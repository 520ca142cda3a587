//! What the suites share: where things are, and the one call of the generator.
#![expect(
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by a panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

use clientwright::cli::Folder;
use clientwright::config::Config;
use clientwright::diagnostic::{self, Diagnostics, Finding, Source, Sources};
use clientwright::files::Files;
use clientwright::read::Bundle;

/// A folder with a small document, the files it refers to, the question it asks, and the expected answer.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder below `tests/`, as `cases/names/…`.
    pub name: String,
    /// The document's text.
    pub document: String,
    /// The text of `client.toml`, where there is one.
    pub config: Option<String>,
    /// The first line of the document: a comment that ends in a question mark.
    pub question: String,
    /// The generated files that answer it, as its comment `# shows:` names them.
    pub shown: Vec<String>,
    /// Whether what is refused is to be left out: the third line is the comment `# --allow-refused`.
    pub allow_refused: bool,
}

/// What a run of the generator leads to.
#[derive(Debug)]
pub struct Run {
    /// The files; empty when the document was refused.
    pub files: Files,
    /// All that was found.
    pub findings: Vec<Finding>,
    /// The same for people, without colours.
    pub human: String,
}

/// The root of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap().to_owned()
}

/// The text of a file, by its path from the root of the repository.
#[must_use]
pub fn text(path: &str) -> String {
    let path = repository().join(path);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Runs the generator; `package` is the crate's name where the configuration gives none.
#[must_use]
pub fn generate(
    name: &str,
    document: &str,
    config: Option<&str>,
    package: Option<&str>,
) -> Run {
    let mut sources = Sources::new();
    let bundle = Bundle::new(&Source::new(name, document));
    sources.add(bundle.document().clone());
    run(&bundle, sources, config, package, false)
}

fn run(
    bundle: &Bundle,
    mut sources: Sources,
    config: Option<&str>,
    package: Option<&str>,
    allow_refused: bool,
) -> Run {
    let mut diagnostics = Diagnostics::new();
    let mut read = Config::default();
    if let Some(text) = config {
        let file = sources.add(Source::new("client.toml", text));
        read = Config::parse(text, file, &mut diagnostics);
    }
    if let (None, Some(package)) = (&read.package.name, package) {
        read.package.name = Some(toml::Spanned::new(0..0, package.to_owned()));
    }
    read.allow_refused = allow_refused;
    let outcome = clientwright::generate_bundle(bundle, &read, diagnostics);
    let findings = outcome.diagnostics.finish(&sources);
    let human = diagnostic::human(&findings, &sources, false);
    Run {
        files: outcome.files,
        findings,
        human,
    }
}

impl Case {
    /// Reads a case by its folder below `tests/`.
    #[must_use]
    pub fn read(name: &str) -> Self {
        let document = text(&format!("tests/{name}/openapi.yaml"));
        let config = repository().join(format!("tests/{name}/client.toml"));
        let comment = |line: usize, prefix: &str| {
            let line = document.lines().nth(line).unwrap_or_default();
            line.strip_prefix(prefix).unwrap_or_default().to_owned()
        };
        Self {
            name: name.to_owned(),
            config: config.exists().then(|| fs::read_to_string(&config).unwrap()),
            question: comment(0, "# "),
            shown: comment(1, "# shows: ")
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            allow_refused: document.lines().nth(2) == Some("# --allow-refused"),
            document,
        }
    }

    /// Every case below a folder, such as `cases`, in the order of their names.
    #[must_use]
    pub fn all(folder: &str) -> Vec<Self> {
        let tests = repository().join("tests");
        let mut found = Vec::new();
        let mut open = vec![tests.join(folder)];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.file_name().is_some_and(|name| name == "openapi.yaml") {
                    let name = folder.strip_prefix(&tests).unwrap().to_str().unwrap();
                    found.push(Self::read(&name.replace('\\', "/")));
                } else if path.is_dir() {
                    open.push(path);
                }
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    }

    /// Runs the generator on the case.
    #[must_use]
    pub fn run(&self, package: Option<&str>) -> Run {
        let (bundle, sources) = self.bundle();
        let config = self.config.as_deref();
        run(&bundle, sources, config, package, self.allow_refused)
    }

    /// The document with the files of the case's folder that it refers to.
    #[must_use]
    pub fn bundle(&self) -> (Bundle, Sources) {
        let path = repository().join("tests").join(&self.name).join("openapi.yaml");
        let source = Source::new("openapi.yaml", self.document.as_str());
        let mut bundle = Bundle::new(&source);
        let mut sources = Sources::from(source);
        let folder = Folder::new(&path, "openapi.yaml", None).unwrap();
        folder.fill(&mut bundle, &mut sources);
        (bundle, sources)
    }

    /// Compares an answer with the one that stands in the case's folder as `expected.snap`.
    pub fn compare(&self, answer: &str) {
        assert!(self.question.ends_with('?'), "{} asks nothing", self.name);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(repository().join("tests").join(&self.name));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_description(&self.question);
        settings.bind(|| insta::assert_snapshot!("expected", answer));
    }
}
