//! What the store has: its branches, and the items of a cart.

use instacart_fulfillment::models::{
    Cart, CartItem, FindStoresRequest, OrderItem, OrderItemStatus, Store, StoreAddress,
    StoresResponse,
};

use super::refusal::Refusal;

/// The stores: id, name, street, postal code, distance.
pub(crate) const STORES: [(&str, &str, &str, &str, f64); 2] = [
    ("store-1", "Market Street", "1 Market Street", "94105", 0.8),
    ("store-2", "Mission Bay", "185 Channel Street", "94158", 2.1),
];

/// The stores near a place.
pub(crate) fn stores(request: &FindStoresRequest) -> Result<StoresResponse, Refusal> {
    let point = request.latitude.is_some() && request.longitude.is_some();
    if request.postal_code.is_none() && !point {
        return Err(Refusal::bad(
            "A postal code or a position is needed",
            "postal_code",
        ));
    }
    let stores = STORES.iter().map(store_response).collect::<Vec<_>>();
    Ok(StoresResponse::default().stores(stores))
}

/// A store as it is answered.
pub(crate) fn store_response(
    (id, name, street, code, distance): &(&str, &str, &str, &str, f64),
) -> Store {
    let address = StoreAddress::default().address_line_1(*street).postal_code(*code);
    let address = address.city("San Francisco").state("CA");
    Store::default().id(*id).name(*name).address(address).distance(*distance)
}

/// A cart's items as an order has them.
pub(crate) fn items(cart: Cart) -> Result<Vec<OrderItem>, Refusal> {
    let item = |item: CartItem| {
        let quantity = item.quantity.unwrap_or(1);
        if quantity < 1 {
            return Err(Refusal::bad("A quantity is at least 1", "quantity"));
        }
        let mut ordered =
            OrderItem::default().quantity(quantity).status(OrderItemStatus::Pending);
        (ordered.upc, ordered.product_id) = (item.upc, item.product_id);
        Ok(ordered)
    };
    cart.items.unwrap_or_default().into_iter().map(item).collect()
}
