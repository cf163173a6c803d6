/** Set by the proxy on every request, whatever the browser sent. */
export const requestIdHeader = "x-request-id";
export const requestPathHeader = "x-countersign-path";
