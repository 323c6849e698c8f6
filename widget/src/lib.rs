//! The views.
