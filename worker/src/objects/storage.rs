//! The object's own `SQLite` behind the engine's [`Sql`] trait. The runtime's storage is bound here by hand because the SDK's cursor
//! does not catch exceptions: every call catches, and what fails is a [`Fault`] instead of the end of the instance.

use chie_community::sql::{Fault, Sql, Value};
use chie_domain::time::Timestamp;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use worker::State;

#[wasm_bindgen]
extern "C" {
    type RawStorage;
    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(this: &RawStorage, work: &mut dyn FnMut() -> Result<JsValue, JsValue>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setAlarm)]
    fn set_alarm(this: &RawStorage, at: f64) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = deleteAlarm)]
    fn delete_alarm(this: &RawStorage) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = deleteAll)]
    fn delete_all(this: &RawStorage) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn sql(this: &RawStorage) -> RawSql;

    type RawSql;
    #[wasm_bindgen(method, catch, variadic)]
    fn exec(this: &RawSql, query: &str, args: Array) -> Result<RawCursor, JsValue>;

    type RawCursor;
    #[wasm_bindgen(method, catch)]
    fn raw(this: &RawCursor) -> Result<RawRows, JsValue>;

    type RawRows;
    #[wasm_bindgen(method, catch, js_name = toArray)]
    fn to_array(this: &RawRows) -> Result<Array, JsValue>;
}

/// The storage of the object that is running.
pub(super) struct ObjectSql {
    raw: RawStorage,
    /// The alarm rings by then, whatever is due.
    latest: Option<Timestamp>,
}

fn fault(doing: &str, error: &JsValue) -> Fault {
    let why = error.dyn_ref::<js_sys::Error>().map_or_else(|| "an unknown error".to_owned(), |error| String::from(error.message()));
    Fault(format!("{doing}: {why}"))
}

fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Number(number) => JsValue::from_f64(*number),
        Value::Text(text) => JsValue::from_str(text),
    }
}

fn from_js(value: &JsValue) -> Result<Value, Fault> {
    if value.is_null() || value.is_undefined() {
        Ok(Value::Null)
    } else if let Some(number) = value.as_f64() {
        Ok(Value::Number(number))
    } else if let Some(text) = value.as_string() {
        Ok(Value::Text(text))
    } else {
        Err(Fault("a column holds neither number nor text".to_owned()))
    }
}

impl ObjectSql {
    /// The storage behind an object's state.
    pub(super) fn of(state: &State) -> Self {
        let storage: JsValue = state.storage().as_raw().into();
        Self { raw: storage.unchecked_into(), latest: None }
    }

    /// The same, with an alarm that rings by a moment even if nothing is due.
    pub(super) fn ringing_by(self, latest: Option<Timestamp>) -> Self {
        Self { latest, ..self }
    }

    /// Forgets everything, the alarm as well.
    pub(super) async fn wipe(&self) -> Result<(), Fault> {
        let done = self.raw.delete_alarm().map(|_| ()).and_then(|()| self.raw.delete_all());
        let done = done.map_err(|error| fault("wiping", &error))?;
        JsFuture::from(done).await.map(|_| ()).map_err(|error| fault("wiping", &error))
    }
}

impl Sql for ObjectSql {
    fn rows(&self, sql: &str, args: &[Value]) -> Result<Vec<Vec<Value>>, Fault> {
        let args: Array = args.iter().map(to_js).collect();
        let cursor = self.raw.sql().exec(sql, args).map_err(|error| fault("a statement", &error))?;
        let rows = cursor.raw().and_then(|rows| rows.to_array()).map_err(|error| fault("reading rows", &error))?;
        rows.iter().map(|row| Array::from(&row).iter().map(|value| from_js(&value)).collect()).collect()
    }

    fn atomically<T, E: From<Fault>>(&self, work: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E> {
        let (mut work, mut result) = (Some(work), None);
        let ran = self.raw.transaction_sync(&mut || {
            let done = work.take().map(|work| work(self));
            let kept = matches!(done, Some(Ok(_)));
            result = done;
            // The runtime keeps what was written unless the closure throws; the typed refusal travels beside it.
            if kept { Ok(JsValue::UNDEFINED) } else { Err(JsValue::from_str("rolled back")) }
        });
        match (result, ran) {
            (Some(result @ Err(_)), _) | (Some(result), Ok(_)) => result,
            (Some(Ok(_)) | None, Err(error)) => Err(fault("a transaction", &error).into()),
            (None, Ok(_)) => Err(Fault("a transaction did not run".to_owned()).into()),
        }
    }

    fn wake_at(&self, at: Option<Timestamp>) -> Result<(), Fault> {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds stay below 2^53 for the next 280,000 years")]
        let done = match at.into_iter().chain(self.latest).min() {
            Some(at) => self.raw.set_alarm(at.millis() as f64),
            None => self.raw.delete_alarm(),
        };
        done.map(|_| ()).map_err(|error| fault("setting the alarm", &error))
    }
}
