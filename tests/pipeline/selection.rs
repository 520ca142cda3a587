//! `--operation`, `--tag` and `--path`: what they take the place of, and what is said of those that match nothing.

use crate::program::Place;

const DOCUMENT: &str = "openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders: { get: { operationId: listOrders, tags: [orders], responses: { '204': { description: Done. } } } }
  /orders/{id}/lines: { put: { operationId: putLines, tags: [lines], parameters: [{ $ref: '#/components/parameters/id' }], responses: { '204': { description: Done. } } } }
  /lost: { get: { operationId: lost, responses: { '200': { $ref: '#/components/responses/Gone' } } } }
components: { parameters: { id: { name: id, in: path, required: true, schema: { type: string } } } }
";

fn calls(place: &Place) -> Vec<String> {
    let readme = &place.files()["crate/README.md"];
    let rows = readme.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('`').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn arguments_select_together_and_the_rest_is_not_looked_at() {
    for (arguments, expected) in [
        (&["--operation", "listOrders"][..], &["listOrders"][..]),
        (&["--tag", "lines"], &["putLines"]),
        (&["--path", "/orders/**"], &["listOrders", "putLines"]),
        (&["--tag", "lines", "--operation", "get /orders"], &["listOrders", "putLines"]),
    ] {
        let place = Place::new(DOCUMENT);
        let ended = place.generate(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.err);
        assert!(!ended.err.contains("CW1008"), "{arguments:?}: {}", ended.err);
        assert_eq!(calls(&place), expected, "{arguments:?}");
    }
    let ended = Place::new(DOCUMENT).generate(&["--path", "/**"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("error[CW1008]"), "{}", ended.err);
}

#[test]
fn arguments_take_the_place_of_what_the_configuration_selects() {
    let place = Place::new(DOCUMENT);
    place.put("client.toml", "[select]\ntags = [\"lines\"]\n");
    let config = ["--config", "client.toml"];
    assert_eq!(place.generate(&config).code, 0);
    assert_eq!(calls(&place), ["putLines"]);
    let ended = place.generate(&[&config[..], &["--tag", "orders"]].concat());
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_eq!(calls(&place), ["listOrders"]);
}

#[test]
fn an_argument_that_matches_nothing_is_shown_as_it_was_typed() {
    let place = Place::new(DOCUMENT);
    let ended = place.generate(&["--tag", "lines", "--operation", "it's lost"]);
    assert_eq!(ended.code, 1);
    let expected = "error[CW3002]: no operation is called `it's lost`
 --> command line:1:14
  |
1 |  --operation 'it'\\''s lost' --tag lines
  |              ^^^^^^^^^^^^^^
";
    assert!(ended.err.contains(expected), "{}", ended.err);
}

#[test]
fn what_to_run_again_says_the_arguments_too() {
    let place = Place::new(DOCUMENT);
    let arguments = ["--tag", "lines", "--path", "/orders/*/lines"];
    let ended = place.generate(&[&arguments[..], &["--check"]].concat());
    assert_eq!(ended.code, 1);
    let command = "`clientwright generate --spec api.yaml --out crate --tag lines --path '/orders/*/lines'`";
    assert!(ended.err.contains(command), "{}", ended.err);
}

#[test]
fn what_is_broken_among_the_selected_can_be_left_out() {
    let place = Place::new(DOCUMENT);
    let arguments = ["--path", "/lost", "--tag", "orders", "--allow-refused"];
    let ended = place.generate(&arguments);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let readme = &place.files()["crate/README.md"];
    assert!(readme.contains("| `lost`, `GET /lost` | CW1008 |"), "{readme}");
    assert!(readme.contains("| `listOrders` |"), "{readme}");
    assert!(!readme.contains("putLines"), "{readme}");
}
