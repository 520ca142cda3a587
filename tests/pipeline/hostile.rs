//! Documents that mean harm: whatever they hold, the generator answers and does not panic. Work without bound would show:
//! the least of these would then not end at all.

mod tuples;

use std::fmt::Write as _;

use clientwright::config::Config;
use clientwright::diagnostic::{Code, Diagnostics, Source};
use clientwright::{lower, read};
use clientwright_tests::{generate, text};

/// Reads and lowers a document, and says which codes that led to.
pub(crate) fn lowered(document: &str) -> Vec<Code> {
    let mut diagnostics = Diagnostics::new();
    let source = Source::new("openapi.yaml", document);
    let mut document = read::read(&source, &mut diagnostics);
    let _ = lower::lower(
        &mut document,
        &Config::default(),
        "openapi.yaml",
        &mut diagnostics,
    );
    let mut codes: Vec<Code> =
        diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Generates from a document; whatever comes of it, it comes soon.
fn generated(document: &str) {
    let _ = generate("openapi.yaml", document, None, None);
}

pub(crate) fn with_schemas(schemas: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{ title: Hostile, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"
    )
}

#[test]
fn names_of_ten_megabytes_are_cut() {
    let long = "a".repeat(10_000_000);
    let schemas = format!(
        "    {long}: {{ type: object, properties: {{ {long}: {{ type: string, enum: [{long}] }} }} }}\n"
    );
    generated(&with_schemas(&schemas));
    let paths = format!(
        "openapi: 3.1.0\ninfo: {{ title: {long}, version: '1' }}\npaths:\n  /{long}:\n    get:\n      operationId: {long}\n      tags: [{long}]\n      description: {long}\n      responses: {{ '204': {{ description: {long} }} }}\n"
    );
    generated(&paths);
}

#[test]
fn nesting_within_the_limit_is_generated_and_beyond_it_refused() {
    let nested = |depth: usize| {
        let open = "{ type: object, properties: { a: ".repeat(depth);
        with_schemas(&format!(
            "    Deep: {open}{{ type: string }}{}\n",
            " } }".repeat(depth)
        ))
    };
    assert_eq!(lowered(&nested(50)), []);
    generated(&nested(50));
    assert_eq!(lowered(&nested(1_000)), [Code::TooDeep]);
    assert_eq!(lowered(&nested(100_000)), [Code::TooDeep]);
}

#[test]
fn nesting_without_end_is_refused_in_every_notation() {
    let depth = 100_000;
    let flow = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(lowered(&flow), [Code::TooDeep]);
    let json = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    assert_eq!(lowered(&json), [Code::TooDeep]);
    assert_eq!(lowered(&"[".repeat(depth)).len(), 1);
    let mut block = String::from("openapi: 3.1.0\n");
    for level in 0..3_000 {
        let _ = writeln!(block, "{}a:", " ".repeat(level));
    }
    assert_eq!(lowered(&block), [Code::TooDeep]);
}

#[test]
fn a_chain_of_a_hundred_thousand_references_is_followed() {
    let count = 100_000;
    let mut schemas = String::new();
    for index in 0..count {
        let _ = writeln!(
            schemas,
            "    S{index}: {{ $ref: '#/components/schemas/S{}' }}",
            index + 1
        );
    }
    let ended = format!("{schemas}    S{count}: {{ type: string }}\n");
    assert_eq!(lowered(&with_schemas(&ended)), []);
    let circle =
        format!("{schemas}    S{count}: {{ $ref: '#/components/schemas/S0' }}\n");
    assert_eq!(lowered(&with_schemas(&circle)), [Code::ReferenceCycle]);
}

#[test]
fn a_chain_of_a_hundred_thousand_structs_is_followed() {
    let count = 100_000;
    let mut schemas = String::new();
    for index in 0..count {
        let next = (index + 1) % count;
        let _ = writeln!(
            schemas,
            "    S{index}: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/S{next}' }} }} }}"
        );
    }
    assert_eq!(lowered(&with_schemas(&schemas)), []);
}

#[test]
fn references_that_multiply_lead_to_as_many_types_as_there_are_schemas() {
    let mut schemas = String::new();
    for level in 0..40 {
        let next = level + 1;
        let _ = writeln!(
            schemas,
            "    S{level}: {{ type: object, required: [a, b, c], properties: {{ a: {{ $ref: '#/components/schemas/S{next}' }}, b: {{ $ref: '#/components/schemas/S{next}' }}, c: {{ $ref: '#/components/schemas/S{next}' }} }} }}"
        );
    }
    schemas
        .push_str("    S40: { type: object, properties: { end: { type: string } } }\n");
    let document = with_schemas(&schemas).replace(
        "paths: {}",
        "paths: { /: { post: { operationId: a, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } }, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } } }",
    );
    assert_eq!(lowered(&document), []);
    generated(&document);
}

#[test]
fn a_hundred_thousand_of_one_name_are_told_apart() {
    let mut properties = String::new();
    for index in 0..100_000 {
        // All become one word: only their number of dots tells them apart.
        let _ = writeln!(
            properties,
            "        a{}b{}: {{ type: string }}",
            ".".repeat(index % 317 + 1),
            ".".repeat(index / 317)
        );
    }
    let schemas =
        format!("    Wide:\n      type: object\n      properties:\n{properties}");
    assert_eq!(lowered(&with_schemas(&schemas)), []);
}

#[test]
fn as_many_tags_as_operations_take_bounded_time() {
    let mut document =
        String::from("openapi: 3.1.0\ninfo: { title: Hostile, version: '1' }\npaths:\n");
    for index in 0..30_000 {
        let _ = writeln!(
            document,
            "  /a{index}: {{ get: {{ operationId: same, tags: [tag{index}], responses: {{ '204': {{ description: Done. }} }} }} }}"
        );
    }
    document.push_str("tags:\n");
    for index in 0..30_000 {
        let _ = writeln!(document, "  - {{ name: tag{index} }}");
    }
    assert_eq!(lowered(&document), [Code::DuplicateOperationId]);
}

#[test]
fn every_beginning_of_the_document_is_answered() {
    let document = text("spec/openapi.yaml");
    let config = text("spec/client.toml");
    for end in
        (0..document.len()).step_by(97).filter(|end| document.is_char_boundary(*end))
    {
        let _ = generate("openapi.yaml", &document[..end], Some(&config), None);
        let _ = lowered(&document[end..]);
    }
}

#[test]
fn a_document_with_any_byte_changed_is_answered() {
    let document = text("spec/openapi.yaml");
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..400 {
        let mut bytes = document.clone().into_bytes();
        for _ in 0..=random.below(4) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
                1 => drop(bytes.drain(at..(at + random.below(40)).min(bytes.len()))),
                _ => bytes.insert(at, b"{}[]:,-'\"#&*!|>%@`\n \t\\"[random.below(22)]),
            }
        }
        let _ = generate("openapi.yaml", &String::from_utf8_lossy(&bytes), None, None);
    }
}

#[test]
fn a_configuration_with_any_byte_changed_is_answered() {
    let document = text("spec/openapi.yaml");
    let config = text("spec/client.toml");
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    for _ in 0..100 {
        let mut bytes = config.clone().into_bytes();
        let at = random.below(bytes.len());
        bytes[at] = u8::try_from(random.below(128)).unwrap();
        let config = String::from_utf8_lossy(&bytes).into_owned();
        let _ = generate("openapi.yaml", &document, Some(&config), None);
    }
}

/// Numbers that look random and are the same in every run (Marsaglia, "Xorshift RNGs", 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

#[test]
fn unions_that_multiply_are_bounded() {
    let union = |index: usize| {
        let branches = (0..10).map(|branch| {
            format!("{{ type: object, properties: {{ p{index}x{branch}: {{ type: string }} }} }}")
        });
        format!("{{ oneOf: [{}] }}", branches.collect::<Vec<_>>().join(", "))
    };
    let unions = (0..20).map(union).collect::<Vec<_>>().join(", ");
    let codes = lowered(&with_schemas(&format!("    All: {{ allOf: [{unions}] }}\n")));
    assert!(codes.contains(&Code::UnsupportedSchema), "{codes:?}");
}

#[test]
fn unions_that_double_are_bounded() {
    let mut schemas =
        String::from("    S0: { type: object, properties: { a: { type: string } } }\n");
    for index in 1..60 {
        let below = format!("$ref: '#/components/schemas/S{}'", index - 1);
        let branch = |name: &str| {
            format!(
                "{{ allOf: [{{ {below} }}, {{ type: object, properties: {{ {name}{index}: {{ type: string }} }} }}] }}"
            )
        };
        let _ = writeln!(
            schemas,
            "    S{index}: {{ oneOf: [{}, {}] }}",
            branch("l"),
            branch("r")
        );
    }
    let codes = lowered(&with_schemas(&schemas));
    assert!(codes.contains(&Code::UnsupportedSchema), "{codes:?}");
}

#[test]
fn all_of_chains_without_end_are_refused_and_do_not_overflow() {
    let mut schemas = String::new();
    for index in 0..20_000 {
        let _ = writeln!(
            schemas,
            "    S{index}: {{ allOf: [{{ $ref: '#/components/schemas/S{}' }}, {{ type: object, properties: {{ p{index}: {{ type: string }} }} }}] }}",
            index + 1
        );
    }
    let ended = format!("{schemas}    S20000: {{ type: object }}\n");
    assert!(lowered(&with_schemas(&ended)).contains(&Code::UnsupportedSchema));
}

#[test]
fn objects_that_are_merged_with_each_other_without_end_are_bounded() {
    // Each property of both is a merging of both again, with the roles changed.
    let schemas = "    A: { type: object, properties: { x: { $ref: '#/components/schemas/B' }, y: { $ref: '#/components/schemas/C' } } }
    B: { type: object, properties: { x: { $ref: '#/components/schemas/C' }, y: { $ref: '#/components/schemas/A' } } }
    C: { type: object, properties: { x: { $ref: '#/components/schemas/A' }, y: { $ref: '#/components/schemas/B' } } }
    All: { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }\n";
    assert_eq!(lowered(&with_schemas(schemas)), []);
}

#[test]
fn heirs_of_heirs_are_bounded() {
    let mut schemas =
        String::from("    P0: { type: object, discriminator: { propertyName: k } }\n");
    for index in 1..3000 {
        let _ = writeln!(
            schemas,
            "    P{index}: {{ allOf: [{{ $ref: '#/components/schemas/P{}' }}], type: object, discriminator: {{ propertyName: k }} }}",
            index - 1
        );
    }
    let codes = lowered(&with_schemas(&schemas));
    assert!(codes.contains(&Code::UnsupportedSchema), "{codes:?}");
}

#[test]
fn tags_that_are_parts_of_tags_take_bounded_time() {
    let mut document =
        String::from("openapi: 3.2.0\ninfo: { title: Hostile, version: '1' }\npaths:\n");
    for index in 0..10_000 {
        let _ = writeln!(
            document,
            "  /a{index}: {{ get: {{ operationId: o{index}, tags: [mark{index}, tag{index}], responses: {{ '204': {{ description: Done. }} }} }} }}"
        );
    }
    document.push_str("tags:\n");
    for index in 0..10_000 {
        let _ = writeln!(document, "  - {{ name: mark{index}, kind: badge }}");
        let _ =
            writeln!(document, "  - {{ name: tag{index}, parent: tag{} }}", index + 1);
    }
    assert_eq!(lowered(&document), []);
}

#[test]
fn defaults_of_variables_that_laugh_are_not_filled_in() {
    let variables = (0..40).map(|index| {
        let next = index + 1;
        format!("v{index}: {{ default: '{{v{next}}}{{v{next}}}' }}, ")
    });
    let variables: String = variables.collect();
    let long = "{v40}".repeat(10_000);
    let document = |url: &str, last: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{ title: Hostile, version: '1' }}\nservers: [{{ url: 'https://a.example.com' }}]\npaths:\n  /a:\n    get:\n      operationId: a\n      servers: [{{ url: 'https://{url}', variables: {{ {variables} v40: {{ default: '{last}' }} }} }}]\n      responses: {{ '204': {{ description: d }} }}\n"
        )
    };
    assert_eq!(lowered(&document("{v0}", "x")), [Code::UnsupportedServer]);
    let longer = "x".repeat(1_000_000);
    assert_eq!(lowered(&document(&long, &longer)), [Code::UnsupportedServer]);
}

#[test]
fn a_base_uri_of_a_megabyte_is_not_put_before_each_reference() {
    let base = "x/".repeat(500_000);
    let mut properties = String::new();
    for index in 0..50_000 {
        let _ = write!(properties, "p{index}: {{ $id: z{index}, type: string }}, ");
    }
    let schemas = format!(
        "    A: {{ $id: '{base}', type: object, properties: {{ {properties} }} }}\n"
    );
    assert_eq!(lowered(&with_schemas(&schemas)), [Code::TooLarge]);
    let mut referring = format!("    A: {{ $id: '{base}', type: string }}\n");
    for index in 0..50_000 {
        let _ = writeln!(referring, "    R{index}: {{ $ref: 'f{index}.json' }}");
    }
    let codes = lowered(&with_schemas(&referring));
    assert_eq!(codes, [Code::RemoteReference, Code::TooLarge]);
}

#[test]
fn an_example_of_a_union_within_unions_without_end_is_looked_at_in_bounded_space() {
    let mut schemas = String::new();
    for index in 0..20_000 {
        let next = index + 1;
        let _ = writeln!(
            schemas,
            "    U{index}: {{ oneOf: [{{ $ref: '#/components/schemas/U{next}' }}, {{ type: boolean }}] }}"
        );
    }
    schemas
        .push_str("    U20000: { type: object, properties: { a: { type: string } } }\n");
    let head = "openapi: 3.1.0\ninfo: { title: Hostile, version: '1' }\n";
    let operation = "operationId: a, requestBody: { content: { application/json: { example: { a: x }, schema: { $ref: '#/components/schemas/U0' } } } }, responses: { '204': { description: d } }";
    let document = format!(
        "{head}paths:\n  /a: {{ post: {{ {operation} }} }}\ncomponents:\n  schemas:\n{schemas}"
    );
    assert_eq!(lowered(&document), []);
}
