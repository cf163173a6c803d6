/**
 * Preloaded into a child process: when its parent is gone, even by SIGKILL, the child ends too. A child's own
 * children inherit this preload, but not the variable: to them their channel is for talking.
 */
if (process.channel && process.env.ENDS_WITH_PARENT) {
  delete process.env.ENDS_WITH_PARENT;
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
