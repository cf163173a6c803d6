const fixedHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/**
 * The content security policy and HSTS depend on the request and on NEXTAUTH_URL: `proxy.ts` sets them.
 * With several servers behind one address, build once with DEPLOYMENT_ID and NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
 * set, so that a form opened on one can be sent to another.
 *
 * @type {import("next").NextConfig}
 */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["postgres", "@node-rs/argon2", "pino"],
  ...(process.env.DEPLOYMENT_ID ? { deploymentId: process.env.DEPLOYMENT_ID } : {}),
  headers: async () => [{ source: "/:path*", headers: fixedHeaders }],
};
