//! Payloads are read as they are sent.

use generated::webhooks::{Gone, SubscribeChanged, ThingCreated};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let event: ThingCreated = serde_json::from_str(r#"{"id":"a","more":1}"#)?;
    assert_eq!(event.id, "a");
    assert!(serde_json::from_str::<ThingCreated>("{}").is_err());
    let gone: Gone = serde_json::from_str(r#"[{"id":"b"}]"#)?;
    assert_eq!(gone.len(), 1);
    let changed: SubscribeChanged = serde_json::from_str(r#"{"what":"x"}"#)?;
    assert_eq!(changed.what.as_deref(), Some("x"));
    Ok(())
}
