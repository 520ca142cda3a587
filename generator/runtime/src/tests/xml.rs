//! XML, by tables as they are generated: the examples of the specification both ways, and what a hostile server writes.

use std::collections::BTreeMap;

use roxmltree::Document;
use serde::Serialize;
use serde_json::{Value, json};

use crate::runtime::xml::{Node, Property, Shape, decode, write};

static TEXTS: Shape = Shape::List(Node::element("animals", &Shape::Text));
static NAMED: Shape = Shape::List(Node::element("animal", &Shape::Text));
static ALIENS: Shape = Shape::List(Node::element("aliens", &Shape::Text));

/// A `document` with one property, `animals`.
macro_rules! document {
    ($node:expr) => {{
        static SHAPE: Shape =
            Shape::Object(&[Property::optional("animals", $node)], None);
        static ROOT: Node = Node::element("document", &SHAPE);
        &ROOT
    }};
}

fn written(
    value: &(impl Serialize + ?Sized),
    root: &'static Node,
) -> Result<Vec<u8>, String> {
    let text = serde_json::to_vec(value).map_err(|error| error.to_string())?;
    write(&text, root)
}

#[track_caller]
fn both_ways(root: &'static Node, value: &Value, xml: &str) {
    let written = String::from_utf8(self::written(value, root).unwrap()).unwrap();
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    assert_eq!(written, format!("{declaration}{xml}"));
    Document::parse(&written).unwrap();
    assert_eq!(&decode::<Value>(written.as_bytes(), root).unwrap(), value);
}

#[track_caller]
fn refused(root: &'static Node, xml: &str) -> String {
    decode::<Value>(xml.as_bytes(), root).unwrap_err().to_string()
}

/// `OpenAPI` 3.2.0, "XML Object Examples".
#[test]
fn names_and_lists_are_those_of_the_specification() {
    let one = json!({ "animals": "dog, cat" });
    both_ways(
        document!(Node::element("animals", &Shape::Text)),
        &one,
        "<document><animals>dog, cat</animals></document>",
    );
    both_ways(
        document!(Node::element("animal", &Shape::Text)),
        &one,
        "<document><animal>dog, cat</animal></document>",
    );
    let many = json!({ "animals": ["dog", "cat"] });
    let rows = [
        (
            document!(Node::none(&TEXTS)),
            "<document><animals>dog</animals><animals>cat</animals></document>",
        ),
        (
            document!(Node::none(&NAMED)),
            "<document><animal>dog</animal><animal>cat</animal></document>",
        ),
        (
            document!(Node::element("animals", &TEXTS)),
            "<document><animals><animals>dog</animals><animals>cat</animals></animals></document>",
        ),
        (
            document!(Node::element("animals", &NAMED)),
            "<document><animals><animal>dog</animal><animal>cat</animal></animals></document>",
        ),
        (
            document!(Node::element("aliens", &NAMED)),
            "<document><aliens><animal>dog</animal><animal>cat</animal></aliens></document>",
        ),
        (
            document!(Node::element("aliens", &ALIENS)),
            "<document><aliens><aliens>dog</aliens><aliens>cat</aliens></aliens></document>",
        ),
    ];
    for (root, xml) in rows {
        both_ways(root, &many, xml);
    }
}

static PERSON_SHAPE: Shape = Shape::Object(
    &[
        Property::optional("id", Node::attribute("id", &Shape::Integer)),
        Property::optional(
            "name",
            Node::element("name", &Shape::Text)
                .prefix("sample")
                .namespace("https://example.com/schema/sample"),
        ),
    ],
    None,
);
static PERSON: Node = Node::element("Person", &PERSON_SHAPE);

#[test]
fn attributes_and_namespaces_are_those_of_the_specification() {
    both_ways(
        &PERSON,
        &json!({ "id": 123, "name": "example" }),
        "<Person id=\"123\"><sample:name xmlns:sample=\"https://example.com/schema/sample\">example</sample:name></Person>",
    );
    // The prefix is the server's to choose, the namespace is not.
    let other = "<Person id='7'><s:name xmlns:s='https://example.com/schema/sample'>a</s:name></Person>";
    let read: Value = decode(other.as_bytes(), &PERSON).unwrap();
    assert_eq!(read, json!({ "id": 7, "name": "a" }));
    let other = "<Person><s:name xmlns:s='https://example.com/other'>a</s:name><name>b</name></Person>";
    let read: Value = decode(other.as_bytes(), &PERSON).unwrap();
    assert_eq!(read, json!({}));
}

static ANIMAL: Shape = Shape::Object(
    &[
        Property::optional("kind", Node::attribute("kind", &Shape::Text)),
        Property::optional("name", Node::text(&Shape::Text)),
    ],
    None,
);
static ANIMALS_SHAPE: Shape = Shape::List(Node::element("animal", &ANIMAL));
static ANIMALS: Node = Node::element("animals", &ANIMALS_SHAPE);

static DOCUMENTATION_SHAPE: Shape =
    Shape::Object(&[Property::optional("content", Node::cdata(&Shape::Text))], None);
static DOCUMENTATION: Node = Node::element("Documentation", &DOCUMENTATION_SHAPE);

#[test]
fn texts_beside_attributes_and_in_sections_are_those_of_the_specification() {
    both_ways(
        &ANIMALS,
        &json!([{ "kind": "Cat", "name": "Fluffy" }, { "kind": "Dog", "name": "Fido" }]),
        "<animals><animal kind=\"Cat\">Fluffy</animal><animal kind=\"Dog\">Fido</animal></animals>",
    );
    let page = "<html><head><title>Awesome Docs</title></head><body></body></html>";
    both_ways(
        &DOCUMENTATION,
        &json!({ "content": page }),
        &format!("<Documentation><![CDATA[{page}]]></Documentation>"),
    );
    let laid_out = format!("<Documentation>\n  <![CDATA[{page}]]>\n</Documentation>\n");
    let read: Value = decode(laid_out.as_bytes(), &DOCUMENTATION).unwrap();
    assert_eq!(read, json!({ "content": page }));
    both_ways(
        &DOCUMENTATION,
        &json!({ "content": "a]]>b" }),
        "<Documentation><![CDATA[a]]]]><![CDATA[>b]]></Documentation>",
    );
    both_ways(
        &DOCUMENTATION,
        &json!({ "content": "a\r<b" }),
        "<Documentation>a&#13;&lt;b</Documentation>",
    );
}

static RELATED: Shape = Shape::Object(&[], None);
static PRODUCT_SHAPE: Shape = Shape::Object(
    &[
        Property::required("count", Node::attribute("count", &Shape::Number).nullable()),
        Property::optional("rating", Node::attribute("rating", &Shape::Text)),
        Property::required("description", Node::element("description", &Shape::Text)),
        Property::required("related", Node::element("related", &RELATED).nullable()),
    ],
    None,
);
static PRODUCT: Node = Node::element("product", &PRODUCT_SHAPE);

#[test]
fn null_is_that_of_the_specification() {
    both_ways(
        &PRODUCT,
        &json!({ "count": null, "description": "Thing", "related": null }),
        "<product xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><description>Thing</description><related xsi:nil=\"true\"/></product>",
    );
    both_ways(
        &PRODUCT,
        &json!({ "count": 42, "description": "Thing", "related": {} }),
        "<product count=\"42\"><description>Thing</description><related></related></product>",
    );
}

static NESTED: Shape = Shape::Object(
    &[
        Property::required("items", Node::none(&NUMBERS)),
        Property::optional("inner", Node::none(&INNER)),
        Property::optional("next", Node::element("next", &NESTED)),
        Property::optional("any", Node::element("any", &Shape::Any)),
        Property::optional("either", Node::element("either", &Shape::Literal)),
        Property::optional("yes", Node::element("yes", &Shape::Boolean)),
        Property::optional("ratio", Node::element("ratio", &Shape::Number)),
    ],
    Some(&NUMBERS),
);
static NUMBERS: Shape = Shape::List(Node::element("item", &Shape::Integer));
static INNER: Shape = Shape::Object(
    &[Property::optional("deep", Node::element("deep", &Shape::Integer))],
    None,
);
static ROOT: Node = Node::element("root", &NESTED).namespace("urn:root");

#[test]
fn values_of_every_sort_come_back_as_they_were() {
    both_ways(
        &ROOT,
        &json!({
            "items": [u64::MAX, i64::MIN],
            "inner": { "deep": 1 },
            "next": { "items": [] },
            "any": { "a": ["x", "y"], "b": { "c": "z" } },
            "either": 7,
            "yes": true,
            "ratio": 0.1,
            "others": [1, 2],
        }),
        "<root xmlns=\"urn:root\"><item>18446744073709551615</item><item>-9223372036854775808</item><deep>1</deep><next></next><any><a>x</a><a>y</a><b><c>z</c></b></any><either>7</either><yes>true</yes><ratio>0.1</ratio><others>1</others><others>2</others></root>",
    );
    let read = |inner: &str| -> Value {
        let xml = format!("<root xmlns='urn:root'>{inner}</root>");
        decode(xml.as_bytes(), &ROOT).unwrap()
    };
    assert_eq!(read("<either>007</either>")["either"], json!("007"));
    assert_eq!(read("<yes> 0\n</yes>")["yes"], json!(false));
    assert_eq!(read("<yes/>")["yes"], Value::Null);
    assert_eq!(read("<ratio>wide</ratio>")["ratio"], json!("wide"));
    assert_eq!(read("<yes>true</yes><yes>true</yes>")["yes"], json!([true, true]));
    assert_eq!(read("<any>a&amp;b&#x41;<!-- c --></any>")["any"], json!("a&bA"));
}

#[test]
fn what_is_not_xml_is_told_as_such() {
    let rows = [
        ("", "the body is not XML"),
        ("<root xmlns='urn:root'>", "the XML breaks off"),
        ("<root xmlns='urn:root'><a></root>", "the body is not XML"),
        ("<root xmlns='urn:root'/><root/>", "the body is not XML"),
        ("<root xmlns='urn:root'/>text", "the body is not XML"),
        (
            "<root/>",
            "the root of the XML is not the element `root` of the namespace `urn:root`",
        ),
        (
            "<other xmlns='urn:root'/>",
            "the root of the XML is not the element `root` of the namespace `urn:root`",
        ),
        (
            "<root xmlns='urn:root'><any>&#0;</any></root>",
            "an entity that nothing declares",
        ),
        (
            "<root xmlns='urn:root'><any>\u{1}</any></root>",
            "a character that XML cannot hold",
        ),
        (
            "<?xml version='1.0' encoding='ISO-8859-1'?><root xmlns='urn:root'/>",
            "not UTF-8",
        ),
        ("{\"a\":1}", "the body is not XML"),
    ];
    for (xml, message) in rows {
        let told = refused(&ROOT, xml);
        assert!(told.contains(message), "{xml}: {told}");
    }
    let told = decode::<Value>(b"\xFF\xFE<\0r\0", &ROOT).unwrap_err().to_string();
    assert!(told.contains("not UTF-8"), "{told}");
    let told = refused(&PERSON, "<Person id='1' id='2'/>");
    assert!(told.contains("stands twice"), "{told}");
}

#[test]
fn no_document_type_is_read_and_no_entity_grows() {
    let laughs = "<!DOCTYPE root [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><root xmlns='urn:root'><any>&b;</any></root>";
    assert!(refused(&ROOT, laughs).contains("declares a document type"));
    let file = "<!DOCTYPE root SYSTEM 'file:///etc/passwd'><root xmlns='urn:root'/>";
    assert!(refused(&ROOT, file).contains("declares a document type"));
    let entity = "<root xmlns='urn:root'><any>&b;</any></root>";
    assert!(refused(&ROOT, entity).contains("an entity that nothing declares"));
    assert!(refused(&PERSON, "<Person id='&b;'/>").contains("not well-formed"));
}

#[test]
fn depth_has_a_bound_where_it_is_read_and_none_where_it_is_skipped() {
    let nested = |name: &str, depth: usize| {
        let (open, close) =
            (format!("<{name}>").repeat(depth), format!("</{name}>").repeat(depth));
        format!("<root xmlns='urn:root'>{open}{close}</root>")
    };
    let deep: Value = decode(nested("next", 59).as_bytes(), &ROOT).unwrap();
    assert!(deep["next"]["next"].is_object());
    assert!(refused(&ROOT, &nested("next", 60)).contains("deeper than 60 elements"));
    assert!(refused(&ROOT, &nested("any", 60)).contains("deeper than 60 elements"));
    let person = nested("x", 10_000).replace("root xmlns='urn:root'", "Person");
    let person = person.replace("</root>", "</Person>");
    let read: Value = decode(person.as_bytes(), &PERSON).unwrap();
    assert_eq!(read, json!({}));
}

/// Each of these takes hours where anything of it is quadratic.
#[test]
fn large_documents_are_read_in_one_pass() {
    let attributes: Vec<String> = (0..200_000).map(|at| format!(" a{at}=''")).collect();
    let attributes = attributes.concat();
    let read: Value =
        decode(format!("<Person{attributes}/>").as_bytes(), &PERSON).unwrap();
    assert_eq!(read, json!({}));
    let namespace = "n".repeat(1_000_000);
    let elements = "<item>1</item>".repeat(200_000);
    let xml = format!(
        "<root xmlns='urn:root'><x xmlns='{namespace}'>{elements}</x>{elements}</root>"
    );
    let read: Value = decode(xml.as_bytes(), &ROOT).unwrap();
    assert_eq!(read["items"].as_array().unwrap().len(), 200_000);
    let texts = "a<!---->".repeat(200_000);
    let xml = format!("<root xmlns='urn:root'><any>{texts}</any></root>");
    let read: Value = decode(xml.as_bytes(), &ROOT).unwrap();
    assert_eq!(read["any"].as_str().unwrap().len(), 200_000);
}

#[test]
fn what_xml_cannot_hold_is_not_written() {
    let told = |value: &Value| written(value, &ROOT).unwrap_err();
    assert!(told(&json!({ "any": "\0" })).contains("`any`"));
    assert!(told(&json!({ "any": "\u{FFFF}" })).contains("U+FFFF"));
    assert!(told(&json!({ "a b": [1] })).contains("not one that an element can have"));
    assert!(
        told(&json!({ "any": { "<": 1 } })).contains("not one that an element can have")
    );
    let told = written(&json!({ "id": { "a": 1 } }), &PERSON).unwrap_err();
    assert!(told.contains("not of the shape"), "{told}");
    // As a JSON value it would be rounded.
    for wide in [i128::from(u64::MAX) + 1, i128::from(i64::MIN) - 1] {
        let told = written(&BTreeMap::from([("any", wide)]), &ROOT).unwrap_err();
        assert!(told.contains("more than 64 bits"), "{told}");
    }
    let texts =
        json!({ "any": { "a": ["18446744073709551616", u64::MAX, i64::MIN, 1e30] } });
    written(&texts, &ROOT).unwrap();
}
