//! The Cloudflare adapter: it turns requests into asks of a community and answers into responses. The ways in stand here and
//! nothing else does; rules live in the domain, data in the engine, looks in the widget.

mod address;
mod bucket;
mod clock;
mod directory;
mod edge;
mod evidence;
mod fault;
mod hook;
mod mail;
mod objects;
mod outbound;
mod pages;
mod protocol;
mod reconcile;
mod secret;
mod settings;
mod token;
mod work;
mod zone;

use worker::{Context, Env, Request, Response, Result, ScheduleContext, ScheduledEvent, event};

#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> Result<Response> {
    edge::answer(request, env).await
}

#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    reconcile::slice(&env).await;
}
