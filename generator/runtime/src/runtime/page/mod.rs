//! Lists that come page by page.

mod call;
mod found;
mod items;
mod link;
mod pages;
mod trail;

pub use found::{Found, Paging};
pub use items::PageItems;
pub use pages::{Paged, Pages};
