//! What stands first and last of a long table, and what is not in it.

use generated::models::Row;

fn main() {
    let last: &str = r#"{"p00":1,"p63":2,"p64":"x","p69":3,"other":true}"#;
    let row: Row = serde_json::from_str(last).unwrap();
    assert_eq!((row.p00, row.p63, row.p69), (1, Some(2), 3));
    assert_eq!(row.p64.as_deref(), Some("x"));
    assert_eq!(serde_json::to_string(&row).unwrap(), last);
    let read = |text: &str| serde_json::from_str::<Row>(text).unwrap_err().to_string();
    let missing = read(r#"{"p00":1}"#);
    assert!(missing.starts_with("missing field `p69`"), "{missing}");
    let twice = read(r#"{"p00":1,"p68":"x","p68":null,"p69":1}"#);
    assert!(twice.starts_with("duplicate field `p68`"), "{twice}");
}
