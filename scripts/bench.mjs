// `npm run bench`: everything that is measured in this tree, one after another: sizes, search, the widget on a slow phone,
// the server under load.
import { main as search } from "./bench-search.mjs";
import { main as server } from "./bench-server.mjs";
import { main as widget } from "./bench-widget.mjs";
import { main as size } from "./size.mjs";

export async function main() {
  await size([]);
  await search([]);
  await widget([]);
  await server([]);
}
