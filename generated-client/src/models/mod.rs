// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Values that are sent and received: one type for each schema of the document.

mod address;

mod cart;

mod cart_item;

mod create_order_request;

mod error_body;

mod find_stores_request;

mod fulfillment_type;

mod grant_type;

mod order_item;

mod order_item_status;

mod order_response;

mod order_status;

mod preview_service_options_request;

mod reserve_time_slot_request;

mod service_option;

mod service_option_hold_response;

mod service_options_response;

mod store;

mod store_address;

mod stores_response;

mod token_request;

mod token_response;

mod token_type;

pub use address::Address;
pub use cart::Cart;
pub use cart_item::CartItem;
pub use create_order_request::CreateOrderRequest;
pub use error_body::ErrorBody;
pub use find_stores_request::FindStoresRequest;
pub use fulfillment_type::FulfillmentType;
pub use grant_type::GrantType;
pub use order_item::OrderItem;
pub use order_item_status::OrderItemStatus;
pub use order_response::OrderResponse;
pub use order_status::OrderStatus;
pub use preview_service_options_request::PreviewServiceOptionsRequest;
pub use reserve_time_slot_request::ReserveTimeSlotRequest;
pub use service_option::ServiceOption;
pub use service_option_hold_response::ServiceOptionHoldResponse;
pub use service_options_response::ServiceOptionsResponse;
pub use store::Store;
pub use store_address::StoreAddress;
pub use stores_response::StoresResponse;
pub use token_request::TokenRequest;
pub use token_response::TokenResponse;
pub use token_type::TokenType;
