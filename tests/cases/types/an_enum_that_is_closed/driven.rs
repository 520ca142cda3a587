//! What is read of a value that a closed enum does not list, and of one that it does.

use generated::NotListed;
use generated::models::{Order, OrderLast, OrderState, Size};

fn main() {
    let order: Order =
        serde_json::from_str(r#"{"state":"unknown","last":"new","size":"M"}"#).unwrap();
    assert!(matches!(order.last, Some(OrderLast::Unknown2 | OrderLast::Unknown(_))));
    // All there is: no arm for others.
    let name = match order.state {
        OrderState::Open => "open",
        OrderState::Unknown => "unknown",
    };
    assert_eq!(name, "unknown");
    let read = |text: &str| serde_json::from_str::<Order>(text);
    let error = read(r#"{"state":"closed"}"#).unwrap_err().to_string();
    assert!(error.starts_with("not a listed value of OrderState"), "{error}");
    assert!(read(r#"{"state":"open","size":"XL"}"#).is_err());
    assert_eq!(serde_json::to_string(&Size::L).unwrap(), r#""L""#);
    let other: Result<Size, NotListed> = "XL".try_into();
    assert!(other.is_err());
}
