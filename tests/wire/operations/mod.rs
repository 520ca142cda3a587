//! Every operation of the document: what is sent, and what each declared status becomes.

mod delivery;
