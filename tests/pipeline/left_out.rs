//! `--allow-refused`: what it leaves out, what it says, and when it does not help.

use crate::program::Place;

const DOCUMENT: &str = "openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders: { get: { operationId: listOrders, responses: { '204': { description: Done. } } } }
  /lost: { get: { operationId: lost, responses: { '200': { $ref: '#/components/responses/Gone' } } } }
components:
  schemas:
    Order: { type: object, properties: { id: { $ref: '#/components/schemas/Gone' } } }
";

#[test]
fn the_rest_is_written_and_what_is_missing_is_counted() {
    let place = Place::new(DOCUMENT);
    let ended = place.generate(&["--allow-refused"]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
    assert!(ended.err.contains("error[CW1008]"), "{}", ended.err);
    let last = ended.err.lines().last();
    assert_eq!(
        last,
        Some("left out 1 operation and 1 schema: crate/README.md lists them")
    );
    let readme = &place.files()["crate/README.md"];
    assert!(readme.contains("| `lost`, `GET /lost` | CW1008 |"), "{readme}");
    assert!(readme.contains("api.yaml:5:"), "{readme}");
    assert_eq!(place.generate(&["--allow-refused", "--check"]).code, 0);
}

#[test]
fn without_it_the_document_is_refused_and_the_way_out_named() {
    let place = Place::new(DOCUMENT);
    let ended = place.generate(&[]);
    assert_eq!(ended.code, 1);
    let last = ended.err.lines().last();
    let expected = "help: `--allow-refused` leaves out what cannot be honoured, and writes the rest";
    assert_eq!(last, Some(expected));
    assert_eq!(place.files().len(), 1);
}

#[test]
fn an_error_of_the_whole_document_is_no_part_of_it() {
    for (old, new) in [
        ("3.1.0", "2.0"),
        ("info: {", "servers: 7\ninfo: {"),
        ("  schemas:", "  schemas: 7\n  parameters:"),
    ] {
        let place = Place::new(&DOCUMENT.replace(old, new));
        let ended = place.generate(&["--allow-refused"]);
        assert_eq!(ended.code, 1, "{new}: {}", ended.err);
        assert!(!ended.err.contains("--allow-refused"), "{new}: {}", ended.err);
        assert_eq!(place.files().len(), 1);
    }
}

#[test]
fn an_error_of_the_configuration_is_no_part_of_the_document() {
    let place = Place::new(DOCUMENT);
    let entry = "[[timeout]]\noperations = [\"nobody\"]\nseconds = 1\nwhy = \"slow\"\n";
    place.put("client.toml", entry);
    let ended = place.generate(&["--allow-refused", "--config", "client.toml"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert!(ended.err.contains("error[CW3002]"), "{}", ended.err);
}

#[test]
fn what_to_run_again_says_it_too() {
    let place = Place::new(DOCUMENT);
    let ended = place.generate(&["--allow-refused", "--check"]);
    assert_eq!(ended.code, 1);
    let command = "`clientwright generate --spec api.yaml --out crate --allow-refused`";
    assert!(ended.err.contains(command), "{}", ended.err);
}
