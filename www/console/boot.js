// Starts the console. If its program cannot be loaded or run, the shell's own sentences say so.
const late = setTimeout(() => show("slow"), 8000);

function show(id) {
  const line = document.getElementById(id);
  if (line) line.hidden = false;
}

import(__CONSOLE_JS__)
  .then(({ default: start }) => start({ module_or_path: __CONSOLE_WASM__ }))
  .catch((error) => {
    console.error(error);
    show("broken");
  })
  .finally(() => clearTimeout(late));
