//! One page that anybody in the company can read; hours and saved replies stand beneath it.

use super::super::brand_room::{RoomProps, gate};
use super::super::desk::Standing;
use super::super::front::{Front, Remote, use_front};
use super::super::loaded::use_loaded;
use super::super::locale::{Msg, Own, Work};
use super::super::parts::waiting;
use super::super::row;
use super::hours::HoursForm;
use super::saved::Saved;
use super::use_work;
use crate::locale::when::Zone;
use chie_domain::api::get_overview::{ReadersOfWeek, Response};
use chie_domain::api::route::Route;
use yew::prelude::*;

/// The overview.
#[component]
pub(crate) fn Overview(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let acts = gate(&front, desk).is_none() || desk.standing == Standing::Reads;
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetOverview(desk.brand().clone()), acts, &busy);
    let work = use_work(&front, desk.brand(), acts);
    let title = html! { <h1 tabindex="-1">{ front.work_of(Work::OverviewTitle, &[desk.name()]) }</h1> };
    if !acts {
        return html! { <>{ title }{ gate(&front, desk) }</> };
    }
    let Remote::Ready(it) = &*state else {
        return html! { <>{ title }{ waiting(&state, front.say(Msg::Loading), &load) }</> };
    };
    let figure = |word: Work, n: u32| html! { <tr><th scope="row">{ front.work(word) }</th><td class="n">{ n }</td></tr> };
    html! {
        <>
            { title }
            <p class="lead">{ front.work(Work::OverviewLead) }</p>
            <table class="figures"><tbody>
                { figure(Work::FigClaimed, it.claimed) }
                { figure(Work::FigWaiting, it.waiting) }
                { figure(Work::FigCustomers, it.by_customers) }
                { figure(Work::FigUs, it.by_us) }
                { figure(Work::FigSame, it.same) }
            </tbody></table>
            <p class="actions"><a class="btn quiet" href={Route::GetOverviewTable(desk.brand().clone()).path()} download="">{ front.work(Work::Table) }</a></p>
            <h2>{ front.own(Own::ReadersTitle) }</h2>
            <p class="hint">{ front.own(Own::ReadersHow) }</p>
            { weeks(&front, &it.readers) }
            if !it.top.is_empty() {
                <h2>{ front.work(Work::TopTitle) }</h2>
                <ul class="rows">
                    { for it.top.iter().map(|one| html! {
                        <li key={one.id.as_str()}>
                            <a href={row::in_console(desk.brand(), &one.id)}>{ crate::parts::icon::kind(one.kind) }<bdi>{ one.title.clone() }</bdi></a>
                            <div class="meta">{ row::state(&front, one) }{ row::me_too(&front, one) }{ row::age(&front, one) }</div>
                        </li>
                    }) }
                </ul>
            }
            if let Remote::Ready(data) = &work.state {
                if desk.standing == Standing::Acts {
                    <HoursForm brand={desk.brand().clone()} hours={data.hours.clone()} />
                    <Saved brand={desk.brand().clone()} saved={data.saved.clone()} again={work.again.clone()} />
                }
            }
        </>
    }
}

/// Readers by week: a table, with a bar beside each number for those who look.
fn weeks(front: &Front, weeks: &[ReadersOfWeek]) -> Html {
    let most = weeks.iter().map(|week| week.people).max().unwrap_or_default().max(1);
    html! {
        <table class="weeks">
            <thead><tr><th scope="col">{ front.own(Own::ReadersWeek) }</th><th scope="col">{ front.own(Own::ReadersPeople) }</th><td></td></tr></thead>
            <tbody>
                { for weeks.iter().map(|week| html! {
                    <tr key={week.from.millis().to_string()}>
                        <th scope="row">{ front.words.date(Zone::Utc, week.from) }</th>
                        <td class="n">{ week.people }</td>
                        <td aria-hidden="true"><svg class="bar-of" viewBox="0 0 100 8" preserveAspectRatio="none"><rect width={(week.people * 100 / most).to_string()} height="8" /></svg></td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
