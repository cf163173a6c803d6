import "server-only";
import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { log, logFault } from "@/lib/platform/log";
import { sessionCookieName } from "./session-cookie-name";
import { closeSession, findAccount, openSession, sessionDays } from "./sessions";

/** next-auth over our own session rows, so that it and our pages can't disagree about who is signed in. */
export function authOptions(): AuthOptions {
  const { nextauthUrl } = env();
  const secure = nextauthUrl.startsWith("https://");
  return {
    secret: env().nextauthSecret,
    adapter,
    providers: [],
    session: { strategy: "database", maxAge: sessionDays * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in", verifyRequest: "/sign-in", newUser: "/" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(nextauthUrl),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    callbacks: {
      session: ({ session, user }) => ({ user: { email: user.email }, expires: session.expires }),
    },
    logger: {
      error: (code, metadata) =>
        logFault("error" in metadata ? metadata.error : metadata, { where: `next-auth ${code}` }),
      warn: (code) => log.warn({ where: "next-auth", code }, "warning"),
      debug: () => {},
    },
  };
}

const adapter: Adapter = {
  async createSession({ userId }) {
    const { token, expiresAt } = await openSession(userId, now());
    return { sessionToken: token, userId, expires: expiresAt };
  },
  async getSessionAndUser(sessionToken) {
    const account = await findAccount(sessionToken, now());
    if (!account) return null;
    const { accountId, email, expiresAt } = account;
    return {
      session: { sessionToken, userId: accountId, expires: expiresAt },
      user: { id: accountId, email, emailVerified: null } satisfies AdapterUser,
    };
  },
  // A session's end is fixed when it opens: seeing it in use never moves it.
  async updateSession({ sessionToken }): Promise<AdapterSession | null> {
    const found = await findAccount(sessionToken, now());
    return found && { sessionToken, userId: found.accountId, expires: found.expiresAt };
  },
  async deleteSession(sessionToken) {
    await closeSession(sessionToken);
  },
};
