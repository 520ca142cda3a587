// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Bodies that are answered while no handler is set.

pub(super) const TOKEN_RESPONSE: &str = r#"{
  "access_token": "access_token",
  "token_type": "Bearer",
  "expires_in": 3600,
  "scope": "scope",
  "created_at": 1
}"#;

pub(super) const ERROR_BODY: &str = r#"{
  "error": "error",
  "status": 1
}"#;

pub(super) const STORES_RESPONSE: &str = r#"{
  "stores": [
    {
      "id": "id",
      "name": "name",
      "address": {
        "address_line_1": "address_line_1",
        "city": "city",
        "state": "state",
        "postal_code": "postal_code"
      },
      "distance": 1.5
    }
  ]
}"#;

pub(super) const SERVICE_OPTIONS_RESPONSE: &str = r#"{
  "service_options": [
    {
      "id": "id",
      "date": "2026-01-31",
      "window_starts_at": "2026-01-31T12:00:00Z",
      "window_ends_at": "2026-01-31T12:00:00Z",
      "fulfillment_type": "delivery"
    }
  ]
}"#;

pub(super) const SERVICE_OPTION_HOLD_RESPONSE: &str = r#"{
  "hold_id": "hold_id",
  "expires_at": "2026-01-31T12:00:00Z",
  "service_option": {
    "id": "id",
    "date": "2026-01-31",
    "window_starts_at": "2026-01-31T12:00:00Z",
    "window_ends_at": "2026-01-31T12:00:00Z",
    "fulfillment_type": "delivery"
  }
}"#;

pub(super) const ORDER_RESPONSE: &str = r#"{
  "id": "id",
  "status": "brand_new",
  "created_at": "2026-01-31T12:00:00Z",
  "fulfillment_type": "delivery",
  "service_option": {
    "id": "id",
    "date": "2026-01-31",
    "window_starts_at": "2026-01-31T12:00:00Z",
    "window_ends_at": "2026-01-31T12:00:00Z",
    "fulfillment_type": "delivery"
  },
  "store": {
    "id": "id",
    "name": "name",
    "address": {
      "address_line_1": "address_line_1",
      "city": "city",
      "state": "state",
      "postal_code": "postal_code"
    },
    "distance": 1.5
  },
  "items": [
    {
      "product_id": "product_id",
      "upc": "upc",
      "name": "name",
      "quantity": 1,
      "status": "pending"
    }
  ]
}"#;
