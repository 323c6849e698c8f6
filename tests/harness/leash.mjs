// Runs one command and takes care that nothing of it outlives whoever started it: on SIGTERM, and when the starter is
// gone for any reason, the command's whole process group is ended.
import { spawn } from "node:child_process";

const starter = process.ppid;
const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], detached: true });

child.on("exit", (code) => {
  signalGroup("SIGKILL");
  process.exit(code ?? 1);
});
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, end);
setInterval(() => process.ppid !== starter && end(), 500);

function end() {
  signalGroup("SIGTERM");
  setTimeout(() => signalGroup("SIGKILL"), 3000).unref();
}

function signalGroup(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
