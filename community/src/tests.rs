//! Tests over a real database that behaves like the object's: every command and refusal, and the whole life of a community.

mod actors;
mod arranging;
mod asking;
mod carry;
mod claiming;
mod commands;
mod cutting;
mod finding;
mod following;
mod gate;
mod helping;
mod house;
mod introducing;
mod keeping;
mod leaving;
mod levels;
mod life;
mod model;
mod naming;
mod photos;
mod posting;
mod private;
mod searching;
mod signing_on;
mod telling;
mod working;
